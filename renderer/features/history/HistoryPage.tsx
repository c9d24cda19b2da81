import type { ChangeSet } from '@shared/domain/changeSet';
import { formatClock, formatDay } from '@shared/domain/formatting';
import { clockTimeOf, type Day, dayOf } from '@shared/domain/time';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { latestChanges } from '@renderer/data/history';
import { useSettings } from '@renderer/data/settingsContext';
import { useDoor, useQuestion } from '@renderer/data/workspaceContext';
import { useHistoryWords } from '@renderer/i18n/historyWords';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { Tag } from '@renderer/ui/Tag';
import styles from './HistoryPage.module.css';

const pageLength = 100;

/** Everything that was changed, newest first, by its name; the last one can be taken back from here. */
export function HistoryPage() {
  const { t } = useTranslation('shell');
  const [limit, setLimit] = useState(pageLength);
  const changes = useQuestion((database) => latestChanges(database, limit), [limit]);
  const { current, undo, redo } = useDoor();
  const words = useHistoryWords();
  const { timeZone } = useSettings();
  const language = useLanguage();
  if (!changes) return null;
  return (
    <div className={styles.page}>
      <header>
        <h1>{t('nav.history')}</h1>
        <Button icon={<icons.undo />} isDisabled={!current.undo} onPress={() => void undo()}>
          {current.undo ? t('history.undo', { what: words(current.undo.label) }) : t('nothingToUndo')}
        </Button>
        <Button icon={<icons.redo />} isDisabled={!current.redo} onPress={() => void redo()}>
          {current.redo ? t('history.redo', { what: words(current.redo.label) }) : t('nothingToRedo')}
        </Button>
      </header>
      {changes.length === 0 && (
        <EmptyState icon={<icons.history />} title={t('history.empty')}>
          {t('history.emptySentence')}
        </EmptyState>
      )}
      {byDay(changes, timeZone).map(([day, members]) => (
        <section key={day} aria-label={formatDay(day, 'full', language)}>
          <h2>{formatDay(day, 'full', language)}</h2>
          <ul>
            {members.map((change) => (
              <li key={change.id}>
                <time>{formatClock(clockTimeOf(change.at, timeZone), language)}</time>
                <span dir="auto">{words(change.label)}</span>
                {change.kind !== 'do' && <Tag>{t(`history.${change.kind}Tag`)}</Tag>}
                <span className={styles.count}>
                  {t('history.records', { count: change.operations.length })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {changes.length === limit && (
        <Button variant="quiet" onPress={() => setLimit(limit + pageLength)}>
          {t('history.older')}
        </Button>
      )}
    </div>
  );
}

function byDay(changes: readonly ChangeSet[], zone: string): [Day, ChangeSet[]][] {
  const days = new Map<Day, ChangeSet[]>();
  for (const change of changes) {
    const day = dayOf(change.at, zone);
    days.set(day, [...(days.get(day) ?? []), change]);
  }
  return [...days];
}
