import { formatDay, formatNumber } from '@shared/domain/formatting';
import { fold } from '@shared/domain/text';
import { type TravelTime, travelTimeSchema } from '@shared/domain/travelTime';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useToday } from '@renderer/data/clock';
import { deleteTravelTime, saveTravelTime, travelTimesOf } from '@renderer/data/people';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { DateField } from '@renderer/ui/DateField';
import { Dialog } from '@renderer/ui/Dialog';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { NumberField } from '@renderer/ui/NumberField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { TextField } from '@renderer/ui/TextField';
import { useRecordForm } from '@renderer/ui/useRecordForm';
import styles from './Work.module.css';

/** How long the way between two places takes. */
export function TravelTimes() {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const today = useToday();
  const times = useQuestion(travelTimesOf, []);
  const [edited, setEdited] = useState<TravelTime | null>(null);
  const columns = useMemo(
    (): Column<TravelTime>[] => [
      {
        id: 'from',
        header: t('work.from'),
        width: 'minmax(140px, 1fr)',
        isPrimary: true,
        cell: ({ from }) => <span dir="auto">{from}</span>,
        sortValue: ({ from }) => from,
      },
      {
        id: 'to',
        header: t('work.to'),
        width: 'minmax(140px, 1fr)',
        cell: ({ to }) => <span dir="auto">{to}</span>,
        sortValue: ({ to }) => to,
      },
      {
        id: 'minutes',
        header: t('work.minutes'),
        width: '100px',
        align: 'end',
        cell: ({ minutes }) => formatNumber(minutes, language),
        sortValue: ({ minutes }) => minutes,
      },
      {
        id: 'source',
        header: t('work.source'),
        width: 'minmax(120px, 1fr)',
        cell: ({ source }) => <span dir="auto">{source}</span>,
      },
      {
        id: 'checked',
        header: t('work.checked'),
        width: '140px',
        cell: ({ checkedOn }) =>
          checkedOn ? (
            formatDay(checkedOn, 'medium', language)
          ) : (
            <StatusMark kind="info">{t('work.toCheck')}</StatusMark>
          ),
      },
    ],
    [t, language],
  );
  if (!times) return null;
  const add = (): void =>
    setEdited({
      id: newUuid(),
      from: '',
      to: '',
      minutes: 30,
      source: t('work.manual'),
      checkedOn: today,
    });
  return (
    <>
      <h3 className={styles.heading}>{t('work.travelTimes')}</h3>
      <p className={styles.help}>{t('work.travelHelp')}</p>
      <div className={styles.actions}>
        <Button icon={<icons.add />} onPress={add}>
          {t('work.addTravel')}
        </Button>
      </div>
      {times.length === 0 ? (
        <EmptyState icon={<icons.venue />} title={t('work.noTravel')}>
          {t('work.noTravelSentence')}
        </EmptyState>
      ) : (
        <div className={styles.table}>
          <DataTable
            label={t('work.travelTimes')}
            language={language}
            rows={times}
            rowId={({ id }) => id}
            rowLabel={({ from, to }) => t('work.travelRow', { from, to })}
            columns={columns}
            onOpen={setEdited}
            useAllRows
          />
        </div>
      )}
      {edited && <TravelDialog time={edited} times={times} onClose={() => setEdited(null)} />}
    </>
  );
}

type DialogProps = { time: TravelTime; times: readonly TravelTime[]; onClose: () => void };

function TravelDialog({ time, times, onClose }: DialogProps) {
  const { t } = useTranslation(['people', 'common']);
  const commit = useCommit();
  const sentence = useSentence();
  const form = useRecordForm(travelTimeSchema, time, {
    sentence,
    onSave: (record) => saveTravelTime(commit, record),
  });
  const { draft, set, error } = form;
  const isKnown = times.some(({ id }) => id === time.id);
  const wayOf = ({ from, to }: TravelTime): string => [fold(from), fold(to)].sort().join('\n');
  const isTwice = times.some((one) => one.id !== time.id && wayOf(one) === wayOf(draft));
  const save = (): void => {
    if (!isTwice) void form.save().then((isSaved) => isSaved && onClose());
  };
  return (
    <Dialog
      title={t(isKnown ? 'work.editTravel' : 'work.newTravel')}
      onClose={onClose}
      footer={
        <>
          {isKnown && (
            <Button variant="quiet" onPress={() => void deleteTravelTime(commit, time).then(onClose)}>
              {t('common:delete')}
            </Button>
          )}
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={save}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label={t('work.from')}
          value={draft.from}
          error={error('from')}
          autoFocus
          onChange={(from) => set({ from })}
        />
        <TextField
          label={t('work.to')}
          value={draft.to}
          error={isTwice ? t('work.travelKnown') : error('to')}
          onChange={(to) => set({ to })}
        />
        <NumberField
          label={t('work.minutes')}
          value={draft.minutes}
          error={error('minutes')}
          min={0}
          max={1_440}
          outOfRange={t('work.outOfBounds')}
          onCommit={(minutes) => set({ minutes: minutes ?? 0 })}
        />
        <TextField
          label={t('work.source')}
          value={draft.source}
          error={error('source')}
          onChange={(source) => set({ source })}
        />
        <DateField
          label={t('work.checked')}
          value={draft.checkedOn}
          error={error('checkedOn')}
          onChange={(checkedOn) => set({ checkedOn })}
        />
      </div>
    </Dialog>
  );
}
