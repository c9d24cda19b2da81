import { type Absence, absenceSchema, type WeeklyHours, weeklyHoursSchema } from '@shared/domain/staffMember';
import {
  type ClockTime,
  clockTimeOf,
  type Day,
  dayOf,
  type Instant,
  instantOf,
  type TimeZone,
} from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@renderer/data/clock';
import { useSettings } from '@renderer/data/settingsContext';
import { Button } from '@renderer/ui/Button';
import { DateField } from '@renderer/ui/DateField';
import { SelectField } from '@renderer/ui/SelectField';
import { TextField } from '@renderer/ui/TextField';
import { TimeField } from '@renderer/ui/TimeField';
import { type Weekday, weekdays } from '../usePeopleWords';
import { LinesField, type ReadLine } from './LinesField';
import styles from './PersonPanel.module.css';

type HoursDraft = { weekday: number; from: ClockTime | null; until: ClockTime | null };

type HoursProps = {
  hours: readonly WeeklyHours[];
  error: string | undefined;
  onChange: (hours: WeeklyHours[]) => void;
};

/** The hours of the week in which somebody may work. */
export function WeeklyHoursField({ hours, error, onChange }: HoursProps) {
  const { t } = useTranslation('people');
  return (
    <LinesField<HoursDraft, WeeklyHours>
      label={t('panel.weeklyHours')}
      help={t('panel.weeklyHelp')}
      addLabel={t('panel.addHours')}
      columns={3}
      items={hours}
      toDraft={(item) => item}
      blank={() => ({ weekday: 6, from: null, until: null })}
      read={readHours}
      error={error}
      onChange={onChange}
      fields={(draft, set) => (
        <>
          <SelectField
            label={t('panel.weekday')}
            value={String(draft.weekday)}
            options={weekdays.map((day) => ({ id: String(day), label: t(`weekday.d${day}`) }))}
            onChange={(day) => set({ weekday: Number(day) as Weekday })}
          />
          <TimeField label={t('panel.from')} value={draft.from} onChange={(from) => set({ from })} />
          <TimeField label={t('panel.until')} value={draft.until} onChange={(until) => set({ until })} />
        </>
      )}
    />
  );
}

function readHours(draft: HoursDraft): ReadLine<WeeklyHours> {
  if (draft.from === null || draft.until === null) return { kind: 'incomplete' };
  const answer = weeklyHoursSchema.safeParse(draft);
  return answer.success
    ? { kind: 'read', item: answer.data }
    : { kind: 'refused', code: answer.error.issues[0]?.message ?? '' };
}

type AbsenceDraft = {
  fromDay: Day | null;
  fromTime: ClockTime | null;
  untilDay: Day | null;
  untilTime: ClockTime | null;
  reason: string;
};

type AbsencesProps = {
  absences: readonly Absence[];
  error: string | undefined;
  onChange: (absences: Absence[]) => void;
};

/** When somebody is away, in the workspace's time zone. What is over is folded away, and kept. */
export function AbsencesField({ absences, error, onChange }: AbsencesProps) {
  const { t } = useTranslation('people');
  const { timeZone } = useSettings();
  const now = useNow();
  // Those that were over when the record was opened: one that is typed now stays in sight.
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(absences.filter(({ endsAt }) => endsAt <= now).map(keyOf)),
  );
  const older = useMemo(() => absences.filter((absence) => folded.has(keyOf(absence))), [absences, folded]);
  const shown = useMemo(() => absences.filter((absence) => !folded.has(keyOf(absence))), [absences, folded]);
  return (
    <>
      <LinesField<AbsenceDraft, Absence>
        label={t('panel.absences')}
        help={t('panel.zone', { zone: timeZone })}
        addLabel={t('panel.addAbsence')}
        items={shown}
        toDraft={({ startsAt, endsAt, reason }) => ({
          fromDay: dayOf(startsAt, timeZone),
          fromTime: clockTimeOf(startsAt, timeZone),
          untilDay: dayOf(endsAt, timeZone),
          untilTime: clockTimeOf(endsAt, timeZone),
          reason,
        })}
        blank={() => ({ fromDay: null, fromTime: '00:00', untilDay: null, untilTime: '23:59', reason: '' })}
        read={(draft) => readAbsence(draft, timeZone)}
        error={error}
        onChange={(next) => onChange([...older, ...next])}
        fields={(draft, set) => (
          <>
            <DateField
              label={t('panel.fromDay')}
              value={draft.fromDay}
              onChange={(fromDay) =>
                set(draft.untilDay === null && fromDay ? { fromDay, untilDay: fromDay } : { fromDay })
              }
            />
            <TimeField
              label={t('panel.fromTime')}
              value={draft.fromTime}
              onChange={(fromTime) => set({ fromTime })}
            />
            <DateField
              label={t('panel.untilDay')}
              value={draft.untilDay}
              onChange={(untilDay) => set({ untilDay })}
            />
            <TimeField
              label={t('panel.untilTime')}
              value={draft.untilTime}
              onChange={(untilTime) => set({ untilTime })}
            />
            <div className={styles.wide}>
              <TextField
                label={t('panel.reason')}
                value={draft.reason}
                onCommit={(reason) => set({ reason })}
              />
            </div>
          </>
        )}
      />
      {older.length > 0 && (
        <div className={styles.add}>
          <Button variant="quiet" onPress={() => setFolded(new Set())}>
            {t('panel.olderAbsences', { count: older.length })}
          </Button>
        </div>
      )}
    </>
  );
}

function keyOf({ startsAt, endsAt }: Absence): string {
  return `${startsAt} ${endsAt}`;
}

function readAbsence(draft: AbsenceDraft, zone: TimeZone): ReadLine<Absence> {
  const { fromDay, fromTime, untilDay, untilTime, reason } = draft;
  if (!fromDay || !fromTime || !untilDay || !untilTime) return { kind: 'incomplete' };
  const startsAt: Instant | null = instantOf(fromDay, fromTime, zone);
  const endsAt: Instant | null = instantOf(untilDay, untilTime, zone);
  if (startsAt === null || endsAt === null) return { kind: 'refused', code: 'skippedHour' };
  const answer = absenceSchema.safeParse({ startsAt, endsAt, reason });
  return answer.success
    ? { kind: 'read', item: answer.data }
    : { kind: 'refused', code: answer.error.issues[0]?.message ?? '' };
}
