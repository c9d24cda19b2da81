import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import { aliases, fromRoot } from './paths.ts';

/** The bench of the roster engine, bundled as for release: it needs no program. */
export default defineConfig({
  root: fromRoot('tests/bench'),
  publicDir: false,
  resolve: { alias: aliases },
  build: {
    ssr: true,
    outDir: fromRoot('out/rosterBench'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { roster: fromRoot('tests/bench/roster.ts') },
      external: ['highs', ...builtinModules, /^node:/],
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
});
