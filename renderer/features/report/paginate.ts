import { layoutReport } from '@shared/interchange/reportHtml';
import type { ReportDocument } from '@shared/report/document';
import { elementOf } from '@renderer/ui/elementOf';
import {
  type MeasuredBlock,
  measuredBlock,
  startOfLine,
  type TableRow,
  type TextItem,
  textItems,
} from './measuredBlocks';
import { paperStage } from './paper';

/**
 * The document as A4 pages: cover, contents, then the sections. Titles stay with what follows, sources with what precedes; tables break
 * between rows and repeat their heads; texts break between lines; only what is higher than a page is cut, and nothing is lost. Everything is laid out and measured
 * once, in one column out of sight; then pages are counted out. The preview and the PDF are these same elements. Fonts must be ready.
 */
export function paginate(report: ReportDocument): HTMLElement[] {
  const layout = layoutReport(report);
  const stage = paperStage(report.accentHue);
  stage.paper.lang = report.language;
  try {
    const book = new Book(report, roomOnPage(stage.paper, report.form));
    const column = columnIn(stage.paper, report.form);
    const head = elementOf(layout.cover);
    const sections = layout.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map(elementOf),
    }));
    if (report.form === 'page') book.cover(fitted(head, stage.paper));
    else column.append(head);
    column.append(...sections.flatMap(({ blocks }) => blocks));
    const measured = sections.map((section) => ({ ...section, blocks: section.blocks.map(measuredBlock) }));
    const letterhead = report.form === 'page' ? null : measuredBlock(head);

    const contents = layout.contents && elementOf(layout.contents);
    if (contents) book.wholePage(contents);
    if (letterhead) book.solid(letterhead);
    for (const { blocks, startsPage } of measured) {
      book.beginSection(startsPage);
      place(book, blocks);
    }
    if (contents) book.numberContents(contents);
    return book.finished();
  } finally {
    stage.remove();
  }
}

/** A section begins on a new page when less than this share of the current one is free. */
const roomForSection = 0.4;
/** Kept free at the foot of each page, in CSS pixels: a printer's layout may differ from the screen's by a hair. */
const slack = 6;
/** A text is not divided so that fewer of its lines stand alone. */
const fewestLines = 2;
/** A table does not begin, or end, with fewer rows on a page. */
const fewestRows = 2;

/** A table or a chart that takes no more than this share of a page is not divided: half a chart shows nothing. */
const wholeTable = 0.3;
const wholeChart = 0.6;

class Book {
  private readonly pages: HTMLElement[] = [];
  private readonly pageOf = new Map<string, number>();
  private body: HTMLElement | null = null;
  private used = 0;
  /** A page that holds nothing but a cover or contents takes no more. */
  private isClosed = true;

  constructor(
    private readonly report: ReportDocument,
    readonly room: number,
  ) {}

  cover(content: HTMLElement): void {
    const page = part('section', 'page page-cover');
    page.append(content);
    this.pages.push(page);
  }

  wholePage(content: HTMLElement): void {
    this.next();
    this.body?.append(content);
    this.isClosed = true;
  }

  next(): void {
    const page = emptyPage(this.report, this.pages.length === 0);
    this.body = page.querySelector<HTMLElement>('.page-body');
    this.pages.push(page);
    this.used = 0;
    this.isClosed = false;
  }

  get isFresh(): boolean {
    return !this.isClosed && this.used === 0;
  }

  /** Room for a block with this margin above it. */
  roomFor(above: number): number {
    if (this.isClosed) return 0;
    return this.room - this.used - (this.used === 0 ? 0 : above);
  }

  beginSection(startsPage: boolean): void {
    if (this.isFresh) return;
    if (this.isClosed || startsPage || this.room - this.used < this.room * roomForSection) this.next();
  }

  put(content: HTMLElement, above: number, height: number, below: number): void {
    if (this.isClosed) this.next();
    const isFirst = this.used === 0;
    this.body?.append(content);
    if (content.id) this.pageOf.set(content.id, this.pages.length);
    // What takes no room leaves the next block first on its page.
    if (height > 0) this.used += (isFirst ? 0 : above) + height + below;
  }

  solid({ element: content, above, height, below }: MeasuredBlock): void {
    this.put(content, above, height, below);
  }

  numberContents(contents: HTMLElement): void {
    for (const slot of contents.querySelectorAll<HTMLElement>('[data-page-of]')) {
      slot.textContent = String(this.pageOf.get(slot.dataset['pageOf'] ?? '') ?? '');
    }
  }

