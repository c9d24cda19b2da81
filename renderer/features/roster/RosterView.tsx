import type { Coverage } from '@shared/domain/coverage';
import { openConflicts, type Conflict } from '@shared/domain/rosterConflicts';
import type { Slot } from '@shared/domain/roster';
import { dDayOf, type PlannedEvent } from '@shared/domain/plannedEvent';
import type { ShiftId } from '@shared/domain/shift';
import type { Day } from '@shared/domain/time';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConflictSentence } from '@renderer/i18n/conflictSentence';
import { paths } from '@renderer/navigation/paths';
import { type BoardBar as Bar, rowsByPerson, rowsByPost } from './board/boardRows';
import { type BarCommand, RosterBoard } from './board/RosterBoard';
import { daysOfSlots, rosterScaleOf } from './board/rosterScale';
import { CopyPostsDialog } from './dialogs/CopyPostsDialog';
import { PostsImport } from './import/PostsImport';
import { ConflictsPanel } from './panels/ConflictsPanel';
import { NewPostPanel } from './panels/NewPostPanel';
import { PostPanel } from './panels/PostPanel';
import { ShiftPanel } from './panels/ShiftPanel';
import { CandidateList } from './people/CandidateList';
import { NobodyYet, NoPeople, NoPosts } from './RosterEmpty';
import { RosterToolbar } from './RosterToolbar';
import { useBarCommands } from './useBarCommands';
import type { RosterNow } from './useRoster';
import { type RosterActions, useRosterActions } from './useRosterActions';
import { nothingOpen, useRosterSearch } from './useRosterSearch';
import styles from './RosterView.module.css';

export type RosterViewProps = {
  now: RosterNow;
  /** Opens the engine that fills what is left: « Remplir » in the toolbar. */
  onFill?: () => void;
  /** The people proposed for a shift, shown in its panel. `assign` warns as every other way does. */
  proposals?: (slot: Slot, assign: RosterActions['assign']) => ReactNode;
  /** Per quarter of an hour; what the roster itself says when not given, none when `null`. */
  coverage?: Coverage | null;
};

