import { parseTime } from '@internationalized/date';
import { useState } from 'react';
import { DateInput, DateSegment, Group, Label, TimeField as AriaTimeField } from 'react-aria-components';
import { AriaFieldNotes, type FieldProps, labelClass } from './Field';
import dateStyles from './DateField.module.css';
import styles from './Field.module.css';

type Props = FieldProps & {
  /** `HH:MM`. */
  value: string | null;
  /** When the focus leaves a part or the field, and on Enter: never 1 h on the way to 14 h. `null` when it is cleared. */
  onChange: (value: string | null) => void;
  isDisabled?: boolean;
};

/** A time of the clock, 24 hours, typed part by part. */
export function TimeField({ label, help, error, isLabelHidden, value, onChange, isDisabled }: Props) {
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(value);
  }
  const give = (): void => {
    if (draft !== value) onChange(draft);
  };
  return (
    <AriaTimeField
      className={`${styles.field} ${error ? styles.invalid : ''}`}
      value={draft === null ? null : parseTime(draft)}
      hourCycle={24}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      shouldForceLeadingZeros
      onChange={(time) => setDraft(time ? time.toString().slice(0, 5) : null)}
      onBlur={give}
      onKeyDown={(event) => event.key === 'Enter' && give()}
    >
      <Label className={labelClass(isLabelHidden)}>{label}</Label>
      <Group className={`${styles.input} ${dateStyles.group}`} onFocus={give}>
        <DateInput className={dateStyles.segments}>
          {(segment) => <DateSegment segment={segment} className={dateStyles.segment} />}
        </DateInput>
      </Group>
      <AriaFieldNotes help={help} error={error} />
    </AriaTimeField>
  );
}
