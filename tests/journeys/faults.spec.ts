import { expect, test } from 'vitest';
import { damages } from '../faults/damages';
import {
  damageRound,
  dropFixture,
  flipRound,
  fullDiskRound,
  killRound,
  makeFixture,
  type Round,
} from '../faults/rounds';
import { existingProgram } from '../support/electron';

/** The short form of `npm run faults`: some of each kind, always the same ones. */
test('kills, a full disk, damaged files and flipped bytes lose nothing, and what is emptied is noticed', async () => {
  const fixture = await makeFixture(existingProgram());
  const rounds: (Round | null)[] = [];
  try {
    for (const seed of [11, 12, 13]) rounds.push(await killRound(fixture, seed));
    if (process.getuid?.() === 0) rounds.push(await fullDiskRound(fixture, 12));
    const tried = [
      'CURRENT emptied',
      'MANIFEST flipped',
      'database log halved',
      'journal flipped',
      'snapshot zeroed',
    ];
    for (const name of [...tried, 'IndexedDB/ removed']) {
      const damage = damages.find((each) => each.name === name);
      if (!damage) throw new Error(`no such damage: ${name}`);
      rounds.push(await damageRound(fixture, damage, 1));
    }
    for (const seed of [21, 22]) rounds.push(await flipRound(fixture, seed));
  } finally {
    await dropFixture(fixture);
  }
  const bad = rounds.filter(
    (round) => !round || ['lost', 'silently empty', 'recovery screen'].includes(round.outcome),
  );
  expect(bad).toEqual([]);
  expect(rounds.filter((round) => round?.outcome === 'rebuilt').length).toBeGreaterThanOrEqual(2);
  expect(rounds.reduce((sum, round) => sum + (round?.acknowledged ?? 0), 0)).toBeGreaterThan(0);
}, 600_000);
