import { parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import { FieldError, type FieldProps } from './Field';
import { icons } from './icons';
import styles from './Field.module.css';

type Props = FieldProps & {
  /** `YYYY-MM-DD`. */
  value: string | null;
  /** At each complete day, and `null` when it is cleared. */
  onChange: (value: string | null) => void;
  min?: string;
  isDisabled?: boolean;
};

/** A day, typed part by part or picked. A day that does not exist cannot be typed. */
export function DateField({ label, help, error, isLabelHidden, value, onChange, min, isDisabled }: Props) {
  return (
    <DatePicker
      className={`${styles.field} ${error ? styles.invalid : ''}`}
      value={value === null ? null : parseDate(value)}
      minValue={min ? parseDate(min) : undefined}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      shouldForceLeadingZeros
      onChange={(day) => onChange(day ? day.toString() : null)}
    >
      <Label className={isLabelHidden ? 'visuallyHidden' : styles.label}>{label}</Label>
      <Group className={`${styles.input} ${styles.group}`}>
        <DateInput className={styles.segments}>
          {(segment) => <DateSegment segment={segment} className={styles.segment} />}
        </DateInput>
        <Button>
          <icons.calendar />
        </Button>
      </Group>
      {help && <div className={styles.help}>{help}</div>}
      <FieldError error={error} />
      <Popover className={styles.popover}>
        <Dialog className={styles.calendar}>
          <Calendar>
            <header>
              <Button slot="previous">
                <icons.previous />
              </Button>
              <Heading />
              <Button slot="next">
                <icons.next />
              </Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} className={styles.cell} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
