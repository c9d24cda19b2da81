import { type CalendarDate, parseDate } from '@internationalized/date';
import { type KeyboardEvent, useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components';
import { AriaFieldNotes, type FieldProps, labelClass } from './Field';
import { icons } from './icons';
import styles from './DateField.module.css';
import fieldStyles from './Field.module.css';
import popover from './Popover.module.css';
import { useTypedParts } from './useTypedParts';

type Props = FieldProps & {
  /** `YYYY-MM-DD`. */
  value: string | null;
  /** A day that is wholly typed or picked; `null` when it is cleared. Never the days in between (year 2, 20, 202). */
  onChange: (value: string | null) => void;
  min?: string;
  max?: string;
  isDisabled?: boolean;
};
const earliestTyped = 1000;

/** A day, typed part by part or picked. A day that does not exist cannot be typed. */
export function DateField({
  label,
  help,
  error,
  isLabelHidden,
  value,
  onChange,
  min,
  max,
  isDisabled,
}: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const typed = useTypedParts(value, onChange, isWhole);
  return (
    <DatePicker
      className={`${fieldStyles.field} ${error ? fieldStyles.invalid : ''}`}
      value={dayOf(typed.draft)}
      minValue={dayOf(min)}
      maxValue={dayOf(max)}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      shouldForceLeadingZeros
      onChange={(day) =>
        typed.change(
          day && day.toString(),
          isOpen || day === null || yearOf(day.toString()) !== yearOf(typed.draft),
        )
      }
      onBlur={typed.give}
    >
      <Label className={labelClass(isLabelHidden)}>{label}</Label>
      <Group
        className={`${fieldStyles.input} ${styles.group}`}
        onFocus={typed.give}
        onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && typed.give()}
      >
        <DateInput className={styles.segments}>
          {(segment) => <DateSegment segment={segment} className={styles.segment} />}
        </DateInput>
        <Button className={styles.open}>
          <icons.calendar />
        </Button>
      </Group>
      <AriaFieldNotes help={help} error={error} />
      <Popover className={popover.popover} offset={4}>
        <Dialog className={styles.calendar}>
          <Calendar>
            <header>
              <Button slot="previous" className={styles.turn}>
                <icons.previous />
              </Button>
              <Heading className={styles.month} />
              <Button slot="next" className={styles.turn}>
                <icons.next />
              </Button>
            </header>
            <CalendarGrid weekdayStyle="short">
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className={styles.weekday}>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell date={date} className={styles.cell} />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function yearOf(text: string | null): string | undefined {
  return text?.slice(0, 4);
}

/** A year is whole with its four digits. */
function isWhole(text: string | null): boolean {
  return text === null || Number(text.slice(0, 4)) >= earliestTyped;
}

function dayOf(text: string | null | undefined): CalendarDate | null | undefined {
  return text ? parseDate(text) : (text as null | undefined);
}
