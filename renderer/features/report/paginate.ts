import type { HtmlNode, ReportLayout } from '@shared/interchange/reportHtml';
import type { ReportDocument } from '@shared/report/document';

/** Our own nodes as elements: text stays text. */
export function element(part: HtmlNode): HTMLElement {
  const made = document.createElement(part.tag);
  // The page's security policy refuses a style attribute, not a style that is set.
  for (const [name, value] of Object.entries(part.attributes)) {
    if (name === 'style') made.style.cssText = value;
    else made.setAttribute(name, value);
  }
  for (const child of part.children) made.append(typeof child === 'string' ? child : element(child));
  return made;
}

/**
 * Fills `target`, which must be in the document and wear the paper style, with A4 pages: cover, contents, then the sections, one starting each page but for the
 * short ones. Headings stay with what follows, sources with what precedes, tables break between rows and repeat their heading; nothing is cut, nothing is lost. The preview and
 * the PDF are these same pages.
 */
export function paginate(target: HTMLElement, report: ReportDocument, layout: ReportLayout): void {
  target.replaceChildren();
  const pages = new Pages(target, report);
  pages.cover(element(layout.cover));
  pages.next();
  const contents = element(layout.contents);
  pages.body.append(contents);
  const pageOf = new Map<string, number>();
  for (const { id, blocks } of layout.sections) {
    pages.startSection();
    pageOf.set(id, pages.count);
    for (const block of blocks) place(pages, element(block));
  }
  for (const slot of contents.querySelectorAll<HTMLElement>('[data-page-of]')) {
    slot.textContent = String(pageOf.get(slot.dataset.pageOf ?? '') ?? '');
  }
  pages.number();
}

/** A section begins on a new page when less than this share of the current one is free. */
const roomForSection = 0.62;

class Pages {
  body: HTMLElement;
  count = 0;

  constructor(
    private readonly target: HTMLElement,
    private readonly report: ReportDocument,
  ) {
    this.body = target;
  }

  cover(content: HTMLElement): void {
    this.count += 1;
    const page = part('section', 'page page-cover');
    page.append(content);
    this.target.append(page);
  }

  next(): void {
    this.count += 1;
    const page = part('section', 'page');
    const head = part('div', 'page-head');
    head.append(part('span', '', this.report.runningTitle), part('span', '', this.report.runningVersion));
    this.body = part('div', 'page-body');
    const foot = part('div', 'page-foot');
    foot.append(part('span', '', this.report.runningFoot), part('span', 'page-number'));
    page.append(head, this.body, foot);
    this.target.append(page);
  }

  startSection(): void {
    const used = this.usedHeight();
    const isContents = this.body.querySelector(':scope > .contents') !== null;
    if (isContents || used > this.body.clientHeight * (1 - roomForSection)) this.next();
    else if (this.body.lastElementChild)
      (this.body.lastElementChild as HTMLElement).style.marginBottom = '12mm';
  }

  overflows(): boolean {
    return this.usedHeight() > this.body.clientHeight + 0.5;
  }

  usedHeight(): number {
    const last = this.body.lastElementChild;
    if (!last) return 0;
    return last.getBoundingClientRect().bottom - this.body.getBoundingClientRect().top;
  }

  number(): void {
    const slots = this.target.querySelectorAll('.page-number');
    slots.forEach((slot, index) => {
      slot.textContent = `${this.report.pageLabel} ${index + 2} / ${this.count}`;
    });
  }
}

function place(pages: Pages, block: HTMLElement): void {
  pages.body.append(block);
  if (!pages.overflows()) return;
  if (block instanceof HTMLTableElement) return placeTable(pages, block);
  if (isSplittable(block)) return placeRun(pages, block);
  moveToNextPage(pages, block);
  if (pages.overflows() && block.tagName === 'P') splitText(pages, block);
}

