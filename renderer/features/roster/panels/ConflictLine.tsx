import type { Conflict } from '@shared/domain/rosterConflicts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock } from '@renderer/data/clock';
import { acceptConflict, refuseConflict } from '@renderer/data/roster';
import { useSettings } from '@renderer/data/settingsContext';
import { useCommit } from '@renderer/data/workspaceContext';
import { type ConflictSentences, useAcceptanceSentence } from '@renderer/i18n/conflictSentence';
import { Button } from '@renderer/ui/Button';
import { statusShapes, type StatusKind } from '@renderer/ui/StatusMark';
import { TextField } from '@renderer/ui/TextField';
import type { RosterNow } from '../useRoster';
import styles from './Panels.module.css';

type Props = {
  now: RosterNow;
  conflict: Conflict;
  sentences: ConflictSentences;
  /** Before its own buttons: the way to the bar. */
  children?: ReactNode;
};

/** One conflict in full: what is broken, what would mend it, and who took it upon themselves, or the way to. */
export function ConflictLine({ now, conflict, sentences, children }: Props) {
  const { t } = useTranslation('roster');
  const commit = useCommit();
  const { me } = useSettings();
  const [reason, setReason] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const acceptedWords = useAcceptanceSentence(now.event.timeZone);
  const involved = conflict.assignmentIds.flatMap((id) => now.assignments.get(id) ?? []);
  // Of this event: what is accepted here is not written into another one.
  const last = involved.findLast(({ eventId }) => eventId === now.event.id);
  const person = last && now.roster.people.get(last.personId);
  const kind: StatusKind = conflict.accepted ? 'ok' : conflict.isWish ? 'info' : 'alert';
  const Shape = statusShapes[kind];

  function accept(): void {
    const said = (reason ?? '').trim();
    setIsRefused(said === '');
    if (said === '' || !last || !person) return;
    setReason(null);
    void acceptConflict(
      commit,
      last,
      { rule: conflict.rule, by: me, reason: said.slice(0, 200), at: readClock() },
      person,
    );
  }
  function withdraw(): void {
    if (person) void refuseConflict(commit, involved, conflict.rule, person);
  }
  return (
    <li className={styles.conflict} data-kind={kind}>
      <Shape />
      <div>
        <p dir="auto">{sentences.what(conflict)}</p>
        {!conflict.accepted && <small dir="auto">{sentences.mend(conflict)}</small>}
        {conflict.accepted && <small dir="auto">{acceptedWords(conflict.accepted)}</small>}
        {reason === null ? (
          <div className={styles.buttons}>
            {children}
            {conflict.accepted && (
              <Button variant="quiet" onPress={withdraw}>
                {t('conflictPanel.withdraw')}
              </Button>
            )}
            {!conflict.accepted && !conflict.isWish && person && (
              <Button variant="quiet" onPress={() => setReason('')}>
                {t('conflictPanel.accept')}
              </Button>
            )}
          </div>
        ) : (
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
          <div
            className={styles.reason}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) accept();
              if (event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              setReason(null);
            }}
          >
            <TextField
              label={t('conflictPanel.reason')}
              error={isRefused ? t('warning.reasonNeeded') : undefined}
              value={reason}
              maxLength={200}
              autoFocus
              onChange={setReason}
            />
            <Button onPress={accept}>{t('conflictPanel.save')}</Button>
          </div>
        )}
      </div>
    </li>
  );
}

/** One line of a list, whatever the order. */
export function conflictLineKey({ rule, personIds, shiftIds }: Conflict): string {
  return [rule, ...personIds, ...shiftIds].join(' ');
}
