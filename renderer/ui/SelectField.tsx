import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { AriaFieldNotes, type FieldProps, labelClass } from './Field';
import { icons } from './icons';
import styles from './Field.module.css';
import popover from './Popover.module.css';

type Props<T extends string> = FieldProps & {
  value: T | null;
  options: readonly { id: T; label: string }[];
  onChange: (value: T) => void;
  placeholder?: string;
  isDisabled?: boolean;
};

/** One choice of a list; typing goes to it. */
export function SelectField<T extends string>({
  label,
  help,
  error,
  isLabelHidden,
  value,
  options,
  onChange,
  placeholder,
  isDisabled,
}: Props<T>) {
  return (
    <Select
      className={`${styles.field} ${error ? styles.invalid : ''}`}
      value={value}
      placeholder={placeholder ?? '—'}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      onChange={(key) => key !== null && key !== value && onChange(key as T)}
    >
      <Label className={labelClass(isLabelHidden)}>{label}</Label>
      <Button className={`${styles.input} ${styles.select}`}>
        <SelectValue className={styles.chosen} />
        <icons.down />
      </Button>
      <AriaFieldNotes help={help} error={error} />
      <Popover className={popover.popover} offset={4}>
        <ListBox items={options} className={popover.list}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={popover.option}>
              {({ isSelected }) => (
                <>
                  <span dir="auto">{option.label}</span>
                  {isSelected && <icons.tick />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
