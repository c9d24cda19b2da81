import { anchorDay, anchorsOf } from '@shared/domain/anchors';
import { plannedDueOn, startOn } from '@shared/domain/backwardPlan';
import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Anchor, Task, TaskPlan } from '@shared/domain/task';
import { daysBetween } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { DateField } from '@renderer/ui/DateField';
import { NumberField } from '@renderer/ui/NumberField';
import { Segmented } from '@renderer/ui/Segmented';
import { SelectField } from '@renderer/ui/SelectField';
import styles from './TaskPanel.module.css';

type Props = { task: Task; event: PlannedEvent | null; onChange: (fields: Partial<Task>) => void };

/** When it is due: a day of its own, or so many days from one of the event's dates; the day that the plan gives is shown at once. */
export function DueField({ task, event, onChange }: Props) {
  const { t } = useTranslation(['tasks', 'domain']);
  const language = useLanguage();
  const calendar = useWorkCalendar();
  const { plan } = task;
  const planned = plan && event ? plannedDueOn(plan, event, calendar) : null;
  const starts = startOn(task, calendar);

  function setPlan(next: TaskPlan): void {
    const dueOn = event && plannedDueOn(next, event, calendar);
    onChange(task.isPinned || dueOn === null ? { plan: next } : { plan: next, dueOn });
  }
  function countFromOpening(): void {
    if (!event) return;
    const opening = anchorDay(event, { kind: 'opening' });
    const offsetDays = opening && task.dueOn ? daysBetween(opening, task.dueOn) : -7;
    setPlan({ anchor: { kind: 'opening' }, offsetDays, unit: 'calendarDays' });
  }

  return (
    <div className={styles.form}>
      <DateField
        label={t('panel.due')}
        value={task.dueOn}
        onChange={(dueOn) => onChange(plan && dueOn !== planned ? { dueOn, isPinned: true } : { dueOn })}
        help={
          starts && task.durationDays > 1
            ? t('panel.starts', { day: formatDay(starts, 'medium', language) })
            : undefined
        }
      />
      {event && (
        <Segmented
          label={t('panel.plan')}
          value={plan ? 'planned' : 'fixed'}
          options={[
            { id: 'fixed', label: t('panel.fixed') },
            { id: 'planned', label: t('panel.planned') },
          ]}
          onChange={(kind) => (kind === 'fixed' ? onChange({ plan: null }) : countFromOpening())}
        />
      )}
      {plan && event && <PlanForm plan={plan} event={event} onChange={setPlan} />}
      {plan && event && (
        <p className={styles.quiet}>
          {planned === null
            ? t('panel.noAnchor')
            : t(planned === task.dueOn ? 'panel.gives' : 'panel.differs', {
                day: formatDay(planned, 'full', language),
              })}{' '}
          {planned !== null && planned !== task.dueOn && (
            <Button variant="quiet" onPress={() => onChange({ dueOn: planned, isPinned: false })}>
              {t('panel.backToPlan')}
            </Button>
          )}
        </p>
      )}
      {event && (
        <CheckboxField isSelected={task.isPinned} onChange={(isPinned) => onChange({ isPinned })}>
          {t('panel.pinned')}
        </CheckboxField>
      )}
    </div>
  );
}

function PlanForm({
  plan,
  event,
  onChange,
}: {
  plan: TaskPlan;
  event: PlannedEvent;
  onChange: (plan: TaskPlan) => void;
}) {
  const { t } = useTranslation(['tasks', 'domain']);
  const keyOf = (anchor: Anchor): string => (anchor.kind === 'custom' ? anchor.anchorId : anchor.kind);
  const known = anchorsOf(event).map(({ anchor }) => anchor);
  const anchors = known.some((anchor) => keyOf(anchor) === keyOf(plan.anchor))
    ? known
    : [...known, plan.anchor];
  const nameOf = (anchor: Anchor): string =>
    (anchor.kind === 'custom' && event.customAnchors.find(({ id }) => id === anchor.anchorId)?.name) ||
    t(`domain:anchor.${anchor.kind}`);
  return (
    <div className={styles.plan}>
      <div className={styles.planRow}>
        <SelectField
          label={t('panel.anchor')}
          value={keyOf(plan.anchor)}
          options={anchors.map((anchor) => ({ id: keyOf(anchor), label: nameOf(anchor) }))}
          onChange={(key) => {
            const anchor = anchors.find((one) => keyOf(one) === key);
            if (anchor) onChange({ ...plan, anchor });
          }}
        />
        <NumberField
          label={t('panel.offset')}
          value={plan.offsetDays}
          min={-1_500}
          max={1_500}
          onCommit={(offsetDays) => onChange({ ...plan, offsetDays: offsetDays ?? 0 })}
        />
      </div>
      <Segmented
        label={t('panel.unit')}
        value={plan.unit}
        options={[
          { id: 'calendarDays', label: t('domain:unit.calendarDays') },
          { id: 'workingDays', label: t('domain:unit.workingDays') },
        ]}
        onChange={(unit) => onChange({ ...plan, unit })}
      />
    </div>
  );
}
