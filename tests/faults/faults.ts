import { printTable } from '../bench/table';
import { damages } from './damages';
import {
  damageRound,
  dropFixture,
  flipRound,
  fullDiskRound,
  killRound,
  makeFixture,
  type Outcome,
  type Round,
} from './rounds';

export type Wanted = Readonly<{ kills: number; disks: number; damages: number; flips: number; seed: number }>;

/** `mount` needs root; elsewhere full disks are not tried, and the table says so. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

/** Runs every kind of fault as often as wanted, prints the table, and answers the rounds. */
export async function faults(executable: string, wanted: Wanted): Promise<Round[]> {
  const fixture = await makeFixture(executable);
  const rounds: (Round & { kind: string })[] = [];
  const note = async (kind: string, work: () => Promise<Round | null>) => {
    // A machine too busy to start the program says nothing about the work: such a round is told, and not counted.
    const round = await work().catch((error: unknown) => {
      console.log(`  not judged: ${String(error).split('\n', 1)[0]}`);
      return null;
    });
    if (!round) return;
    rounds.push({ ...round, kind });
    const { name, outcome, detail } = round;
    if (outcome !== 'level') console.log(`  ${rounds.length}. ${name}: ${outcome} ${detail.slice(0, 300)}`);
    if (rounds.length % 10 === 0) console.log(`  ${rounds.length} rounds`);
  };
  try {
    for (let round = 0; round < wanted.kills; round += 1)
      await note('kills', () => killRound(fixture, wanted.seed + round));
    for (let round = 0; mayMount && round < wanted.disks; round += 1)
      await note('full disks', () => fullDiskRound(fixture, wanted.seed + round));
    for (let round = 0; round < wanted.damages; round += 1)
      for (const [index, damage] of damages.entries())
        await note('damages', () => damageRound(fixture, damage, wanted.seed + round + index));
    for (let round = 0; round < wanted.flips; round += 1)
      await note('byte flips', () => flipRound(fixture, wanted.seed + round));
  } finally {
    await dropFixture(fixture);
  }
  const kinds = [...new Set(rounds.map(({ kind }) => kind))];
  const outcomes: readonly Outcome[] = [
    'lost',
    'silently empty',
    'recovery screen',
    'rebuilt',
    'mended',
    'level',
  ];
  printTable(
    `Faults from seed ${wanted.seed}, each followed by two or three starts${mayMount ? '' : '; full disks need root and were not tried'}`,
    ['', 'tried', 'acknowledged', ...outcomes],
    kinds.map((kind) => {
      const members = rounds.filter((round) => round.kind === kind);
      const acknowledged = members.reduce((sum, round) => sum + round.acknowledged, 0);
      return [
        kind,
        String(members.length),
        String(acknowledged),
        ...outcomes.map((outcome) => String(members.filter((round) => round.outcome === outcome).length)),
      ];
    }),
  );
  return rounds;
}
