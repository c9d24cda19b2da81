import { formatMinutes } from '@shared/domain/formatting';
import { plannedMinutesOf } from '@shared/domain/proposals';
import type { Slot } from '@shared/domain/roster';
import { maxHeadcount, type Shift, type ShiftId, shiftMinutes, workedMinutesOf } from '@shared/domain/shift';
import type { StaffId } from '@shared/domain/staffMember';
import { type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { changeShift } from '@renderer/data/roster';
import { useCommit } from '@renderer/data/workspaceContext';
import { useConflictSentence } from '@renderer/i18n/conflictSentence';
import { useLanguage } from '@renderer/i18n/i18n';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Menu, type MenuContent } from '@renderer/ui/Menu';
import { Notice } from '@renderer/ui/Notice';
import { NumberField } from '@renderer/ui/NumberField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { StatusMark } from '@renderer/ui/StatusMark';
import { TextField } from '@renderer/ui/TextField';
import { CandidateList } from '../people/CandidateList';
import type { RosterNow } from '../useRoster';
import type { RosterActions } from '../useRosterActions';
import { ConflictLine, conflictLineKey } from './ConflictLine';
import { SpanFields } from './SpanFields';
import styles from './Panels.module.css';

type Props = {
  now: RosterNow;
  shiftId: ShiftId;
  actions: RosterActions;
  menu: MenuContent;
  /** The people proposed for it, above the list of all. */
  proposals?: ReactNode;
  onPost: () => void;
  onLeave: () => void;
  onClose: () => void;
};

/** One shift: when, how many, who holds it, what is wrong with it, and who else could. Every field is saved as soon as it is left. */
export function ShiftPanel({ now, shiftId, actions, menu, proposals, onPost, onLeave, onClose }: Props) {
  const { t } = useTranslation('roster');
  const slot = now.roster.slotOf.get(shiftId);
  return (
    <SidePanel
      title={slot ? t('shift.title', { name: slot.post.name }) : t('shift.title', { name: '' })}
      closeLabel={t('shift.close')}
      onClose={onClose}
      actions={
        slot && (
          <Menu
            label={t('board.menu', { name: slot.post.name })}
            trigger={<IconButton label={t('board.menu', { name: slot.post.name })} icon={<icons.more />} />}
            entries={menu}
          />
        )
      }
    >
      {slot ? (
        <div className={styles.form}>
          <ShiftForm key={shiftId} now={now} slot={slot} onPost={onPost} />
          <Holders now={now} slot={slot} actions={actions} />
          <ShiftConflicts now={now} shiftId={shiftId} />
          {proposals}
          <section className={styles.section} aria-label={t('shift.candidates')}>
            <h3>{t('shift.candidates')}</h3>
            <CandidateList
              now={now}
              slot={slot}
              onAssign={(personId: StaffId) => actions.assign(personId, slot)}
              onLeave={onLeave}
            />
          </section>
        </div>
      ) : (
        <Notice kind="info">{t('shift.missing')}</Notice>
      )}
    </SidePanel>
  );
}

function ShiftForm({ now, slot, onPost }: { now: RosterNow; slot: Slot; onPost: () => void }) {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  const commit = useCommit();
  const { shift, post } = slot;
  const change = (fields: Partial<Shift>): void => void changeShift(commit, shift, post, fields);
  const length = shiftMinutes(shift);
  return (
    <>
      <button type="button" className={styles.link} dir="auto" onClick={onPost}>
        {post.name}
      </button>
      <SpanFields shift={shift} zone={now.event.timeZone} onChange={change} />
      <p className={styles.quiet}>
        {shift.pauseMinutes > 0
          ? t('shift.lasts', {
              minutes: formatMinutes(length, language),
              work: formatMinutes(workedMinutesOf(shift), language),
            })
          : t('shift.lastsNoPause', { minutes: formatMinutes(length, language) })}
      </p>
      <div className={styles.pair}>
        <NumberField
          label={t('shift.headcount')}
          value={shift.headcount}
          min={0}
          max={maxHeadcount}
          outOfRange={t('shift.headcountError')}
          onCommit={(headcount) => headcount !== null && change({ headcount })}
        />
        <NumberField
          label={t('shift.pause')}
          value={shift.pauseMinutes}
          min={0}
          max={Math.min(480, length - 1)}
          outOfRange={t('shift.pauseError')}
          onCommit={(pauseMinutes) => change({ pauseMinutes: pauseMinutes ?? 0 })}
        />
      </div>
      <TextField
        label={t('shift.note')}
        value={shift.note}
        maxLength={200}
        onCommit={(note) => change({ note })}
      />
    </>
  );
}

function Holders({ now, slot, actions }: { now: RosterNow; slot: Slot; actions: RosterActions }) {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  const section = useRef<HTMLElement>(null);
  const held = now.roster.onShift.get(slot.shift.id) ?? [];
  return (
    <section ref={section} tabIndex={-1} className={styles.section} aria-label={t('shift.who')}>
      <h3>
        {t('shift.who')} <span>{t('board.held', { held: held.length, needed: slot.shift.headcount })}</span>
      </h3>
      {held.length === 0 && <p className={styles.quiet}>{t('shift.nobody')}</p>}
      <ul>
        {held.map((duty) => {
          const { id, personId, isLocked } = duty.assignment;
          const person = now.roster.people.get(personId)?.name ?? '';
          const hours = formatMinutes(plannedMinutesOf(now.roster, personId), language);
          return (
            <li key={id} className={styles.line}>
              <span dir="auto">{person}</span>
              <small>{t('shift.hours', { hours })}</small>
              <IconButton
                label={isLocked ? t('shift.unlock', { person }) : t('shift.lock', { person })}
                icon={isLocked ? <icons.lock /> : <icons.unlock />}
                onPress={() => actions.toggleLock([duty])}
              />
              <IconButton
                label={t('shift.remove', { person })}
                icon={<icons.remove />}
                onPress={() => {
                  actions.unassign(duty);
                  // The button goes with its line.
                  section.current?.focus();
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ShiftConflicts({ now, shiftId }: { now: RosterNow; shiftId: ShiftId }) {
  const { t } = useTranslation('roster');
  const sentences = useConflictSentence(now.roster);
  const conflicts = useMemo(
    () => now.conflicts.filter(({ shiftIds }) => shiftIds.includes(shiftId)),
    [now.conflicts, shiftId],
  );
  return (
    <section className={styles.section} aria-label={t('shift.conflicts')}>
      <h3>{t('shift.conflicts')}</h3>
      {conflicts.length === 0 ? (
        <StatusMark kind="ok">{t('shift.noConflict')}</StatusMark>
      ) : (
        <ul>
          {conflicts.map((conflict) => (
            <ConflictLine
              key={conflictLineKey(conflict)}
              now={now}
              conflict={conflict}
              sentences={sentences}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
