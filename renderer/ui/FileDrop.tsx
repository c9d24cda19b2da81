import { type DragEvent, type ReactNode, useState } from 'react';
import { Button } from './Button';
import { icons } from './icons';
import styles from './FileDrop.module.css';

type Props = {
  /** Asks the desktop for a file. */
  onChoose: () => void;
  onDrop: (files: readonly File[]) => void;
  chooseLabel: string;
  children: ReactNode;
};

/** Where files are dropped, or chosen with the button. */
export function FileDrop({ onChoose, onDrop, chooseLabel, children }: Props) {
  const [isOver, setIsOver] = useState(false);
  const stop = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setIsOver(over);
  };
  return (
    <div
      className={`${styles.drop} ${isOver ? styles.over : ''}`}
      onDragOver={(event) => stop(event, true)}
      onDragLeave={(event) => stop(event, false)}
      onDrop={(event) => (stop(event, false), onDrop([...event.dataTransfer.files]))}
    >
      <icons.upload />
      <span>{children}</span>
      <Button onPress={onChoose}>{chooseLabel}</Button>
    </div>
  );
}
