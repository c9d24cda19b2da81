import { formatClock, formatDay, formatSpan } from '@shared/domain/formatting';
import { dDayOf, type PlannedEvent, type Repetition } from '@shared/domain/plannedEvent';
import { type Occurrence, occurrencesOf, withException } from '@shared/domain/repetition';
import { addDays, clockTimeOf, type Day, dayOf } from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { DateField } from '@renderer/ui/DateField';
import { SelectField } from '@renderer/ui/SelectField';
import { TimeField } from '@renderer/ui/TimeField';
import { readMoment, type TypedMoment, typedMomentOf } from '../eventHours';
import { EditedDate, EditedNumber } from './EditedFields';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

const frequencies = ['weekly', 'monthlyByDate', 'monthlyByWeekday'] as const;
const shownAtFirst = 12;
/** A new series runs for half a year unless somebody says otherwise. */
const usualLengthDays = 182;

export function RepetitionPart({ event, save }: { event: PlannedEvent; save: SaveFields }) {
  const { t } = useTranslation('events');
  const { repetition } = event;
  const saveRepetition = (fields: Partial<Repetition>) =>
    save((current) => ({ repetition: current.repetition && { ...current.repetition, ...fields } }));
  return (
    <div className={styles.part}>
      <h3>{t('repetition.title')}</h3>
      <div className={styles.rows}>
        <div>
          <SelectField
            label={t('repetition.frequency')}
            value={repetition?.frequency ?? 'never'}
            options={[
              { id: 'never', label: t('repetition.never') },
              ...frequencies.map((id) => ({ id, label: t(`repetition.${id}`) })),
            ]}
            onChange={(frequency) =>
              void save((current) => ({
                repetition: frequency === 'never' ? null : withFrequency(current, frequency),
              }))
            }
          />
        </div>
        {repetition && (
          <>
            <EditedNumber
              label={
                repetition.frequency === 'weekly' ? t('repetition.everyWeeks') : t('repetition.everyMonths')
              }
              min={1}
              max={12}
              value={repetition.every}
              onSave={(every) => saveRepetition({ every: every ?? 1 })}
            />
            <EditedDate
              label={t('repetition.until')}
              value={repetition.untilOn}
              onSave={(untilOn) => (untilOn ? saveRepetition({ untilOn }) : Promise.resolve('notADay'))}
            />
          </>
        )}
      </div>
      {repetition && <Occurrences event={event} repetition={repetition} save={save} />}
    </div>
  );
}

function Occurrences({
  event,
  repetition,
  save,
}: {
  event: PlannedEvent;
  repetition: Repetition;
  save: SaveFields;
}) {
  const { t } = useTranslation('events');
  const today = useToday();
  const [isWhole, setIsWhole] = useState(false);
  const all = useMemo(
    () =>
      occurrencesOf(
        { ...event, repetition: { ...repetition, exceptions: [] } },
        dDayOf(event),
        addDays(repetition.untilOn, 1),
      ),
    [event, repetition],
  );
  const coming = all.filter(({ on }) => on >= today);
  const shown = isWhole ? all : coming.slice(0, shownAtFirst);
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('repetition.occurrences', { count: all.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('repetition.date')}</th>
            <th scope="col">{t('repetition.state')}</th>
            <th scope="col">
              <span className="visuallyHidden">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((occurrence) => (
            <OccurrenceRow
              key={occurrence.on}
              occurrence={occurrence}
              exception={repetition.exceptions.find(({ on }) => on === occurrence.on) ?? null}
              onChange={(exception) =>
                save((current) => ({
                  repetition: withException(current, occurrence.on, exception).repetition,
                }))
              }
            />
          ))}
        </tbody>
      </table>
      {shown.length < all.length && (
        <Button variant="quiet" onPress={() => setIsWhole(true)}>
          {t('repetition.all')}
        </Button>
      )}
    </>
  );
}

type Exception = Repetition['exceptions'][number];
type RowProps = {
  occurrence: Occurrence;
  exception: Exception | null;
  onChange: (exception: Exception | null) => Promise<string | null>;
};

