import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Kbd } from './Kbd';
import fieldStyles from './Field.module.css';
import styles from './Menu.module.css';

export type MenuEntry = Readonly<{
  id: string;
  label: string;
  icon?: ReactNode;
  keys?: string;
  isDisabled?: boolean;
  onAction: () => void;
}>;

/** A button, given as the trigger, that opens a list of actions. */
export function Menu({
  label,
  trigger,
  entries,
}: {
  label: string;
  trigger: ReactElement;
  entries: readonly MenuEntry[];
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={fieldStyles.popover}>
        <AriaMenu aria-label={label} className={styles.menu}>
          {entries.map(({ id, label: words, icon, keys, isDisabled, onAction }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              isDisabled={isDisabled}
              onAction={onAction}
              className={`${fieldStyles.option} ${styles.item}`}
            >
              {icon}
              <span>{words}</span>
              {keys && <Kbd>{keys}</Kbd>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
