import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { CheckboxField } from './CheckboxField';
import type { Column, TableSort } from './DataTable';
import { icons } from './icons';
import { controlsIn, letTabReach } from './rowControls';
import styles from './DataTable.module.css';

type Props<Row> = {
  columns: readonly Column<Row>[];
  sort: TableSort | null;
  onSort: ((sort: TableSort | null) => void) | undefined;
  /** Given when rows are chosen one by one or all together. */
  choice: { label: string; isAll: boolean; isSome: boolean; onChange: (all: boolean) => void } | null;
  /** Stands above the rows' own menus; `null` when rows have none. */
  tools: ReactNode;
  hasTools: boolean;
};

/** The headings: one stop of Tab, arrows between those that do something. */
export function TableHead<Row>({ columns, sort, onSort, choice, tools, hasTools }: Props<Row>) {
  const row = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  useLayoutEffect(() => {
    const controls = row.current ? controlsIn(row.current) : [];
    const at = Math.min(stop, controls.length - 1);
    controls.forEach((control, index) => letTabReach(control, index === at));
  });

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.defaultPrevented) return;
    const controls = controlsIn(event.currentTarget);
    const next = controls.indexOf(event.target as HTMLElement) + step;
    if (!controls[next]) return;
    event.preventDefault();
    setStop(next);
    controls[next].focus();
  }

  return (
    <div role="rowgroup" className={styles.head}>
      {/* The focus is on the headings' buttons; their row hears the arrows. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div ref={row} role="row" aria-rowindex={1} className={styles.headRow} onKeyDown={onKeyDown}>
        {choice && (
          <div role="columnheader" className={styles.box}>
            <CheckboxField
              label={choice.label}
              isSelected={choice.isAll}
              isIndeterminate={choice.isSome}
              onChange={choice.onChange}
            />
          </div>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
        {hasTools && (
          <div role="columnheader" className={styles.tools}>
            {tools}
          </div>
        )}
      </div>
    </div>
  );
}

function HeadCell<Row>({
  column: { id, header, sortValue, align },
  sort,
  onSort,
}: Pick<Props<Row>, 'sort' | 'onSort'> & { column: Column<Row> }) {
  const direction = sort?.column === id ? sort.direction : undefined;
  const canSort = sortValue !== undefined && onSort !== undefined;
  function next(): TableSort | null {
    if (!direction) return { column: id, direction: 'ascending' };
    return direction === 'ascending' ? { column: id, direction: 'descending' } : null;
  }
  return (
    <div
      role="columnheader"
      aria-sort={direction ?? (canSort ? 'none' : undefined)}
      className={align === 'end' ? styles.end : undefined}
    >
      {canSort ? (
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