function OccurrenceRow({ occurrence, exception, onChange }: RowProps) {
  const { t } = useTranslation('events');
  const language = useLanguage();
  const [isMoving, setIsMoving] = useState(false);
  const { event, on } = occurrence;
  const words = formatDay(on, 'medium', language);
  const hours = [occurrence.opensAt, occurrence.closesAt]
    .map((at) => formatClock(clockTimeOf(at, event.timeZone), language))
    .join(' – ');
  return (
    <>
      <tr>
        <th scope="row">
          {words} <span className={styles.quietText}>{hours}</span>
        </th>
        <td className={styles.state}>
          {exception === null && t('repetition.kept')}
          {exception?.kind === 'skipped' && <b>{t('repetition.skipped')}</b>}
          {exception?.kind === 'moved' && (
            <b>
              {t('repetition.moved', {
                when: formatSpan(exception.opensAt, exception.closesAt, event.timeZone, 'weekday', language),
              })}
            </b>
          )}
        </td>
        <td className={styles.actions}>
          {exception ? (
            <Button
              variant="quiet"
              aria-label={t('repetition.restoreOf', { on: words })}
              onPress={() => void onChange(null)}
            >
              {t('repetition.restore')}
            </Button>
          ) : (
            <>
              <Button
                variant="quiet"
                aria-label={t('repetition.moveOf', { on: words })}
                onPress={() => setIsMoving(!isMoving)}
              >
                {t('repetition.move')}
              </Button>
              <Button
                variant="quiet"
                aria-label={t('repetition.skipOf', { on: words })}
                onPress={() => void onChange({ kind: 'skipped', on })}
              >
                {t('repetition.skip')}
              </Button>
            </>
          )}
        </td>
      </tr>
      {isMoving && exception === null && (
        <tr>
          <td colSpan={3}>
            <MoveOccurrence occurrence={occurrence} onMove={onChange} onClose={() => setIsMoving(false)} />
          </td>
        </tr>
      )}
    </>
  );
}

type MoveProps = {
  occurrence: Occurrence;
  onMove: (exception: Exception) => Promise<string | null>;
  onClose: () => void;
};

function MoveOccurrence({ occurrence, onMove, onClose }: MoveProps) {
  const { t } = useTranslation(['events', 'common']);
  const sentence = useSentence();
  const { event, on } = occurrence;
  const [opens, setOpens] = useState<TypedMoment>(() => typedMomentOf(occurrence.opensAt, event.timeZone));
  const [closesAt, setClosesAt] = useState<string | null>(() =>
    clockTimeOf(occurrence.closesAt, event.timeZone),
  );
  const [code, setCode] = useState<string | null>(null);

  async function apply(): Promise<void> {
    const from = readMoment(opens, event.timeZone);
    const to = readMoment({ on: opens.on, at: closesAt }, event.timeZone);
    if (from.kind === 'wrong') return setCode(from.problem);
    if (to.kind === 'wrong') return setCode(to.problem);
    if (from.instant >= to.instant) return setCode('endsBeforeStart');
    const refusal = await onMove({ kind: 'moved', on, opensAt: from.instant, closesAt: to.instant });
    if (refusal === null) onClose();
    else setCode(refusal);
  }
  return (
    <div className={styles.moveOne}>
      <DateField
        label={t('repetition.newDay')}
        value={opens.on}
        error={code === null ? undefined : sentence(code)}
        onChange={(day: Day | null) => setOpens({ ...opens, on: day })}
      />
      <TimeField
        label={t('repetition.opens')}
        value={opens.at}
        onChange={(at) => setOpens({ ...opens, at })}
      />
      <TimeField label={t('repetition.closes')} value={closesAt} onChange={setClosesAt} />
      <Button onPress={() => void apply()}>{t('common:apply')}</Button>
      <Button variant="quiet" onPress={onClose}>
        {t('common:cancel')}
      </Button>
    </div>
  );
}

function withFrequency(event: PlannedEvent, frequency: Repetition['frequency']): Repetition {
  return event.repetition
    ? { ...event.repetition, frequency }
    : {
        frequency,
        every: 1,
        untilOn: addDays(dayOf(event.opensAt, event.timeZone), usualLengthDays),
        exceptions: [],
      };
}
