import { useMemo, useRef } from 'react';

type Options = {
  /** The rows that can be chosen, in the order shown. */
  ids: readonly string[];
  selected: ReadonlySet<string> | undefined;
  onSelect: ((selected: ReadonlySet<string>) => void) | undefined;
  mode: 'multiple' | 'single';
};

/** Choosing rows one by one, from one to another, or all. A range starts at the last row chosen or left, and shrinks as it grew. */
export function useChoice({ ids, selected, onSelect, mode }: Options) {
  const anchor = useRef<{ id: string; base: ReadonlySet<string> } | null>(null);
  const count = useMemo(
    () => (selected && selected.size > 0 ? ids.filter((id) => selected.has(id)).length : 0),
    [ids, selected],
  );

  function extend(from: string, to: string): void {
    if (!selected || !onSelect || mode === 'single') return;
    anchor.current ??= { id: from, base: selected };
    const { id, base } = anchor.current;
    const [first = 0, last = 0] = [ids.indexOf(id), ids.indexOf(to)].sort((a, b) => a - b);
    if (first >= 0) onSelect(new Set([...base, ...ids.slice(first, last + 1)]));
  }
  function toggle(id: string, isRange: boolean): void {
    if (!selected || !onSelect) return;
    if (mode === 'single') return onSelect(new Set(selected.has(id) ? [] : [id]));
    if (isRange && anchor.current) return extend(id, id);
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    anchor.current = { id, base: next };
    onSelect(next);
  }

  return {
    /** How many of the rows shown are chosen. */
    count,
    toggle,
    extend,
    all: (isAll: boolean) => onSelect?.(new Set(isAll ? ids : [])),
    forgetAnchor: () => {
      anchor.current = null;
    },
  };
}
