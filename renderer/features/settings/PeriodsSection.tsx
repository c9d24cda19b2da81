import {
  type CalendarPeriod,
  calendarPeriodKinds,
  calendarPeriodSchema,
} from '@shared/domain/calendarPeriod';
import { formatDay } from '@shared/domain/formatting';
import { publicHolidays } from '@shared/seed/publicHolidays';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useToday } from '@renderer/data/clock';
import { deletePeriod, savePeriods } from '@renderer/data/periods';
import { usePeriods, useSettings } from '@renderer/data/settingsContext';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { type Column, DataTable, type TableSort } from '@renderer/ui/DataTable';
import { DateField } from '@renderer/ui/DateField';
import { Dialog } from '@renderer/ui/Dialog';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { SelectField } from '@renderer/ui/SelectField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { TextField } from '@renderer/ui/TextField';
import { useToasts } from '@renderer/ui/Toaster';
import { useRecordForm } from '@renderer/ui/useRecordForm';
import styles from './SettingsPage.module.css';

/** Holidays, school breaks and closures: reference data, dated, sourced, all of it editable. */
export function PeriodsSection() {
  const { t } = useTranslation(['settings', 'domain']);
  const language = useLanguage();
  const periods = usePeriods();
  const { holidaysRegion } = useSettings();
  const commit = useCommit();
  const today = useToday();
  const { toast } = useToasts();
  const [edited, setEdited] = useState<CalendarPeriod | null>(null);
  const [sort, setSort] = useState<TableSort | null>({ column: 'first', direction: 'descending' });
  const nextYear =
    1 +
    Math.max(
      Number(today.slice(0, 4)) - 1,
      ...periods
        .filter(({ kind }) => kind === 'publicHoliday')
        .map(({ firstOn }) => Number(firstOn.slice(0, 4))),
    );

  const columns = useMemo((): Column<CalendarPeriod>[] => {
    const day = (on: string): string => formatDay(on, 'medium', language);
    return [
      {
        id: 'name',
        header: t('periods.name'),
        width: 'minmax(200px, 2fr)',
        cell: ({ name }) => name,
        sortValue: ({ name }) => name,
      },
      {
        id: 'kind',
        header: t('periods.kind'),
        width: '150px',
        cell: ({ kind }) => t(`domain:periodKind.${kind}`),
        sortValue: ({ kind }) => kind,
      },
      {
        id: 'first',
        header: t('periods.first'),
        width: '150px',
        cell: ({ firstOn }) => day(firstOn),
        sortValue: ({ firstOn }) => firstOn,
      },
      {
        id: 'last',
        header: t('periods.last'),
        width: '150px',
        cell: ({ lastOn }) => day(lastOn),
        sortValue: ({ lastOn }) => lastOn,
      },
      {
        id: 'source',
        header: t('periods.source'),
        width: 'minmax(120px, 1fr)',
        cell: ({ source }) => source,
      },
      {
        id: 'checked',
        header: t('periods.checked'),
        width: '140px',
        cell: ({ checkedOn }) =>
          checkedOn ? day(checkedOn) : <StatusMark kind="info">{t('periods.toCheck')}</StatusMark>,
      },
    ];
  }, [t, language]);

  async function addHolidays(): Promise<void> {
    const holidays = await publicHolidays(holidaysRegion, [nextYear], language);
    if (holidays.length === 0)
      return toast({
        kind: 'warn',
        text: t('periods.noHolidays', { region: holidaysRegion, year: nextYear }),
      });
    await savePeriods(commit, holidays);
  }
  const blank = (): CalendarPeriod => ({
    id: newUuid(),
    kind: 'closedPeriod',
    name: '',
    firstOn: today,
    lastOn: today,
    source: t('periods.manual'),
    checkedOn: today,
  });

  return (
    <>
      <p className={styles.help}>{t('periods.help')}</p>
      <div className={styles.actions}>
        <Button icon={<icons.add />} onPress={() => setEdited(blank())}>
          {t('periods.add')}
        </Button>
        <Button onPress={() => void addHolidays()}>{t('periods.addHolidays', { year: nextYear })}</Button>
      </div>
      {periods.length === 0 ? (
        <EmptyState icon={<icons.calendar />} title={t('periods.empty')}>
          {t('periods.emptySentence')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('sections.periods')}
          language={language}
          rows={periods}
          rowId={({ id }) => id}
          rowLabel={({ name }) => name}
          columns={columns}
          sort={sort}
          onSort={setSort}
          onOpen={setEdited}
        />
      )}
      {edited && (
        <PeriodDialog
          period={edited}
          onClose={() => setEdited(null)}
          isKnown={periods.some(({ id }) => id === edited.id)}
        />
      )}
    </>
  );
}

function PeriodDialog({
  period,
  isKnown,
  onClose,
}: {
  period: CalendarPeriod;
  isKnown: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation(['settings', 'domain', 'common']);
  const commit = useCommit();
  const sentence = useSentence();
  const form = useRecordForm(calendarPeriodSchema, period, {
    sentence,
    onSave: (record) => savePeriods(commit, [record]),
  });
  const { draft, set, error } = form;
  const save = (): void => void form.save().then((isSaved) => isSaved && onClose());
  const erase = (): void => void deletePeriod(commit, period).then(onClose);
  return (
    <Dialog
      title={t(isKnown ? 'periods.edit' : 'periods.new')}
      onClose={onClose}
      footer={
        <>
          {isKnown && (
            <Button variant="quiet" onPress={erase}>
              {t('periods.delete')}
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
          label={t('periods.name')}
          value={draft.name}
          error={error('name')}
          autoFocus
          onChange={(name) => set({ name })}
        />
        <SelectField
          label={t('periods.kind')}
          value={draft.kind}
          options={calendarPeriodKinds.map((id) => ({ id, label: t(`domain:periodKind.${id}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <DateField
          label={t('periods.first')}
          value={draft.firstOn}
          error={error('firstOn')}
          onChange={(on) => on && set({ firstOn: on })}
        />
        <DateField
          label={t('periods.last')}
          value={draft.lastOn}
          error={error('lastOn')}
          onChange={(on) => on && set({ lastOn: on })}
        />
        <TextField
          label={t('periods.source')}
          value={draft.source}
          error={error('source')}
          onChange={(source) => set({ source })}
        />
        <DateField
          label={t('periods.checked')}
          value={draft.checkedOn}
          onChange={(checkedOn) => set({ checkedOn })}
        />
      </div>
    </Dialog>
  );
}