/** The roster of an event: the board, what stands beside it, and everything that can be done from both. */
export function RosterView({ now, onFill, proposals, coverage = now.coverage }: RosterViewProps) {
  const { t } = useTranslation('roster');
  const [search, setSearch] = useRosterSearch();
  const page = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<ShiftId | null>(null);
  const [target, setTarget] = useState<{ shiftId: ShiftId } | null>(null);
  const lastConflict = useRef<string | null>(null);
  const { roster, event, facts } = now;

  const focusShift = useCallback((shiftId: ShiftId) => setTarget({ shiftId }), []);
  const { actions, dialog } = useRosterActions(now, focusShift);
  const days = useMemo(() => daysOfSlots(roster.slots), [roster]);
  const day = shownDay(event, days, search.day);
  const slots = useMemo(
    () => (day === undefined ? roster.slots : roster.slots.filter((slot) => slot.day === day)),
    [roster, day],
  );
  const scale = useMemo(() => rosterScaleOf(event, slots, search.zoom), [event, slots, search.zoom]);
  const isEverybody = search.everybody === '1';
  const rows = useMemo(
    () => (search.by === 'post' ? rowsByPost(roster, day) : rowsByPerson(roster, day, isEverybody)),
    [roster, search.by, day, isEverybody],
  );
  const chosen = (search.shift ?? chosenId) && roster.slotOf.get((search.shift ?? chosenId) as ShiftId);
  const slot = chosen ?? null;
  const hasPosts = facts.posts.some(({ eventId }) => eventId === event.id);
  const hasPeople = facts.people.some(({ hasLeft }) => !hasLeft);

  const close = (): void => setSearch(nothingOpen);
  function closeShift(): void {
    const { shift } = search;
    close();
    if (shift) focusShift(shift);
  }
  const openShift = (id: ShiftId): void => setSearch({ ...nothingOpen, shift: id });
  function openCandidates({ slot: { shift } }: Bar): void {
    setChosenId(shift.id);
    if (!page.current?.querySelector('[data-candidates]') || search.shift) openShift(shift.id);
    focusCandidates(page);
  }
  const { menuOf, run, dialogs } = useBarCommands({
    now,
    actions,
    onOpen: openShift,
    onAssign: openCandidates,
  });
  const onCommand = useCallback((command: BarCommand, bar: Bar) => run(command, bar), [run]);

  function showConflict(conflict: Conflict): void {
    const own = conflict.shiftIds.flatMap((id) => {
      const found = roster.slotOf.get(id);
      return found && found.shift.eventId === event.id ? [found] : [];
    });
    const last = own.at(-1);
    if (!last) return;
    lastConflict.current = conflictKey(conflict);
    setChosenId(last.shift.id);
    const isHidden = search.by === 'person' && conflict.personIds.length === 0;
    if ((day !== undefined && last.day !== day) || isHidden)
      setSearch({ day: day === undefined ? 'all' : last.day, by: isHidden ? undefined : search.by });
    // The rows of the other day are drawn first.
    requestAnimationFrame(() => focusShift(last.shift.id));
  }
  function stepConflict(step: 1 | -1): void {
    const open = openConflicts(now.conflicts).sort(
      (left, right) => firstMinute(now, left) - firstMinute(now, right),
    );
    const at = open.findIndex((conflict) => conflictKey(conflict) === lastConflict.current);
    const next = open[at < 0 && step < 0 ? open.length - 1 : (at + step + open.length) % open.length];
    if (next) showConflict(next);
  }

  const sentences = useConflictSentence(roster);
  if (search.import) return <PostsImport now={now} />;
  const isBeside = search.shift === undefined && search.post === undefined && search.over === undefined;
  return (
    <div ref={page} className={styles.page}>
      <div className={styles.main}>
        <RosterToolbar now={now} days={days} day={day} onFill={onFill} />
        {!hasPeople && hasPosts && (
          <div className={styles.notice}>
            <NoPeople />
          </div>
        )}
        {!hasPosts ? (
          <NoPosts />
        ) : rows.length === 0 ? (
          <NobodyYet />
        ) : (
          <RosterBoard
            now={now}
            by={search.by}
            rows={rows}
            scale={scale}
            coverage={coverage}
            actions={actions}
            chosenId={slot?.shift.id ?? null}
            target={target}
            menuOf={menuOf}
            onChoose={setChosenId}
            onCommand={onCommand}
            onConflict={stepConflict}
            onPost={(post) => setSearch({ ...nothingOpen, post })}
            personHref={(person) => paths.people({ person })}
          />
        )}
      </div>
      {search.shift && (
        <ShiftPanel
          now={now}
          shiftId={search.shift}
          actions={actions}
          menu={slot ? menuOf(barOf(now, slot), null) : []}
          proposals={slot && proposals?.(slot, actions.assign)}
          onPost={() => slot && setSearch({ ...nothingOpen, post: slot.post.id })}
          onLeave={closeShift}
          onClose={closeShift}
        />
      )}
      {search.post && (
        <PostPanel
          now={now}
          postId={search.post}
          onShift={openShift}
          onRepeat={(repeated) => run('repeat', barOf(now, repeated))}
          onOpen={(post) => setSearch({ ...nothingOpen, post })}
          onClose={close}
        />
      )}
      {search.over === 'conflicts' && (
        <ConflictsPanel now={now} onShow={showConflict} onStep={stepConflict} onClose={close} />
      )}
      {search.over === 'newPost' && (
        <NewPostPanel now={now} onCreated={(post) => setSearch({ ...nothingOpen, post })} onClose={close} />
      )}
      {search.over === 'copy' && (
        <CopyPostsDialog
          event={event}
          known={facts.posts.filter(({ eventId }) => eventId === event.id)}
          onClose={close}
        />
      )}
      {isBeside && hasPosts && hasPeople && (
        <aside className={styles.beside} aria-label={t('candidates.label')}>
          <h2 dir="auto">
            {slot ? t('candidates.for', { shift: sentences.slot(slot) }) : t('candidates.label')}
          </h2>
          <CandidateList
            now={now}
            slot={slot}
            onAssign={(personId) => slot && actions.assign(personId, slot)}
            onLeave={() => slot && focusShift(slot.shift.id)}
          />
        </aside>
      )}
      {dialogs}
      {dialog}
    </div>
  );
}

/** `undefined`: all of them. */
function shownDay(event: PlannedEvent, days: readonly Day[], said: string | undefined): Day | undefined {
  if (said === 'all') return undefined;
  return days.find((day) => day === said) ?? days.find((day) => day === dDayOf(event));
}

function barOf({ roster }: RosterNow, slot: Slot): Bar {
  return { id: slot.shift.id, slot, held: roster.onShift.get(slot.shift.id) ?? [], lane: 0 };
}

/** The list may be drawn some frames later, with the panel that holds it. */
function focusCandidates(page: React.RefObject<HTMLElement | null>, frames = 12): void {
  requestAnimationFrame(() => {
    const field = page.current?.querySelector<HTMLElement>('[data-candidates] input');
    if (field) field.focus();
    else if (frames > 0) focusCandidates(page, frames - 1);
  });
}

function firstMinute({ roster }: RosterNow, { shiftIds }: Conflict): number {
  const last = shiftIds.at(-1);
  return (last && roster.slotOf.get(last)?.from) || 0;
}

function conflictKey({ rule, personIds, shiftIds }: Conflict): string {
  return [rule, ...personIds, ...shiftIds].join(' ');
}