  finished(): HTMLElement[] {
    const label = this.report.running.page;
    this.pages.forEach((page, index) => {
      const slot = page.querySelector('.page-number');
      if (slot) slot.textContent = `${label}\u00a0${index + 1}\u00a0/\u00a0${this.pages.length}`;
    });
    return this.pages;
  }

  get continued(): string {
    return this.report.running.continued;
  }
}

/** Blocks in order, each with the titles above it and the source below it. */
function place(book: Book, blocks: readonly MeasuredBlock[]): void {
  let index = 0;
  while (index < blocks.length) {
    const titles = takeWhile(blocks, index, ({ keepsNext }) => keepsNext);
    const block = blocks[index + titles.length];
    const tail = takeWhile(blocks, index + titles.length + 1, ({ keepsPrevious }) => keepsPrevious);
    const tailHeight = heightOf(tail);
    const needed = heightOf(titles) + (block ? block.above + leastOf(block, tailHeight, book.room) : 0);
    if (!book.isFresh && needed > book.roomFor(titles[0]?.above ?? block?.above ?? 0)) book.next();
    for (const title of titles) book.solid(title);
    if (block) placeBlock(book, block, tailHeight);
    for (const source of tail) placeBlock(book, source, 0);
    index += titles.length + (block ? 1 : 0) + tail.length;
  }
}

function takeWhile<T>(items: readonly T[], from: number, test: (item: T) => boolean): T[] {
  const end = items.findIndex((item, index) => index >= from && !test(item));
  return items.slice(from, end < 0 ? undefined : end);
}

/** As a run of blocks, the margin above the first one left out. */
function heightOf(blocks: readonly MeasuredBlock[]): number {
  return blocks.reduce(
    (sum, { above, height, below }, index) => sum + (index === 0 ? 0 : above) + height + below,
    0,
  );
}

/** The least of a block that may stand at the foot of a page. */
function leastOf(block: MeasuredBlock, tailHeight: number, room: number): number {
  switch (block.flow) {
    case 'solid':
      return block.height + tailHeight;
    case 'run': {
      const first = block.items[0];
      const lines = Math.min(first?.lines ?? 0, fewestLines);
      const isShort = block.items.length === 1 && (first?.lines ?? 0) <= fewestLines + 1;
      return isShort ? block.height : block.frame + lines * (first?.lineHeight ?? 0);
    }
    case 'table': {
      if (block.height <= room * (block.element.matches('.chart') ? wholeChart : wholeTable)) {
        return block.height + block.below + tailHeight;
      }
      const first = firstRows(block.rows);
      const isWhole = first === block.rows.length;
      const heights = block.rows.slice(0, first).reduce((sum, { height }) => sum + height, 0);
      return block.shell + heights + (isWhole ? block.foot + block.below + tailHeight : 0);
    }
  }
}

/** How many rows there are up to the second that is not the name of a group. */
function firstRows(rows: readonly TableRow[]): number {
  let found = 0;
  const last = rows.findIndex(({ keepsNext }) => !keepsNext && (found += 1) === fewestRows);
  return last < 0 ? rows.length : last + 1;
}

function placeBlock(book: Book, block: MeasuredBlock, tailHeight: number): void {
  switch (block.flow) {
    case 'solid':
      if (!book.isFresh && block.height > book.roomFor(block.above)) book.next();
      return book.solid(block);
    case 'run':
      return placeRun(book, block);
    case 'table':
      return placeTable(book, block, tailHeight);
  }
}

/** Where a run of texts has been read up to. */
type Cursor = Readonly<{ item: number; line: number }>;
const start: Cursor = { item: 0, line: 0 };

type Slice = Readonly<{ elements: HTMLElement[]; height: number; next: Cursor | null }>;

/** The texts from the cursor on that `room` has place for; at least one line when `isForced`. */
function sliceOf(items: readonly TextItem[], from: Cursor, room: number, isForced: boolean): Slice {
  const elements: HTMLElement[] = [];
  let height = 0;
  for (let index = from.item; index < items.length; index += 1) {
    const item = items[index] as TextItem;
    const first = index === from.item ? from.line : 0;
    const above = elements.length === 0 ? 0 : item.above;
    const left = item.lines - first;
    const mustTake = isForced && elements.length === 0;
    const fitting = Math.floor((room - height - above) / item.lineHeight + 0.01);
    const taken = linesTaken(left, Math.max(fitting, mustTake ? 1 : 0), mustTake);
    if (taken > 0) {
      elements.push(piece(item, first, first + taken));
      height += above + taken * item.lineHeight;
    }
    if (taken < left) return { elements, height, next: { item: index, line: first + taken } };
  }
  return { elements, height, next: null };
}

