import { useState } from 'react';

export type Draft = Readonly<{
  text: string;
  isChanged: boolean;
  type: (text: string) => void;
  /** What was typed is given away: the value that comes back takes its place. */
  settle: () => void;
  /** Back to the value. */
  drop: () => void;
}>;

/**
 * Text being typed over a value that may change underneath. Untouched, or settled, it follows the value; typed over, it stays,
 * whatever happens to the value, until it is given away or dropped.
 */
export function useDraft(value: string): Draft {
  const [draft, setDraft] = useState({ text: value, known: value, isOwn: false });
  let now = draft;
  if (draft.known !== value) {
    now = { text: draft.isOwn ? draft.text : value, known: value, isOwn: draft.isOwn };
    setDraft(now);
  }
  return {
    text: now.text,
    isChanged: now.text !== value,
    type: (text) => setDraft({ text, known: value, isOwn: text !== value }),
    settle: () => setDraft((current) => ({ ...current, isOwn: false })),
    drop: () => setDraft({ text: value, known: value, isOwn: false }),
  };
}
