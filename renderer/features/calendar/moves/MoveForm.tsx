import { type ClockTime, type Day, instantOf } from '@shared/domain/time';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { DateField } from '@renderer/ui/DateField';
import { Dialog } from '@renderer/ui/Dialog';
import { Notice } from '@renderer/ui/Notice';
import { TimeField } from '@renderer/ui/TimeField';
import { isEventItem, type PlanningItem } from '../planningItems';
import type { ItemWords } from '../useItemWords';
import { clockOfWall, dayMinutes, dayOfWall, type Wall, wallAt, wallOfClock } from '../wallTime';
import styles from './moves.module.css';

type Props = {
  item: PlanningItem;
  words: ItemWords;
  onMove: (from: Wall, to: Wall) => void;
  onClose: () => void;
};

/** The way to move a block for those who would rather write a date. */
export function MoveForm(props: Props) {
  return isEventItem(props.item) ? <HoursForm {...props} /> : <DueForm {...props} />;
}

function DueForm({ item, words, onMove, onClose }: Props) {
  const { t } = useTranslation('calendar');
  const [day, setDay] = useState<Day | null>(dayOfWall(item.from));
  const error = day === null ? 'notADay' : null;
  return (
    <FormDialog
      title={words.title(item)}
      error={error}
      onClose={onClose}
      onApply={() => day !== null && onMove(wallAt(day), wallAt(day) + dayMinutes)}
    >
      {item.kind === 'task' && item.task.plan && !item.task.isPinned && (
        <Notice kind="info">{t('card.followsPlan')}</Notice>
      )}
      <DateField label={t('moving.dueOn')} value={day} onChange={setDay} />
    </FormDialog>
  );
}

type Typed = { firstOn: Day | null; opens: ClockTime | null; lastOn: Day | null; closes: ClockTime | null };

function HoursForm({ item, words, onMove, onClose }: Props) {
  const { t } = useTranslation('calendar');
  const sentence = useSentence();
  const [typed, setTyped] = useState<Typed>({
    firstOn: dayOfWall(item.from),
    opens: clockOfWall(item.from),
    lastOn: dayOfWall(item.to),
    closes: clockOfWall(item.to),
  });
  const zone = isEventItem(item) ? item.occurrence.event.timeZone : 'UTC';
  const { firstOn, opens, lastOn, closes } = typed;
  const walls =
    firstOn && opens && lastOn && closes
      ? { from: wallOfClock(firstOn, opens), to: wallOfClock(lastOn, closes) }
      : null;
  const skipped = {
    start: firstOn && opens && instantOf(firstOn, opens, zone) === null,
    end: lastOn && closes && instantOf(lastOn, closes, zone) === null,
  };
  const error = !walls
    ? 'notAnInstant'
    : skipped.start || skipped.end
      ? 'skippedHour'
      : walls.from >= walls.to
        ? 'endsBeforeStart'
        : null;

  /** A new first day takes the last one along. */
  function setFirst(day: Day | null): void {
    const shift = day && firstOn ? wallAt(day) - wallAt(firstOn) : 0;
    setTyped({ ...typed, firstOn: day, lastOn: lastOn && dayOfWall(wallAt(lastOn) + shift) });
  }
  return (
    <FormDialog
      title={words.title(item)}
      error={error}
      onClose={onClose}
      onApply={() => walls && onMove(walls.from, walls.to)}
    >
      <div className={styles.fields}>
        <DateField label={t('moving.opensOn')} value={firstOn} onChange={setFirst} />
        <TimeField
          label={t('moving.opensAt')}
          value={opens}
          error={skipped.start ? sentence('skippedHour') : undefined}
          onChange={(time) => setTyped({ ...typed, opens: time })}
        />
        <DateField
          label={t('moving.closesOn')}
          value={lastOn}
          onChange={(day) => setTyped({ ...typed, lastOn: day })}
        />
        <TimeField
          label={t('moving.closesAt')}
          value={closes}
          error={
            skipped.end ? sentence('skippedHour') : error === 'endsBeforeStart' ? sentence(error) : undefined
          }
          onChange={(time) => setTyped({ ...typed, closes: time })}
        />
      </div>
    </FormDialog>
  );
}

type DialogProps = {
  title: string;
  error: string | null;
  onApply: () => void;
  onClose: () => void;
  children: ReactNode;
};

function FormDialog({ title, error, onApply, onClose, children }: DialogProps) {
  const { t } = useTranslation(['calendar', 'common']);
  return (
    <Dialog
      title={t('moving.title', { name: title })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={error !== null} onPress={onApply}>
            {t('moving.apply')}
          </Button>
        </>
      }
    >
      {/* Enter in any field is the same as the button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.form}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || (event.target as HTMLElement).closest('button')) return;
          event.preventDefault();
          if (error === null) onApply();
        }}
      >
        {children}
      </div>
    </Dialog>
  );
}
