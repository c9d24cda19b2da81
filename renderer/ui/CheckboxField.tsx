import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { icons } from './icons';
import styles from './Field.module.css';

type Props = {
  isSelected: boolean;
  isIndeterminate?: boolean;
  onChange: (isSelected: boolean) => void;
  /** When no words stand beside it. */
  label?: string;
  isDisabled?: boolean;
  children?: ReactNode;
};

export function CheckboxField({ label, children, ...props }: Props) {
  return (
    <Checkbox {...props} aria-label={label} className={styles.check}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box} aria-hidden="true">
            {isIndeterminate ? <span className={styles.dash} /> : isSelected && <icons.tick />}
          </span>
          {children}
        </>
      )}
    </Checkbox>
  );
}
