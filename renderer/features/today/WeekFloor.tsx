import { type CalendarPeriod, closesWork, covers } from '@shared/domain/calendarPeriod';
import { formatClock, formatDay } from '@shared/domain/formatting';
import type { Occurrence } from '@shared/domain/repetition';
import type { Task } from '@shared/domain/task';
import { addDays, clockTimeOf, type Day, dayOf } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths, type Path } from '@renderer/navigation/paths';
import { icons } from '@renderer/ui/icons';
import styles from './TodayPage.module.css';

type Item = Readonly<{
  key: string;
  href: Path;
  icon: 'task' | 'meeting' | 'events';
  time: string;
  title: string;
}>;
type Props = {
  weekStart: Day;
  occurrences: readonly Occurrence[];
  tasks: readonly Task[];
  periods: readonly CalendarPeriod[];
};
/** What fits on the floor; the rest is one click away in the calendar. */
const itemsADay = 5;

/** The week at the foot of the page: meetings, events and tasks due, day by day. */
export function WeekFloor({ weekStart, occurrences, tasks, periods }: Props) {
  const { t } = useTranslation('today');
  const days = Array.from({ length: 7 }, (_, index) => addDays(weekStart, index));
  return (
    <section className={styles.week} aria-label={t('week')}>
      {days.map((day) => (
        <DayColumn
          key={day}
          day={day}
          occurrences={occurrences.filter(({ opensAt, event }) => dayOf(opensAt, event.timeZone) === day)}
          tasks={tasks.filter(({ dueOn }) => dueOn === day)}
          period={periods.find((period) => covers(period, day) && closesWork(period))}
        />
      ))}
    </section>
  );
}

type DayProps = Omit<Props, 'weekStart' | 'periods'> & { day: Day; period: CalendarPeriod | undefined };

function DayColumn({ day, occurrences, tasks, period }: DayProps) {
  const { t } = useTranslation('today');
  const language = useLanguage();
  const isToday = useToday() === day;
  const calendar = useWorkCalendar();
  const items = itemsOf(occurrences, tasks, language);
  const [weekday = '', number = ''] = formatDay(day, 'weekday', language).split(' ');
  const rest = items.length - itemsADay;
  return (
    <div className={`${isToday ? styles.now : ''} ${calendar.isWorkingDay(day) ? '' : styles.off}`}>
      <a className={styles.dayName} href={paths.calendar(day, 'day')}>
        {weekday} <b>{number}</b>
        {isToday && <span>{t('in.today')}</span>}
      </a>
      {period && <span className={styles.period}>{period.name}</span>}
      <ul>
        {items.slice(0, itemsADay).map(({ key, href, icon, time, title }) => {
          const Icon = icons[icon];
          return (
            <li key={key}>
              <a href={href} title={title}>
                <Icon aria-hidden="true" />
                {time && <span>{time}</span>}
                <span className={styles.cut} dir="auto">
                  {title}
                </span>
              </a>
            </li>
          );
        })}
        {rest > 0 && (
          <li>
            <a href={paths.calendar(day, 'day')}>{t('more', { count: rest })}</a>
          </li>
        )}
      </ul>
      {items.length === 0 && !period && <span className={styles.quiet}>{t('nothingPlanned')}</span>}
    </div>
  );
}

function itemsOf(occurrences: readonly Occurrence[], tasks: readonly Task[], language: 'fr' | 'en'): Item[] {
  const dates = [...occurrences]
    .sort((left, right) => left.opensAt.localeCompare(right.opensAt))
    .map(({ event, opensAt, on }): Item => ({
      key: `${event.id}-${on}`,
      href: paths.event(event.id),
      icon: event.kind === 'meeting' || event.kind === 'training' ? 'meeting' : 'events',
      time: formatClock(clockTimeOf(opensAt, event.timeZone), language),
      title: event.name,
    }));
  const due = tasks.map((task): Item => ({
    key: task.id,
    href: paths.task(task.id, task.eventId),
    icon: 'task',
    time: '',
    title: task.title,
  }));
  return [...dates, ...due];
}
