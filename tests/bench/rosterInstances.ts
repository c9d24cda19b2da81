import type { BusySpan, RosterModel, RosterOption } from '@shared/roster/model';
import { seatWeight } from '@shared/roster/model';

export type RosterSize = 'small' | 'medium' | 'large';

/** `strict`: 11 h between any two shifts. `split`: several shifts may form a day of 13 h, with travel between them. */
export type RestRule = 'strict' | 'split';

export const rosterSizes: Record<RosterSize, Size> = {
  small: { people: 20, shifts: 60, days: 7, events: 2 },
  medium: { people: 80, shifts: 400, days: 14, events: 8 },
  large: { people: 300, shifts: 3_000, days: 28, events: 40 },
};

/**
 * Events of several days in a region of 100 km, shifts of 4 to 9 hours in twelve trades, people with two to four trades, a
 * contract, days off, other bookings and likings. The same size and seed give the same model.
 */
export function rosterInstance(size: RosterSize, seed: number, rule: RestRule = 'strict'): RosterModel {
  const { events, shifts, staff, days } = drawn(rosterSizes[size], seed);
  const weeks = Math.ceil(days / 7);
  const elsewhere = events.length;
  const travel = [...events, null].map((from) =>
    [...events, null].map((to) => {
      if (from === null || to === null) return 2 * unit;
      return from === to ? 0 : unit * (1 + Math.ceil(Math.hypot(from.x - to.x, from.y - to.y) / 30));
    }),
  );
  const demand = shifts.reduce((sum, { need, start, end }) => sum + need * (end - start), 0);
  const bases = staff.map(({ contractHours }) => Math.max(8, contractHours) * 2 * weeks);
  const base = bases.reduce((sum, each) => sum + each, 0);
  return {
    shifts: shifts.map(({ start, end, need, priority, event }) => ({
      startsAt: start * unit,
      endsAt: end * unit,
      headcount: need,
      weight: priority * seatWeight,
      place: event,
    })),
    people: staff.map((person, index) => {
      const options: RosterOption[] = [];
      shifts.forEach((shift, number) => {
        if (isPossible(person, shift)) options.push({ shift: number, cost: likingCost(person, shift) });
      });
      return {
        duty: {
          restMinutes: rest * unit,
          spanMinutes: rule === 'split' ? span * unit : null,
          dayMinutes: null,
          weekMinutes: person.weekLimit * unit,
          maxMinutes: null,
        },
        options,
        busy: person.booked.map(([start, end]): BusySpan => ({
          startsAt: start * unit,
          endsAt: end * unit,
          place: elsewhere,
        })),
        locked: [],
        targetMinutes: Math.round(bases[index]! * Math.min(1.1, demand / base)) * unit,
        contractMinutes: (person.contractHours === 0 ? 12 : person.contractHours) * 2 * weeks * unit,
      };
    }),
    travelMinutes: travel,
    weekStarts: Array.from({ length: weeks }, (_week, number) => number * 7 * day * unit),
    dayStarts: Array.from({ length: days }, (_day, number) => number * day * unit),
    apart: [],
    together: [],
  };

  /** Bookings are refused here as the page does, so that the shifts they exclude are no options at all. */
  function isPossible(person: Person, { skill, start, end, event }: Shift): boolean {
    const hours = person.hours[Math.floor(start / day)];
    if (!person.skills.includes(skill) || !hours) return false;
    const from = Math.floor(start / day) * day;
    if (start - from < hours[0] || end - from > hours[1]) return false;
    return !person.booked.some(([bookedStart, bookedEnd]) => {
      const [first, second] =
        start < bookedStart || (start === bookedStart && end < bookedEnd)
          ? [
              [start, end],
              [bookedStart, bookedEnd],
            ]
          : [
              [bookedStart, bookedEnd],
              [start, end],
            ];
      const gap = second[0]! - first[1]!;
      if (rule === 'strict') return gap < rest;
      const needed = travel[event]![elsewhere]! / unit;
      return gap < needed || (gap < rest && second[1]! - first[0]! > span);
    });
  }

  function likingCost(person: Person, { start, end, event }: Shift): number {
    const from = Math.floor(start / day) * day;
    const place = events[event]!;
    const distance = Math.hypot(person.x - place.x, person.y - place.y);
    const night = end - from > 46 || start - from < 14 ? person.nightCost : 0;
    return Math.round(6 + person.liking[event]! + distance * 0.12 + night);
  }
}

