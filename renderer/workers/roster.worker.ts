import '@shared/domain/zodWithoutEval';
import { type RosterFacts, rosterOf } from '@shared/domain/roster';
import type { ShiftId } from '@shared/domain/shift';
import type { Instant } from '@shared/domain/time';
import { eventModel, rosterDiff, type RosterDiff } from '@shared/roster/eventModel';
import { fill } from '@shared/roster/fill';
import type { RosterAnswer } from '@shared/roster/model';
import { type EmptyShift, proofOf } from '@shared/roster/emptyShifts';

export type FillWish = Readonly<{
  facts: RosterFacts;
  now: Instant;
  /** Only these shifts may change; `null` for the whole event. */
  only: readonly ShiftId[] | null;
  /** Keep as much of the roster as it costs little to keep; else begin anew around what is locked. */
  keep: boolean;
  seed: number;
}>;

/** `fill` begins; `stop` ends it with the best so far. */
export type FillQuestion = Readonly<{ kind: 'fill'; wish: FillWish }> | Readonly<{ kind: 'stop' }>;

export type FillResult = Readonly<{
  diff: RosterDiff;
  proof: readonly EmptyShift[];
  seats: number;
  objective: number;
  /** No roster under these rules costs less; `-Infinity` when none is known. */
  bound: number;
  isOptimal: boolean;
}>;
export type FillTold =
  | Readonly<{ kind: 'progress'; share: number; seats: number; empty: number }>
  | Readonly<{ kind: 'done'; result: FillResult; isStopped: boolean }>;

/** Steps of the search for so many shifts: enough that more of them change little. */
export const movesFor = (shifts: number) => Math.min(6_000_000, 200_000 + shifts * 2_000);
/** What keeping an assignment is worth, in points of the objective: more than any wish, less than a seat. */
const keepBonus = 60;
/** Between two looks at the mail. */
const sliceMilliseconds = 40;

let isStopped = false;

self.onmessage = ({ data }: MessageEvent<FillQuestion>) => {
  if (data.kind === 'stop') {
    isStopped = true;
    return;
  }
  void answer(data.wish);
};

async function answer({ facts, now, only, keep, seed }: FillWish): Promise<void> {
  isStopped = false;
  const tell = (told: FillTold): void => self.postMessage(told);
  const roster = rosterOf(facts);
  const event = eventModel(roster, now, only ? new Set(only) : undefined);
  const seats = roster.slots.reduce((sum, { shift }) => sum + shift.headcount, 0);
  const open = new Set(event.open);
  const moves = movesFor(event.open.length);
  const search = fill(event.model, {
    seed,
    moves,
    only: event.open,
    start: keep ? event.start : event.start.map((held) => held.filter((shift) => !open.has(shift))),
    keepBonus: keep ? keepBonus : 0,
  });
  const resultOf = (best: RosterAnswer): FillResult => ({
    diff: rosterDiff(roster, event, best.assignments),
    proof: proofOf(event, best.assignments),
    seats,
    objective: best.objective,
    bound: best.bound,
    isOptimal: best.isOptimal,
  });
  let sliceEnd = performance.now() + sliceMilliseconds;
  for (let step = search.next(); ; step = search.next()) {
    if (step.done || isStopped) {
      tell({ kind: 'done', isStopped, result: resultOf(step.done ? step.value : step.value.answer) });
      return;
    }
    if (performance.now() < sliceEnd) continue;
    tell({ kind: 'progress', share: step.value.moves / moves, seats, empty: step.value.emptySeats });
    await mail();
    sliceEnd = performance.now() + sliceMilliseconds;
  }
}

/** Lets a message in. */
function mail(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
