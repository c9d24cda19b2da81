import type { EventChange } from '@shared/domain/moveEvent';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { ComboField } from '@renderer/ui/ComboField';
import { DateField } from '@renderer/ui/DateField';
import { icons } from '@renderer/ui/icons';
import { IconButton } from '@renderer/ui/IconButton';
import { TimeField } from '@renderer/ui/TimeField';
import { useFormKeys } from '../useFormKeys';
import { AddLine } from './AddLine';
import {
  type DatesDraft,
  type DatesField,
  datesDraftOf,
  readDates,
  type Side,
  type SpanName,
  spanNames,
  withAnchor,
  withDay,
  withMoment,
  withoutAnchor,
  withoutSpan,
  withSpan,
} from './datesDraft';
import { RepetitionPart } from './RepetitionPart';
import { SheetSection } from './SheetSection';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

export type OnMove = (event: PlannedEvent, change: EventChange) => Promise<'moved' | 'kept'>;

type Props = { event: PlannedEvent; save: SaveFields; onMove: OnMove };

/** Every date of the event, changed together and applied once: tasks follow them, so a half-typed date must not move anything. */
export function DatesSection({ event, save, onMove }: Props) {
  const { t } = useTranslation('events');
  const sentence = useSentence();
  const [typed, setTyped] = useState<DatesDraft | null>(null);
  const [isTried, setIsTried] = useState(false);
  const draft = useMemo(() => typed ?? datesDraftOf(event), [typed, event]);
  const answer = useMemo(() => readDates(draft, event), [draft, event]);
  const problems = answer.kind === 'wrong' && isTried ? answer.problems : {};
  const error = (field: DatesField): string | undefined => {
    const code = problems[field];
    return code && sentence(code);
  };
  const isDirty = typed !== null && answer.kind !== 'same';

  function leave(): void {
    setTyped(null);
    setIsTried(false);
  }
  async function apply(): Promise<void> {
    if (answer.kind === 'same') return leave();
    setIsTried(true);
    if (answer.kind === 'wrong') return;
    if ((await onMove(event, answer.change)) === 'moved') leave();
  }
  const keys = useFormKeys({
    onSubmit: () => void apply(),
    onLeave: isDirty ? leave : undefined,
    isSubmittedFromText: false,
  });

  return (
    <SheetSection section="dates">
      {/* Enter applies and Escape brings back, from any field inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div {...keys}>
        <div className={styles.spans}>
          {spanNames.map((span) => (
            <SpanRow key={span} span={span} event={event} draft={draft} error={error} onChange={setTyped} />
          ))}
        </div>
        <OtherDates draft={draft} error={error} onChange={setTyped} />
        <Anchors draft={draft} error={error} onChange={setTyped} />
        {isDirty && (
          <div className={styles.apply}>
            <output>
              {t('dates.changed')} {t('dates.follows')}
            </output>
            <Button onPress={leave}>{t('dates.cancel')}</Button>
            <Button variant="primary" onPress={() => void apply()}>
              {t('dates.apply')}
            </Button>
          </div>
        )}
      </div>
      {(event.kind === 'meeting' || event.kind === 'training' || event.repetition) && (
        <RepetitionPart event={event} save={save} />
      )}
    </SheetSection>
  );
}

type PartProps = {
  draft: DatesDraft;
  error: (field: DatesField) => string | undefined;
  onChange: (draft: DatesDraft) => void;
};

function SpanRow({
  span,
  event,
  draft,
  error,
  onChange,
}: PartProps & { span: SpanName; event: PlannedEvent }) {
  const { t } = useTranslation(['events', 'common']);
  const name = t(`dates.${span}`);
  const times = draft.spans[span];
  if (!times) {
    if (span === 'opening') return null;
    return (
      <div className={styles.span} data-field={span}>
        <span className={styles.spanName}>{name}</span>
        <Button
          variant="quiet"
          icon={<icons.add />}
          aria-label={t('dates.addSpanOf', { span: name })}
          onPress={() => onChange(withSpan(draft, span))}
        >
          {t('dates.addSpan')}
        </Button>
      </div>
    );
  }
  const moment = (side: Side) => (
    <>
      <DateField
        label={t(`dates.${side}`, { span: name })}
        isLabelHidden
        value={times[side].on}
        error={error(`${span}.${side}.on`)}
        onChange={(on) => onChange(withMoment(draft, event, { span, side }, { ...times[side], on }))}
      />
      <TimeField
        label={t(`dates.${side}Time`, { span: name })}
        isLabelHidden
        value={times[side].at}
        error={error(`${span}.${side}.at`)}
        onChange={(at) => onChange(withMoment(draft, event, { span, side }, { ...times[side], at }))}
      />
    </>
  );
  return (
    <fieldset className={styles.span} data-field={span} aria-label={name}>
      <span className={styles.spanName}>{name}</span>
      {moment('starts')}
      <icons.arrow className={styles.until} />
      {moment('ends')}
      {span !== 'opening' && (
        <IconButton
          label={t('dates.removeSpan', { span: name })}
          icon={<icons.remove />}
          onPress={() => onChange(withoutSpan(draft, span))}
        />
      )}
    </fieldset>
  );
}

function OtherDates({ draft, error, onChange }: PartProps) {
  const { t } = useTranslation('events');
  return (
    <div className={styles.rows}>
      {(['reportDueOn', 'orderSignedOn'] as const).map((field) => {
        const label = field === 'reportDueOn' ? t('dates.reportDue') : t('dates.orderSigned');
        return (
          <div key={field} data-field={field} className={styles.clearable}>
            <DateField
              label={label}
              value={draft[field]}
              error={error(field)}
              onChange={(on) => onChange(withDay(draft, field, on))}
            />
            {draft[field] !== null && (
              <IconButton
                label={t('dates.clear', { date: label })}
                icon={<icons.remove />}
                onPress={() => onChange(withDay(draft, field, null))}
              />
            )}
          </div>
        );
      })}
      <div>
        <ComboField
          label={t('dates.zone')}
          value={draft.timeZone}
          error={error('timeZone')}
          suggestions={knownZones}
          onCommit={(timeZone) =>
            onChange({ ...draft, timeZone, touched: new Set<DatesField>([...draft.touched, 'timeZone']) })
          }
        />
      </div>
    </div>
  );
}

function Anchors({ draft, error, onChange }: PartProps) {
  const { t } = useTranslation('events');
  return (
    <div className={styles.labelled}>
      <span id="sheet-anchors">{t('dates.anchors')}</span>
      <ul className={styles.anchors} aria-labelledby="sheet-anchors">
        {draft.anchors.map((anchor) => (
          <li key={anchor.id}>
            <span className={styles.anchorName} dir="auto">
              {anchor.name}
            </span>
            <DateField
              label={t('dates.anchorOf', { name: anchor.name })}
              isLabelHidden
              value={anchor.on}
              error={error(`anchor.${anchor.id}`)}
              onChange={(on) => onChange(withAnchor(draft, { ...anchor, on }))}
            />
            <CheckboxField
              isSelected={anchor.movesWithEvent}
              onChange={(movesWithEvent) => onChange(withAnchor(draft, { ...anchor, movesWithEvent }))}
            >
              {t('dates.anchorMoves')}
            </CheckboxField>
            <IconButton
              label={t('dates.removeAnchor', { name: anchor.name })}
              icon={<icons.remove />}
              onPress={() => onChange(withoutAnchor(draft, anchor.id))}
            />
          </li>
        ))}
        <li>
          <AddLine
            label={t('dates.addAnchor')}
            onAdd={async (name) => {
              onChange(
                withAnchor(draft, {
                  id: newUuid(),
                  name: name.trim().slice(0, 200),
                  on: draft.spans.opening?.starts.on ?? null,
                  movesWithEvent: true,
                }),
              );
              return null;
            }}
          />
        </li>
      </ul>
    </div>
  );
}

const knownZones = Intl.supportedValuesOf('timeZone');
