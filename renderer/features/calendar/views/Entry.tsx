import { icons } from '@renderer/ui/icons';
import { isEventItem, type PlanningItem, type TaskItem } from '../planningItems';
import { usePlanning } from '../planningContext';
import styles from './Entry.module.css';

/** How a block looks, wherever it stands. */
export function entryClass(item: PlanningItem): string {
  const classes = isEventItem(item)
    ? [
        styles.event,
        styles[item.tone],
        item.kind === 'opening' ? '' : styles.around,
        item.isCancelled ? styles.cancelled : '',
      ]
    : [styles.task, styles[item.state]];
  return classes.filter(Boolean).join(' ');
}

type Props = {
  item: PlanningItem;
  /** On a single line, or on two where there is room. */
  isRoomy?: boolean;
  /** In the order of Tab: only those of the day on which the arrows stand. */
  isReachable: boolean;
};

/** One line of a day: a time and a title, or a box to tick. Clicks and keys are heard by the planning, through `data-entry`. */
export function Entry({ item, isRoomy = false, isReachable }: Props) {
  const { model } = usePlanning();
  const { words } = model;
  const classes = [
    entryClass(item),
    styles.line,
    isRoomy ? styles.roomy : '',
    model.movingKey === item.key ? styles.moving : '',
  ];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      data-entry={item.key}
      data-movable={item.isMovable || undefined}
      tabIndex={isReachable ? 0 : -1}
      aria-label={words.name(item)}
      title={words.title(item)}
    >
      <EntryText item={item} />
    </button>
  );
}

/** What is seen of a block. */
export function EntryText({ item }: { item: PlanningItem }) {
  const { words } = usePlanning().model;
  const time = words.time(item);
  return (
    <>
      {item.kind === 'task' && <TaskBox state={item.state} />}
      <span className={styles.text} dir="auto">
        {time && <span className={styles.time}>{time} </span>}
        {words.title(item)}
      </span>
      {item.kind === 'task' && item.task.isPinned && <icons.pin className={styles.pin} />}
    </>
  );
}

export function TaskBox({ state }: { state: TaskItem['state'] }) {
  return (
    <span className={styles.box} aria-hidden="true">
      {state === 'done' && <icons.tick />}
      {state === 'late' && '!'}
    </span>
  );
}
