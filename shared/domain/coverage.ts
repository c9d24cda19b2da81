import type { Roster } from './roster';
import type { Span } from './time';
import { instantFromEpoch } from './time';

/** Width of one step of the coverage, in minutes. */
export const coverageStepMinutes = 15;

/** People in one quarter of an hour. */
export type CoverageStep = Readonly<{
  needed: number;
  assigned: number;
  /** Of the seats asked for, those that nobody holds. */
  missing: number;
}>;

export type Coverage = Readonly<{
  /** Begins at the quarter of an hour of the first shift. */
  span: Span;
  stepMinutes: number;
  steps: readonly CoverageStep[];
}>;

/** Needed and assigned people per quarter of an hour, from the first shift to the last. `null` when there is no shift. Linear in shifts and steps. */
export function coverageOf(roster: Pick<Roster, 'slots' | 'onShift'>): Coverage | null {
  if (roster.slots.length === 0) return null;
  const first = Math.floor(Math.min(...roster.slots.map(({ from }) => from)) / coverageStepMinutes);
  const last = Math.ceil(Math.max(...roster.slots.map(({ until }) => until)) / coverageStepMinutes);
  const count = last - first;
  const needed = new Int32Array(count + 1);
  const assigned = new Int32Array(count + 1);
  const missing = new Int32Array(count + 1);
  for (const { shift, from, until } of roster.slots) {
    const begin = Math.floor(from / coverageStepMinutes) - first;
    const end = Math.ceil(until / coverageStepMinutes) - first;
    const held = roster.onShift.get(shift.id)?.length ?? 0;
    change(needed, begin, end, shift.headcount);
    change(assigned, begin, end, held);
    change(missing, begin, end, Math.max(0, shift.headcount - held));
  }
  const steps: CoverageStep[] = [];
  const now = { needed: 0, assigned: 0, missing: 0 };
  for (let index = 0; index < count; index += 1) {
    now.needed += needed[index] ?? 0;
    now.assigned += assigned[index] ?? 0;
    now.missing += missing[index] ?? 0;
    steps.push({ ...now });
  }
  return {
    span: {
      startsAt: instantFromEpoch(first * coverageStepMinutes * 60_000),
      endsAt: instantFromEpoch(last * coverageStepMinutes * 60_000),
    },
    stepMinutes: coverageStepMinutes,
    steps,
  };
}

function change(steps: Int32Array, begin: number, end: number, by: number): void {
  steps[begin] = (steps[begin] ?? 0) + by;
  steps[end] = (steps[end] ?? 0) - by;
}
