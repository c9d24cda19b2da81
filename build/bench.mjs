import { asked, drive } from './drive.mjs';
import { endsInWords } from './say.mjs';

/**
 * `npm run bench`: the real program on the two sizes of data, what safety costs, then its calendar beside others on the same events. Medians, and ratios where there is
 * a peer. `npm run bench -- app`, `-- safety` or `-- calendars` for one of them.
 */
await endsInWords(() =>
  drive(async (load, program) => {
    const [only] = asked();
    const wanted = (name) => only === undefined || only === name;
    if (wanted('app')) await (await load('/tests/bench/app.ts')).benchApp(program);
    if (wanted('safety')) await (await load('/tests/bench/safety.ts')).benchSafety(program);
    if (wanted('calendars')) await (await load('/tests/bench/calendars.ts')).benchCalendars();
  }),
);
