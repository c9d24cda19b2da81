import type { KeyboardEvent } from 'react';
import { controlsIn, isTyping } from './rowControls';
import type { Line } from './tableLines';

/** What the keys of a table work on. */
export type TableKeys<Row> = {
  lines: readonly Line<Row>[];
  /** The line that has the focus. */
  at: number;
  /** Lines that a page key passes. */
  page: number;
  collapsed: ReadonlySet<string>;
  moveTo: (index: number) => void;
  onCollapse: (id: string) => void;
  /** Missing where rows cannot be chosen. */
  choice?: {
    isMultiple: boolean;
    isEmpty: boolean;
    toggle: (id: string, isRange: boolean) => void;
    extend: (from: string, to: string) => void;
    all: (isAll: boolean) => void;
    forgetAnchor: () => void;
  };
  onOpen?: (row: Row) => void;
  onMenu?: (id: string, at: Element) => void;
  onRowKey?: (row: Row, event: KeyboardEvent) => boolean;
};

/** Answers whether the key was used. */
export function onTableKey<Row>(event: KeyboardEvent, table: TableKeys<Row>): boolean {
  const target = event.target as HTMLElement;
  if (target.hasAttribute('data-line')) return onLine(event, table);
  const row = target.closest<HTMLElement>('[data-row]');
  if (row) return onControl(event, row, table);
  if (event.key !== 'ArrowDown' || isTyping(target)) return false;
  table.moveTo(0);
  return true;
}

function onLine<Row>(event: KeyboardEvent, table: TableKeys<Row>): boolean {
  const { lines, at, choice } = table;
  const line = lines[at];
  if (!line) return false;
  const step = stepOf(event, table);
  if (step !== undefined) {
    const to = Math.max(0, Math.min(lines.length - 1, at + step));
    const target = lines[to];
    if (event.shiftKey && choice?.isMultiple && target) choice.extend(line.id, target.id);
    else choice?.forgetAnchor();
    table.moveTo(to);
    return true;
  }
  if (isPlain(event) && (event.key === 'j' || event.key === 'k')) {
    const next = nextRow(lines, at, event.key === 'j' ? 1 : -1);
    if (next !== undefined) table.moveTo(next);
    return true;
  }
  return line.kind === 'group' ? onGroup(event, line.id, table) : onRow(event, line, table);
}

function stepOf<Row>({ key, altKey }: KeyboardEvent, { lines, page }: TableKeys<Row>): number | undefined {
  if (altKey) return undefined;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -lines.length,
    End: lines.length,
  };
  return steps[key];
}

/** Enter and Space are the heading's own button. */
function onGroup<Row>(
  { key }: KeyboardEvent,
  id: string,
  { collapsed, onCollapse }: TableKeys<Row>,
): boolean {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false;
  if ((key === 'ArrowRight') === collapsed.has(id)) onCollapse(id);
  return true;
}

function onRow<Row>(
  event: KeyboardEvent,
  { id, row }: { id: string; row: Row },
  { choice, onOpen, onMenu, onRowKey }: TableKeys<Row>,
): boolean {
  const { key } = event;
  const element = event.target as HTMLElement;
  const firstControl = controlsIn(element)[0];
  if (key === 'Enter' && onOpen && isPlain(event)) onOpen(row);
  else if (choice && (key === ' ' || (key === 'x' && isPlain(event)))) choice.toggle(id, event.shiftKey);
  else if (choice?.isMultiple && key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey))
    choice.all(true);
  else if (choice && !choice.isEmpty && key === 'Escape') choice.all(false);
  else if (onMenu && isMenuKey(event)) onMenu(id, element);
  else if (key === 'ArrowRight' && isPlain(event) && firstControl) firstControl.focus();
  else return onRowKey?.(row, event) ?? false;
  return true;
}

function onControl<Row>(event: KeyboardEvent, row: HTMLElement, { onMenu }: TableKeys<Row>): boolean {
  const { key } = event;
  const target = event.target as HTMLElement;
  const id = row.dataset['row'] ?? '';
  if (isTyping(target)) return false;
  if (key === 'Escape') row.focus();
  else if (onMenu && isMenuKey(event)) onMenu(id, target);
  else if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const controls = controlsIn(row);
    const next = controls.indexOf(target) + (key === 'ArrowRight' ? 1 : -1);
    (next < 0 ? row : controls[next])?.focus();
  } else return false;
  return true;
}

function nextRow<Row>(lines: readonly Line<Row>[], at: number, step: 1 | -1): number | undefined {
  for (let index = at + step; index >= 0 && index < lines.length; index += step)
    if (lines[index]?.kind === 'row') return index;
  return undefined;
}

function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

function isPlain({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey;
}
