import { workedMinutes } from './assignment';
import type { RosterFacts } from './roster';
import { type Shift, workedMinutesOf } from './shift';
import type { StaffId } from './staffMember';
import { type Day, dayOf, daysBetween } from './time';

/** What one person does at an event, in whole minutes without pauses, and what it costs in minor units of the workspace's currency. */
export type PersonHours = Readonly<{
  personId: StaffId;
  name: string;
  team: string;
  /** Of their working profile; empty when they have none. */
  profile: string;
  shifts: number;
  firstOn: Day;
  lastOn: Day;
  /** As the roster foresaw it; the absent count, the replaced do not: their hours are their substitute's. */
  plannedMinutes: number;
  /** As it was noted on the day. */
  workedMinutes: number;
  /** Shifts of which nobody has said yet whether they were held. */
  shiftsToNote: number;
  absences: number;
  /** Weeks from Monday to Sunday in which they have a shift here. */
  weeks: number;
  /** What the contract foresees in those weeks; `null` when the profile does not say. */
  contractMinutes: number | null;
  /** All that the rosters know of those weeks, other events included: worked where it was noted, else planned. */
  weekMinutes: number;
  /** Beyond the contract, each week for itself; `null` without a contract. */
  overtimeMinutes: number | null;
  /** `null`: nobody counts an hour of this profile. */
  plannedCostMinor: number | null;
  workedCostMinor: number | null;
}>;

export type HoursSum = Readonly<{
  people: number;
  shifts: number;
  plannedMinutes: number;
  workedMinutes: number;
  shiftsToNote: number;
  absences: number;
  overtimeMinutes: number;
  /** Of those whose hours are counted; `null` when nobody's are. */
  plannedCostMinor: number | null;
  workedCostMinor: number | null;
  /** People whose hours cost nothing that is known. */
  uncosted: number;
}>;

/** How evenly the planned minutes are shared among those who have any. */
export type Fairness = Readonly<{
  leastMinutes: number;
  mostMinutes: number;
  meanMinutes: number;
  /** Standard deviation, of all of them: 0 is everybody the same. */
  spreadMinutes: number;
}>;

/** Everybody who has or had a shift at the event, by name. */
export function hoursOf(facts: RosterFacts): PersonHours[] {
  const events = new Map(facts.events.map((event) => [event.id, event]));
  const shifts = new Map(facts.shifts.map((shift) => [shift.id, shift]));
  const profiles = new Map(facts.profiles.map((profile) => [profile.id, profile]));
  const works = new Map<StaffId, Work[]>();
  for (const assignment of facts.assignments) {
    const shift = shifts.get(assignment.shiftId);
    const event = shift && events.get(shift.eventId);
    if (!shift || !event) continue;
    const work: Work = {
      shift,
      day: dayOf(shift.startsAt, event.timeZone),
      isHere: event.id === facts.eventId,
      status: assignment.presence.status,
      worked: workedMinutes(assignment, shift),
    };
    const known = works.get(assignment.personId);
    if (known) known.push(work);
    else works.set(assignment.personId, [work]);
  }
  return facts.people.flatMap((member): PersonHours[] => {
    const all = works.get(member.id) ?? [];
    const here = all.filter(({ isHere }) => isHere);
    const [first] = here;
    if (!first) return [];
    const profile = member.profileId === null ? undefined : profiles.get(member.profileId);
    const weeks = minutesByWeek(all, new Set(here.map(({ day }) => weekOf(day))));
    const contract = profile?.contractWeekMinutes ?? null;
    const planned = sum(here, plannedOf);
    const worked = sum(here, (work) => work.worked ?? 0);
    const days = here.map(({ day }) => day).sort();
    const hourly = profile?.costPerHourMinor ?? null;
    return [
      {
        personId: member.id,
        name: member.name,
        team: member.team,
        profile: profile?.name ?? '',
        shifts: here.filter(({ status }) => status !== 'replaced').length,
        firstOn: days[0] ?? first.day,
        lastOn: days.at(-1) ?? first.day,
        plannedMinutes: planned,
        workedMinutes: worked,
        shiftsToNote: here.filter((work) => work.worked === null).length,
        absences: here.filter(({ status }) => status === 'absent').length,
        weeks: weeks.size,
        contractMinutes: contract === null ? null : contract * weeks.size,
        weekMinutes: sum([...weeks.values()], (minutes) => minutes),
        overtimeMinutes:
          contract === null ? null : sum([...weeks.values()], (minutes) => Math.max(0, minutes - contract)),
        plannedCostMinor: costOf(planned, hourly),
        workedCostMinor: costOf(worked, hourly),
      },
    ];
  });
}

