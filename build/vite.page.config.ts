import locales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';
import { licencesOfBundle } from './licences.ts';
import { aliases, fromRoot, pageTarget } from './paths.ts';

const licences = licencesOfBundle();
const documents = ['index.html', 'print.html'].map((name) => fromRoot('renderer', name)).filter(existsSync);

/** The page: one build, served by the app scheme in the desktop window and over http in a plain browser. */
export default defineConfig({
  root: fromRoot('renderer'),
  base: './',
  publicDir: false,
  cacheDir: fromRoot('node_modules/.vite/page'),
  plugins: [react(), { ...locales.vite({ locales: ['fr-FR', 'en-US'] }), enforce: 'pre' }, licences.page],
  resolve: { alias: aliases },
  server: { host: '127.0.0.1', port: 5173 },
  worker: { format: 'es', plugins: () => [licences.worker] },
  build: {
    outDir: fromRoot('out/page'),
    emptyOutDir: true,
    target: pageTarget,
    minify: true,
    // Fonts and images come from files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { input: documents },
  },
});
