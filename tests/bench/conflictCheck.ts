import { conflictsAfter } from '@shared/domain/knownConflicts';
import type { RosterFacts } from '@shared/domain/roster';
import { rosterConflicts } from '@shared/domain/rosterConflicts';
import { shippedProfiles } from '@shared/seed/workProfiles';
import { aRosterPlan } from '../support/rosters';
import { median, ms, printTable } from './table';

const people = 500;
const shifts = 750;
const seats = 4;
const rounds = 41;

/** An event of 3 000 assignments: everything looked at once, and again after one person was moved to another shift. Medians. */
export function benchConflictCheck(): void {
  const facts = largeRoster();
  const first = conflictsAfter(facts, null);
  const whole: number[] = [];
  const afterMove: number[] = [];
  let before = first;
  for (let round = 0; round < rounds; round += 1) {
    const list = [...before.facts.assignments];
    const at = (round * 71) % list.length;
    const [one, other] = [list[at], list[(at + 997) % list.length]];
    if (!one || !other) throw new Error('no assignments');
    list[at] = { ...one, shiftId: other.shiftId };
    const moved = { ...before.facts, assignments: list };
    let startedAt = performance.now();
    before = conflictsAfter(moved, before);
    afterMove.push(performance.now() - startedAt);
    startedAt = performance.now();
    rosterConflicts(before.roster);
    whole.push(performance.now() - startedAt);
  }
  printTable(
    `Conflicts of ${people} people, ${shifts} shifts, ${facts.assignments.length} assignments; ${first.all.length} found at first`,
    ['', 'median', 'slowest'],
    [
      ['everybody', ms(median(whole)), ms(Math.max(...whole))],
      ['after one move, the roster built anew included', ms(median(afterMove)), ms(Math.max(...afterMove))],
    ],
  );
}

function largeRoster(): RosterFacts {
  const plan = aRosterPlan();
  const profiles = shippedProfiles('fr');
  const staff = Array.from({ length: people }, (_, index) =>
    plan.person({ profileId: profiles[index % profiles.length]?.id ?? null }),
  );
  for (let number = 0; number < shifts; number += 1) {
    const day = String(3 + (number % 20)).padStart(2, '0');
    const hour = 6 + ((number * 5) % 12);
    const clock = (hours: number) => `${String(hours).padStart(2, '0')}:00`;
    plan.shift(clock(hour), clock(hour + 4 + (number % 3)), {
      on: `2025-02-${day}`,
      who: Array.from({ length: seats }, (_, seat) => staff[(number * 7 + seat * 131) % people]).flatMap(
        (member) => member ?? [],
      ),
    });
  }
  return { ...plan.facts(), profiles };
}
