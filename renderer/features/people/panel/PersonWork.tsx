import { formatDay, formatSpan } from '@shared/domain/formatting';
import type { StaffMember } from '@shared/domain/staffMember';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@renderer/data/clock';
import { comingShiftsOf } from '@renderer/data/people';
import { openTasksOf } from '@renderer/data/tasks';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths } from '@renderer/navigation/paths';
import styles from './PersonPanel.module.css';

/** What somebody has to do: the shifts that are not over, and the open tasks under their name. */
export function PersonWork({ member }: { member: StaffMember }) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const [openedAt] = useState(useNow());
  const shifts = useQuestion(
    (database) => comingShiftsOf(database, member.id, openedAt),
    [member.id, openedAt],
  );
  const tasks = useQuestion((database) => openTasksOf(database, member.name), [member.name]);
  return (
    <div className={styles.group}>
      <section className={styles.part} aria-label={t('panel.shifts')}>
        <h4>{t('panel.shifts')}</h4>
        {shifts?.length === 0 && <p className={styles.quiet}>{t('panel.noShifts')}</p>}
        <ul>
          {shifts?.map(({ assignment, shift, post, event }) => (
            <li key={assignment.id} className={styles.row}>
              <a href={paths.event(event.id, 'roster')} dir="auto">
                {post.name}, {event.name}
              </a>
              <small>{formatSpan(shift.startsAt, shift.endsAt, event.timeZone, 'weekday', language)}</small>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.part} aria-label={t('panel.tasks')}>
        <h4>{t('panel.tasks')}</h4>
        {tasks?.length === 0 && <p className={styles.quiet}>{t('panel.noTasks')}</p>}
        <ul>
          {tasks?.map((task) => (
            <li key={task.id} className={styles.row}>
              <a href={paths.task(task.id, task.eventId)} dir="auto">
                {task.title}
              </a>
              {task.dueOn && <small>{formatDay(task.dueOn, 'weekday', language)}</small>}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
