import { type BusySpan, type RosterModel, type RosterPerson, type RosterShift, touches } from './model';

/**
 * - `notAnOption`: held without being among the options, nor locked.
 * - `lockMissing`: locked but not held. `twice`: held twice by the same person.
 * - `working`: two spans overlap. `travel`: not enough time between two places. `rest`: not enough rest between two shifts.
 * - `span`: a duty period is too long. `dayHours`, `weekHours`, `maxHours`: too much work in a duty period or day, a week, the model.
 * - `apart`: two people side by side who never are. `overfull`: more people than seats.
 */
export type BreachKind =
  | 'notAnOption'
  | 'lockMissing'
  | 'twice'
  | 'working'
  | 'travel'
  | 'rest'
  | 'span'
  | 'dayHours'
  | 'weekHours'
  | 'maxHours'
  | 'apart'
  | 'overfull';

export type Breach = Readonly<{
  kind: BreachKind;
  people: readonly number[];
  /** The shifts that break the rule together; busy spans are counted but have no number. */
  shifts: readonly number[];
  /** Minutes missing or in excess; for `overfull` the people too many; 0 where there is nothing to measure. */
  excess: number;
  /** Only locked shifts and busy spans have part in it: nothing the engine may change. */
  isFixed: boolean;
}>;

/** Every hard rule that a roster breaks, found pair by pair and sum by sum, without anything of the search. Empty for a sound roster. */
export function breachesOf(model: RosterModel, assignments: readonly (readonly number[])[]): Breach[] {
  return [
    ...model.people.flatMap((person, index) => ownBreaches(model, person, index, assignments[index] ?? [])),
    ...apartBreaches(model, assignments),
    ...overfullBreaches(model, assignments),
  ];
}

/** What would stand in the way if a person who holds `held` took one more shift: the breaches in which it has part, `apart` left aside. */
export function breachesOfAdding(
  model: RosterModel,
  person: number,
  held: readonly number[],
  shift: number,
): Breach[] {
  const of = model.people[person];
  return of
    ? ownBreaches(model, of, person, [...held, shift]).filter(({ shifts }) => shifts.includes(shift))
    : [];
}

/** A shift held or a busy span. */
type Piece = BusySpan & { shift: number | null; isFixed: boolean };

function ownBreaches(
  model: RosterModel,
  person: RosterPerson,
  index: number,
  held: readonly number[],
): Breach[] {
  const options = new Set(person.options.map(({ shift }) => shift));
  const locks = new Set(person.locked);
  const pieces: Piece[] = [
    ...person.busy.map((span) => ({ ...span, shift: null, isFixed: true })),
    ...[...new Set(held)].flatMap((number) => {
      const shift = model.shifts[number];
      return shift ? [{ ...spanOf(shift), shift: number, isFixed: locks.has(number) }] : [];
    }),
  ].sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
  const breach = (kind: BreachKind, of: readonly Piece[], excess: number): Breach => ({
    kind,
    people: [index],
    shifts: of.flatMap(({ shift }) => shift ?? []),
    excess,
    isFixed: of.every(({ isFixed }) => isFixed),
  });
  const single = (kind: BreachKind, shift: number): Breach => ({
    kind,
    people: [index],
    shifts: [shift],
    excess: 0,
    isFixed: false,
  });
  return [
    ...held
      .filter((number) => !options.has(number) && !locks.has(number))
      .map((shift) => single('notAnOption', shift)),
    ...person.locked
      .filter((number) => !held.includes(number) && number in model.shifts)
      .map((shift) => single('lockMissing', shift)),
    ...held
      .filter((number, position) => held.indexOf(number) !== position)
      .map((shift) => single('twice', shift)),
    ...pairBreaches(model, person, pieces, breach),
    ...periodBreaches(person, pieces, breach),
    ...sumBreaches(model, person, pieces, breach),
  ];
}

type BreachOf = (kind: BreachKind, of: readonly Piece[], excess: number) => Breach;

