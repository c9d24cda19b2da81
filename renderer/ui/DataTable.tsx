import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { CheckboxField } from './CheckboxField';
import { icons } from './icons';
import styles from './DataTable.module.css';

export type Column<Row> = Readonly<{
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Sorting is offered when given; text is compared as the language does, empty values last. */
  sortValue?: (row: Row) => string | number | null;
  /** CSS track: `120px`, `minmax(200px, 2fr)`. */
  width: string;
  align?: 'start' | 'end';
}>;

export type TableSort = Readonly<{ column: string; direction: 'ascending' | 'descending' }>;

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** How a row is named to a screen reader when it is chosen. */
  rowLabel: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** Enter or a click. */
  onOpen?: (row: Row) => void;
  openId?: string | null;
  sort?: TableSort | null;
  onSort?: (sort: TableSort | null) => void;
  /** Rows come grouped in the order given. */
  groupOf?: (row: Row) => Readonly<{ id: string; label: string; order: string | number }>;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  selectAllLabel?: string;
  /** Other keys, on the row that has the focus; true when it was used. */
  onRowKey?: (row: Row, event: KeyboardEvent) => boolean;
  empty?: ReactNode;
  footer?: ReactNode;
  language: string;
};

type Line<Row> =
  { kind: 'group'; id: string; label: string; count: number } | { kind: 'row'; id: string; row: Row };

const overscan = 12;

/**
 * A grid of records: only the rows in sight are drawn. One row has the focus: arrows or j and k, Home, End and the page keys move it, Enter opens, Space
 * or x chooses, Shift with an arrow or a click extends the choice, Ctrl+A takes all. When the focused row goes, its neighbour has the focus. Rows are as
 * high as `--row`.
 */
