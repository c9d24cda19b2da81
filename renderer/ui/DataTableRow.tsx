import { memo, type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { Column } from './DataTable';
import { icons } from './icons';
import type { Point } from './Menu';
import { controlsIn, letTabReach } from './rowControls';
import type { GroupLine } from './tableLines';
import styles from './DataTable.module.css';

/** What the lines tell the table. One object for the table's whole life: it must never make a line be drawn again. */
export type LineHandlers = Readonly<{
  onFocus: (id: string) => void;
  onClick: (id: string, event: MouseEvent) => void;
  onToggle: (id: string, isRange: boolean) => void;
  onCollapse: (id: string) => void;
  onMenu: (id: string, at: Element | Point) => void;
}>;

type Placed = {
  index: number;
  /** Pixels from the top of the body; `null` when the lines simply follow each other. */
  start: number | null;
  isTabStop: boolean;
  handlers: LineHandlers;
};

type GroupProps = Placed & { line: GroupLine; columnCount: number; isCollapsed: boolean };

export const TableGroupRow = memo(function TableGroupRow({
  line,
  index,
  start,
  columnCount,
  isCollapsed,
  isTabStop,
  handlers,
}: GroupProps) {
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.group} style={placeOf(start)}>
      <div role="gridcell" aria-colspan={columnCount}>
        <button
          type="button"
          data-line={line.id}
          tabIndex={isTabStop ? 0 : -1}
          aria-expanded={!isCollapsed}
          onClick={() => handlers.onCollapse(line.id)}
          onFocus={() => handlers.onFocus(line.id)}
        >
          {isCollapsed ? <icons.next /> : <icons.down />}
          {line.label}
          <span>{line.count}</span>
        </button>
      </div>
    </div>
  );
});

type RowProps<Row> = Placed & {
  id: string;
  row: Row;
  columns: readonly Column<Row>[];
  label: (row: Row) => string;
  isOpen: boolean;
  isOpenable: boolean;
  isSelected: boolean | undefined;
  hasBox: boolean;
  actionsLabel: string | undefined;
  hasTools: boolean;
};

function BodyRow<Row>(props: RowProps<Row>) {
  const { id, row, index, start, columns, isTabStop, isSelected, actionsLabel, handlers } = props;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    for (const control of controlsIn(element.current)) letTabReach(control, isTabStop);
  });
  return (
    // The grid above hears the keys for every row; the click is the same as Enter.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={element}
      role="row"
      data-line={id}
      data-row={id}
      tabIndex={isTabStop ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={props.isOpen || undefined}
      className={`${styles.row} ${props.isOpenable ? styles.openable : ''}`}
      style={placeOf(start)}
      onClick={(event) => handlers.onClick(id, event)}
      onFocus={() => handlers.onFocus(id)}
      onContextMenu={(event) => {
        if (!actionsLabel) return;
        event.preventDefault();
        handlers.onMenu(id, { x: event.clientX, y: event.clientY });
      }}
    >
      {props.hasBox && (
        <div role="gridcell" className={styles.box}>
          <input
            type="checkbox"
            aria-label={props.label(row)}
            checked={isSelected === true}
            tabIndex={-1}
            className={styles.check}
            onChange={() => handlers.onToggle(id, false)}
          />
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role={column.isPrimary ? 'rowheader' : 'gridcell'}
          className={column.align === 'end' ? styles.end : undefined}
        >
          {column.cell(row)}
        </div>
      ))}
      {props.hasTools && (
        <div role="gridcell" className={styles.tools}>
          {actionsLabel && (
            <button
              type="button"
              tabIndex={-1}
              aria-haspopup="menu"
              aria-label={actionsLabel}
              className={styles.more}
              onClick={({ currentTarget }) => handlers.onMenu(id, currentTarget)}
            >
              <icons.more />
            </button>
          )}
        </div>
      )}
    </div>
  );
}

export const TableRow = memo(BodyRow) as typeof BodyRow;

function placeOf(start: number | null): { transform: string } | undefined {
  return start === null ? undefined : { transform: `translateY(${start}px)` };
}
