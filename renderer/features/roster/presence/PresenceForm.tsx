import { type Presence, type PresenceStatus, presences } from '@shared/domain/assignment';
import {
  momentNear,
  notedPresence,
  substitutesFor,
  withArrival,
  withDeparture,
} from '@shared/domain/presenceBoard';
import type { SheetRow } from '@shared/domain/presenceSheet';
import type { Roster, RosterFacts } from '@shared/domain/roster';
import { clockTimeOf, type Instant, type TimeZone } from '@shared/domain/time';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock } from '@renderer/data/clock';
import { notePresenceOf, replaceBy } from '@renderer/data/presence';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { KeyValue } from '@renderer/ui/KeyValue';
import { SelectField } from '@renderer/ui/SelectField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { TextField } from '@renderer/ui/TextField';
import { TimeField } from '@renderer/ui/TimeField';
import { timesOf } from './presenceRows';
import styles from './Presence.module.css';

type Props = {
  facts: RosterFacts;
  roster: Roster;
  row: SheetRow;
  zone: TimeZone;
  /** Opened to name a substitute. */
  startsReplacing: boolean;
  onClose: () => void;
};
type TimeFault = { field: 'arrivedAt' | 'leftAt'; sentence: string };

/** One person on one shift: what became of it, with times, or with the substitute. */
export function PresenceForm({ facts, roster, row, zone, startsReplacing, onClose }: Props) {
  const { t } = useTranslation(['presence', 'common']);
  const commit = useCommit();
  const language = useLanguage();
  const { assignment, shift, post, member } = row;
  const { presence } = assignment;
  // Chosen, and not yet said by whom.
  const [isReplacing, setIsReplacing] = useState(startsReplacing);
  const substitute = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (startsReplacing) substitute.current?.querySelector('button')?.focus();
  }, [startsReplacing]);
  const [fault, setFault] = useState<TimeFault | null>(null);
  const status = isReplacing ? 'replaced' : presence.status;
  const slot = roster.slotOf.get(shift.id);
  const substitutes = useMemo(
    () => (slot && status === 'replaced' ? substitutesFor(roster, slot, assignment) : []),
    [roster, slot, assignment, status],
  );
  const standIn = facts.people.find(({ id }) => id === presence.replacedById);
  const isHere = status !== 'absent' && status !== 'replaced';

  function note(next: Presence): void {
    setFault(null);
    void notePresenceOf(commit, facts, row, next);
  }
  function onStatus(next: PresenceStatus): void {
    setIsReplacing(next === 'replaced');
    if (next !== 'replaced') note(notedPresence(presence, next, null));
  }
  function onTime(field: TimeFault['field'], at: Instant | null): void {
    const next = field === 'arrivedAt' ? withArrival(presence, shift, at) : withDeparture(presence, at);
    if (next.arrivedAt !== null && next.leftAt !== null && next.arrivedAt >= next.leftAt)
      setFault({ field, sentence: t('panel.leftBefore') });
    else note(next);
  }
  function onClock(field: TimeFault['field'], typed: string | null): void {
    const at = typed === null ? null : momentNear(shift, typed, zone);
    if (typed !== null && at === null) setFault({ field, sentence: t('panel.notATime') });
    else onTime(field, at);
  }
  const time = (field: TimeFault['field']) => (
    <div className={styles.time}>
      <TimeField
        label={t(`panel.${field}`)}
        value={presence[field] === null ? null : clockTimeOf(presence[field], zone)}
        onChange={(typed) => onClock(field, typed)}
        error={fault?.field === field ? fault.sentence : undefined}
      />
      <Button onPress={() => onTime(field, readClock())}>{t('panel.now')}</Button>
    </div>
  );

  return (
    <SidePanel
      title={member.name}
      closeLabel={t('common:close')}
      resizeLabel={t('panel.width')}
      onClose={onClose}
    >
      <div className={styles.form}>
        <KeyValue
          items={[
            {
              id: 'shift',
              label: t('panel.shift'),
              value: `${timesOf(shift, zone, language)} · ${post.name}`,
            },
            ...(member.team ? [{ id: 'team', label: t('panel.team'), value: member.team }] : []),
            ...(member.phone ? [{ id: 'phone', label: t('panel.phone'), value: member.phone }] : []),
          ]}
        />
        <SelectField
          label={t('panel.status')}
          value={status}
          options={presences.map((id) => ({ id, label: t(`status.${id}`) }))}
          onChange={onStatus}
        />
        {isHere && time('arrivedAt')}
        {isHere && time('leftAt')}
        {status === 'replaced' && (
          <div ref={substitute}>
            {' '}
            <SelectField
              label={t('panel.substitute')}
              value={standIn?.id ?? null}
              placeholder={t('panel.choose')}
              help={
                substitutes.length === 0 && !standIn ? t('panel.noSubstitute') : t('panel.substituteHelp')
              }
              options={[
                ...(standIn ? [{ id: standIn.id, label: standIn.name }] : []),
                ...substitutes.map(({ member: other, refused }) => ({
                  id: other.id,
                  label:
                    refused === 0 ? other.name : `${other.name} (${t('panel.refused', { count: refused })})`,
                })),
              ]}
              onChange={(id) => {
                const chosen = roster.people.get(id);
                if (!chosen) return;
                setIsReplacing(false);
                void replaceBy(commit, facts, row, chosen);
              }}
            />
          </div>
        )}
        <TextField
          label={t('panel.note')}
          value={presence.note}
          maxLength={200}
          onCommit={(text) => note({ ...presence, note: text })}
        />
      </div>
    </SidePanel>
  );
}
