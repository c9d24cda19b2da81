import { useRef, useState } from 'react';

/**
 * What stands in a field typed part by part, given away when the focus moves on. The latest draft is held in a reference: the last key of a part
 * moves the focus in the same breath, before anything is drawn again. A newer value replaces what stands.
 */
export function useTypedParts(
  value: string | null,
  onChange: (value: string | null) => void,
  isWhole: (text: string | null) => boolean = () => true,
) {
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  const latest = useRef({ draft: value, given: value });
  if (known !== value) {
    setKnown(value);
    setDraft(value);
  }
  const give = (): void => {
    const { draft: typed, given } = latest.current;
    if (typed === given || !isWhole(typed)) return;
    latest.current.given = typed;
    onChange(typed);
  };
  return {
    draft,
    /** `isChosen`: given at once, as a day picked in the calendar is. */
    change: (next: string | null, isChosen: boolean): void => {
      latest.current = { draft: next, given: value };
      setDraft(next);
      if (isChosen) give();
    },
    give,
  };
}
