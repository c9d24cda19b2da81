import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { TableHead } from './DataTableHead';
import { type LineHandlers, TableGroupRow, TableRow } from './DataTableRow';
import { icons } from './icons';
import { IconButton } from './IconButton';
import { Menu, MenuAt, type MenuContent, type Point } from './Menu';
import { onTableKey } from './tableKeys';
import { filteredRows, linesOf, type RowGroup, sortedRows, type SortValue } from './tableLines';
import { useChoice } from './useChoice';
import { useIsPrinting } from './useIsPrinting';
import { useLineFocus } from './useLineFocus';
import { remember, remembered, useRemembered } from './useRemembered';
import { useRowHeight } from './useRowHeight';
import styles from './DataTable.module.css';

export type Column<Row> = Readonly<{
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Sorting is offered when given; text is compared as the language does, empty values last. */
  sortValue?: (row: Row) => SortValue;
  /** The words by which `filter` finds a row. */
  filterValue?: (row: Row) => string;
  /** CSS track: `120px`, `minmax(200px, 2fr)`. */
  width: string;
  /** With a plain width (`1fr`, `20%`): never narrower than this. */
  minWidth?: string;
  align?: 'start' | 'end';
  /** What the row is known by: read out as its heading, never hidden. */
  isPrimary?: boolean;
  /** Out of sight until somebody asks for it in the columns' menu. */
  startsHidden?: boolean;
}>;

export type TableSort = Readonly<{ column: string; direction: 'ascending' | 'descending' }>;
export type TableCounts = Readonly<{ shown: number; total: number; selected: number }>;

export type DataTableProps<Row> = {
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** How a row is named to a screen reader when it is chosen. */
  rowLabel: (row: Row) => string;
  columns: readonly Column<Row>[];
  language: string;
  /** Enter or a click. */
  onOpen?: (row: Row) => void;
  /** The row whose details stand beside the table. */
  openId?: string | null;
  /** Given with `onSort`, the caller keeps the order; without, the table does, and columns sort unless `onSort` is `null`. */
  sort?: TableSort | null;
  onSort?: ((sort: TableSort | null) => void) | null;
  /** Keeps the rows that hold these words. */
  filter?: string;
  /** Rows come under headings that fold, with their counts, in the order given. */
  groupOf?: (row: Row) => RowGroup;
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** `single`: one row at most, and no boxes. */
  selectionMode?: 'multiple' | 'single';
  selectAllLabel?: string;
  /** A row's own menu: its button, a right click, Shift+F10. `rowActionsLabel` names it. */
  rowActions?: (row: Row) => MenuContent;
  rowActionsLabel?: string;
  /** Offers the menu that shows and hides columns, under this name. */
  columnsLabel?: string;
  /** Other keys, on the row that has the focus; true when it was used. */
  onRowKey?: (row: Row, event: KeyboardEvent) => boolean;
  empty?: ReactNode;
  footer?: ReactNode | ((counts: TableCounts) => ReactNode);
  /** Keeps the order, the hidden columns and the folded groups from one visit to the next, and the place during the session. */
  rememberAs?: string;
  /** Draws every row, the table as high as they are: for a page to print. Printing a window does so by itself. */
  useAllRows?: boolean;
};

type Memory = Readonly<{
  sort: TableSort | null;
  hidden: readonly string[] | null;
  collapsed: readonly string[];
}>;
const nothingKept: Memory = { sort: null, hidden: null, collapsed: [] };

/** From here on, only the rows in sight are drawn. */
const virtualFrom = 200;
const overscan = 12;

