import { asked, drive } from './drive.mjs';
import { endsInWords } from './say.mjs';

/**
 * `npm run bench`: the real program on the two sizes of data, then its calendar beside others on the same events. Medians, and ratios where there is
 * a peer. `npm run bench -- app` or `-- calendars` for one of them.
 */
await endsInWords(() =>
  drive(async (load, program) => {
    const [only] = asked();
    if (only !== 'calendars') await (await load('/tests/bench/app.ts')).benchApp(program);
    if (only !== 'app') await (await load('/tests/bench/calendars.ts')).benchCalendars();
  }),
);
