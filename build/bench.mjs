import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './build.mjs';
import { asked, drive } from './drive.mjs';
import { endsInWords } from './say.mjs';

/**
 * `npm run bench`: the real program on the two sizes of data, what safety costs, then its calendar beside others on the same events. Medians, and ratios where there is
 * a peer. `npm run bench -- app`, `-- safety` or `-- calendars` for one of them. `npm run bench -- roster [folder]` is the roster
 * engine alone, without the program: beside a solver, and on the public instances in the folder.
 */
const [only, folder] = asked();
const wanted = (name) => only === undefined || only === name;

await endsInWords(() =>
  only === 'roster'
    ? benchRoster()
    : drive(async (load, program) => {
        if (wanted('app')) await (await load('/tests/bench/app.ts')).benchApp(program);
        if (wanted('safety')) await (await load('/tests/bench/safety.ts')).benchSafety(program);
        if (wanted('calendars')) await (await load('/tests/bench/calendars.ts')).benchCalendars();
      }),
);

async function benchRoster() {
  await build({ configFile: join(root, 'build/vite.rosterBench.config.ts'), logLevel: 'error' });
  const built = await import(pathToFileURL(join(root, 'out/rosterBench/roster.js')).href);
  await built.benchRoster(folder);
}
