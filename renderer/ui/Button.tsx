import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Kbd } from './Kbd';
import styles from './Button.module.css';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** One `primary` a view. `danger` erases for good. */
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: ReactNode;
  /** The key that does the same. */
  keys?: string;
  children: ReactNode;
};

export function Button({ variant = 'plain', icon, keys, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`${styles.button} ${styles[variant]}`}>
      {icon}
      <span>{children}</span>
      {keys && <Kbd>{keys}</Kbd>}
    </AriaButton>
  );
}
