import Papa from 'papaparse';
import { fold } from '../domain/text';
import { decodeText, type Encoding, type FileProblem } from './text';

export const maxCsvRows = 50_000;
export const maxCsvColumns = 200;
export const maxCellLength = 20_000;
/** Empty lines count too, here only: more lines than any spreadsheet has. */
const maxLines = 1_048_576;

export type Separator = ';' | ',' | '\t';

/** `line` is that of the file, from 1, where the row begins: a quoted cell may hold several. As many cells as headers, untrimmed. */
export type CsvRow = Readonly<{ line: number; cells: readonly string[]; fault: RowFault | null }>;
/** Why a row cannot be trusted: a cell under no header (an unquoted separator, often), or one longer than `maxCellLength`. */
export type RowFault = Readonly<{ kind: 'tooManyCells' | 'cellTooLong'; value: string }>;

export type CsvTable = Readonly<{
  separator: Separator;
  encoding: Encoding;
  hasHeader: boolean;
  /** Trimmed; all empty when the file has none. */
  headers: readonly string[];
  /** Without the empty ones. */
  rows: readonly CsvRow[];
}>;
export type CsvAnswer =
  Readonly<{ kind: 'table'; table: CsvTable }> | Readonly<{ kind: 'refused'; problem: FileProblem }>;

/** What the user says of a file instead of what would be detected. A header is taken to be there unless this says that it is not. */
export type SaidOfCsv = Readonly<{ encoding?: Encoding; hasHeader?: boolean }>;

/** Told, now and then, how much of the work is done: 0 to 1. */
export type TellShare = (share: number) => void;
/** So many rows between two tellings. */
export const rowsBetweenShares = 1_000;

/** A CSV file as a table, or why it is none. Never throws. `separator` and what is said of it override what was detected. */
export function readCsv(
  bytes: Uint8Array,
  separator?: Separator,
  { encoding, hasHeader = true }: SaidOfCsv = {},
  tellShare: TellShare = () => undefined,
): CsvAnswer {
  const decoded = decodeText(bytes, encoding);
  if (decoded.kind === 'refused') return decoded;
  const text = decoded.text.replace(/\r\n?/g, '\n');
  const announced = /^sep=([;,\t])\n/.exec(text)?.[1] as Separator | undefined;
  const delimiter = separator ?? announced ?? detectSeparator(text);
  const parsed = parseRows(text, delimiter, announced ? 1 : 0, tellShare);
  if ('code' in parsed) return { kind: 'refused', problem: parsed };
  const [first] = parsed.rows;
  if (!first) return { kind: 'refused', problem: { code: 'empty', place: '' } };
  const headers = hasHeader
    ? withoutEmptyEnd(first.cells.map((cell) => cell.trim()))
    : Array.from({ length: widthOf(parsed.rows) }, () => '');
  const problem = hasHeader && headerProblem(headers, first.line);
  if (problem) return { kind: 'refused', problem };
  const rows = (hasHeader ? parsed.rows.slice(1) : parsed.rows).map(({ line, cells }): CsvRow => ({
    line,
    cells: headers.map((_, index) => cells[index] ?? ''),
    fault: faultOf(cells, headers.length),
  }));
  const table = { separator: delimiter, encoding: decoded.encoding, hasHeader, headers, rows };
  return { kind: 'table', table };
}

/** Does a first line hold what no title is: a bare number or a date? */
export function looksLikeRow(headers: readonly string[]): boolean {
  return headers.some((header) => /^[+\-−]?\d+([.,/-]\d+)*$/.test(header.trim()));
}

/** The same for two files with the same headers: under it a corrected mapping is remembered. */
export function mappingSignature(headers: readonly string[]): string {
  return headers.map(fold).join('|').slice(0, 2_000);
}

/**
 * As French offices read it: `;`, a byte order mark, CRLF, quotes only where needed; a text that a spreadsheet would run as a formula
 * is made harmless, a number stays one.
 */
export function writeCsv(
  headers: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Uint8Array<ArrayBuffer> {
  const safe = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? String(cell) : harmless(cell.replace(unwritable, '')))),
  );
  const text = Papa.unparse({ fields: [...headers], data: safe }, { delimiter: ';', newline: '\r\n' });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

/** A text that begins like a formula gets an apostrophe, which spreadsheets do not show; so does one that begins as if it had been given one. */
export function harmless(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that `harmless` put, and no other. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
}

/** What no text file holds, and by which ours would be taken for a binary one. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

function looksLikeFormula(text: string): boolean {
  return /^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text);
}

type Lines = { line: number; cells: readonly string[] }[];

/** The rows that hold something, by the line on which each begins; or the first thing wrong, where it is. */
function parseRows(
  text: string,
  delimiter: Separator,
  linesToSkip: number,
  tellShare: TellShare,
): { rows: Lines } | FileProblem {
  const rows: Lines = [];
  let problem: FileProblem | null = null;
  let [line, cursor] = [1, 0];
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    // Else a file without quotes is cut into all of its lines at once, however many.
    fastMode: false,
    step: ({ data: cells, errors, meta }, parser) => {
      const [error] = errors;
      if (error) {
        const opensOn = line + newlines(text, cursor, error.index ?? cursor);
        problem = { code: 'unterminatedQuote', place: String(opensOn) };
      } else if (line > linesToSkip && cells.some((cell) => cell.trim() !== '')) {
        rows.push({ line, cells });
        if (rows.length % rowsBetweenShares === 0) tellShare(meta.cursor / text.length);
        if (cells.length > maxCsvColumns) problem = { code: 'tooManyColumns', place: String(cells.length) };
      }
      line += newlines(text, cursor, meta.cursor);
      cursor = meta.cursor;
      if (rows.length > maxCsvRows + 1 || line > maxLines)
        problem = { code: 'tooManyRows', place: String(maxCsvRows) };
      if (problem) parser.abort();
    },
  });
  return problem ?? { rows };
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function headerProblem(headers: readonly string[], line: number): FileProblem | null {
  if (!headers.some((header) => /\p{L}/u.test(header))) return { code: 'noHeader', place: String(line) };
  const seen = new Set<string>();
  for (const header of headers) {
    const name = fold(header);
    if (name !== '' && seen.has(name)) return { code: 'duplicateHeader', place: header.slice(0, 60) };
    seen.add(name);
  }
  return null;
}

function faultOf(cells: readonly string[], headers: number): RowFault | null {
  const long = cells.find((cell) => cell.length > maxCellLength);
  if (long !== undefined) return { kind: 'cellTooLong', value: long.slice(0, 200) };
  const extra = cells.slice(headers).find((cell) => cell.trim() !== '');
  return extra === undefined ? null : { kind: 'tooManyCells', value: extra.trim().slice(0, 200) };
}

function widthOf(rows: Lines): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, withoutEmptyEnd(cells).length), 0);
}

/** Spreadsheets write separators for columns that were emptied. */
function withoutEmptyEnd(headers: readonly string[]): readonly string[] {
  const last = headers.findLastIndex((header) => header.trim() !== '');
  return headers.slice(0, last + 1);
}

/** The one found most often, outside quotes, in the first line that holds anything; `;` when it has none. */
function detectSeparator(text: string): Separator {
  const bare = text.slice(0, 100_000).replace(/"(?:[^"]|"")*"/g, 'x');
  const first = bare.split('\n').find((line) => line.trim() !== '') ?? '';
  const counted = ([';', '\t', ','] as const).map((one) => ({ one, count: first.split(one).length - 1 }));
  return counted.reduce((best, other) => (other.count > best.count ? other : best)).one;
}
