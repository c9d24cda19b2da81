import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd';
import styles from './Tooltip.module.css';

type Props = { text: string; keys?: string | undefined; children: ReactElement };

/** Words for one focusable child, on hover and on focus; Escape takes them away. */
export function Tooltip({ text, keys, children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className={styles.tooltip} offset={6}>
        {text}
        {keys && <Kbd>{keys}</Kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
