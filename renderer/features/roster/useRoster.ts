import type { Assignment, AssignmentId } from '@shared/domain/assignment';
import { type Coverage, coverageOf } from '@shared/domain/coverage';
import { conflictsAfter, type KnownConflicts, sameRecords } from '@shared/domain/knownConflicts';
import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import type { Roster, RosterFacts } from '@shared/domain/roster';
import type { Conflict } from '@shared/domain/rosterConflicts';
import type { ShiftId } from '@shared/domain/shift';
import { useMemo, useState } from 'react';
import { rosterFactsOf } from '@renderer/data/roster';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';

/** The roster of an event with all that is computed from it. */
export type RosterNow = Readonly<{
  event: PlannedEvent;
  facts: RosterFacts;
  roster: Roster;
  known: KnownConflicts;
  conflicts: readonly Conflict[];
  /** Those that happen on a shift: the last of each conflict's shifts. */
  conflictsOn: ReadonlyMap<ShiftId, readonly Conflict[]>;
  /** Of every event that is read, by id. */
  assignments: ReadonlyMap<AssignmentId, Assignment>;
  coverage: Coverage | null;
}>;

/** `undefined` until the first answer, `null` when there is no such event. After a change only the people whose work changed are looked at again. */
export function useRoster(eventId: EventId): RosterNow | null | undefined {
  const language = useLanguage();
  const answer = useQuestion((database) => rosterFactsOf(database, eventId, language), [eventId, language]);
  const [known, setKnown] = useState<{ answer: RosterFacts; conflicts: KnownConflicts } | null>(null);
  let now = known;
  if (answer && known?.answer !== answer) {
    const before = known?.conflicts.facts.eventId === answer.eventId ? known.conflicts : null;
    const facts = sameRecords(answer, before?.facts ?? null);
    now = { answer, conflicts: facts === before?.facts ? before : conflictsAfter(facts, before) };
    setKnown(now);
  }
  const conflicts = now?.conflicts;
  const ready = useMemo(() => conflicts && readyOf(conflicts), [conflicts]);
  if (!answer) return answer;
  // Of the event that was shown before, for a moment.
  if (answer.eventId !== eventId) return undefined;
  return ready ?? null;
}

function readyOf(known: KnownConflicts): RosterNow | null {
  const { facts, roster, all } = known;
  const event = roster.events.get(facts.eventId);
  if (!event) return null;
  const conflictsOn = new Map<ShiftId, Conflict[]>();
  for (const conflict of all) {
    const here = conflict.shiftIds.filter((id) => roster.slotOf.get(id)?.shift.eventId === facts.eventId);
    const last = here.at(-1);
    if (last === undefined) continue;
    const listed = conflictsOn.get(last) ?? [];
    listed.push(conflict);
    conflictsOn.set(last, listed);
  }
  return {
    event,
    facts,
    roster,
    known,
    conflicts: all,
    conflictsOn,
    assignments: new Map(facts.assignments.map((assignment) => [assignment.id, assignment])),
    coverage: coverageOf(roster),
  };
}
