import { useState } from 'react';
import { Input, Label, NumberField as AriaNumberField } from 'react-aria-components';
import { AriaFieldNotes, type FieldProps, labelClass } from './Field';
import styles from './Field.module.css';

type Props = FieldProps & {
  value: number | null;
  /** On leaving the field or on Enter; `null` when it was emptied. */
  onCommit: (value: number | null) => void;
  min?: number;
  max?: number;
  /** The sentence for a number beyond `min` or `max`: it stays as typed and is not given. Without it, the nearest bound is taken. */
  outOfRange?: string;
  /** Decimals allowed; 0 by default. */
  decimals?: number;
  isDisabled?: boolean;
};

/** A number as the language writes it: grouped thousands, decimal comma or point. Arrows count. */
export function NumberField({
  label,
  help,
  error,
  isLabelHidden,
  value,
  onCommit,
  min = -Infinity,
  max = Infinity,
  outOfRange,
  decimals = 0,
  isDisabled,
}: Props) {
  const [refused, setRefused] = useState<number | null>(null);
  function onChange(next: number): void {
    const isRefused = outOfRange !== undefined && (next < min || next > max);
    setRefused(isRefused ? next : null);
    if (!isRefused) onCommit(Number.isNaN(next) ? null : next);
  }
  const shown = error ?? (refused === null ? undefined : outOfRange);
  return (
    <AriaNumberField
      className={styles.field}
      value={refused ?? value ?? Number.NaN}
      minValue={outOfRange === undefined && Number.isFinite(min) ? min : undefined}
      maxValue={outOfRange === undefined && Number.isFinite(max) ? max : undefined}
      formatOptions={{ maximumFractionDigits: decimals }}
      isInvalid={shown !== undefined}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <Label className={labelClass(isLabelHidden)}>{label}</Label>
      <Input className={`${styles.input} ${styles.number}`} />
      <AriaFieldNotes help={help} error={shown} />
    </AriaNumberField>
  );
}
