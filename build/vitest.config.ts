import locales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { aliases, fromRoot } from './paths.ts';

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** `node`: rules, host and build scripts. `browser`: the page's parts and its database, in a real engine. */
export default defineConfig({
  root: fromRoot('.'),
  resolve: { alias: aliases },
  test: {
    teardownTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Generous: a loaded machine is slow, not wrong.
          testTimeout: 60_000,
          include: [
            'tests/shared/**/*.test.ts',
            'tests/electron/**/*.test.ts',
            'tests/build/**/*.test.ts',
            'tests/architecture.test.ts',
          ],
        },
      },
      {
        extends: true,
        cacheDir: fromRoot('node_modules/.vite/browser'),
        plugins: [react(), { ...locales.vite({ locales: ['fr-FR', 'en-US'] }), enforce: 'pre' }],
        optimizeDeps: {
          // Found late, a package reloads the page in the middle of a test: all of them are prepared first.
          entries: ['renderer/main.tsx', 'tests/renderer/**/*.test.{ts,tsx}'],
          include: browserPackages(),
        },
        test: {
          name: 'browser',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            // A first run prepares the packages before the page can answer.
            connectTimeout: 300_000,
            screenshotFailures: false,
            viewport: { width: 1280, height: 800 },
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions: { executablePath: chromium, args: chromiumArgs } }),
          },
        },
      },
    ],
  },
});

function browserPackages(): string[] {
  return [
    'react',
    'react-dom',
    'react-dom/client',
    'react/jsx-runtime',
    'react/jsx-dev-runtime',
    'react-aria-components',
    'react-aria',
    '@internationalized/date',
    '@tanstack/react-router',
    '@tanstack/react-virtual',
    'dexie',
    'dexie-react-hooks',
    'date-fns',
    'date-fns/locale',
    '@date-fns/tz',
    'date-holidays',
    'age-encryption',
    'fake-indexeddb',
    'fast-check',
    'fflate',
    'i18next',
    'react-i18next',
    'lucide-react',
    'papaparse',
    'react-big-calendar',
    'react-big-calendar/lib/addons/dragAndDrop',
    'uuid',
    'vitest-browser-react',
    'axe-core',
    'zod',
  ];
}
