import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Tooltip } from './Tooltip';
import styles from './Button.module.css';

type Props = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** Read by screen readers and shown on hover and focus. */
  label: string;
  icon: ReactNode;
  variant?: 'plain' | 'quiet';
};

export function IconButton({ label, icon, variant = 'quiet', ...props }: Props) {
  return (
    <Tooltip text={label}>
      <AriaButton
        {...props}
        aria-label={label}
        className={`${styles.button} ${styles[variant]} ${styles.iconOnly}`}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
