import { useTranslation } from 'react-i18next';
import { usePlanning } from '../planningContext';
import { eventOfItem, isLong, type PlanningItem } from '../planningItems';
import { entryClass, TaskBox } from './Entry';
import styles from './DayList.module.css';

/** Everything of one day, a line each: hours, name, and what it belongs to. */
export function DayList({ items }: { items: readonly PlanningItem[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.key}>
          <DayLine item={item} />
        </li>
      ))}
    </ul>
  );
}

function DayLine({ item }: { item: PlanningItem }) {
  const { t } = useTranslation(['calendar', 'domain']);
  const { model } = usePlanning();
  const { words, movingKey } = model;
  return (
    <button
      type="button"
      className={`${styles.line} ${movingKey === item.key ? styles.moving : ''}`}
      data-entry={item.key}
    >
      {item.kind === 'task' ? (
        <span className={entryClass(item)} aria-hidden="true">
          <TaskBox state={item.state} />
        </span>
      ) : (
        <span className={`${styles.swatch} ${entryClass(item)}`} aria-hidden="true" />
      )}
      <span className={`${styles.hours} ${item.kind === 'task' ? styles[item.state] : ''}`}>
        {timeOrState(item)}
      </span>
      <span className={`${styles.title} ${item.kind === 'task' ? styles[item.state] : ''}`} dir="auto">
        {words.title(item)}
      </span>
      <span className={styles.about} dir="auto">
        {about(item)}
      </span>
      <span className="visuallyHidden">, {words.meaning(item)}</span>
    </button>
  );

  function timeOrState(one: PlanningItem): string {
    if (one.kind === 'task') return t(`item.state.${one.state}`);
    return isLong(one) ? '' : words.hours(one);
  }

  function about(one: PlanningItem): string {
    if (one.kind === 'task') return one.event?.name ?? '';
    const event = eventOfItem(one);
    if (!event) return '';
    const place = event.venue.name || event.venue.commune;
    const role = t(`domain:role.${event.role}`);
    return place ? t('item.about', { first: role, second: place }) : role;
  }
}