export function DataTable<Row>(props: Props<Row>) {
  const {
    label,
    rows,
    rowId,
    columns,
    groupOf,
    sort = null,
    language,
    selected,
    onSelect,
    onOpen,
    onRowKey,
    footer,
  } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(viewport);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const anchorId = useRef<string | null>(null);
  const sorted = useMemo(() => sortedRows(rows, columns, sort, language), [rows, columns, sort, language]);
  const lines = useMemo(
    () => linesOf(sorted, rowId, groupOf, collapsed),
    [sorted, rowId, groupOf, collapsed],
  );
  // The library keeps its own instance between draws: nothing here is memoised on it.
  // oxlint-disable-next-line react/react-compiler
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan,
    getItemKey: (index) => lines[index]?.id ?? index,
  });
  useEffect(() => virtual.measure(), [rowHeight, virtual]);

  const template = `${selected ? '32px ' : ''}${columns.map(({ width }) => width).join(' ')}`;
  const rowLines = useMemo(
    () => lines.flatMap((line, index) => (line.kind === 'row' ? [{ ...line, index }] : [])),
    [lines],
  );
  const focusedLine = rowLines.find(({ id }) => id === focusedId) ?? rowLines[0];
  useFocusKept(viewport, rowLines, focusedId, setFocusedId);

  function select(ids: Iterable<string>): void {
    onSelect?.(new Set(ids));
  }
  const toggle = useCallback(
    (id: string, isRange: boolean) => {
      if (!selected || !onSelect) return;
      const next = new Set(selected);
      const from = rowLines.findIndex((line) => line.id === anchorId.current);
      const to = rowLines.findIndex((line) => line.id === id);
      if (isRange && from >= 0) {
        for (const line of rowLines.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(line.id);
      } else if (!next.delete(id)) next.add(id);
      anchorId.current = id;
      onSelect(next);
    },
    [selected, onSelect, rowLines],
  );

  function focusRow(position: number): void {
    const line = rowLines[Math.max(0, Math.min(position, rowLines.length - 1))];
    if (!line) return;
    setFocusedId(line.id);
    virtual.scrollToIndex(line.index, { align: 'auto' });
    requestAnimationFrame(() => {
      viewport.current
        ?.querySelector<HTMLElement>(`[data-row="${CSS.escape(line.id)}"]`)
        ?.focus({ preventScroll: true });
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (!focusedLine || !target.hasAttribute('data-row')) return;
    const position = rowLines.indexOf(focusedLine);
    const page = Math.max(1, Math.floor((viewport.current?.clientHeight ?? 0) / rowHeight) - 2);
    const moves: Record<string, number> = {
      ArrowDown: position + 1,
      ArrowUp: position - 1,
      ...(isPlain(event) && { j: position + 1, k: position - 1 }),
      PageDown: position + page,
      PageUp: position - page,
      Home: 0,
      End: rowLines.length - 1,
    };
    const destination = moves[event.key];
    if (destination !== undefined) {
      const line = rowLines[Math.max(0, Math.min(destination, rowLines.length - 1))];
      if (event.shiftKey && line && onSelect) {
        anchorId.current ??= focusedLine.id;
        select([...(selected ?? []), focusedLine.id, line.id]);
      }
      focusRow(destination);
    } else if (event.key === 'Enter' && onOpen) onOpen(focusedLine.row);
    else if ((event.key === ' ' || (event.key === 'x' && isPlain(event))) && selected)
      toggle(focusedLine.id, event.shiftKey);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && selected)
      select(rowLines.map(({ id }) => id));
    else if (event.key === 'Escape' && selected && selected.size > 0) select([]);
    else if (!onRowKey?.(focusedLine.row, event)) return;
    event.preventDefault();
  }

  return (
    <div className={styles.table}>
      <div
        ref={viewport}
        className={styles.viewport}
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + (selected ? 1 : 0)}
        aria-multiselectable={selected ? true : undefined}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={styles.sheet}>
          <div role="rowgroup" className={styles.head}>
            <div
              role="row"
              aria-rowindex={1}
              className={styles.headRow}
              style={{ gridTemplateColumns: template }}
            >
              {selected && (
                <div role="columnheader">
                  <CheckboxField
                    label={props.selectAllLabel ?? label}
                    isSelected={rows.length > 0 && selected.size === rows.length}
                    isIndeterminate={selected.size > 0 && selected.size < rows.length}
                    onChange={(all) => select(all ? rows.map(rowId) : [])}
                  />
                </div>
              )}
              {columns.map((column) => (
                <HeadCell key={column.id} column={column} sort={sort} onSort={props.onSort} />
              ))}
            </div>
          </div>
          <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const line = lines[index];
              if (!line) return null;
              if (line.kind === 'group') {
                return (
                  <GroupRow
                    key={line.id}
                    line={line}
                    index={index}
                    start={start}
                    columns={columns.length + (selected ? 1 : 0)}
                    isCollapsed={collapsed.has(line.id)}
                    onToggle={() => setCollapsed(toggled(collapsed, line.id))}
                  />
                );
              }
              return (
                <BodyRow
                  key={line.id}
                  id={line.id}
                  row={line.row}
                  index={index}
                  start={start}
                  template={template}
                  columns={columns}
                  label={props.rowLabel}
                  isTabStop={line.id === focusedLine?.id}
                  isOpen={line.id === props.openId}
                  isSelected={selected ? selected.has(line.id) : undefined}
                  onToggle={toggle}
                  onFocusRow={setFocusedId}
                  onOpen={onOpen}
                />
              );
            })}
          </div>
        </div>
        {rows.length === 0 && props.empty && (
          <div role="row">
            <div role="gridcell">{props.empty}</div>
          </div>
        )}
      </div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </div>
  );
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: TableSort | null;
  onSort: Props<Row>['onSort'];
}) {
  const { id, header, sortValue, align } = column;
  const isSorted = sort?.column === id;
  const direction = isSorted ? sort.direction : undefined;
  const next = (): TableSort | null => {
    if (!isSorted) return { column: id, direction: 'ascending' };
    return direction === 'ascending' ? { column: id, direction: 'descending' } : null;
  };
  return (
    <div
      role="columnheader"
      aria-sort={direction ?? (sortValue && onSort ? 'none' : undefined)}
      className={align === 'end' ? styles.end : undefined}
    >
      {sortValue && onSort ? (
        <button type="button" onClick={() => onSort(next())}>
          {header}
          {direction === 'ascending' && <icons.moveUp />}
          {direction === 'descending' && <icons.moveDown />}
        </button>
      ) : (
        header
      )}
    </div>
  );
}

type GroupProps = {
  line: { id: string; label: string; count: number };
  index: number;
  start: number;
  columns: number;
  isCollapsed: boolean;
  onToggle: () => void;
};

function GroupRow({ line, index, start, columns, isCollapsed, onToggle }: GroupProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.group}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div role="gridcell" aria-colspan={columns}>
        <button type="button" aria-expanded={!isCollapsed} onClick={onToggle}>
          {isCollapsed ? <icons.next /> : <icons.down />}
          {line.label}
          <span>{line.count}</span>
        </button>
      </div>
    </div>
  );
}

type BodyProps<Row> = {
  id: string;
  row: Row;
  index: number;
  start: number;
  template: string;
  columns: readonly Column<Row>[];
  label: (row: Row) => string;
  isTabStop: boolean;
  isOpen: boolean;
  isSelected: boolean | undefined;
  onToggle: (id: string, isRange: boolean) => void;
  onFocusRow: (id: string) => void;
  onOpen: ((row: Row) => void) | undefined;
};

