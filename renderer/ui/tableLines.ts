import { fold } from '@shared/domain/text';
import type { TableSort } from './DataTable';

export type SortValue = string | number | null;
export type RowGroup = Readonly<{ id: string; label: string; order: string | number }>;

export type GroupLine = Readonly<{ kind: 'group'; id: string; label: string; count: number }>;
export type RowLine<Row> = Readonly<{ kind: 'row'; id: string; row: Row }>;
export type Line<Row> = GroupLine | RowLine<Row>;

type Sortable<Row> = Readonly<{ id: string; sortValue?: (row: Row) => SortValue }>;
type Filterable<Row> = Readonly<{ filterValue?: (row: Row) => string }>;

/** Rows in order; text as the language compares it, figures in text by their worth, empty values last both ways, equals as they came. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
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
      if (leftEmpty && rightEmpty) return left.index - right.index;
      if (leftEmpty !== rightEmpty) return leftEmpty ? 1 : -1;
      return sign * compare(left.key, right.key, collator) || left.index - right.index;
    })
    .map(({ row }) => row);
}

/** Rows of which the columns, taken together, hold each word of the text; accents and case aside. */
export function filteredRows<Row>(
  rows: readonly Row[],
  columns: readonly Filterable<Row>[],
  filter: string,
): readonly Row[] {
  const words = fold(filter).split(' ').filter(Boolean);
  const values = columns.flatMap(({ filterValue }) => filterValue ?? []);
  if (words.length === 0 || values.length === 0) return rows;
  return rows.filter((row) => {
    const text = fold(values.map((value) => value(row)).join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** The lines of a table: the rows, under their groups in the groups' order when there are groups. */
export function linesOf<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  groupOf: ((row: Row) => RowGroup) | undefined,
  collapsed: ReadonlySet<string>,
): readonly Line<Row>[] {
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
      { kind: 'group', id: groupLineId(id), label, count: members.length },
      ...(collapsed.has(groupLineId(id)) ? [] : asLines(members)),
    ]);
}

export function groupLineId(groupId: string): string {
  return `group-${groupId}`;
}

function compare(left: SortValue, right: SortValue, collator?: Intl.Collator): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [String(left ?? ''), String(right ?? '')];
  return collator ? collator.compare(a, b) : a < b ? -1 : Number(a > b);
}

function isEmpty(key: SortValue): boolean {
  return key === null || key === '';
}
