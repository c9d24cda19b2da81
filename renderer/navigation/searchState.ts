import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { z } from 'zod';
import type { Path } from './paths';

/** Follows a path of `paths` from code. */
export function useGo(): (path: Path, how?: 'push' | 'replace') => void {
  const router = useRouter();
  return useCallback((path, how = 'push') => router.history[how](path.slice(1)), [router]);
}

/**
 * The part of a page's state that a reload, a bookmark and the back button keep: the search of its address, as text, read
 * through a schema. What the schema refuses is dropped, never an error. Setting replaces the current entry of history.
 */
export function useSearchState<S extends z.ZodObject>(
  schema: S,
): [z.infer<S>, (change: Partial<Record<keyof z.infer<S>, string | undefined>>) => void] {
  const router = useRouter();
  const { pathname, searchStr } = useLocation();
  const state = useMemo(() => readSearch(schema, searchStr), [schema, searchStr]);
  const setState = useCallback(
    (change: Partial<Record<keyof z.infer<S>, string | undefined>>) => {
      const search = new URLSearchParams(searchStr);
      for (const [name, value] of Object.entries(change)) {
        if (value === undefined || value === '') search.delete(name);
        else search.set(name, String(value));
      }
      const text = search.toString();
      router.history.replace(text ? `${pathname}?${text}` : pathname);
    },
    [router, pathname, searchStr],
  );
  return [state, setState];
}

function readSearch<S extends z.ZodObject>(schema: S, searchText: string): z.infer<S> {
  const given = Object.fromEntries(new URLSearchParams(searchText));
  const whole = schema.safeParse(given);
  if (whole.success) return whole.data;
  const refused = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  return schema.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !refused.has(name))));
}
