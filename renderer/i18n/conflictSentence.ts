import { formatClock, formatDay, formatInstant, formatMinutes } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Roster, Slot } from '@shared/domain/roster';
import type { Conflict } from '@shared/domain/rosterConflicts';
import type { StaffId } from '@shared/domain/staffMember';
import { clockTimeOf, type Instant } from '@shared/domain/time';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './i18n';

export type ConflictSentences = Readonly<{
  /** Which rule, who, between which shifts, by how much, and the limit. */
  what: (conflict: Conflict) => string;
  /** What would put it right. */
  mend: (conflict: Conflict) => string;
  /** The sentence without the person's name: for a line that begins with it. */
  why: (conflict: Conflict) => string;
  /** « Porte Nord, sam. 22 févr., 9 h – 13 h »; of another event, its name before. */
  slot: (slot: Slot) => string;
}>;

/** A conflict of a roster as sentences. `added` are slots that only a thought holds: what is not in the roster yet. */
export function useConflictSentence(roster: Roster, added: readonly Slot[] = []): ConflictSentences {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  return useMemo(() => {
    const nameOf = (id: StaffId | undefined): string =>
      (id && roster.people.get(id)?.name) || t('conflict.somebody');
    const slotOf = (id: Conflict['shiftIds'][number] | undefined): Slot | undefined =>
      id === undefined ? undefined : (added.find(({ shift }) => shift.id === id) ?? roster.slotOf.get(id));
    const slotWords = (slot: Slot): string => {
      const event = roster.events.get(slot.shift.eventId);
      const zone = event?.timeZone ?? 'UTC';
      const { startsAt, endsAt } = slot.shift;
      const day = formatDay(slot.day, 'weekday', language);
      const clock = (at: Instant): string => formatClock(clockTimeOf(at, zone), language);
      const [from, to] = [clock(startsAt), clock(endsAt)] as const;
      const where =
        slot.shift.eventId !== roster.eventId && event
          ? `${eventWords(event)}, ${slot.post.name}`
          : slot.post.name;
      return t('conflict.slot', { name: where, day, from, to });
    };
    const words = (conflict: Conflict, person: string): string => {
      const slots = conflict.shiftIds.flatMap((id) => slotOf(id) ?? []);
      const last = slots.at(-1);
      const first = slots[0];
      const inMinutes = conflict.unit === 'minutes';
      const told = {
        person,
        other: nameOf(conflict.personIds[1]),
        shift: last ? slotWords(last) : t('conflict.someShift'),
        before: first ? slotWords(first) : t('conflict.someShift'),
        shifts: slots.slice(0, 4).map(slotWords).join(t('conflict.and')),
        amount: inMinutes ? formatMinutes(conflict.amount, language) : String(conflict.amount),
        limit: inMinutes ? formatMinutes(conflict.limit, language) : String(conflict.limit),
        total: inMinutes ? formatMinutes(conflict.amount + conflict.limit, language) : '',
        left: inMinutes ? formatMinutes(Math.max(0, conflict.limit - conflict.amount), language) : '',
        about: conflict.about,
        count: conflict.amount,
      };
      if (conflict.rule === 'unavailable' && conflict.about === '') return t('conflict.rule.absent', told);
      if (conflict.rule === 'shortRest' && conflict.amount === conflict.limit)
        return t('conflict.rule.noRest', told);
      return t(`conflict.rule.${conflict.rule}`, told);
    };
    return {
      what: (conflict) => capital(words(conflict, nameOf(conflict.personIds[0]))),
      why: (conflict) => capital(words(conflict, t('conflict.she'))),
      mend: (conflict) => {
        const slot = slotOf(conflict.shiftIds.at(-1));
        return t(`conflict.mend.${conflict.mend}`, {
          person: nameOf(conflict.personIds[0]),
          other: nameOf(conflict.personIds[1]),
          shift: slot ? slotWords(slot) : t('conflict.someShift'),
          about: conflict.about,
          count: conflict.amount,
          amount:
            conflict.unit === 'minutes' ? formatMinutes(conflict.amount, language) : String(conflict.amount),
        });
      },
      slot: slotWords,
    };
  }, [roster, added, t, language]);
}

/** « Accepté par Agent 01 le 12 févr., 14 h 30 ». */
export function useAcceptanceSentence(zone: string): (accepted: NonNullable<Conflict['accepted']>) => string {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  return ({ by, at, reason }) =>
    t('conflict.acceptedBy', {
      by: by || t('conflict.somebody'),
      at: formatInstant(at, zone, 'short', language),
      reason,
    });
}

function eventWords(event: PlannedEvent): string {
  return event.edition ? `${event.name}, ${event.edition}` : event.name;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
