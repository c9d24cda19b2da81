import { defineConfig } from 'vitest/config';
import { aliases, fromRoot } from './paths.ts';

/** Journeys through the real program: one at a time, on one display. */
export default defineConfig({
  root: fromRoot('.'),
  resolve: { alias: aliases },
  test: {
    name: 'journeys',
    environment: 'node',
    globalSetup: ['tests/support/journeysNetwork.ts'],
    include: ['tests/journeys/**/*.spec.ts'],
    testTimeout: 180_000,
    // What is waited for comes late on a loaded machine.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