/** All that is left, or so many lines that neither page keeps fewer than the fewest, where there is a choice. */
function linesTaken(left: number, fitting: number, mustTake: boolean): number {
  if (fitting >= left) return left;
  const taken = left - fitting < fewestLines ? left - fewestLines : fitting;
  if (taken >= fewestLines) return taken;
  return mustTake ? Math.max(1, fitting) : 0;
}

function piece(item: TextItem, from: number, to: number): HTMLElement {
  if (from === 0 && to === item.lines) return item.element;
  const text = (item.element.textContent ?? '').slice(startOfLine(item, from), startOfLine(item, to));
  const made = item.element.cloneNode(false) as HTMLElement;
  made.textContent = text.trim();
  // Lines were counted as they broke in the whole text: they must break there again.
  made.style.setProperty('text-wrap', 'wrap');
  return made;
}

function placeRun(book: Book, block: Extract<MeasuredBlock, { flow: 'run' }>): void {
  const { items, frame, above, below, element: whole } = block;
  if (block.height <= book.roomFor(above)) return book.solid(block);
  let cursor: Cursor | null = start;
  while (cursor) {
    const slice: Slice = sliceOf(items, cursor, book.roomFor(above) - frame, book.isFresh);
    if (slice.elements.length === 0) {
      book.next();
      continue;
    }
    const made = whole.cloneNode(false) as HTMLElement;
    if (cursor !== start) made.removeAttribute('id');
    made.append(...slice.elements);
    book.put(made, above, frame + slice.height, slice.next ? 0 : below);
    if (slice.next) book.next();
    cursor = slice.next;
  }
  whole.remove();
}

function placeTable(book: Book, block: Extract<MeasuredBlock, { flow: 'table' }>, tailHeight: number): void {
  const { rows, shell, foot, above, below, element: whole } = block;
  const table = whole as HTMLTableElement;
  if (block.height + below + tailHeight <= book.roomFor(above)) return book.solid(block);
  const end = foot + below + tailHeight;
  let from = 0;
  let isFirst = true;
  while (from < rows.length) {
    const room = book.roomFor(above) - shell;
    const count = rowsFitting(rows, from, room, { foot, end });
    if (count === 0 && !book.isFresh) {
      book.next();
      continue;
    }
    const isLast = from + count === rows.length;
    const piecesOf = (): { rows: HTMLTableRowElement[]; height: number }[] => {
      if (count > 0) {
        const taken = rows.slice(from, from + count);
        return [
          {
            rows: taken.map((row) => row.element),
            height: taken.reduce((sum, { height }) => sum + height, 0),
          },
        ];
      }
      const isLastRow = from + 1 === rows.length;
      return dividedRow(rows[from] as TableRow, book.room - shell - (isLastRow ? foot : 0));
    };
    const pieces = piecesOf();
    const isEnd = isLast || (count === 0 && from + 1 === rows.length);
    pieces.forEach((taken, index) => {
      if (index > 0) book.next();
      const isLastPiece = isEnd && index === pieces.length - 1;
      const made = shellOf(table, isFirst, isLastPiece, book.continued);
      made.tBodies[0]?.append(...taken.rows);
      book.put(made, above, shell + taken.height + (isLastPiece ? foot : 0), isLastPiece ? below : 0);
      isFirst = false;
    });
    from += Math.max(1, count);
    if (from < rows.length) book.next();
  }
  table.remove();
}

/** How many rows from `from` on have room; none when only the name of a group would. The last ones need room for the table's end too. */
function rowsFitting(
  rows: readonly TableRow[],
  from: number,
  room: number,
  { foot, end }: { foot: number; end: number },
): number {
  let height = 0;
  let count = 0;
  for (let index = from; index < rows.length; index += 1) {
    height += rows[index]?.height ?? 0;
    if (height + (index === rows.length - 1 ? end : 0) > room) break;
    count += 1;
  }
  const left = rows.length - from - count;
  // Only the end has no room: the last rows go over with it, unless there is but one.
  if (left > 0 && left < fewestRows && count > fewestRows) count -= fewestRows - left;
  while (count > 0 && from + count < rows.length && rows[from + count - 1]?.keepsNext) count -= 1;
  if (count === 0 && rows.length - from === 1 && (rows[from]?.height ?? 0) + foot <= room) return 1;
  return count;
}

