import { useState } from 'react';
import type { z } from 'zod';

export type RecordForm<T> = Readonly<{
  draft: T;
  isDirty: boolean;
  /** By dotted path: `setUp.endsAt`. Codes of the schema, shown once saving was tried. */
  errors: ReadonlyMap<string, string>;
  set: (fields: Partial<T>) => void;
  /** Saves when the schema accepts; otherwise fills `errors` and keeps what was typed. Answers whether it was saved. */
  save: () => Promise<boolean>;
  reset: () => void;
  error: (path: string) => string | undefined;
}>;

/** A record being edited as a whole. A newer record underneath replaces the draft only while nothing was typed. */
export function useRecordForm<S extends z.ZodType>(
  schema: S,
  initial: z.infer<S>,
  {
    sentence,
    onSave,
  }: { sentence: (code: string) => string; onSave: (record: z.infer<S>) => Promise<unknown> },
): RecordForm<z.infer<S>> {
  const [known, setKnown] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const isDirty = draft !== known;
  if (known !== initial && !isDirty) {
    setKnown(initial);
    setDraft(initial);
  }
  return {
    draft,
    isDirty,
    errors,
    error: (path) => {
      const code = errors.get(path);
      return code === undefined ? undefined : sentence(code);
    },
    set: (fields) => setDraft((current) => ({ ...(current as object), ...(fields as object) }) as z.infer<S>),
    reset: () => {
      setDraft(known);
      setErrors(new Map());
    },
    save: async () => {
      const answer = schema.safeParse(draft);
      if (!answer.success) {
        setErrors(new Map(answer.error.issues.map(({ path, message }) => [path.join('.'), message])));
        return false;
      }
      setErrors(new Map());
      await onSave(answer.data);
      return true;
    },
  };
}
