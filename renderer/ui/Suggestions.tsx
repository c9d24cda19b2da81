import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { Popover } from 'react-aria-components';
import { fold } from '@shared/domain/text';
import popover from './Popover.module.css';

const mostShown = 8;

type Options = {
  /** What is being typed. */
  text: string;
  suggestions: readonly string[];
  onPick: (suggestion: string) => void;
};

/** The values already used that fit what is being typed, accents aside, and the keys that move in them. */
export function useSuggestions({ text, suggestions, onPick }: Options) {
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const listId = useId();
  const wanted = fold(text);
  const shown = isOpen
    ? suggestions.filter((one) => fold(one).includes(wanted) && one !== text).slice(0, mostShown)
    : [];
  const close = (): void => {
    setIsOpen(false);
    setAt(-1);
  };

  /** Answers whether the key was for the list. */
  function onKey(event: KeyboardEvent): boolean {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const picked = shown[at];
    if (step !== undefined) {
      setIsOpen(true);
      setAt(shown.length === 0 ? -1 : (Math.max(at, step > 0 ? -1 : 0) + step + shown.length) % shown.length);
    } else if (event.key === 'Enter' && picked !== undefined) {
      close();
      onPick(picked);
    } else if (event.key === 'Escape' && shown.length > 0) close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return {
    shown,
    at,
    listId,
    onKey,
    close,
    open: () => (setIsOpen(true), setAt(-1)),
    pick: (suggestion: string) => (close(), onPick(suggestion)),
    wiring: {
      role: 'combobox',
      'aria-expanded': shown.length > 0,
      'aria-controls': shown.length > 0 ? listId : undefined,
      'aria-autocomplete': 'list',
      'aria-activedescendant': at >= 0 && at < shown.length ? `${listId}-${at}` : undefined,
      autoComplete: 'off',
      dir: 'auto',
    } as const,
  };
}

type ListProps = {
  label: string;
  /** The field under which the list hangs. */
  under: RefObject<HTMLElement | null>;
  from: ReturnType<typeof useSuggestions>;
};

/** Drawn above everything, so that no panel cuts it; the focus stays in the field. */
export function SuggestionList({ label, under, from: { shown, at, listId, pick } }: ListProps) {
  return (
    <Popover
      isNonModal
      isOpen={shown.length > 0}
      triggerRef={under}
      placement="bottom start"
      offset={4}
      shouldCloseOnInteractOutside={() => false}
      className={popover.popover}
    >
      <div id={listId} role="listbox" aria-label={label} className={popover.list}>
        {shown.map((one, index) => (
          // The field hears the keys.
          // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
          <div
            key={one}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={popover.option}
            data-focused={index === at || undefined}
            onMouseDown={(event) => (event.preventDefault(), pick(one))}
          >
            <span dir="auto">{one}</span>
          </div>
        ))}
      </div>
    </Popover>
  );
}