/** A row higher than a page, as rows that each have room: every cell goes on where it stopped. */
function dividedRow(
  { element: whole, height }: TableRow,
  room: number,
): { rows: HTMLTableRowElement[]; height: number }[] {
  if (height <= room) return [{ rows: [whole], height }];
  const cells = [...whole.cells].map((cell) => ({ cell, items: textItems(cell) }));
  const padding = Math.max(
    ...cells.map(({ cell }) => {
      const { paddingTop, paddingBottom, borderBottomWidth, borderTopWidth } = getComputedStyle(cell);
      return [paddingTop, paddingBottom, borderBottomWidth, borderTopWidth].reduce(
        (sum, each) => sum + (parseFloat(each) || 0),
        0,
      );
    }),
  );
  let cursors: (Cursor | null)[] = cells.map(({ items }) => (items.length > 0 ? start : null));
  const pieces: { rows: HTMLTableRowElement[]; height: number }[] = [];
  while (cursors.some((cursor) => cursor !== null)) {
    const made = whole.cloneNode(false) as HTMLTableRowElement;
    let most = 0;
    cursors = cells.map(({ cell, items }, index) => {
      const copy = cell.cloneNode(false) as HTMLElement;
      made.append(copy);
      const cursor = cursors[index] ?? null;
      if (!cursor) return null;
      const slice = sliceOf(items, cursor, room - padding, true);
      copy.append(...slice.elements);
      most = Math.max(most, slice.height);
      return slice.next;
    });
    pieces.push({ rows: [made], height: most + padding });
  }
  return pieces;
}

/** Caption, widths and heads, without rows; the total only where the table ends. */
function shellOf(
  table: HTMLTableElement,
  isFirst: boolean,
  isLast: boolean,
  continued: string,
): HTMLTableElement {
  const copy = table.cloneNode(false) as HTMLTableElement;
  if (!isFirst) copy.removeAttribute('id');
  const shared = [...table.children].filter((child) => child.matches('caption, colgroup, thead'));
  copy.append(...shared.map((child) => child.cloneNode(true)), part('tbody', ''));
  const label = copy.caption?.querySelector('b');
  if (!isFirst && label) label.textContent = `${label.textContent} (${continued})`;
  if (isLast && table.tFoot) copy.append(table.tFoot);
  return copy;
}

function emptyPage({ title, running, form }: ReportDocument, isFirst: boolean): HTMLElement {
  const page = part('section', pageClass(form));
  const head = part('div', 'page-head');
  // The letterhead says it already.
  if (!isFirst || form === 'page') head.append(line(title), line(running.version));
  const foot = part('div', 'page-foot');
  foot.append(line(running.foot), part('span', 'page-number'));
  // Said once by the document itself, not on each page.
  for (const frame of [head, foot]) frame.setAttribute('aria-hidden', 'true');
  page.append(head, part('div', 'page-body'), foot);
  return page;
}

function line(text: string): HTMLElement {
  const made = part('span', '');
  made.dir = 'auto';
  made.textContent = text;
  return made;
}

function part(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  return made;
}

/** Papers that are carried about have narrower margins. */
function pageClass(form: ReportDocument['form']): string {
  return form === 'sheet' ? 'page page-sheet' : 'page';
}

/** The height that a page has for its text. */
function roomOnPage(paper: HTMLElement, form: ReportDocument['form']): number {
  const page = part('section', pageClass(form));
  page.append(part('div', 'page-head'), part('div', 'page-body'), part('div', 'page-foot'));
  paper.append(page);
  const { height } = (page.children[1] as HTMLElement).getBoundingClientRect();
  page.remove();
  return height - slack;
}

/** As wide as a page's text and as high as need be. */
function columnIn(paper: HTMLElement, form: ReportDocument['form']): HTMLElement {
  const page = part('section', pageClass(form));
  page.style.cssText = 'height:auto;overflow:visible';
  const column = part('div', 'page-body');
  page.append(column);
  paper.append(page);
  return column;
}

/** A cover whose words are too many for its page is set smaller, whole. */
function fitted(cover: HTMLElement, paper: HTMLElement): HTMLElement {
  const page = part('section', 'page page-cover');
  page.append(cover);
  paper.append(page);
  const room = page.getBoundingClientRect().height;
  for (let scale = 0.9; scale > 0.3 && cover.scrollHeight * currentScale(cover) > room + 1; scale -= 0.1) {
    cover.style.zoom = scale.toFixed(1);
  }
  cover.remove();
  page.remove();
  return cover;
}

function currentScale(cover: HTMLElement): number {
  return Number(cover.style.zoom) || 1;
}
