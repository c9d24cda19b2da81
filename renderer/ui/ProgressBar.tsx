import { Button } from './Button';
import styles from './ProgressBar.module.css';

type Props = {
  label: string;
  /** 0 to 1; `null` while the length of the work is unknown. */
  value: number | null;
  cancelLabel?: string;
  onCancel?: () => void;
};

export function ProgressBar({ label, value, cancelLabel, onCancel }: Props) {
  return (
    <div className={styles.progress}>
      <span id="progress-label">{label}</span>
      <progress aria-labelledby="progress-label" value={value ?? undefined} max={1} />
      {onCancel && cancelLabel && <Button onPress={onCancel}>{cancelLabel}</Button>}
    </div>
  );
}
