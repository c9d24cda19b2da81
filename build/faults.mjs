import { asked, drive } from './drive.mjs';
import { endsInWords, Refusal } from './say.mjs';

/**
 * `npm run faults -- <kills> [full disks] [each damage] [byte flips] [seed]`: the real program under faults, and a table of what became of the work. Without numbers:
 * 100, 20, 3, 200. Ends in failure when anything was lost, or was empty and not noticed.
 */
await endsInWords(() =>
  drive(async (load, program) => {
    const numbers = asked().map(Number);
    if (numbers.some((each) => !Number.isInteger(each) || each < 0)) {
      throw new Refusal({
        fr: 'Des nombres de tours : npm run faults -- 100 20 3 200 [graine]',
        en: 'Numbers of rounds: npm run faults -- 100 20 3 200 [seed]',
      });
    }
    const [kills = 100, disks = 20, damages = 3, flips = 200, seed = 1] = numbers;
    const { faults } = await load('/tests/faults/faults.ts');
    const rounds = await faults(program, { kills, disks, damages, flips, seed });
    const bad = rounds.filter(({ outcome }) => outcome === 'lost' || outcome === 'silently empty');
    if (bad.length > 0) {
      throw new Refusal({
        fr: `${bad.length} tours ont perdu quelque chose.`,
        en: `${bad.length} rounds lost something.`,
      });
    }
  }),
);
