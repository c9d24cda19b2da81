import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, Label, TimeField as AriaTimeField } from 'react-aria-components';
import { FieldError, type FieldProps } from './Field';
import styles from './Field.module.css';

type Props = FieldProps & {
  /** `HH:MM`. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A time of the clock, 24 hours, typed part by part. */
export function TimeField({ label, help, error, isLabelHidden, value, onChange }: Props) {
  return (
    <AriaTimeField
      className={`${styles.field} ${error ? styles.invalid : ''}`}
      value={value === null ? null : parseTime(value)}
      hourCycle={24}
      isInvalid={error !== undefined}
      shouldForceLeadingZeros
      onChange={(time) => onChange(time ? time.toString().slice(0, 5) : null)}
    >
      <Label className={isLabelHidden ? 'visuallyHidden' : styles.label}>{label}</Label>
      <DateInput className={`${styles.input} ${styles.segments}`}>
        {(segment) => <DateSegment segment={segment} className={styles.segment} />}
      </DateInput>
      {help && <div className={styles.help}>{help}</div>}
      <FieldError error={error} />
    </AriaTimeField>
  );
}
