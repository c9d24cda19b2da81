import { indicatorResult, type IndicatorResult } from '@shared/domain/completeness';
import {
  type Indicator,
  indicatorDirections,
  type Objective,
  type PlannedEvent,
} from '@shared/domain/plannedEvent';
import type { Day } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useToday } from '@renderer/data/clock';
import { icons } from '@renderer/ui/icons';
import { IconButton } from '@renderer/ui/IconButton';
import { SelectField } from '@renderer/ui/SelectField';
import { StatusMark, type StatusKind } from '@renderer/ui/StatusMark';
import { AddLine } from './AddLine';
import { EditedDate, EditedNumber, EditedText } from './EditedFields';
import { changedIn, without } from './lists';
import { SheetSection } from './SheetSection';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

const resultKinds: Record<IndicatorResult, StatusKind> = {
  reached: 'ok',
  progress: 'warn',
  notReached: 'alert',
  toMeasure: 'info',
  nobodyMeasures: 'alert',
  noTarget: 'warn',
};

export function ObjectivesSection({ event, save }: { event: PlannedEvent; save: SaveFields }) {
  const { t } = useTranslation('events');
  const saveObjectives = (revise: (objectives: readonly Objective[]) => Objective[]) =>
    save(({ objectives }) => ({ objectives: revise(objectives) }));
  return (
    <SheetSection section="objectives">
      {event.objectives.length === 0 && <p className={styles.hint}>{t('objectives.empty')}</p>}
      <ol className={styles.objectives}>
        {event.objectives.map((objective, index) => (
          <ObjectiveItem
            key={objective.id}
            objective={objective}
            number={index + 1}
            onSave={(revise) =>
              saveObjectives((all) =>
                all.map((one) => (one.id === objective.id ? { ...one, ...revise(one) } : one)),
              )
            }
            onRemove={() => void saveObjectives((all) => without(all, objective.id))}
          />
        ))}
      </ol>
      <AddLine
        field="addObjective"
        label={t('objectives.add')}
        onAdd={(title) => saveObjectives((all) => [...all, objectiveOf(title)])}
        onPasteLines={(lines) => void saveObjectives((all) => [...all, ...lines.map(objectiveOf)])}
      />
    </SheetSection>
  );
}

type SaveObjective = (revise: (objective: Objective) => Partial<Objective>) => Promise<string | null>;
type ItemProps = { objective: Objective; number: number; onSave: SaveObjective; onRemove: () => void };

function ObjectiveItem({ objective, number, onSave, onRemove }: ItemProps) {
  const { t } = useTranslation('events');
  return (
    <li className={styles.objective}>
      <div className={styles.objectiveTitle}>
        <span aria-hidden="true">{number}</span>
        <EditedText
          label={t('objectives.objective', { number })}
          isLabelHidden
          value={objective.title}
          onSave={(title) => onSave(() => ({ title }))}
        />
        <IconButton
          label={t('objectives.remove', { title: objective.title })}
          icon={<icons.remove />}
          onPress={onRemove}
        />
      </div>
      {objective.indicators.length > 0 && (
        <div className={styles.indicatorHead} aria-hidden="true">
          <span>{t('objectives.name')}</span>
          <span>{t('objectives.baseline')}</span>
          <span>{t('objectives.target')}</span>
          <span>{t('objectives.actual')}</span>
          <span>{t('objectives.unit')}</span>
          <span>{t('objectives.direction')}</span>
          <span>{t('objectives.result')}</span>
        </div>
      )}
      <ul>
        {objective.indicators.map((indicator) => (
          <IndicatorItem
            key={indicator.id}
            indicator={indicator}
            onSave={(fields) =>
              onSave(({ indicators }) => ({ indicators: changedIn(indicators, indicator.id, fields) }))
            }
            onRemove={() =>
              void onSave(({ indicators }) => ({ indicators: without(indicators, indicator.id) }))
            }
          />
        ))}
      </ul>
      <div className={styles.addIndicator}>
        <AddLine
          label={t('objectives.addIndicator')}
          onAdd={(name) => onSave(({ indicators }) => ({ indicators: [...indicators, indicatorOf(name)] }))}
        />
      </div>
    </li>
  );
}

type IndicatorProps = {
  indicator: Indicator;
  onSave: (fields: Partial<Indicator>) => Promise<string | null>;
  onRemove: () => void;
};

function IndicatorItem({ indicator, onSave, onRemove }: IndicatorProps) {
  const { t } = useTranslation(['events', 'domain']);
  const today = useToday();
  const { id, name, meansOfMeasure } = indicator;
  const result = indicatorResult(indicator);
  const label = (column: 'name' | 'baseline' | 'target' | 'actual' | 'unit' | 'direction') => ({
    label: t('objectives.cell', { column: t(`objectives.${column}`), row: name }),
    isLabelHidden: true,
  });
  return (
    <li className={styles.indicator} aria-label={name} data-gap={result === 'nobodyMeasures' || undefined}>
      <EditedText {...label('name')} value={name} onSave={(text) => onSave({ name: text })} />
      {(['baseline', 'target', 'actual'] as const).map((column) => (
        <EditedNumber
          key={column}
          field={`${column}-${id}`}
          {...label(column)}
          decimals={2}
          value={indicator[column]}
          onSave={(value) =>
            onSave(column === 'actual' ? measured(indicator, value, today) : { [column]: value })
          }
        />
      ))}
      <EditedText {...label('unit')} value={indicator.unit} onSave={(unit) => onSave({ unit })} />
      <SelectField
        {...label('direction')}
        value={indicator.direction}
        options={indicatorDirections.map((direction) => ({
          id: direction,
          label: t(`domain:direction.${direction}`),
        }))}
        onChange={(direction) => void onSave({ direction })}
      />
      <span className={styles.result}>
        <StatusMark kind={resultKinds[result]}>{t(`objectives.results.${result}`)}</StatusMark>
      </span>
      <IconButton
        label={t('objectives.removeIndicator', { name })}
        icon={<icons.remove />}
        onPress={onRemove}
      />
      <div className={styles.measure}>
        <EditedText
          field={`means-${id}`}
          label={t('objectives.means')}
          placeholder={t('objectives.meansPlaceholder')}
          value={meansOfMeasure}
          onSave={(text) => onSave({ meansOfMeasure: text.trim() })}
        />
        <EditedText
          field={`evidence-${id}`}
          label={t('objectives.evidence')}
          placeholder={t('objectives.evidencePlaceholder')}
          value={indicator.evidence}
          onSave={(text) => onSave({ evidence: text.trim() })}
        />
        <EditedDate
          label={t('objectives.measuredOn')}
          value={indicator.measuredOn}
          onSave={(measuredOn) => onSave({ measuredOn })}
        />
      </div>
      {result === 'nobodyMeasures' && (
        <p className={styles.gap}>
          <StatusMark kind="alert">{t('objectives.redGap')}</StatusMark>
        </p>
      )}
    </li>
  );
}

/** A value that is entered was measured today, unless a day stands there already. */
function measured(indicator: Indicator, actual: number | null, today: Day): Partial<Indicator> {
  return { actual, measuredOn: actual === null ? null : (indicator.measuredOn ?? today) };
}

function objectiveOf(title: string): Objective {
  return { id: newUuid(), title, indicators: [] };
}

function indicatorOf(name: string): Indicator {
  return {
    id: newUuid(),
    name,
    unit: '',
    direction: 'increase',
    baseline: null,
    target: null,
    actual: null,
    meansOfMeasure: '',
    evidence: '',
    measuredOn: null,
  };
}
