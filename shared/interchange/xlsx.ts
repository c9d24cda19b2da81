import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/universal';
import type { Day } from '../domain/time';

/** A day is a date of the spreadsheet, a number a number, and a text never anything but a text: not a formula, not a date. */
export type XlsxCell = string | number | null | Readonly<{ day: Day }>;

export type XlsxSheet = Readonly<{
  /** At most 31 characters; what a name of a sheet cannot hold is left out. */
  name: string;
  columns: readonly Readonly<{ header: string; width: number; format?: XlsxFormat }>[];
  rows: readonly (readonly XlsxCell[])[];
  /** A last line, set apart. */
  total?: readonly XlsxCell[];
}>;

/** Two decimals or none, in groups of three. */
export type XlsxFormat = 'hundredths' | 'whole';
const formats: Record<XlsxFormat, string> = { hundredths: '#,##0.00', whole: '#,##0' };

/** A workbook that Excel and LibreOffice open: the heads stay in sight, numbers stand right. */
export async function writeXlsx(sheets: readonly XlsxSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await writeXlsxFile(
    sheets.map(({ name, columns, rows, total }) => ({
      sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      dateFormat: 'yyyy-mm-dd',
      data: [
        columns.map(({ header, format }): Cell => ({
          value: header,
          type: String,
          fontWeight: 'bold',
          ...(format ? { align: 'right' as const } : {}),
        })),
        ...rows.map((row) => rowOf(row, columns, false)),
        ...(total ? [rowOf(total, columns, true)] : []),
      ],
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function rowOf(row: readonly XlsxCell[], columns: XlsxSheet['columns'], isTotal: boolean): Row {
  const weight = isTotal ? { fontWeight: 'bold' as const } : {};
  return row.map((cell, index): Cell => {
    if (cell === null || cell === '') return null;
    if (typeof cell === 'string') return { value: printable(cell), type: String, ...weight };
    if (typeof cell === 'number') {
      const format = columns[index]?.format;
      return { value: cell, type: Number, ...(format ? { format: formats[format] } : {}), ...weight };
    }
    // Its day is read in UTC.
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', ...weight };
  });
}

/** Without what no XML may hold. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