/**
 * A grid of records. One line has the focus: arrows, Home, End and the page keys move it (j and k from row to row), Enter opens, Space
 * or x chooses, Shift with an arrow or a click extends the choice, Ctrl+A takes all, Escape none. Left and right go through the controls
 * of a row, or fold a group; Escape comes back from them. When the focused row goes, its neighbour has the focus. Rows are as high as `--row`.
 *
 * Lines are drawn anew only when their own row, state or columns change: give `columns`, `rowLabel` and `rowId` that keep their identity.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, rowId, columns, language, filter = '', groupOf, selected, onSelect, onSort } = props;
  const { selectionMode = 'multiple', onOpen, rowActions, columnsLabel, rememberAs } = props;
  const viewport = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight(viewport);
  const isPrinting = useIsPrinting();
  const tableKey = rememberAs && `table:${rememberAs}`;
  const [kept, keep] = useRemembered(tableKey, nothingKept, isMemory);
  const [menu, setMenu] = useState<{ id: string; at: Element | Point } | null>(null);

  const sort = onSort === undefined ? kept.sort : (props.sort ?? null);
  const setSort = onSort === undefined ? (next: TableSort | null) => keep({ ...kept, sort: next }) : onSort;
  const collapsed = useMemo(() => new Set(kept.collapsed), [kept.collapsed]);
  const hidden = useMemo(
    () => new Set(kept.hidden ?? columns.filter(({ startsHidden }) => startsHidden).map(({ id }) => id)),
    [kept.hidden, columns],
  );
  const shownColumns = useMemo(
    () => (hidden.size === 0 ? columns : columns.filter((one) => one.isPrimary || !hidden.has(one.id))),
    [columns, hidden],
  );
  const sorted = useMemo(
    () => sortedRows(filteredRows(rows, columns, filter), columns, sort, language),
    [rows, columns, filter, sort, language],
  );
  const lines = useMemo(
    () => linesOf(sorted, rowId, groupOf, collapsed),
    [sorted, rowId, groupOf, collapsed],
  );
  const placeOf = useMemo(() => new Map(lines.map(({ id }, index) => [id, index])), [lines]);
  const first = useMemo(() => lines.findIndex(({ kind }) => kind === 'row'), [lines]);
  const focus = useLineFocus({ viewport, lines, placeOf, first });
  const { tabStop } = focus;

  const isWhole = props.useAllRows === true || isPrinting || lines.length < virtualFrom;
  const withTabStop = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return tabStop < 0 || drawn.includes(tabStop) ? drawn : [...drawn, tabStop].sort((a, b) => a - b);
    },
    [tabStop],
  );
  // The library keeps its own instance between draws: nothing here is memoised on it.
  // oxlint-disable-next-line react/react-compiler, react/incompatible-library
  const virtual = useVirtualizer({
    count: lines.length,
    enabled: !isWhole,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan,
    // The heading stands over one row's height.
    scrollPaddingEnd: rowHeight,
    rangeExtractor: withTabStop,
  });
  useEffect(() => virtual.measure(), [rowHeight, virtual]);
  usePlaceKept(viewport, tableKey && `${tableKey}:scroll`, lines.length > 0);

  const ids = useMemo(() => sorted.map(rowId), [sorted, rowId]);
  const choice = useChoice({ ids, selected, onSelect, mode: selectionMode });
  const onCollapse = (id: string): void => keep({ ...kept, collapsed: toggled(kept.collapsed, id) });
  const onMenu = (id: string, at: Element | Point): void => setMenu({ id, at });
  const rowOf = (id: string): Row | undefined => {
    const line = lines[placeOf.get(id) ?? -1];
    return line?.kind === 'row' ? line.row : undefined;
  };

  const handlers = useHandlers({
    onFocus: focus.onFocus,
    onToggle: choice.toggle,
    onCollapse,
    onMenu,
    onClick: (id, { target, ctrlKey, metaKey, shiftKey }) => {
      if ((target as Element).closest('button, a, input, select, textarea, label, [role="button"]')) return;
      const row = rowOf(id);
      if (selected && (ctrlKey || metaKey || shiftKey || !onOpen)) choice.toggle(id, shiftKey);
      else if (row !== undefined) onOpen?.(row);
    },
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const isUsed = onTableKey<Row>(event, {
      lines,
      at: tabStop,
      page: Math.max(1, Math.floor((viewport.current?.clientHeight ?? 0) / rowHeight) - 2),
      collapsed,
      moveTo: (index) =>
        focus.moveTo(index, (at, line) =>
          isWhole ? line.scrollIntoView({ block: 'nearest' }) : virtual.scrollToIndex(at, { align: 'auto' }),
        ),
      onCollapse,
      choice: selected && {
        ...choice,
        isMultiple: selectionMode === 'multiple',
        isEmpty: selected.size === 0,
      },
      onOpen,
      onMenu: rowActions && onMenu,
      onRowKey: props.onRowKey,
    });
    if (isUsed) event.preventDefault();
  }

  const opened = menu ? rowOf(menu.id) : undefined;
  const hasTools = rowActions !== undefined || columnsLabel !== undefined;
  const hasBoxes = selected !== undefined && selectionMode === 'multiple';
  const columnCount = shownColumns.length + Number(hasBoxes) + Number(hasTools);
  const counts = { shown: sorted.length, total: rows.length, selected: selected?.size ?? 0 };
  const items = isWhole
    ? lines.map((line, index) => ({ line, index, start: null }))
    : virtual.getVirtualItems().flatMap(({ index, start }) => {
        const line = lines[index];
        return line ? [{ line, index, start }] : [];
      });

  return (
    <div className={styles.table}>
      {/* One of its lines has the focus; the grid hears their keys. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        ref={viewport}
        className={`${styles.viewport} ${props.useAllRows ? styles.allRows : ''}`}
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columnCount}
        aria-multiselectable={hasBoxes || undefined}
        onKeyDown={onKeyDown}
      >
        <div
          role="presentation"
          className={styles.sheet}
          style={{ '--columns': tracksOf(shownColumns, hasBoxes, hasTools) } as CSSProperties}
        >
          <TableHead
            columns={shownColumns}
            sort={sort}
            onSort={setSort ?? undefined}
            choice={
              hasBoxes
                ? {
                    label: props.selectAllLabel ?? label,
                    isAll: sorted.length > 0 && choice.count === sorted.length,
                    isSome: choice.count > 0 && choice.count < sorted.length,
                    onChange: choice.all,
                  }
                : null
            }
            hasTools={hasTools}
            tools={
              columnsLabel && (
                <ColumnsMenu
                  label={columnsLabel}
                  columns={columns}
                  hidden={hidden}
                  onToggle={(id) => keep({ ...kept, hidden: toggled([...hidden], id) })}
                />
              )
            }
          />
          <div
            role="rowgroup"
            className={isWhole ? undefined : styles.body}
            style={isWhole ? undefined : { height: virtual.getTotalSize() }}
          >
            {items.map(({ line, index, start }) =>
              line.kind === 'group' ? (
                <TableGroupRow
                  key={line.id}
                  line={line}
                  index={index}
                  start={start}
                  columnCount={columnCount}
                  isCollapsed={collapsed.has(line.id)}
                  isTabStop={index === tabStop}
                  handlers={handlers}
                />
              ) : (
                <TableRow
                  key={line.id}
                  id={line.id}
                  row={line.row}
                  index={index}
                  start={start}
                  columns={shownColumns}
                  label={props.rowLabel}
                  isTabStop={index === tabStop}
                  isOpen={line.id === props.openId}
                  isOpenable={onOpen !== undefined}
                  isSelected={selected?.has(line.id)}
                  hasBox={hasBoxes}
                  hasTools={hasTools}
                  actionsLabel={rowActions && (props.rowActionsLabel ?? label)}
                  handlers={handlers}
                />
              ),
            )}
          </div>
        </div>
        {lines.length === 0 && props.empty && (
          <div role="row">
            <div role="gridcell">{props.empty}</div>
          </div>
        )}
      </div>
      {props.footer && (
        <div className={styles.footer}>
          {typeof props.footer === 'function' ? props.footer(counts) : props.footer}
        </div>
      )}
      {menu && opened !== undefined && rowActions && (
        <MenuAt
          label={props.rowActionsLabel ?? label}
          at={menu.at}
          entries={rowActions(opened)}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

function ColumnsMenu<Row>({
  label,
  columns,
  hidden,
  onToggle,
}: {
  label: string;
  columns: readonly Column<Row>[];
  hidden: ReadonlySet<string>;
  onToggle: (id: string) => void;
}) {
  const entries = columns
    .filter(({ isPrimary }) => !isPrimary)
    .map(({ id, header }) => ({ id, label: header, isOn: !hidden.has(id), onAction: () => onToggle(id) }));
  return (
    <Menu
      label={label}
      trigger={<IconButton label={label} icon={<icons.columns />} />}
      entries={[{ id: 'columns', title: label, entries }]}
    />
  );
}

/** Handlers that never change and call those of the last draw. */
function useHandlers(current: LineHandlers): LineHandlers {
  const latest = useRef(current);
  useLayoutEffect(() => {
    latest.current = current;
  });
  return useMemo(
    () => ({
      onFocus: (id) => latest.current.onFocus(id),
      onClick: (id, event) => latest.current.onClick(id, event),
      onToggle: (id, isRange) => latest.current.onToggle(id, isRange),
      onCollapse: (id) => latest.current.onCollapse(id),
      onMenu: (id, at) => latest.current.onMenu(id, at),
    }),
    [],
  );
}

