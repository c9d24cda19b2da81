import { useId } from 'react';
import { Button } from './Button';
import styles from './ProgressBar.module.css';

type Props = {
  /** What is being done, in words. */
  label: string;
  /** 0 to 1; `null` while the length of the work is unknown. */
  value: number | null;
  /** How far, in words: « 1 200 lignes sur 6 000 ». */
  detail?: string;
  cancelLabel?: string;
  onCancel?: () => void;
};

/** Long work: what it is doing, how far it is, and the way to stop it. */
export function ProgressBar({ label, value, detail, cancelLabel, onCancel }: Props) {
  const id = useId();
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span id={id}>{label}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </div>
      <progress aria-labelledby={id} value={value ?? undefined} max={1} className={styles.bar} />
      {onCancel && cancelLabel && <Button onPress={onCancel}>{cancelLabel}</Button>}
    </div>
  );
}
