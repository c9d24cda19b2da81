import { type Attention, type AttentionKind, attentionKinds } from '@shared/domain/attention';
import { formatDay } from '@shared/domain/formatting';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { setTaskStatus } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths, type Path } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import styles from './TodayPage.module.css';

/** Lines of a group shown before « n more ». */
const shownAtFirst = 6;

const marks: Record<AttentionKind, { icon: keyof typeof icons; level: 'alert' | 'warn' | 'info' }> = {
  overdueTask: { icon: 'alert', level: 'alert' },
  dueTask: { icon: 'task', level: 'info' },
  hostRequest: { icon: 'mail', level: 'warn' },
  redGap: { icon: 'alert', level: 'alert' },
  toMeasure: { icon: 'warn', level: 'warn' },
  reportDue: { icon: 'reports', level: 'warn' },
};

/** What needs somebody, group by group; each line opens the exact row, tasks are ticked on the spot. */
export function AttentionList({ lines }: { lines: readonly Attention[] }) {
  return attentionKinds.map((kind) => {
    const members = lines.filter((line) => line.kind === kind);
    return members.length > 0 && <AttentionGroup key={kind} kind={kind} lines={members} />;
  });
}

function AttentionGroup({ kind, lines }: { kind: AttentionKind; lines: readonly Attention[] }) {
  const { t } = useTranslation('today');
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, shownAtFirst);
  return (
    <section className={styles.group} aria-label={t(`groups.${kind}`)}>
      <header>
        <h2>{t(`groups.${kind}`)}</h2>
        <span>{t(`counts.${kind}`, { count: lines.length })}</span>
      </header>
      <ul>
        {shown.map((line) => (
          <AttentionRow key={keyOf(line)} line={line} />
        ))}
        {shown.length < lines.length && (
          <li>
            <Button variant="quiet" onPress={() => setIsWhole(true)}>
              {t('more', { count: lines.length - shown.length })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

function AttentionRow({ line }: { line: Attention }) {
  const { t } = useTranslation('today');
  const { icon, level } = marks[line.kind];
  const Icon = icons[icon];
  const { title, detail, when } = useWords(line);
  const isTask = line.kind === 'overdueTask' || line.kind === 'dueTask';
  return (
    <li className={styles.row}>
      {isTask ? <TickBox line={line} /> : <Icon className={styles[level]} aria-hidden="true" />}
      <a href={hrefOf(line)} className={styles.open}>
        <span className={styles.title}>
          <b dir="auto">{title}</b>
          <span className={styles.detail} dir="auto">
            {detail}
          </span>
        </span>
        <span className={styles.event} dir="auto">
          {line.event?.name ?? t('noEvent')}
        </span>
        <span className={`${styles.when} ${line.kind === 'overdueTask' ? styles.alert : ''}`}>{when}</span>
      </a>
    </li>
  );
}

function TickBox({ line }: { line: Extract<Attention, { kind: 'overdueTask' | 'dueTask' }> }) {
  const { t } = useTranslation('today');
  const commit = useCommit();
  const today = useToday();
  return (
    <button
      type="button"
      className={`${styles.tick} ${line.kind === 'overdueTask' ? styles.late : ''}`}
      aria-label={t('tick', { title: line.task.title })}
      onClick={() => void setTaskStatus(commit, [line.task], 'done', today)}
    >
      <icons.tick />
    </button>
  );
}

function useWords(line: Attention): { title: string; detail: string; when: string } {
  const { t } = useTranslation(['today', 'domain']);
  const language = useLanguage();
  switch (line.kind) {
    case 'overdueTask':
      return {
        title: line.task.title,
        detail: line.task.team || line.task.owner,
        when: t('late', { count: line.lateDays }),
      };
    case 'dueTask':
      return {
        title: line.task.title,
        detail: line.task.team || line.task.owner,
        when: line.task.dueOn ? formatDay(line.task.dueOn, 'weekday', language) : '',
      };
    case 'hostRequest':
      return {
        title: line.request.subject,
        detail: t(`domain:hostRequestStatus.${line.request.status}`),
        when: line.waitingDays === null ? '' : t('waiting', { count: line.waitingDays }),
      };
    case 'redGap':
      return {
        title: line.indicator.name,
        detail: t('redGapDetail'),
        when: t('in.days', { count: line.inDays }),
      };
    case 'toMeasure':
      return {
        title: line.indicator.name,
        detail: t('toMeasureDetail', { means: line.indicator.meansOfMeasure }),
        when: t('waiting', { count: line.sinceDays }),
      };
    case 'reportDue':
      return {
        title: line.event.name,
        detail: t('reportDetail'),
        when: line.event.reportDueOn ? formatDay(line.event.reportDueOn, 'weekday', language) : '',
      };
  }
}

function hrefOf(line: Attention): Path {
  switch (line.kind) {
    case 'overdueTask':
    case 'dueTask':
      return paths.task(line.task.id, line.task.eventId);
    case 'hostRequest':
      return paths.event(line.event.id, 'overview', { section: 'hostRequests' });
    case 'redGap':
    case 'toMeasure':
      return paths.event(line.event.id, 'overview', { section: 'objectives' });
    case 'reportDue':
      return paths.event(line.event.id, 'evaluation');
  }
}

function keyOf(line: Attention): string {
  switch (line.kind) {
    case 'overdueTask':
    case 'dueTask':
      return line.task.id;
    case 'hostRequest':
      return line.request.id;
    case 'redGap':
    case 'toMeasure':
      return line.indicator.id;
    case 'reportDue':
      return line.event.id;
  }
}
