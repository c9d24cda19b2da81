import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { icons } from './icons';
import { Kbd } from './Kbd';
import styles from './Button.module.css';

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** One `primary` a view. `danger` erases for good. */
  variant?: ButtonVariant;
  icon?: ReactNode;
  /** The key that does the same. */
  keys?: string;
  children: ReactNode;
};

/** While `isPending` it keeps its words and its place, hears no press, and after 300 ms turns. */
export function Button({ variant = 'plain', icon, keys, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={`${styles.button} ${styles[variant]}`}>
      {props.isPending ? <icons.working className={styles.working} /> : icon}
      <span>{children}</span>
      {keys && <Kbd>{keys}</Kbd>}
    </AriaButton>
  );
}
