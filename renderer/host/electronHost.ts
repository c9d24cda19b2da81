import { bridgeName } from '@shared/ipc';
import type { Host } from './host';

/** What the preload put on the window, or `null` in a plain browser. */
export function electronHost(): Host | null {
  return (window as unknown as { [bridgeName]?: Host })[bridgeName] ?? null;
}
