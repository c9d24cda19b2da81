import { useCallback, useState } from 'react';

/**
 * A state kept in this browser's store from one visit to the next; without a key, a plain state. What is stored may be old,
 * edited or unreadable: `accepts` judges it, and a store that refuses is only forgotten.
 */
export function useRemembered<T>(
  key: string | undefined,
  initial: T,
  accepts: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const [value, setValue] = useState(() => remembered(key, accepts) ?? initial);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      remember(key, next);
    },
    [key],
  );
  return [value, set];
}

export function remembered<T>(
  key: string | undefined,
  accepts: (value: unknown) => value is T,
  store: () => Storage = () => localStorage,
): T | undefined {
  if (key === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(store().getItem(key) ?? 'null');
    return accepts(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function remember(
  key: string | undefined,
  value: unknown,
  store: () => Storage = () => localStorage,
): void {
  if (key === undefined) return;
  try {
    store().setItem(key, JSON.stringify(value));
  } catch {
    // A full or closed store only means that the place is not found again.
  }
}
