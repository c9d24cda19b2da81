import type { RosterModel, RosterShift } from '@shared/roster/model';
import { loadUnitMinutes } from '@shared/roster/model';
import highs from 'highs';

/** What a general solver makes of the whole model in some seconds; `null` where it has found nothing. */
export type MipResult = Readonly<{ objective: number | null; seconds: number; isOptimal: boolean }>;

/**
 * The strict rule as a plain mixed integer program for HiGHS: one variable for each pair, one row for each shift, one for each largest
 * set of a person's shifts of which two never fit, one for each week, and the load cost by its slopes.
 */
export async function solveByMip(model: RosterModel, seconds: number): Promise<MipResult> {
  const solver = await highs();
  const startedAt = performance.now();
  const solution = solver.solve(programOf(model), { time_limit: seconds, threads: 1, output_flag: false });
  const taken = (performance.now() - startedAt) / 1_000;
  const isOptimal = solution.Status === 'Optimal';
  const objective = Number.isFinite(solution.ObjectiveValue) && solution.Status !== 'Infeasible';
  return { objective: objective ? solution.ObjectiveValue : null, seconds: taken, isOptimal };
}

function programOf({ shifts, people, weekStarts }: RosterModel): string {
  const costs: string[] = [];
  const rows: string[] = [];
  const bounds: string[] = [];
  const binaries: string[] = [];
  const holders = shifts.map((): string[] => []);
  people.forEach(({ options, duty, busy, targetMinutes, contractMinutes }, person) => {
    const load: string[] = [];
    for (const { shift, cost } of options) {
      const pair = `x${person}_${shift}`;
      binaries.push(pair);
      if (cost !== 0) costs.push(`${cost} ${pair}`);
      holders[shift]?.push(pair);
      load.push(`${minutesOf(shifts[shift]) / loadUnitMinutes} ${pair}`);
    }
    for (const group of cliquesOf(
      options.map(({ shift }) => shift),
      shifts,
      duty.restMinutes,
    ))
      rows.push(`${group.map((shift) => `x${person}_${shift}`).join(' + ')} <= 1`);
    weekStarts.forEach((from, week) => {
      const to = weekStarts[week + 1] ?? Infinity;
      const inWeek = options.filter(
        ({ shift }) => shifts[shift]!.startsAt >= from && shifts[shift]!.startsAt < to,
      );
      const elsewhere = busy.filter(({ startsAt }) => startsAt >= from && startsAt < to);
      const room = (duty.weekMinutes ?? Infinity) - elsewhere.reduce((sum, each) => sum + minutesOf(each), 0);
      if (inWeek.length === 0 || !Number.isFinite(room)) return;
      rows.push(
        `${inWeek.map(({ shift }) => `${minutesOf(shifts[shift])} x${person}_${shift}`).join(' + ')} <= ${Math.max(0, room)}`,
      );
    });
    // Hours: short of the target, over it, far over it, and over the contract; all in half hours.
    const [under, over, far, overtime] = ['u', 'o', 'f', 't'].map((letter) => `${letter}${person}`);
    costs.push(`2 ${under}`, `2 ${over}`, `4 ${far}`, `10 ${overtime}`);
    const sum = load.length === 0 ? `0 ${under}` : load.join(' + ');
    const target = targetMinutes / loadUnitMinutes;
    rows.push(`${sum} + ${under} - ${over} = ${target}`);
    rows.push(`${sum} - ${far} <= ${target + 16}`);
    rows.push(`${sum} - ${overtime} <= ${contractMinutes / loadUnitMinutes}`);
  });
  shifts.forEach(({ headcount, weight }, shift) => {
    costs.push(`${weight} e${shift}`);
    bounds.push(`0 <= e${shift} <= ${headcount}`);
    rows.push(`${[...holders[shift]!, `e${shift}`].join(' + ')} = ${headcount}`);
  });
  return [
    'Minimize',
    `obj: ${costs.join('\n + ')}`,
    'Subject To',
    ...rows.map((row, number) => `r${number}: ${row}`),
    'Bounds',
    ...bounds,
    'Binary',
    binaries.join('\n'),
    'End',
  ].join('\n');
}

/** The largest sets of shifts that overlap when each is longer by the rest. */
function cliquesOf(own: readonly number[], shifts: readonly RosterShift[], rest: number): number[][] {
  const byStart = [...own].sort((a, b) => shifts[a]!.startsAt - shifts[b]!.startsAt);
  const cliques: number[][] = [];
  let active: number[] = [];
  let isGrown = false;
  for (const shift of byStart) {
    const left = active.filter((each) => shifts[each]!.endsAt + rest > shifts[shift]!.startsAt);
    if (left.length < active.length && isGrown && active.length > 1) cliques.push(active);
    if (left.length < active.length) isGrown = false;
    active = [...left, shift];
    isGrown = true;
  }
  return active.length > 1 ? [...cliques, active] : cliques;
}

function minutesOf(span: Pick<RosterShift, 'startsAt' | 'endsAt'> | undefined): number {
  return span ? span.endsAt - span.startsAt : 0;
}
