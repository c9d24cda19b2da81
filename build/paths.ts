import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

export const aliases = {
  '@shared': resolve(root, 'shared'),
  '@renderer': resolve(root, 'renderer'),
};

export function fromRoot(...parts: string[]): string {
  return resolve(root, ...parts);
}

/** The oldest engine the page must run in: the runtime that tests fall back to (Electron 33). */
export const pageTarget = 'chrome130';
