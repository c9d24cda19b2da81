import { Fragment, type ReactElement, type ReactNode, useMemo, useState } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { Button, type ButtonVariant } from './Button';
import { icons } from './icons';
import { Kbd } from './Kbd';
import styles from './Menu.module.css';
import popover from './Popover.module.css';

export type MenuEntry = Readonly<{
  id: string;
  label: string;
  icon?: ReactNode;
  keys?: string;
  isDisabled?: boolean;
  /** Erases, or cannot be taken back. */
  isDanger?: boolean;
  /** Given, the entry is something that is on or off. */
  isOn?: boolean;
  onAction: () => void;
}>;

/** Entries that go together, parted from the others by a line, under a title or none. */
export type MenuGroup = Readonly<{ id: string; title?: string; entries: readonly MenuEntry[] }>;
export type MenuContent = readonly (MenuEntry | MenuGroup)[];
/** A place in the window, in pixels: where the pointer was. */
export type Point = Readonly<{ x: number; y: number }>;

/** A button, given as the trigger, that opens a list of actions. */
export function Menu({
  label,
  trigger,
  entries,
}: {
  label: string;
  trigger: ReactElement;
  entries: MenuContent;
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={popover.popover} offset={4}>
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

type MenuButtonProps = {
  label: string;
  entries: MenuContent;
  icon?: ReactNode;
  variant?: ButtonVariant;
  isDisabled?: boolean;
};

/** A button with words that opens a list of actions. */
export function MenuButton({ label, entries, icon, variant, isDisabled }: MenuButtonProps) {
  return (
    <Menu
      label={label}
      entries={entries}
      trigger={
        <Button variant={variant} icon={icon} isDisabled={isDisabled}>
          <span className={styles.opener}>
            {label}
            <icons.down />
          </span>
        </Button>
      }
    />
  );
}

/**
 * The same list at any element or point: opened by a key or a right click, where no button stands. Mounted is open; the focus
 * goes back on leaving.
 */
export function MenuAt({
  label,
  at,
  entries,
  onClose,
}: {
  label: string;
  at: Element | Point;
  entries: MenuContent;
  onClose: () => void;
}) {
  const [pointer, setPointer] = useState<Element | null>(null);
  const place = at instanceof Element ? at : pointer;
  const anchor = useMemo(() => ({ current: place }), [place]);
  return (
    <>
      {!(at instanceof Element) && (
        <span ref={setPointer} className={styles.point} style={{ left: at.x, top: at.y }} />
      )}
      {place && (
        <Popover
          className={popover.popover}
          triggerRef={anchor}
          placement="bottom start"
          offset={4}
          isOpen
          onOpenChange={(isOpen) => !isOpen && onClose()}
        >
          <MenuList label={label} entries={entries} onClose={onClose} />
        </Popover>
      )}
    </>
  );
}

function MenuList({
  label,
  entries,
  onClose,
}: {
  label: string;
  entries: MenuContent;
  onClose?: () => void;
}) {
  return (
    <AriaMenu
      aria-label={label}
      // A menu opened by a key has no button that would bring the focus in.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={onClose ? 'first' : undefined}
      onClose={onClose}
      className={`${popover.list} ${styles.menu}`}
    >
      {entries.map((one, index) =>
        isGroup(one) ? (
          <Fragment key={one.id}>
            {index > 0 && <Separator className={styles.line} />}
            <MenuSection
              aria-label={one.title ?? label}
              selectionMode={one.entries.some(({ isOn }) => isOn !== undefined) ? 'multiple' : undefined}
              selectedKeys={one.entries.filter(({ isOn }) => isOn).map(({ id }) => id)}
            >
              {one.title && <Header className={styles.title}>{one.title}</Header>}
              {one.entries.map(item)}
            </MenuSection>
          </Fragment>
        ) : (
          item(one)
        ),
      )}
    </AriaMenu>
  );
}

function item({ id, label, icon, keys, isDisabled, isDanger, isOn, onAction }: MenuEntry) {
  return (
    <MenuItem
      key={id}
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      shouldCloseOnSelect={isOn === undefined}
      onAction={onAction}
      className={`${popover.option} ${isDanger ? styles.danger : ''}`}
    >
      {isOn === undefined ? icon : <span className={styles.mark}>{isOn && <icons.tick />}</span>}
      <span dir="auto">{label}</span>
      {keys && <Kbd>{keys}</Kbd>}
    </MenuItem>
  );
}

function isGroup(one: MenuEntry | MenuGroup): one is MenuGroup {
  return 'entries' in one;
}
