import { asked, drive } from './drive.mjs';
import { endsInWords } from './say.mjs';

/** `npm run shots`: every page and document into `out/shots`, both languages and themes, two window sizes; `-- fr light` narrows it. */
await endsInWords(() =>
  drive(async (load, program) => {
    await (await load('/tests/shots/shots.ts')).takeShots(program, asked());
  }),
);