/** Where the table was scrolled to, found again when its first rows are there. */
function usePlaceKept(
  viewport: RefObject<HTMLElement | null>,
  key: string | undefined,
  hasLines: boolean,
): void {
  const isFound = useRef(false);
  useLayoutEffect(() => {
    const here = viewport.current;
    if (key === undefined || !here || !hasLines) return;
    const store = (): Storage => sessionStorage;
    if (!isFound.current) here.scrollTo({ top: remembered(key, isNumber, store) ?? 0 });
    isFound.current = true;
    const keepPlace = (): void => remember(key, here.scrollTop, store);
    here.addEventListener('scrollend', keepPlace);
    return () => {
      keepPlace();
      here.removeEventListener('scrollend', keepPlace);
    };
  }, [viewport, key, hasLines]);
}

function tracksOf<Row>(columns: readonly Column<Row>[], hasBoxes: boolean, hasTools: boolean): string {
  const tracks = columns.map(({ width, minWidth }) => (minWidth ? `minmax(${minWidth}, ${width})` : width));
  return [hasBoxes && 'var(--box-w)', ...tracks, hasTools && 'var(--tools-w)'].filter(Boolean).join(' ');
}

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isMemory(value: unknown): value is Memory {
  if (typeof value !== 'object' || value === null) return false;
  const { sort, hidden, collapsed } = value as Record<string, unknown>;
  const isList = (list: unknown): boolean =>
    Array.isArray(list) && list.every((one) => typeof one === 'string');
  return isList(collapsed) && (hidden === null || isList(hidden)) && (sort === null || isSort(sort));
}

function isSort(value: unknown): value is TableSort {
  if (typeof value !== 'object' || value === null) return false;
  const { column, direction } = value as Record<string, unknown>;
  return typeof column === 'string' && (direction === 'ascending' || direction === 'descending');
}
