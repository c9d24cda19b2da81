import { useSyncExternalStore } from 'react';

/** From this width on the panel stands beside the calendar; below, it lies over it when it is asked for. */
const wide = '(min-width: 1280px)';

export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(wide).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
