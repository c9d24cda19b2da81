import { type ClipboardEvent, useRef, useState } from 'react';
import { useSentence } from '@renderer/i18n/sentence';
import { TextField } from '@renderer/ui/TextField';

type Props = {
  label: string;
  onAdd: (text: string) => Promise<string | null>;
  /** Several lines pasted at once; without it they become one. */
  onPasteLines?: (lines: readonly string[]) => void;
  /** Where the completeness gate finds the field. */
  field?: string;
};

/** The last line of a list: what is typed there is added to it, by Enter or on leaving, and the next may follow at once. */
export function AddLine({ label, onAdd, onPasteLines, field }: Props) {
  const sentence = useSentence();
  const container = useRef<HTMLDivElement>(null);
  const [line, setLine] = useState({ number: 0, isNext: false });
  const [code, setCode] = useState<string | null>(null);

  async function add(text: string): Promise<void> {
    if (text.trim() === '') return setCode(null);
    const isNext = container.current?.contains(document.activeElement) ?? false;
    const refusal = await onAdd(text);
    setCode(refusal);
    if (refusal === null) setLine(({ number }) => ({ number: number + 1, isNext }));
  }
  function onPaste(event: ClipboardEvent): void {
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n/)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    if (!onPasteLines || lines.length < 2) return;
    event.preventDefault();
    onPasteLines(lines);
  }
  return (
    <div ref={container} data-field={field} onPaste={onPaste}>
      <TextField
        key={line.number}
        label={label}
        isLabelHidden
        placeholder={label}
        value=""
        // The line before was just added from here: the focus stays where it was.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={line.isNext}
        error={code === null ? undefined : sentence(code)}
        onCommit={(text) => void add(text)}
      />
    </div>
  );
}
