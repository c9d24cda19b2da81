import { type Shift, shiftSchema } from '@shared/domain/shift';
import {
  addDays,
  type ClockTime,
  clockTimeOf,
  type Day,
  dayOf,
  daysBetween,
  instantOf,
  type Span,
  type TimeZone,
} from '@shared/domain/time';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '@renderer/i18n/sentence';
import { DateField } from '@renderer/ui/DateField';
import { TimeField } from '@renderer/ui/TimeField';
import styles from './Panels.module.css';

type Parts = Readonly<{
  fromDay: Day | null;
  fromTime: ClockTime | null;
  toDay: Day | null;
  toTime: ClockTime | null;
}>;
type Errors = Partial<Record<keyof Parts, string>>;

type Props = {
  /** The schema judges the whole of it: its length, its pause. */
  shift: Shift;
  zone: TimeZone;
  onChange: (span: Span) => void;
};

/** When a shift is, across midnight too. What cannot be is said beside its field, and stays as it was typed. */
export function SpanFields({ shift, zone, onChange }: Props) {
  const { t } = useTranslation('roster');
  const sentence = useSentence();
  const given = `${shift.startsAt} ${shift.endsAt}`;
  const [typed, setTyped] = useState<{ over: string; parts: Parts; errors: Errors } | null>(null);
  const own = typed?.over === given ? typed : null;
  const parts = own?.parts ?? partsOf(shift, zone);
  const errors = own?.errors ?? {};

  function change(fields: Partial<Parts>): void {
    const next = { ...parts, ...fields };
    // A shift that goes to another day goes whole.
    if (fields.fromDay && parts.fromDay && parts.toDay)
      next.toDay = addDays(parts.toDay, daysBetween(parts.fromDay, fields.fromDay));
    const read = readSpan(shift, next, zone);
    setTyped({ over: given, parts: next, errors: 'errors' in read ? read.errors : {} });
    if ('span' in read && (read.span.startsAt !== shift.startsAt || read.span.endsAt !== shift.endsAt))
      onChange(read.span);
  }
  const error = (name: keyof Parts): string | undefined => {
    const code = errors[name];
    return code === undefined ? undefined : sentence(code);
  };
  return (
    <>
      <div className={styles.pair}>
        <DateField
          label={t('shift.from')}
          value={parts.fromDay}
          error={error('fromDay')}
          onChange={(fromDay) => change({ fromDay })}
        />
        <TimeField
          label={t('shift.fromTime')}
          value={parts.fromTime}
          error={error('fromTime')}
          onChange={(fromTime) => change({ fromTime })}
        />
      </div>
      <div className={styles.pair}>
        <DateField
          label={t('shift.to')}
          value={parts.toDay}
          error={error('toDay')}
          onChange={(toDay) => change({ toDay })}
        />
        <TimeField
          label={t('shift.toTime')}
          value={parts.toTime}
          error={error('toTime')}
          onChange={(toTime) => change({ toTime })}
        />
      </div>
    </>
  );
}

function partsOf({ startsAt, endsAt }: Span, zone: TimeZone): Parts {
  return {
    fromDay: dayOf(startsAt, zone),
    fromTime: clockTimeOf(startsAt, zone),
    toDay: dayOf(endsAt, zone),
    toTime: clockTimeOf(endsAt, zone),
  };
}

/** The code of what is wrong, by the field beside which it is said. */
function readSpan(shift: Shift, parts: Parts, zone: TimeZone): { span: Span } | { errors: Errors } {
  const { fromDay, fromTime, toDay, toTime } = parts;
  const missing: Errors = {};
  for (const name of ['fromDay', 'fromTime', 'toDay', 'toTime'] as const)
    if (parts[name] === null) missing[name] = 'empty';
  if (fromDay === null || fromTime === null || toDay === null || toTime === null) return { errors: missing };
  const startsAt = instantOf(fromDay, fromTime, zone);
  const endsAt = instantOf(toDay, toTime, zone);
  if (startsAt === null) return { errors: { fromTime: 'skippedHour' } };
  if (endsAt === null) return { errors: { toTime: 'skippedHour' } };
  const judged = shiftSchema.safeParse({ ...shift, startsAt, endsAt });
  if (judged.success) return { span: { startsAt, endsAt } };
  return { errors: { toTime: judged.error.issues[0]?.message ?? 'other' } };
}
