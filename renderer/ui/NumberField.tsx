import { Input, Label, NumberField as AriaNumberField, Text } from 'react-aria-components';
import { type FieldProps, FieldError } from './Field';
import styles from './Field.module.css';

type Props = FieldProps & {
  value: number | null;
  /** On leaving the field or on Enter; `null` when it was emptied. */
  onCommit: (value: number | null) => void;
  min?: number;
  max?: number;
  /** Decimals allowed; 0 by default. */
  decimals?: number;
};

/** A number as the language writes it: grouped thousands, decimal comma or point. */
export function NumberField({
  label,
  help,
  error,
  isLabelHidden,
  value,
  onCommit,
  min,
  max,
  decimals = 0,
}: Props) {
  return (
    <AriaNumberField
      className={styles.field}
      value={value ?? Number.NaN}
      minValue={min}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: decimals }}
      isInvalid={error !== undefined}
      onChange={(next) => onCommit(Number.isNaN(next) ? null : next)}
    >
      <Label className={isLabelHidden ? 'visuallyHidden' : styles.label}>{label}</Label>
      <Input className={styles.input} />
      {help && (
        <Text slot="description" className={styles.help}>
          {help}
        </Text>
      )}
      <FieldError error={error} />
    </AriaNumberField>
  );
}
