import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filteredRows, linesOf, sortedRows } from '@renderer/ui/tableLines';

type Row = { id: string; name: string; cost: number | null };
const columns = [
  { id: 'name', sortValue: ({ name }: Row) => name, filterValue: ({ name }: Row) => name },
  { id: 'cost', sortValue: ({ cost }: Row) => cost },
];
const rows: Row[] = [
  { id: 'a', name: 'Éclairage', cost: 20 },
  { id: 'b', name: 'barnum 10', cost: null },
  { id: 'c', name: 'Barnum 9', cost: 20 },
];
const order = (sorted: readonly Row[]): string => sorted.map(({ id }) => id).join('');

describe('the order of rows', () => {
  it('puts É with E, capitals with small letters, 9 before 10', () => {
    expect(order(sortedRows(rows, columns, { column: 'name', direction: 'ascending' }, 'fr'))).toBe('cba');
  });

  it('keeps empty values last both ways and equals as they came', () => {
    expect(order(sortedRows(rows, columns, { column: 'cost', direction: 'ascending' }, 'fr'))).toBe('acb');
    expect(order(sortedRows(rows, columns, { column: 'cost', direction: 'descending' }, 'fr'))).toBe('acb');
  });

  it('leaves rows as they came without an order, or by a column that is gone', () => {
    expect(sortedRows(rows, columns, null, 'fr')).toBe(rows);
    expect(sortedRows(rows, columns, { column: 'gone', direction: 'ascending' }, 'fr')).toBe(rows);
  });

  it('loses and invents no row', () => {
    const someRow = fc.record({ id: fc.uuid(), name: fc.string(), cost: fc.option(fc.integer()) });
    fc.assert(
      fc.property(fc.array(someRow), fc.constantFrom('name', 'cost'), (given, column) => {
        const sorted = sortedRows(given, columns, { column, direction: 'descending' }, 'fr');
        expect([...sorted].sort(byId)).toEqual([...given].sort(byId));
      }),
    );
  });
});

describe('the rows kept', () => {
  it('holds every word, in any order, accents and case aside', () => {
    expect(order(filteredRows(rows, columns, '10 BARNUM'))).toBe('b');
    expect(order(filteredRows(rows, columns, 'eclair'))).toBe('a');
    expect(order(filteredRows(rows, columns, 'barnum 11'))).toBe('');
  });

  it('is all of them for no word', () => {
    expect(filteredRows(rows, columns, '   ')).toBe(rows);
  });
});

it('puts rows under their groups, in the groups’ order, and only the heading of a folded one', () => {
  const groupOf = ({ cost }: Row) =>
    cost === null
      ? { id: 'none', label: 'Sans montant', order: 2 }
      : { id: 'some', label: 'Chiffrées', order: 1 };
  expect(linesOf(rows, ({ id }) => id, groupOf, new Set(['group-none']))).toEqual([
    { kind: 'group', id: 'group-some', label: 'Chiffrées', count: 2 },
    { kind: 'row', id: 'a', row: rows[0] },
    { kind: 'row', id: 'c', row: rows[2] },
    { kind: 'group', id: 'group-none', label: 'Sans montant', count: 1 },
  ]);
});

function byId(left: Row, right: Row): number {
  return left.id < right.id ? -1 : Number(left.id > right.id);
}
