import { formatDay } from '@shared/domain/formatting';
import type { Repetition } from '@shared/domain/plannedEvent';
import type { Span } from '@shared/domain/time';
import { type ReactNode, useMemo } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { type EventItem, isEventItem, type PlanningItem, type TaskItem } from './planningItems';
import { type ItemWords, placeOf } from './useItemWords';
import { wallSpan } from './wallTime';
import styles from './EntryCard.module.css';

export type CardActions = Readonly<{
  onOpen: (item: PlanningItem) => void;
  onMoveForm: (item: PlanningItem) => void;
  onMoveWithKeys: (item: PlanningItem) => void;
  onSkip: (item: EventItem) => void;
  onRestore: (item: EventItem) => void;
  onTick: (item: TaskItem) => void;
}>;

type Props = {
  item: PlanningItem;
  anchor: HTMLElement;
  words: ItemWords;
  actions: CardActions;
  onClose: () => void;
};

/** What a block is, and what can be done with it, beside it. */
export function EntryCard({ item, anchor, words, actions, onClose }: Props) {
  const { t } = useTranslation('calendar');
  const trigger = useMemo(() => ({ current: anchor }), [anchor]);
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Popover
      isOpen
      triggerRef={trigger}
      placement="right top"
      className={styles.popover}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Dialog aria-label={words.title(item)} className={styles.card}>
        <h2 dir="auto">{words.title(item)}</h2>
        {isEventItem(item) ? <EventFacts item={item} words={words} /> : <TaskFacts item={item} />}
        <Remark item={item} />
        <div className={styles.actions}>
          {/* The card is asked for to act: its first action takes the focus. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <Button variant="primary" autoFocus onPress={then(() => actions.onOpen(item))}>
            {t('card.open')}
          </Button>
          {item.isMovable && (
            <>
              <Button onPress={then(() => actions.onMoveForm(item))}>{t('card.move')}</Button>
              <Button variant="quiet" keys="M" onPress={then(() => actions.onMoveWithKeys(item))}>
                {t('card.moveWithKeys')}
              </Button>
            </>
          )}
          {item.kind === 'task' && item.state !== 'dropped' && (
            <Button variant="quiet" icon={<icons.tick />} onPress={then(() => actions.onTick(item))}>
              {t(item.state === 'done' ? 'card.untick' : 'card.tick')}
            </Button>
          )}
          {item.kind === 'opening' && item.occurrence.event.repetition && (
            <>
              <Button variant="quiet" onPress={then(() => actions.onSkip(item))}>
                {t('card.skip')}
              </Button>
              {item.occurrence.isMoved && (
                <Button variant="quiet" onPress={then(() => actions.onRestore(item))}>
                  {t('card.backToRule')}
                </Button>
              )}
            </>
          )}
        </div>
      </Dialog>
    </Popover>
  );
}

function EventFacts({ item, words }: { item: EventItem; words: ItemWords }) {
  const { t } = useTranslation(['calendar', 'domain']);
  const language = useLanguage();
  const { occurrence } = item;
  const { event, opensAt, closesAt, setUp, teardown } = occurrence;
  const when = (span: Span): string => {
    const { from, to } = wallSpan(span, event.timeZone);
    return words.when(from, to);
  };
  const venue = [event.venue.name, event.venue.commune].filter(Boolean).join(', ');
  return (
    <>
      <p className={styles.about}>
        {t(`domain:kind.${event.kind}`)} · {t(`domain:role.${event.role}`)} ·{' '}
        {t(`domain:status.${event.status}`)}
      </p>
      <dl className={styles.facts}>
        <Fact term={t('card.opening')}>{when({ startsAt: opensAt, endsAt: closesAt })}</Fact>
        {setUp && <Fact term={t('card.setUp')}>{when(setUp)}</Fact>}
        {teardown && <Fact term={t('card.teardown')}>{when(teardown)}</Fact>}
        <Fact term={t('card.zone')}>{placeOf(event.timeZone)}</Fact>
        {venue && <Fact term={t('card.venue')}>{venue}</Fact>}
        {event.repetition && <Fact term={t('card.repetition')}>{repeats(event.repetition)}</Fact>}
      </dl>
      {occurrence.isMoved && (
        <p className={styles.remark}>
          {t('card.movedFrom', { day: formatDay(occurrence.on, 'full', language) })}
        </p>
      )}
    </>
  );

  function repeats({ frequency, every, untilOn }: Repetition): string {
    const until = formatDay(untilOn, 'long', language);
    return t(frequency === 'weekly' ? 'card.repeats.weekly' : 'card.repeats.monthly', {
      count: every,
      until,
    });
  }
}

function TaskFacts({ item: { task, event, state } }: { item: TaskItem }) {
  const { t } = useTranslation('calendar');
  const language = useLanguage();
  return (
    <>
      <p className={`${styles.about} ${state === 'late' ? styles.late : ''}`}>{t(`item.state.${state}`)}</p>
      <dl className={styles.facts}>
        {task.dueOn && <Fact term={t('card.due')}>{formatDay(task.dueOn, 'full', language)}</Fact>}
        {event && <Fact term={t('card.event')}>{event.name}</Fact>}
        {task.owner && <Fact term={t('card.owner')}>{task.owner}</Fact>}
        {task.team && <Fact term={t('card.team')}>{task.team}</Fact>}
      </dl>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd dir="auto">{children}</dd>
    </>
  );
}

/** Why it does not move, or what moving it will do. */
function Remark({ item }: { item: PlanningItem }) {
  const { t } = useTranslation('calendar');
  const remark =
    item.kind === 'task'
      ? !item.isMovable
        ? t('card.doneStays')
        : item.task.plan && !item.task.isPinned
          ? t('card.followsPlan')
          : null
      : item.isMovable
        ? null
        : t('card.followsSeries');
  return remark && <p className={styles.remark}>{remark}</p>;
}
