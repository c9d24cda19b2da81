import Papa from 'papaparse';
import { decodeText, type Encoding, type FileProblem } from './text';

export const maxCsvRows = 50_000;
export const maxCsvColumns = 200;
const maxCellLength = 20_000;

export type Separator = ';' | ',' | '\t';

export type CsvTable = Readonly<{
  separator: Separator;
  encoding: Encoding;
  headers: readonly string[];
  /** `line` is that of the file, the header's being 1; cells are trimmed, and as many as there are headers. */
  rows: readonly Readonly<{ line: number; cells: readonly string[] }>[];
}>;
export type CsvAnswer =
  Readonly<{ kind: 'table'; table: CsvTable }> | Readonly<{ kind: 'refused'; problem: FileProblem }>;

/** A CSV file as a table, or why it is none. Never throws. `separator` overrides what was detected. */
export function readCsv(bytes: Uint8Array, separator?: Separator): CsvAnswer {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'refused') return decoded;
  const refused = (code: FileProblem['code'], place = ''): CsvAnswer => ({
    kind: 'refused',
    problem: { code, place },
  });
  const delimiter = separator ?? detectSeparator(decoded.text);
  const parsed = Papa.parse<string[]>(decoded.text, {
    delimiter,
    skipEmptyLines: false,
    preview: maxCsvRows + 2,
  });
  const quote = parsed.errors.find(({ type }) => type === 'Quotes');
  if (quote) return refused('unterminatedQuote', String((quote.row ?? 0) + 1));

  const lines = numbered(parsed.data);
  const [first, ...others] = lines;
  if (!first) return refused('empty');
  const headers = first.cells.map((cell) => cell.trim());
  if (headers.every((header) => header === '')) return refused('noHeader', String(first.line));
  if (headers.length > maxCsvColumns) return refused('tooManyColumns', String(headers.length));
  const repeated = headers.find((header, index) => header !== '' && headers.indexOf(header) !== index);
  if (repeated !== undefined) return refused('duplicateHeader', repeated.slice(0, 60));
  if (others.length > maxCsvRows || parsed.meta.truncated) return refused('tooManyRows', String(maxCsvRows));
  const wide = others.find(({ cells }) => cells.length > maxCsvColumns);
  if (wide) return refused('tooManyColumns', String(wide.line));
  const rows = others.map(({ line, cells }) => ({
    line,
    cells: headers.map((_, index) => (cells[index] ?? '').trim().slice(0, maxCellLength)),
  }));
  return { kind: 'table', table: { separator: delimiter, encoding: decoded.encoding, headers, rows } };
}

/** As French offices read it: `;`, a byte mark, CRLF; a text cell that a spreadsheet would run as a formula is made harmless. */
export function writeCsv(
  headers: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Uint8Array<ArrayBuffer> {
  const safe = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? String(cell) : harmless(cell))),
  );
  const text = Papa.unparse({ fields: [...headers], data: safe }, { delimiter: ';', newline: '\r\n' });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

/** A plain number keeps its sign; any other cell that begins like a formula gets an apostrophe, which spreadsheets do not show. */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell;
}

/** Takes off the apostrophe that `harmless` put, so that a file of ours comes back as it was. */
export function withoutGuard(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/** The one found most often, outside quotes, in the first line that has any. */
function detectSeparator(text: string): Separator {
  for (const line of text.slice(0, 20_000).split(/\r?\n/).slice(0, 10)) {
    const bare = line.replace(/"[^"]*"/g, '');
    const counts = ([';', '\t', ','] as const).map((one) => ({ one, count: bare.split(one).length - 1 }));
    const best = counts.reduce((left, right) => (right.count > left.count ? right : left));
    if (best.count > 0) return best.one;
  }
  return ';';
}

/** Empty lines are left out but counted. */
function numbered(data: readonly (readonly string[])[]): { line: number; cells: readonly string[] }[] {
  return data
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}
