import type { RosterRule } from '../domain/assignment';
import type { ShiftId } from '../domain/shift';
import type { StaffId } from '../domain/staffMember';
import type { EventModel } from './eventModel';
import { breachesOfAdding } from './check';
import { type BlockKind, explainEmpty, type RelaxableRule } from './explain';

/** Why seats of one shift stay empty, in the words of the event. */
export type EmptyShift = Readonly<{
  shiftId: ShiftId;
  /** Empty seats, at least 1. */
  seats: number;
  /** People whom a rule about this shift alone refuses, by rule; named when there are `mostNamed` at most. */
  refused: readonly Readonly<{ rule: RosterRule; people: number; named: readonly StaffId[] }>[];
  /** People who may hold it, by what stands in their way; `free` would only be dearer elsewhere. */
  blocked: readonly Readonly<{ kind: BlockKind | 'free'; people: number }>[];
  /** Those with the least in their way, `mostNamed` at most, each with what is. */
  nearest: readonly Readonly<{
    personId: StaffId;
    blocks: readonly Readonly<{ kind: BlockKind; shiftIds: readonly ShiftId[]; minutes: number }>[];
  }>[];
  /** Shifts that need more people at once than can do any of them: some of their seats stay empty whatever is done. */
  shortage: Readonly<{ shiftIds: readonly ShiftId[]; seats: number; people: number }> | null;
  /** The smallest change that would fill one of the seats. */
  remedy:
    | Readonly<{
        kind: 'moves';
        moves: readonly Readonly<{ shiftId: ShiftId; from: StaffId | null; to: StaffId }>[];
      }>
    /** The one thing that keeps somebody from it who is otherwise free for it: a certificate that ended, an absence, a no. */
    | Readonly<{ kind: 'lift'; personId: StaffId; rule: RosterRule; about: string }>
    | Readonly<{ kind: 'relaxation'; personId: StaffId; rule: RelaxableRule; minutes: number }>
    | null;
  /** No roster fills it: nobody may hold it, or its group is short of people. */
  isProven: boolean;
}>;

export const mostNamed = 3;

/** By shift, in order of time. */
export function proofOf(
  { model, shiftIds, personIds, refused }: EventModel,
  assignments: readonly (readonly number[])[],
): EmptyShift[] {
  const peopleNamed = (numbers: readonly number[]) => numbers.flatMap((number) => personIds[number] ?? []);
  const shiftsNamed = (numbers: readonly number[]) => numbers.flatMap((number) => shiftIds[number] ?? []);
  const liftOf = (shift: number): EmptyShift['remedy'] => {
    const lifted = (refused[shift] ?? []).find(
      ({ person, rule, isOnly }) =>
        isOnly &&
        liftable.includes(rule) &&
        breachesOfAdding(model, person, assignments[person] ?? [], shift).every(
          ({ kind }) => kind === 'notAnOption',
        ),
    );
    const personId = lifted && personIds[lifted.person];
    return lifted && personId ? { kind: 'lift', personId, rule: lifted.rule, about: lifted.about } : null;
  };
  return explainEmpty(model, assignments).map(({ shift, seats, people, shortage, remedy }): EmptyShift => {
    const counts = new Map<BlockKind | 'free', number>();
    for (const { blocks } of people) {
      const kind = blocks[0]?.kind ?? 'free';
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return {
      shiftId: shiftIds[shift] as ShiftId,
      seats,
      refused: byRule(refused[shift] ?? []).map(([rule, numbers]) => ({
        rule,
        people: numbers.length,
        named: numbers.length <= mostNamed ? peopleNamed(numbers) : [],
      })),
      blocked: [...counts].map(([kind, count]) => ({ kind, people: count })),
      nearest: people.slice(0, mostNamed).flatMap(({ person, blocks }) => {
        const personId = personIds[person];
        return personId
          ? [
              {
                personId,
                blocks: blocks.map(({ kind, shifts, minutes }) => ({
                  kind,
                  shiftIds: shiftsNamed(shifts),
                  minutes,
                })),
              },
            ]
          : [];
      }),
      shortage:
        shortage && shortage.people.length > 0
          ? {
              shiftIds: shiftsNamed(shortage.shifts),
              seats: shortage.seats,
              people: shortage.people.length,
            }
          : null,
      remedy: remedy ? named(remedy, shiftIds, personIds) : liftOf(shift),
      isProven: people.length === 0 || shortage !== null,
    };
  });
}

/** What may change without another person or another post. */
const liftable: readonly RosterRule[] = ['expiredSkill', 'unavailable', 'outsideHours', 'declined'];

function byRule(refusals: EventModel['refused'][number]): [RosterRule, number[]][] {
  const rules = new Map<RosterRule, number[]>();
  for (const { rule, person } of refusals) rules.set(rule, [...(rules.get(rule) ?? []), person]);
  return [...rules].toSorted(([, left], [, right]) => right.length - left.length);
}

function named(
  remedy: NonNullable<ReturnType<typeof explainEmpty>[number]['remedy']>,
  shiftIds: readonly ShiftId[],
  personIds: readonly StaffId[],
): EmptyShift['remedy'] {
  if (remedy.kind === 'relaxation') {
    const personId = personIds[remedy.person];
    return personId ? { kind: 'relaxation', personId, rule: remedy.rule, minutes: remedy.minutes } : null;
  }
  return {
    kind: 'moves',
    moves: remedy.moves.flatMap(({ shift, from, to }) => {
      const shiftId = shiftIds[shift];
      const personId = personIds[to];
      if (!shiftId || !personId) return [];
      return [{ shiftId, from: from === null ? null : (personIds[from] ?? null), to: personId }];
    }),
  };
}
