import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breachesOf } from '@shared/roster/check';
import { fewestPeople } from '@shared/roster/fewestPeople';
import { fill, type Progress } from '@shared/roster/fill';
import type { RosterAnswer, RosterModel } from '@shared/roster/model';
import { benchConflictCheck } from './conflictCheck';
import { rosterInstance, type RosterSize } from './rosterInstances';
import { solveByMip } from './rosterMip';
import { shiftMinimisationModel } from './shiftMinimisation';
import { ms, printTable } from './table';

const seeds = [1, 2, 3];
const checkpoints = [1, 5, 10, 30];
/** Seconds for each size, and for HiGHS where the whole model is not out of its reach. */
const secondsFor: Record<RosterSize, number> = { small: 10, medium: 10, large: 30 };
const mipSecondsFor: Partial<Record<RosterSize, number>> = { small: 30, medium: 30 };
const secondsForFewest = 10;

/**
 * What checking a large roster takes; then the roster engine on generated events of three sizes, one thread: what it has after so many seconds, beside its own bound, a first-fit
 * roster, and HiGHS on the whole model. Then, when given the folder of the public shift minimisation instances, how few
 * people it needs. Those files are not part of the project: they have no licence.
 */
export async function benchRoster(folder: string | undefined): Promise<void> {
  benchConflictCheck();
  const rows: string[][] = [];
  let proven = 0;
  for (const size of ['small', 'medium', 'large'] as const) {
    for (const seed of seeds) {
      const model = rosterInstance(size, seed);
      const run = timed(model, secondsFor[size]);
      const limit = mipSecondsFor[size];
      const mip = limit === undefined ? null : await solveByMip(model, limit);
      if (run.last.isOptimal) proven += 1;
      rows.push([
        `${size} ${seed}: ${model.people.length} people, ${model.shifts.length} shifts`,
        points(firstFit(model).objective),
        `${ms(run.firstAfter)}`,
        ...checkpoints.map((_second, index) => gapOf(run.at[index])),
        points(run.last.bound),
        run.last.isOptimal ? `proven, ${run.seconds.toFixed(1)} s` : 'open',
        `${run.megabytes} MB`,
        mip === null ? 'not tried' : mipOf(mip.objective, mip.seconds, mip.isOptimal),
      ]);
    }
  }
  printTable(
    `Rosters, rule strict, seed of the search 1; cost, and how far above the bound of that moment; ${proven} of ${rows.length} proven`,
    [
      '',
      'greedy',
      'first',
      ...checkpoints.map((second) => `${second} s`),
      'bound',
      'optimal',
      'heap',
      'HiGHS, 30 s at most',
    ],
    rows,
  );
  benchFewest(folder);
}

type Run = {
  firstAfter: number;
  at: (RosterAnswer | undefined)[];
  last: RosterAnswer;
  seconds: number;
  megabytes: number;
};

/** Runs the search for so many seconds, and looks at it at each checkpoint; a search that is over stays what it is. */
function timed(model: RosterModel, seconds: number): Run {
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  const search = fill(model, { seed: 1, moves: Number.MAX_SAFE_INTEGER });
  const at: (RosterAnswer | undefined)[] = [];
  let firstAfter = 0;
  let heap = 0;
  let last: Progress | undefined;
  let step = search.next();
  for (; !step.done && elapsed() < seconds * 1_000; step = search.next()) {
    firstAfter ||= elapsed();
    last = step.value;
    while (at.length < checkpoints.length && elapsed() >= checkpoints[at.length]! * 1_000) {
      at.push(last.answer);
      heap = Math.max(heap, process.memoryUsage().heapUsed);
    }
  }
  const answer = step.done ? step.value : last!.answer;
  checkSound(model, answer);
  while (at.length < checkpoints.length && checkpoints[at.length]! <= seconds) at.push(answer);
  return {
    firstAfter,
    at,
    last: answer,
    seconds: elapsed() / 1_000,
    megabytes: Math.round(Math.max(heap, process.memoryUsage().heapUsed) / 2 ** 20),
  };
}

function firstFit(model: RosterModel): RosterAnswer {
  const first = fill(model, { seed: 1, moves: 0 }).next();
  return first.done ? first.value : first.value.answer;
}

function benchFewest(folder: string | undefined): void {
  if (folder === undefined || !existsSync(folder)) {
    console.log(
      '\nShift minimisation: no folder given. `npm run bench -- roster <folder>` with the .dat files of Data_137 of github.com/vale1410/SMPTSP.',
    );
    return;
  }
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.dat'))
    .sort((a, b) => Number(a.split('_')[1]) - Number(b.split('_')[1]));
  const rows: string[][] = [];
  let reached = 0;
  for (const name of files) {
    const model = shiftMinimisationModel(readFileSync(join(folder, name), 'utf8'));
    const startedAt = performance.now();
    let answer = null;
    for (answer of fewestPeople(model, { seed: 1, moves: Number.MAX_SAFE_INTEGER }))
      if (performance.now() - startedAt > secondsForFewest * 1_000) break;
    if (answer === null) continue;
    if (breachesOf(model, answer.assignments).length > 0)
      throw new Error(`${name}: the roster breaks a rule`);
    if (answer.people === answer.bound) reached += 1;
    rows.push([
      name,
      `${model.shifts.length}`,
      `${model.people.length}`,
      answer.isComplete ? `${answer.people}` : 'incomplete',
      `${answer.bound}`,
      ms(performance.now() - startedAt),
    ]);
  }
  printTable(
    `Fewest people, ${secondsForFewest} s each: ${reached} of ${rows.length} equal to the bound`,
    ['', 'tasks', 'people', 'needed', 'bound', 'time'],
    rows,
  );
}

function checkSound(model: RosterModel, answer: RosterAnswer): void {
  const breach = breachesOf(model, answer.assignments).find(({ isFixed }) => !isFixed);
  if (breach) throw new Error(`The roster breaks a rule: ${JSON.stringify(breach)}`);
}

function gapOf(answer: RosterAnswer | undefined): string {
  if (!answer) return '';
  if (!(answer.bound > answer.objective / 2)) return points(answer.objective);
  return `${points(answer.objective)} +${(100 * (answer.objective / answer.bound - 1)).toFixed(2)} %`;
}

function mipOf(objective: number | null, seconds: number, isOptimal: boolean): string {
  if (objective === null) return `nothing in ${seconds.toFixed(0)} s`;
  return `${points(objective)}, ${isOptimal ? `proven, ${seconds.toFixed(1)} s` : 'open'}`;
}

function points(value: number): string {
  return Number.isFinite(value) ? value.toFixed(0) : '–';
}
