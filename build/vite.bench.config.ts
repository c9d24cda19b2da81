import { fromRoot } from './paths.ts';
import page from './vite.page.config.ts';

/** The page on which the bench draws calendars side by side: built as the program is. */
export default {
  ...page,
  root: fromRoot('.'),
  build: {
    ...page.build,
    outDir: fromRoot('out/bench'),
    rolldownOptions: { input: fromRoot('tests/bench/calendars.html') },
  },
};