/** The block, and before it the headings that must not stay alone at the foot of a page. */
function moveToNextPage(pages: Pages, block: HTMLElement): void {
  const moving: Element[] = [block];
  let before = block.previousElementSibling;
  const keepsPrevious = block.dataset.keep === 'previous';
  if (keepsPrevious && before && !(before instanceof HTMLTableElement)) {
    moving.unshift(before);
    before = before.previousElementSibling;
  }
  while (before instanceof HTMLElement && before.dataset.keep === 'next') {
    moving.unshift(before);
    before = before.previousElementSibling;
  }
  if (before === null && moving.length > 1 && pages.body.children.length === moving.length) {
    moving.splice(0, moving.length - 1);
  }
  if (pages.body.firstElementChild === block) return;
  pages.next();
  pages.body.append(...moving);
}

/** Rows are measured once; each page takes those that fit, under a repeated heading. */
function placeTable(pages: Pages, table: HTMLTableElement): void {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const heights = rows.map((row) => row.getBoundingClientRect().height);
  const room = (): number => pages.body.clientHeight - (pages.usedHeight() - bodyHeight(table));
  let left = room();
  const firstFits = (heights[0] ?? 0) + (heights[1] ?? 0) <= left;
  if (!firstFits) {
    moveToNextPage(pages, table);
    left = room();
  }
  let current = table;
  for (const [index, row] of rows.entries()) {
    const height = heights[index] ?? 0;
    if (height > left && current.tBodies[0]?.rows[0] !== row) {
      const rest = emptyCopy(table);
      pages.next();
      pages.body.append(rest);
      current = rest;
      left = pages.body.clientHeight - pages.usedHeight();
    }
    if (current !== table) current.tBodies[0]?.append(row);
    left -= height;
  }
  function bodyHeight(of: HTMLTableElement): number {
    return of.tBodies[0]?.getBoundingClientRect().height ?? 0;
  }
}

function emptyCopy(table: HTMLTableElement): HTMLTableElement {
  const copy = table.cloneNode(false) as HTMLTableElement;
  for (const shared of table.querySelectorAll(':scope > colgroup, :scope > thead'))
    copy.append(shared.cloneNode(true));
  copy.append(document.createElement('tbody'));
  return copy;
}

/** Narratives and lists break between their paragraphs or items. */
function isSplittable(block: HTMLElement): boolean {
  return block.children.length > 0 && (block.matches('.narrative') || block.tagName === 'UL');
}

function placeRun(pages: Pages, run: HTMLElement): void {
  const items = [...run.children] as HTMLElement[];
  run.replaceChildren();
  let current = run;
  for (const item of items) {
    current.append(item);
    if (!pages.overflows()) continue;
    item.remove();
    if (current.children.length === 0) {
      moveToNextPage(pages, current);
    } else {
      current = current.cloneNode(false) as HTMLElement;
      pages.next();
      pages.body.append(current);
    }
    current.append(item);
    if (pages.overflows()) current = splitItem(pages, current, item);
  }
}

/** An item taller than a page goes on over the next ones, word by word. Answers the run that its end stands in. */
function splitItem(pages: Pages, run: HTMLElement, item: HTMLElement): HTMLElement {
  const rest = cutToFit(pages, item);
  if (rest === '') return run;
  const next = run.cloneNode(false) as HTMLElement;
  const continued = item.cloneNode(false) as HTMLElement;
  continued.textContent = rest;
  next.append(continued);
  pages.next();
  pages.body.append(next);
  return pages.overflows() ? splitItem(pages, next, continued) : next;
}

function splitText(pages: Pages, block: HTMLElement): void {
  const rest = cutToFit(pages, block);
  if (rest === '') return;
  const continued = block.cloneNode(false) as HTMLElement;
  continued.textContent = rest;
  pages.next();
  pages.body.append(continued);
  if (pages.overflows()) splitText(pages, continued);
}

/** Leaves in `item` as many words as the page holds, at least one character; answers the others. */
function cutToFit(pages: Pages, item: HTMLElement): string {
  const text = item.textContent ?? '';
  let [fits, over] = [0, text.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    item.textContent = text.slice(0, middle);
    if (pages.overflows()) over = middle;
    else fits = middle;
  }
  const space = text.lastIndexOf(' ', fits);
  const cut = Math.max(1, space > fits - 80 && space > 0 ? space : fits);
  item.textContent = text.slice(0, cut);
  return text.slice(cut).trimStart();
}

function part(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
