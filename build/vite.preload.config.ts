import { defineConfig } from 'vite';
import { aliases, fromRoot, pageTarget } from './paths.ts';

/** A sandboxed preload is one CommonJS file that may load nothing but Electron. */
export default defineConfig(({ mode }) => ({
  root: fromRoot('electron'),
  publicDir: false,
  resolve: { alias: aliases },
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: true,
    outDir: fromRoot(mode === 'development' ? 'out/dev/electron' : 'out/electron'),
    emptyOutDir: false,
    target: pageTarget,
    minify: false,
    rolldownOptions: {
      input: { preload: fromRoot('electron/preload.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
}));
