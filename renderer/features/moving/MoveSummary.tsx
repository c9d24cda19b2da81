import { problemKey } from '@shared/domain/backwardPlan';
import { formatDay, formatSpan } from '@shared/domain/formatting';
import type { EventMove, KeptReason } from '@shared/domain/moveEvent';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { type Day, daysBetween } from '@shared/domain/time';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { StatusMark } from '@renderer/ui/StatusMark';
import { type DateChange, dateChanges } from './dateChanges';
import { useProblemSentence } from '@renderer/i18n/problemSentence';
import styles from './MoveEventDialog.module.css';

const rowsShown = 100;
/** What stays for a reason that the planner chose, first. */
const keptOrder: readonly KeptReason[] = ['pinned', 'done', 'anchorMissing', 'noDate', 'sameDate', 'dropped'];

/** What a move changes, before anybody says yes: dates, new problems, tasks that follow, tasks that stay. */
export function MoveSummary({ plan }: { plan: EventMove }) {
  return (
    <div className={styles.summary}>
      <Dates plan={plan} />
      <Problems plan={plan} isNew />
      <RosterConflicts plan={plan} />
      <Followers moved={plan.moved} />
      <Kept kept={plan.kept} />
      <Problems plan={plan} isNew={false} />
    </div>
  );
}

function Dates({ plan: { before, after } }: { plan: EventMove }) {
  const { t } = useTranslation('events');
  return (
    <table className={styles.dates}>
      <thead className="visuallyHidden">
        <tr>
          <th scope="col">{t('move.what')}</th>
          <th scope="col">{t('move.before')}</th>
          <th scope="col">{t('move.after')}</th>
        </tr>
      </thead>
      <tbody>
        {dateChanges(before, after).map((change) => (
          <DateRow key={change.id} change={change} before={before} after={after} />
        ))}
      </tbody>
    </table>
  );
}

function DateRow({
  change,
  before,
  after,
}: {
  change: DateChange;
  before: PlannedEvent;
  after: PlannedEvent;
}) {
  const { t } = useTranslation('events');
  const language = useLanguage();
  const words = (side: 'from' | 'to'): string => {
    const zone = side === 'from' ? before.timeZone : after.timeZone;
    if (change.kind === 'span') {
      const span = change[side];
      return span ? formatSpan(span.startsAt, span.endsAt, zone, 'medium', language) : t('move.noDate');
    }
    const day = change[side];
    return day ? formatDay(day, 'medium', language) : t('move.noDate');
  };
  return (
    <tr>
      <th scope="row" dir="auto">
        {change.name ?? t(`move.dates.${change.id}`)}
      </th>
      <td className={styles.old}>{words('from')}</td>
      <td>
        <icons.arrow />
        <b>{words('to')}</b>
      </td>
    </tr>
  );
}

function Problems({ plan, isNew }: { plan: EventMove; isNew: boolean }) {
  const { t } = useTranslation('events');
  const sentence = useProblemSentence(plan.after);
  const problems = plan.problems.filter((one) => one.isNew === isNew);
  if (problems.length === 0) return null;
  const list = (
    <ul className={styles.problems}>
      {problems.map(({ problem }) => (
        <li key={problemKey(problem)}>
          {isNew ? <icons.alert /> : <icons.warn />}
          <span>{sentence(problem)}</span>
        </li>
      ))}
    </ul>
  );
  if (isNew) {
    return (
      <section>
        <h3>
          <StatusMark kind="alert">{t('move.newProblems', { count: problems.length })}</StatusMark>
        </h3>
        {list}
      </section>
    );
  }
  return (
    <details className={styles.known}>
      <summary>{t('move.knownProblems', { count: problems.length })}</summary>
      {list}
    </details>
  );
}

/** Shifts go along with their people: how many, and what that alone would break. */
function RosterConflicts({ plan: { shifts, conflicts } }: { plan: EventMove }) {
  const { t } = useTranslation(['events', 'fill']);
  if (shifts.length === 0) return null;
  return (
    <section>
      <h3>{t('move.shifts', { count: shifts.length })}</h3>
      {conflicts.length === 0 && <StatusMark kind="ok">{t('move.rosterFits')}</StatusMark>}
      {conflicts.length > 0 && (
        <>
          <StatusMark kind="alert">{t('move.rosterBreaks', { count: conflicts.length })}</StatusMark>
          <ul className={styles.problems}>
            {conflicts.slice(0, rowsShown).map(({ conflict, names, post }) => (
              <li key={[conflict.rule, ...conflict.personIds, ...conflict.shiftIds].join(' ')}>
                <icons.alert />
                <span dir="auto">
                  {t('move.rosterBreak', {
                    names: names.join(', '),
                    rule: t(`fill:rules.${conflict.rule}`),
                    about: conflict.about ? ` (${conflict.about})` : '',
                    post,
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Followers({ moved }: { moved: EventMove['moved'] }) {
  const { t } = useTranslation('events');
  const [isWhole, setIsWhole] = useState(false);
  if (moved.length === 0) return null;
  const inOrder = moved.toSorted((left, right) => left.toDueOn.localeCompare(right.toDueOn));
  const shown = isWhole ? inOrder : inOrder.slice(0, rowsShown);
  return (
    <section>
      <h3>{t('move.following', { count: moved.length })}</h3>
      <table className={styles.tasks}>
        <thead>
          <tr>
            <th scope="col">{t('move.task')}</th>
            <th scope="col">{t('move.before')}</th>
            <th scope="col">{t('move.after')}</th>
            <th scope="col" className={styles.end}>
              {t('move.gap')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ after, fromDueOn, toDueOn }) => (
            <FollowerRow key={after.id} title={after.title} from={fromDueOn} to={toDueOn} />
          ))}
        </tbody>
      </table>
      {shown.length < moved.length && (
        <Button variant="quiet" onPress={() => setIsWhole(true)}>
          {t('move.showAll', { count: moved.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

function FollowerRow({ title, from, to }: { title: string; from: Day | null; to: Day }) {
  const { t } = useTranslation('events');
  const language = useLanguage();
  return (
    <tr>
      <td dir="auto" className={styles.title}>
        {title}
      </td>
      <td className={styles.old}>{from ? formatDay(from, 'medium', language) : t('move.noDate')}</td>
      <td>{formatDay(to, 'medium', language)}</td>
      <td className={styles.end}>{from && signedDays(daysBetween(from, to), t)}</td>
    </tr>
  );
}

function Kept({ kept }: { kept: EventMove['kept'] }) {
  const { t } = useTranslation('events');
  if (kept.length === 0) return null;
  return (
    <section>
      <h3>{t('move.staying', { count: kept.length })}</h3>
      <ul className={styles.kept}>
        {keptOrder.map((reason) => {
          const tasks = kept.filter((one) => one.reason === reason);
          return (
            tasks.length > 0 && (
              <li key={reason}>
                <details>
                  <summary>{t(`move.kept.${reason}`, { count: tasks.length })}</summary>
                  <ul>
                    {tasks.map(({ task }) => (
                      <li key={task.id} dir="auto">
                        {task.title}
                      </li>
                    ))}
                  </ul>
                </details>
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

function signedDays(days: number, t: ReturnType<typeof useTranslation<'events'>>['t']): string {
  return days > 0 ? t('move.later', { count: days }) : t('move.earlier', { count: -days });
}