type Size = Readonly<{ people: number; shifts: number; days: number; events: number }>;
type Span = readonly [from: number, to: number];
type Shift = { skill: number; start: number; end: number; need: number; priority: number; event: number };
type Place = { x: number; y: number };
type Person = Place & {
  skills: number[];
  contractHours: number;
  weekLimit: number;
  hours: (Span | null)[];
  booked: Span[];
  liking: number[];
  nightCost: number;
};

/** Minutes of the half hour in which the instances are drawn; the other times are in half hours. */
const unit = 30;
const day = 48;
const rest = 22;
const span = 26;

/** How often each trade is asked for. */
const trades = [0.26, 0.16, 0.12, 0.12, 0.09, 0.07, 0.05, 0.04, 0.04, 0.02, 0.02, 0.01];
const startHours = [6, 7, 8, 8, 9, 10, 12, 14, 15, 16, 16, 17, 18, 18, 20, 22];

function drawn({ people, shifts: shiftCount, days, events: eventCount }: Size, seed: number) {
  const random = randomFrom(seed * 7919 + people * 31 + shiftCount);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const oneOf = <Item>(items: readonly Item[]): Item => items[between(0, items.length - 1)]!;
  const isFew = people < 40;
  const skills = isFew ? trades.slice(0, 6) : trades;
  const pick = (shares: readonly number[]) => {
    let left = shares.reduce((sum, share) => sum + share, 0) * random();
    for (const [index, share] of shares.entries()) {
      left -= share;
      if (left <= 0) return index;
    }
    return shares.length - 1;
  };

  const events = Array.from({ length: eventCount }, () => {
    const length = between(2, Math.min(5, days));
    return { x: between(0, 100), y: between(0, 100), firstDay: between(0, days - length), length };
  });
  const shifts = Array.from({ length: shiftCount }, (): Shift => {
    const event = between(0, eventCount - 1);
    const { firstDay, length } = events[event]!;
    const onDay = firstDay + between(0, length - 1);
    const hour = oneOf(startHours);
    const duration = between(8, 18);
    const start = onDay * day + hour * 2;
    const need = oneOf(isFew ? [1, 1, 1, 1, 1, 1, 1, 1, 2, 2] : [1, 1, 1, 1, 1, 1, 2, 2, 2, 3]);
    const skill = pick(skills);
    const priority = random() < 0.2 ? 3 : random() < 0.5 ? 2 : 1;
    return { skill, start, end: start + duration, need, priority, event };
  }).sort((a, b) => a.start - b.start || a.end - b.end);
  const staff = Array.from({ length: people }, (): Person => {
    const count = between(2, 4);
    const own = new Set<number>();
    while (own.size < count) own.add(pick(skills.map((share) => share + 0.05)));
    const contractHours = oneOf([0, 16, 24, 32, 40, 40, 40]);
    const hours = Array.from({ length: days }, (): Span | null => {
      const chance = random();
      return chance < 0.14 ? null : chance < 0.22 ? [28, 72] : chance < 0.28 ? [10, 34] : [0, 72];
    });
    const booked: Span[] = [];
    for (let onDay = 0; onDay < days; onDay += 1) {
      if (random() >= 0.06) continue;
      const start = onDay * day + between(12, 34);
      booked.push([start, start + between(8, 18)]);
    }
    const liking = events.map(() => oneOf([0, 0, 0, 2, 4, 8, -2, -4]));
    const [x, y] = [between(0, 100), between(0, 100)];
    const nightCost = random() < 0.4 ? 6 : 0;
    const weekLimit = Math.min(48, Math.max(24, contractHours + 10)) * 2;
    return { skills: [...own], contractHours, weekLimit, hours, booked, x, y, liking, nightCost };
  });
  return { events, shifts, staff, days };
}

/** Mulberry32: 32 bits of state, the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
