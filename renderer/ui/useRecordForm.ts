import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';

type Primitive = string | number | boolean | bigint | symbol | null | undefined | Date;

/** Every dotted path of a record: `name`, `setUp.endsAt`, `contacts.0.phone`. */
export type Path<T> = T extends Primitive
  ? never
  : T extends readonly (infer Item)[]
    ? `${number}` | `${number}.${Path<Item>}`
    : { [Key in keyof T & string]: Key | `${Key}.${Path<NonNullable<T[Key]>>}` }[keyof T & string];

export type ValueAt<T, P extends string> = P extends `${infer Key}.${infer Rest}`
  ? ValueAt<Child<T, Key>, Rest>
  : Child<T, P>;

type Child<T, Key extends string> =
  NonNullable<T> extends readonly (infer Item)[]
    ? Item
    : Key extends keyof NonNullable<T>
      ? NonNullable<T>[Key]
      : never;

type SetField<T> = {
  <P extends Path<T> & string>(path: P, value: ValueAt<T, P>): void;
  (fields: Partial<T>): void;
};

export type RecordForm<T> = Readonly<{
  draft: T;
  /** Something differs from the record, by what it holds. */
  isDirty: boolean;
  isSaving: boolean;
  /** By dotted path: the schema's codes. Filled once saving was tried, then kept up with what is typed. */
  errors: ReadonlyMap<string, string>;
  /** The sentence for a path, if it is refused. */
  error: (path: string) => string | undefined;
  /** One value by its path, or several of the record's own fields. Never changes identity. */
  set: SetField<T>;
  /** Saves when the schema accepts; otherwise fills `errors`. Answers whether it was saved; rejects as `onSave` does. What was typed stays. */
  save: () => Promise<boolean>;
  /** Back to the record as it stands now. */
  reset: () => void;
}>;

type Options<T> = {
  /** Turns a code of the schema into words. */
  sentence: (code: string, path: string) => string;
  onSave: (record: T) => Promise<unknown>;
};

/**
 * A record being edited as a whole. A newer record underneath replaces the draft only while nothing was typed; typed over, the draft
 * stays, and `reset` goes to the newer record.
 */
export function useRecordForm<S extends z.ZodType>(
  schema: S,
  initial: z.infer<S>,
  { sentence, onSave }: Options<z.infer<S>>,
): RecordForm<z.infer<S>> {
  type T = z.infer<S>;
  const [state, setState] = useState({ origin: initial, base: initial, draft: initial });
  const [isTried, setIsTried] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const running = useRef<Promise<boolean> | null>(null);

  let now = state;
  if (!isSame(state.origin, initial)) {
    const wasDirty = !isSame(state.draft, state.base);
    now = { origin: initial, base: initial, draft: wasDirty ? state.draft : initial };
    setState(now);
  }
  const { base, draft } = now;
  // What was set and saved in one and the same event must be in what is saved.
  const latest = useRef(draft);
  useLayoutEffect(() => {
    latest.current = draft;
  });

  const errors = useMemo(() => (isTried ? errorsOf(schema, draft) : noErrors), [isTried, schema, draft]);
  const set = useCallback((at: string | Partial<T>, value?: unknown) => {
    const changed =
      typeof at === 'string'
        ? withValueAt(latest.current, at.split('.'), value)
        : { ...(latest.current as object), ...(at as object) };
    latest.current = changed as T;
    setState((current) => ({ ...current, draft: changed as T }));
  }, []);

  async function saveNow(): Promise<boolean> {
    const sent = latest.current;
    const answer = schema.safeParse(sent);
    if (!answer.success) {
      setIsTried(true);
      return false;
    }
    setIsSaving(true);
    try {
      await onSave(answer.data);
    } finally {
      setIsSaving(false);
    }
    setIsTried(false);
    setState((current) => ({
      ...current,
      base: answer.data,
      draft: isSame(current.draft, sent) ? answer.data : current.draft,
    }));
    return true;
  }

  return {
    draft,
    isDirty: !isSame(draft, base),
    isSaving,
    errors,
    error: (path) => {
      const code = errors.get(path);
      return code === undefined ? undefined : sentence(code, path);
    },
    set: set as SetField<T>,
    save: () => {
      running.current ??= saveNow().finally(() => {
        running.current = null;
      });
      return running.current;
    },
    reset: () => {
      latest.current = base;
      setIsTried(false);
      setState((current) => ({ ...current, draft: current.base }));
    },
  };
}

const noErrors: ReadonlyMap<string, string> = new Map();

function errorsOf(schema: z.ZodType, draft: unknown): ReadonlyMap<string, string> {
  const answer = schema.safeParse(draft);
  const errors = new Map<string, string>();
  for (const { path, message } of answer.error?.issues ?? []) {
    const at = path.join('.');
    if (!errors.has(at)) errors.set(at, message);
  }
  return errors;
}

function withValueAt(whole: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole) || (whole === undefined && /^\d+$/.test(key))) {
    const items: unknown[] = Array.isArray(whole) ? [...whole] : [];
    items[Number(key)] = withValueAt(items[Number(key)], rest, value);
    return items;
  }
  const fields = (whole ?? {}) as Record<string, unknown>;
  return { ...fields, [key]: withValueAt(fields[key], rest, value) };
}

/** Plain data holding the same. A field that is missing and one that is `undefined` are the same. */
function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) =>
    isSame((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
  );
}
