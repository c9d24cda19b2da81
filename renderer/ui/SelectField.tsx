import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { FieldError, type FieldProps } from './Field';
import { icons } from './icons';
import styles from './Field.module.css';

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
      className={styles.field}
      value={value}
      placeholder={placeholder ?? '—'}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      onChange={(key) => key !== null && key !== value && onChange(key as T)}
    >
      <Label className={isLabelHidden ? 'visuallyHidden' : styles.label}>{label}</Label>
      <Button className={`${styles.input} ${styles.select}`}>
        <SelectValue />
        <icons.down />
      </Button>
      {help && <div className={styles.help}>{help}</div>}
      <FieldError error={error} />
      <Popover className={styles.popover}>
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.option}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
