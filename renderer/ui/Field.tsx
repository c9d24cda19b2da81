import { type ReactNode, useId } from 'react';
import { Text } from 'react-aria-components';
import { icons } from './icons';
import styles from './Field.module.css';

/** What every field takes. `error` is a whole sentence; the value typed is never touched by it. */
export type FieldProps = {
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  /** Keeps the label for screen readers only: where a table's heading says it already. */
  isLabelHidden?: boolean;
};

export type FieldWiring = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
};

/** A label above, a sentence below, and the control between them given what ties them together. */
export function Field({
  label,
  help,
  error,
  isLabelHidden = false,
  children,
}: FieldProps & { children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelClass(isLabelHidden)}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {help && (
        <div id={`${id}-help`} className={styles.help}>
          {help}
        </div>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

/** The sentence that refuses a value, beside it and read out at once. */
export function FieldError({ id, error }: { id?: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <div id={id} className={styles.error} role="alert">
      <icons.alert />
      <span>{error}</span>
    </div>
  );
}

/** Help and error of a field that React Aria ties together: it gives the slots their ids. */
export function AriaFieldNotes({ help, error }: Pick<FieldProps, 'help' | 'error'>) {
  return (
    <>
      {help && (
        <Text slot="description" elementType="div" className={styles.help}>
          {help}
        </Text>
      )}
      {error && (
        <Text slot="errorMessage" elementType="div" className={styles.error} role="alert">
          <icons.alert />
          <span>{error}</span>
        </Text>
      )}
    </>
  );
}

export function labelClass(isLabelHidden: boolean | undefined): string | undefined {
  return isLabelHidden ? 'visuallyHidden' : styles.label;
}
