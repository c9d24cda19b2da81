import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { icons } from './icons';
import { Tooltip } from './Tooltip';
import styles from './Button.module.css';

type Props = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** Read by screen readers and shown on hover and focus. */
  label: string;
  icon: ReactNode;
  /** The key that does the same, shown after the label. */
  keys?: string;
  variant?: 'plain' | 'quiet';
};

export function IconButton({ label, icon, keys, variant = 'quiet', ...props }: Props) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...props}
        aria-label={label}
        className={`${styles.button} ${styles[variant]} ${styles.iconOnly}`}
      >
        {props.isPending ? <icons.working className={styles.working} /> : icon}
      </AriaButton>
    </Tooltip>
  );
}
