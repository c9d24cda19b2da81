import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './Button';
import { icons } from './icons';
import styles from './FileDrop.module.css';

type Props = {
  /** Asks the desktop for a file: from the button, or a click anywhere in the frame. */
  onChoose: () => void;
  onDrop: (files: readonly File[]) => void;
  chooseLabel: string;
  isDisabled?: boolean;
  children: ReactNode;
};

/** Where files are dropped, or chosen with the button. */
export function FileDrop({ onChoose, onDrop, chooseLabel, isDisabled = false, children }: Props) {
  const [isOver, setIsOver] = useState(false);
  const depth = useRef(0);
  function onEnter(event: DragEvent, step: 1 | -1): void {
    event.preventDefault();
    depth.current += step;
    setIsOver(depth.current > 0 && !isDisabled);
  }
  function onDropped(event: DragEvent): void {
    event.preventDefault();
    depth.current = 0;
    setIsOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0 && !isDisabled) onDrop(files);
  }
  return (
    // The button inside is the way of the keyboard; the frame only makes it larger for the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={`${styles.drop} ${isOver ? styles.over : ''}`}
      onDragEnter={(event) => onEnter(event, 1)}
      onDragLeave={(event) => onEnter(event, -1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDropped}
      onClick={({ target }) => {
        if (!(target as Element).closest('button') && !isDisabled) onChoose();
      }}
    >
      <icons.upload />
      <span>{children}</span>
      <Button onPress={onChoose} isDisabled={isDisabled}>
        {chooseLabel}
      </Button>
    </div>
  );
}