function BodyRowOf<Row>(props: BodyProps<Row>) {
  const {
    id,
    row,
    index,
    start,
    template,
    columns,
    label,
    isTabStop,
    isOpen,
    isSelected,
    onToggle,
    onFocusRow,
    onOpen,
  } = props;
  function onClick(event: MouseEvent): void {
    if ((event.target as HTMLElement).closest('button, a, input, label, [role="button"]')) return;
    if (isSelected !== undefined && (event.ctrlKey || event.metaKey || event.shiftKey))
      onToggle(id, event.shiftKey);
    else onOpen?.(row);
  }
  return (
    // The grid above hears the keys for every row; the click is the same as Enter.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      data-row={id}
      tabIndex={isTabStop ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isOpen || undefined}
      className={`${styles.row} ${onOpen ? styles.openable : ''}`}
      style={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}
      onClick={onClick}
      onFocus={() => onFocusRow(id)}
    >
      {isSelected !== undefined && (
        <div role="gridcell">
          <CheckboxField label={label(row)} isSelected={isSelected} onChange={() => onToggle(id, false)} />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={column.align === 'end' ? styles.end : undefined}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}
const BodyRow = memo(BodyRowOf) as typeof BodyRowOf;

function linesOf<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  groupOf: Props<Row>['groupOf'],
  collapsed: ReadonlySet<string>,
): Line<Row>[] {
  const asLines = (members: readonly Row[]): Line<Row>[] =>
    members.map((row) => ({ kind: 'row', id: rowId(row), row }));
  if (!groupOf) return asLines(rows);
  const groups = new Map<string, { label: string; order: string | number; members: Row[] }>();
  for (const row of rows) {
    const { id, label, order } = groupOf(row);
    const group = groups.get(id);
    if (group) group.members.push(row);
    else groups.set(id, { label, order, members: [row] });
  }
  return [...groups]
    .sort(([, left], [, right]) => compare(left.order, right.order))
    .flatMap(([id, { label, members }]): Line<Row>[] => [
      { kind: 'group', id: `group-${id}`, label, count: members.length },
      ...(collapsed.has(`group-${id}`) ? [] : asLines(members)),
    ]);
}

function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: TableSort | null,
  language: string,
): readonly Row[] {
  const value = columns.find(({ id }) => id === sort?.column)?.sortValue;
  if (!sort || !value) return rows;
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows
    .map((row, index) => ({ row, index, key: value(row) }))
    .sort((left, right) => {
      const [leftEmpty, rightEmpty] = [isEmpty(left.key), isEmpty(right.key)];
      if (leftEmpty !== rightEmpty) return leftEmpty ? 1 : -1;
      return sign * compare(left.key, right.key, collator) || left.index - right.index;
    })
    .map(({ row }) => row);
}

function compare(
  left: string | number | null,
  right: string | number | null,
  collator?: Intl.Collator,
): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [String(left ?? ''), String(right ?? '')];
  return collator ? collator.compare(a, b) : a < b ? -1 : Number(a > b);
}

function isEmpty(key: string | number | null): boolean {
  return key === null || key === '';
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

function isPlain({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey;
}

/** The row that has the focus may be taken away by a change: the one now in its place, or the last, has it then. */
function useFocusKept(
  viewport: React.RefObject<HTMLElement | null>,
  rowLines: readonly { id: string }[],
  focusedId: string | null,
  setFocusedId: (id: string) => void,
): void {
  const position = useRef(-1);
  useLayoutEffect(() => {
    const at = rowLines.findIndex(({ id }) => id === focusedId);
    const wasAt = position.current;
    position.current = at;
    if (at >= 0 || wasAt < 0 || document.activeElement !== document.body) return;
    const heir = rowLines[Math.min(wasAt, rowLines.length - 1)];
    if (!heir) return;
    setFocusedId(heir.id);
    viewport.current
      ?.querySelector<HTMLElement>(`[data-row="${CSS.escape(heir.id)}"]`)
      ?.focus({ preventScroll: true });
  }, [viewport, rowLines, focusedId, setFocusedId]);
}

/** The token `--row`, in pixels, as the density sets it. */
function useRowHeight(viewport: React.RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(28);
  useEffect(() => {
    const read = (): void => {
      if (viewport.current)
        setHeight(parseFloat(getComputedStyle(viewport.current).getPropertyValue('--row')) || 28);
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-density', 'data-theme'],
    });
    return () => observer.disconnect();
  }, [viewport]);
  return height;
}
