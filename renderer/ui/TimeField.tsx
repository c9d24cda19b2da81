import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, Group, Label, TimeField as AriaTimeField } from 'react-aria-components';
import { AriaFieldNotes, type FieldProps, labelClass } from './Field';
import dateStyles from './DateField.module.css';
import styles from './Field.module.css';
import { useTypedParts } from './useTypedParts';

type Props = FieldProps & {
  /** `HH:MM`. */
  value: string | null;
  /** When the focus leaves a part or the field, and on Enter: never 1 h on the way to 14 h. `null` when it is cleared. */
  onChange: (value: string | null) => void;
  isDisabled?: boolean;
};

/** A time of the clock, 24 hours, typed part by part. */
export function TimeField({ label, help, error, isLabelHidden, value, onChange, isDisabled }: Props) {
  const typed = useTypedParts(value, onChange);
  return (
    <AriaTimeField
      className={`${styles.field} ${error ? styles.invalid : ''}`}
      value={typed.draft === null ? null : parseTime(typed.draft)}
      hourCycle={24}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      shouldForceLeadingZeros
      onChange={(time) => typed.change(time ? time.toString().slice(0, 5) : null, time === null)}
      onBlur={typed.give}
      onKeyDown={(event) => event.key === 'Enter' && typed.give()}
    >
      <Label className={labelClass(isLabelHidden)}>{label}</Label>
      <Group className={`${styles.input} ${dateStyles.group}`} onFocus={typed.give}>
        <DateInput className={dateStyles.segments}>
          {(segment) => <DateSegment segment={segment} className={dateStyles.segment} />}
        </DateInput>
      </Group>
      <AriaFieldNotes help={help} error={error} />
    </AriaTimeField>
  );
}
