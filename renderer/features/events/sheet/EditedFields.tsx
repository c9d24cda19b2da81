import { type ComponentProps, type FocusEvent, useEffect, useRef, useState } from 'react';
import { useSentence } from '@renderer/i18n/sentence';
import { DateField } from '@renderer/ui/DateField';
import { NumberField } from '@renderer/ui/NumberField';
import { TextArea } from '@renderer/ui/TextArea';
import { TextField } from '@renderer/ui/TextField';

/** Saves, and answers the code of what is wrong or `null`. */
type Save<T> = (value: T) => Promise<string | null>;
type Own<Props, T> = Omit<Props, 'value' | 'error' | 'onChange' | 'onCommit'> & {
  value: T;
  onSave: Save<T>;
  /** Where the completeness gate finds the field. */
  field?: string;
};

/** A field of the sheet: saved when it is left, refused beside itself with what was typed still in it. */
export function EditedText({ onSave, field, ...props }: Own<ComponentProps<typeof TextField>, string>) {
  const [error, check] = useRefusal(onSave);
  return (
    <div data-field={field}>
      <TextField {...props} error={error} onCommit={check} />
    </div>
  );
}

export function EditedProse({ onSave, field, ...props }: Own<ComponentProps<typeof TextArea>, string>) {
  const [error, check] = useRefusal(onSave);
  return (
    <div data-field={field}>
      <TextArea {...props} error={error} onCommit={check} />
    </div>
  );
}

export function EditedNumber({
  onSave,
  field,
  value,
  ...props
}: Own<ComponentProps<typeof NumberField>, number | null>) {
  const [error, check] = useRefusal(onSave);
  const [draft, setDraft] = useLocal(value);
  return (
    <div data-field={field}>
      <NumberField
        {...props}
        value={draft}
        error={error}
        onCommit={(next) => (setDraft(next), check(next))}
      />
    </div>
  );
}

/** A year is typed figure by figure: a day is saved when the field is left, or a moment after the last key. */
const pauseMilliseconds = 900;

export function EditedDate({
  onSave,
  field,
  value,
  ...props
}: Own<ComponentProps<typeof DateField>, string | null>) {
  const [error, check] = useRefusal(onSave);
  const [draft, setDraft] = useLocal(value);
  const saved = useRef(value);
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    saved.current = value;
  }, [value]);
  const save = useRef((): void => undefined);
  useEffect(() => {
    save.current = () => {
      if (draft === saved.current) return;
      saved.current = draft;
      check(draft);
    };
    const timer = setTimeout(() => save.current(), pauseMilliseconds);
    return () => clearTimeout(timer);
  });
  function onBlur({ relatedTarget }: FocusEvent): void {
    if (!container.current?.contains(relatedTarget)) save.current();
  }
  return (
    <div ref={container} data-field={field} onBlur={onBlur}>
      <DateField {...props} value={draft} error={error} onChange={setDraft} />
    </div>
  );
}

/** What was chosen is shown at once; what is saved underneath wins when it changes. */
export function useLocal<T>(value: T): [T, (next: T) => void] {
  const [known, setKnown] = useState(value);
  const [draft, setDraft] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(value);
  }
  return [draft, setDraft];
}

function useRefusal<T>(onSave: Save<T>): [string | undefined, (value: T) => void] {
  const sentence = useSentence();
  const [code, setCode] = useState<string | null>(null);
  return [code === null ? undefined : sentence(code), (value) => void onSave(value).then(setCode)];
}