export function sumOfHours(rows: readonly PersonHours[]): HoursSum {
  return {
    people: rows.length,
    shifts: sum(rows, ({ shifts }) => shifts),
    plannedMinutes: sum(rows, ({ plannedMinutes }) => plannedMinutes),
    workedMinutes: sum(rows, (row) => row.workedMinutes),
    shiftsToNote: sum(rows, ({ shiftsToNote }) => shiftsToNote),
    absences: sum(rows, ({ absences }) => absences),
    overtimeMinutes: sum(rows, ({ overtimeMinutes }) => overtimeMinutes ?? 0),
    plannedCostMinor: sumOrNull(rows.map(({ plannedCostMinor }) => plannedCostMinor)),
    workedCostMinor: sumOrNull(rows.map(({ workedCostMinor }) => workedCostMinor)),
    uncosted: rows.filter(({ plannedCostMinor }) => plannedCostMinor === null).length,
  };
}

/** The same by team, by name; those without a team last, under an empty name. */
export function hoursByTeam(rows: readonly PersonHours[]): Readonly<{ team: string; sum: HoursSum }>[] {
  const teams = new Map<string, PersonHours[]>();
  for (const row of rows) {
    const known = teams.get(row.team);
    if (known) known.push(row);
    else teams.set(row.team, [row]);
  }
  return [...teams]
    .sort(([left], [right]) => Number(left === '') - Number(right === '') || left.localeCompare(right))
    .map(([team, members]) => ({ team, sum: sumOfHours(members) }));
}

/** `null` when nobody has any planned minutes. */
export function fairnessOf(rows: readonly PersonHours[]): Fairness | null {
  const minutes = rows.flatMap(({ plannedMinutes }) => (plannedMinutes > 0 ? [plannedMinutes] : []));
  if (minutes.length === 0) return null;
  const mean = sum(minutes, (each) => each) / minutes.length;
  const variance = sum(minutes, (each) => (each - mean) ** 2) / minutes.length;
  return {
    leastMinutes: Math.min(...minutes),
    mostMinutes: Math.max(...minutes),
    meanMinutes: mean,
    spreadMinutes: Math.sqrt(variance),
  };
}

/** Decimal hours, as payroll wants them: 90 minutes are 1.5. At most two decimals. */
export function decimalHours(minutes: number): number {
  return Math.round((minutes * 100) / 60) / 100;
}

type Work = Readonly<{
  shift: Shift;
  day: Day;
  isHere: boolean;
  status: string;
  /** `null` while nobody noted it. */
  worked: number | null;
}>;

function plannedOf({ status, shift }: Work): number {
  return status === 'replaced' ? 0 : workedMinutesOf(shift);
}

function minutesByWeek(all: readonly Work[], weeks: ReadonlySet<number>): Map<number, number> {
  const minutes = new Map([...weeks].map((week) => [week, 0]));
  for (const work of all) {
    const week = weekOf(work.day);
    const known = minutes.get(week);
    if (known !== undefined) minutes.set(week, known + (work.worked ?? plannedOf(work)));
  }
  return minutes;
}

/** Monday 29 December 1969 began week 0. */
function weekOf(day: Day): number {
  return Math.floor(daysBetween('1969-12-29', day) / 7);
}

function costOf(minutes: number, perHourMinor: number | null): number | null {
  return perHourMinor === null ? null : Math.round((minutes * perHourMinor) / 60);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function sumOrNull(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known, (value) => value);
}