function pairBreaches(
  { travelMinutes }: RosterModel,
  { duty }: RosterPerson,
  pieces: readonly Piece[],
  breach: BreachOf,
): Breach[] {
  return pieces.flatMap((second, position) =>
    pieces.slice(0, position).flatMap((first) => {
      const gap = second.startsAt - first.endsAt;
      if (gap < 0) return [breach('working', [first, second], -gap)];
      const way = travelMinutes[first.place]?.[second.place] ?? 0;
      if (gap < way) return [breach('travel', [first, second], way - gap)];
      if (duty.spanMinutes === null && gap < duty.restMinutes)
        return [breach('rest', [first, second], duty.restMinutes - gap)];
      return [];
    }),
  );
}

/** Duty periods of somebody who may work several shifts in one. */
function periodBreaches({ duty }: RosterPerson, pieces: readonly Piece[], breach: BreachOf): Breach[] {
  if (duty.spanMinutes === null) return [];
  const { spanMinutes, dayMinutes, restMinutes } = duty;
  const periods: Piece[][] = [];
  let end = -Infinity;
  for (const piece of pieces) {
    const current = periods.at(-1);
    if (current && piece.startsAt - end < restMinutes) current.push(piece);
    else periods.push([piece]);
    end = Math.max(end, piece.endsAt);
  }
  return periods.flatMap((period) => {
    const first = Math.min(...period.map(({ startsAt }) => startsAt));
    const last = Math.max(...period.map(({ endsAt }) => endsAt));
    return [
      ...(last - first > spanMinutes ? [breach('span', period, last - first - spanMinutes)] : []),
      ...over('dayHours', period, dayMinutes, breach),
    ];
  });
}

function sumBreaches(
  { dayStarts, weekStarts }: RosterModel,
  { duty }: RosterPerson,
  pieces: readonly Piece[],
  breach: BreachOf,
): Breach[] {
  return [
    ...inPeriods(pieces, dayStarts).flatMap((day) => over('dayHours', day, duty.dayMinutes, breach)),
    ...inPeriods(pieces, weekStarts).flatMap((week) => over('weekHours', week, duty.weekMinutes, breach)),
    ...over('maxHours', pieces, duty.maxMinutes, breach),
  ];
}

function over(kind: BreachKind, pieces: readonly Piece[], limit: number | null, breach: BreachOf): Breach[] {
  const minutes = pieces.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0);
  return limit === null || minutes <= limit ? [] : [breach(kind, pieces, minutes - limit)];
}

function inPeriods(pieces: readonly Piece[], starts: readonly number[]): Piece[][] {
  const periods = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const period = Math.max(
      0,
      starts.findLastIndex((start) => start <= piece.startsAt),
    );
    periods.set(period, [...(periods.get(period) ?? []), piece]);
  }
  return [...periods.values()];
}

function apartBreaches(model: RosterModel, assignments: readonly (readonly number[])[]): Breach[] {
  return model.apart.flatMap(([one, other]) =>
    (assignments[one] ?? []).flatMap((mine) =>
      (assignments[other] ?? []).flatMap((theirs): Breach[] => {
        const [left, right] = [model.shifts[mine], model.shifts[theirs]];
        if (one === other || !left || !right || !touches(left, right)) return [];
        const isFixed = isLocked(model, one, mine) && isLocked(model, other, theirs);
        return [{ kind: 'apart', people: [one, other], shifts: [mine, theirs], excess: 0, isFixed }];
      }),
    ),
  );
}

function overfullBreaches(model: RosterModel, assignments: readonly (readonly number[])[]): Breach[] {
  return model.shifts.flatMap(({ headcount }, shift): Breach[] => {
    const people = assignments.flatMap((held, person) => (held.includes(shift) ? [person] : []));
    if (people.length <= headcount) return [];
    const isFixed = people.every((person) => isLocked(model, person, shift));
    return [{ kind: 'overfull', people, shifts: [shift], excess: people.length - headcount, isFixed }];
  });
}

function isLocked({ people }: RosterModel, person: number, shift: number): boolean {
  return people[person]?.locked.includes(shift) ?? false;
}

function spanOf({ startsAt, endsAt, place }: RosterShift): BusySpan {
  return { startsAt, endsAt, place };
}
