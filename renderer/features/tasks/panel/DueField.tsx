import { anchorDay, anchorsOf } from '@shared/domain/anchors';
import { plannedDueOn, startOn } from '@shared/domain/backwardPlan';
import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Anchor, Task, TaskPlan } from '@shared/domain/task';
import { addDays, type Day, daysBetween } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { DateField } from '@renderer/ui/DateField';
import { Segmented } from '@renderer/ui/Segmented';
import { SelectField } from '@renderer/ui/SelectField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { useAnchorName } from '../useAnchorName';
import { parseInteger } from './minutes';
import { ParsedField } from './ParsedField';
import styles from './TaskPanel.module.css';

type Props = { task: Task; event: PlannedEvent | null; onChange: (fields: Partial<Task>) => void };

/** When it is due: a day of its own, or so many days from one of the event's dates; the day that the plan gives is said at once. */
export function DueField({ task, event, onChange }: Props) {
  const { t } = useTranslation('tasks');
  const language = useLanguage();
  const calendar = useWorkCalendar();
  const { plan } = task;
  const planned = plan && event ? plannedDueOn(plan, event, calendar) : null;
  const startsOn = startOn(task, calendar);

  /** A day chosen against the plan is pinned: neither the event nor replanning moves it. */
  function setDueOn(dueOn: Day | null): void {
    if (plan && dueOn === null) onChange({ dueOn, plan: null });
    else onChange(plan && dueOn !== planned ? { dueOn, isPinned: true } : { dueOn });
  }
  function setPlan(next: TaskPlan): void {
    const dueOn = event && plannedDueOn(next, event, calendar);
    onChange(task.isPinned || dueOn === null ? { plan: next } : { plan: next, dueOn });
  }
  function countFromOpening(): void {
    const opening = event && anchorDay(event, { kind: 'opening' });
    if (!opening) return;
    const offsetDays = Math.max(-1_500, Math.min(1_500, task.dueOn ? daysBetween(opening, task.dueOn) : -7));
    setPlan({ anchor: { kind: 'opening' }, offsetDays, unit: 'calendarDays' });
  }

  return (
    <div className={styles.due}>
      {event && (
        <div>
          <Segmented
            label={t('panel.plan')}
            value={plan ? 'planned' : 'fixed'}
            options={[
              { id: 'fixed', label: t('panel.fixed') },
              { id: 'planned', label: t('panel.planned') },
            ]}
            onChange={(kind) => (kind === 'fixed' ? onChange({ plan: null }) : countFromOpening())}
          />
        </div>
      )}
      {plan && event && (
        <>
          <PlanFields plan={plan} event={event} onChange={setPlan} />
          <PlannedDay task={task} plan={plan} event={event} planned={planned} onChange={onChange} />
        </>
      )}
      <div className={styles.pair}>
        <DateField label={t('panel.due')} value={task.dueOn} onChange={setDueOn} />
        <ParsedField
          label={t('panel.duration')}
          value={task.durationDays}
          text={String(task.durationDays)}
          parse={parseInteger}
          min={1}
          max={400}
          onCommit={(durationDays) => durationDays && onChange({ durationDays })}
        />
      </div>
      {startsOn && (
        <p className={styles.quiet}>{t('panel.starts', { day: formatDay(startsOn, 'full', language) })}</p>
      )}
      {event && (
        <CheckboxField isSelected={task.isPinned} onChange={(isPinned) => onChange({ isPinned })}>
          {t('panel.pinned')}
        </CheckboxField>
      )}
    </div>
  );
}

type PlanProps = { plan: TaskPlan; event: PlannedEvent; onChange: (plan: TaskPlan) => void };

/** Reads as a sentence: 30 · calendar days · before · the opening. */
function PlanFields({ plan, event, onChange }: PlanProps) {
  const { t } = useTranslation(['tasks', 'domain']);
  const nameOf = useAnchorName(event);
  const known = anchorsOf(event).map(({ anchor }) => anchor);
  const anchors = known.some((anchor) => keyOf(anchor) === keyOf(plan.anchor))
    ? known
    : [...known, plan.anchor];
  const side = plan.offsetDays <= 0 ? 'before' : 'after';
  const withOffset = (days: number, on: 'before' | 'after'): TaskPlan => ({
    ...plan,
    offsetDays: days === 0 ? 0 : on === 'before' ? -days : days,
  });
  return (
    <div className={styles.plan}>
      <div className={styles.planRow}>
        <ParsedField
          label={t('panel.offset')}
          value={Math.abs(plan.offsetDays)}
          text={String(Math.abs(plan.offsetDays))}
          parse={parseInteger}
          min={0}
          max={1_500}
          onCommit={(days) => onChange(withOffset(days ?? 0, side))}
        />
        <SelectField
          label={t('panel.unit')}
          value={plan.unit}
          options={[
            { id: 'calendarDays', label: t('domain:unit.calendarDays') },
            { id: 'workingDays', label: t('domain:unit.workingDays') },
          ]}
          onChange={(unit) => onChange({ ...plan, unit })}
        />
      </div>
      <div className={styles.planRow}>
        <SelectField
          label={t('panel.side')}
          value={side}
          options={[
            { id: 'before', label: t('panel.before') },
            { id: 'after', label: t('panel.after') },
          ]}
          onChange={(next) => onChange(withOffset(Math.abs(plan.offsetDays), next))}
        />
        <SelectField
          label={t('panel.anchor')}
          value={keyOf(plan.anchor)}
          options={anchors.map((anchor) => ({ id: keyOf(anchor), label: nameOf(anchor) }))}
          onChange={(key) => {
            const anchor = anchors.find((one) => keyOf(one) === key);
            if (anchor) onChange({ ...plan, anchor });
          }}
        />
      </div>
    </div>
  );
}

type PlannedDayProps = Omit<Props, 'event'> & { plan: TaskPlan; event: PlannedEvent; planned: Day | null };

/** « = vendredi 7 février 2025, jour ouvré précédent » */
function PlannedDay({ task, plan, event, planned, onChange }: PlannedDayProps) {
  const { t } = useTranslation('tasks');
  const language = useLanguage();
  const calendar = useWorkCalendar();
  const nameOf = useAnchorName(event);
  if (planned === null) {
    return <StatusMark kind="alert">{t('panel.noAnchor', { anchor: nameOf(plan.anchor) })}</StatusMark>;
  }
  const day = formatDay(planned, 'full', language);
  const anchor = anchorDay(event, plan.anchor);
  const counted = plan.unit === 'calendarDays' && anchor ? addDays(anchor, plan.offsetDays) : planned;
  const closed = counted === planned ? null : calendar.whyClosed(counted);
  const isFollowed = planned === task.dueOn;
  return (
    <p className={styles.gives} aria-live="polite">
      {closed === null
        ? t('panel.gives', { day })
        : t(planned < counted ? 'panel.givesBefore' : 'panel.givesAfter', {
            day,
            closed: formatDay(counted, 'weekday', language),
            why: closed === 'weekend' ? t('panel.weekend') : closed.name,
          })}
      {!isFollowed && (
        <>
          {' '}
          <span>{t(task.isPinned ? 'panel.pinnedElsewhere' : 'panel.differs')}</span>
          <Button variant="quiet" onPress={() => onChange({ dueOn: planned, isPinned: false })}>
            {t('panel.backToPlan')}
          </Button>
        </>
      )}
    </p>
  );
}

function keyOf(anchor: Anchor): string {
  return anchor.kind === 'custom' ? anchor.anchorId : anchor.kind;
}
