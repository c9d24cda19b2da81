import { useState } from 'react';
import { useSentence } from '@renderer/i18n/sentence';
import type { FieldProps } from '@renderer/ui/Field';
import { TextField } from '@renderer/ui/TextField';

type Props = Omit<FieldProps, 'error'> & {
  value: number | null;
  /** How the value is written when nobody types. */
  text: string;
  parse: (text: string) => number | null;
  min: number;
  max: number;
  /** An emptied field is `null`; without it, it is refused. */
  isOptional?: boolean;
  onCommit: (value: number | null) => void;
};

/** A number written as people write it. What cannot be read, or is out of bounds, is said beside it and stays as it was typed. */
export function ParsedField({ value, text, parse, min, max, isOptional = false, onCommit, ...field }: Props) {
  const sentence = useSentence();
  const [error, setError] = useState<string>();
  function commit(typed: string): void {
    const isEmpty = typed.trim() === '';
    const parsed = parse(typed);
    if (isEmpty && !isOptional) setError(sentence('empty'));
    else if (!isEmpty && parsed === null) setError(sentence('notANumber'));
    else if (parsed !== null && (parsed < min || parsed > max)) setError(sentence('outOfBounds'));
    else {
      setError(undefined);
      if (parsed !== value) onCommit(isEmpty ? null : parsed);
    }
  }
  return <TextField {...field} value={text} error={error} onCommit={commit} />;
}
