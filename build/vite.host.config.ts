import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { aliases, fromRoot } from './paths.ts';

/**
 * The host, everything bundled but Electron itself. `pageFiles` stands alone so that the browser fallback serves the page
 * exactly as the app scheme does. Only `--mode development` knows how to open a development server; its output goes apart,
 * into `out/dev`, which is never packaged.
 */
export default defineConfig(({ mode }) => ({
  root: fromRoot('electron'),
  publicDir: false,
  resolve: { alias: aliases },
  define: { __DEVELOPMENT__: JSON.stringify(mode === 'development') },
  ssr: { noExternal: true, external: ['electron'], target: 'node' },
  build: {
    ssr: true,
    outDir: fromRoot(mode === 'development' ? 'out/dev/electron' : 'out/electron'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { main: fromRoot('electron/main.ts'), pageFiles: fromRoot('electron/pageFiles.ts') },
      external: ['electron', ...builtinModules, /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
}));
