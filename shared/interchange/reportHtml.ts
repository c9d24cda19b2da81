import type { Block, BlockOf, Cell, Column, ReportDocument, Row, Section } from '../report/document';
import { bars, captionNode, keyFigures, progress, shares, timeline } from './reportCharts';
import { htmlFile, type HtmlNode, node, type PaperFonts } from './htmlNode';

/**
 * The parts of a document in the order in which they are read. Pages are made of them elsewhere, guided by attributes:
 * `data-flow` says how a block may be divided (`run` between lines, `table` between rows, else not at all), `data-keep` what it must
 * not be parted from (`next`, `previous`).
 */
export type ReportLayout = Readonly<{
  cover: HtmlNode;
  /** `null` in a short document. */
  contents: HtmlNode | null;
  sections: readonly Readonly<{ id: string; startsPage: boolean; blocks: readonly HtmlNode[] }>[];
}>;

export function layoutReport(document: ReportDocument): ReportLayout {
  return {
    cover: document.form === 'page' ? cover(document) : letterhead(document),
    contents: document.form === 'page' ? contents(document) : null,
    sections: document.sections.map((section) => ({
      id: section.id,
      startsPage: section.startsPage,
      blocks: [
        sectionTitle(section, document.form),
        ...section.blocks.flatMap((block, index) => blockNodes(block, section.blocks[index + 1])),
      ],
    })),
  };
}

/** A whole file that opens anywhere, without a script and without a network. `fonts` are embedded, or left to the reader's machine. */
export function reportFile(document: ReportDocument, fonts: PaperFonts | null): string {
  const { cover: first, contents: second, sections } = layoutReport(document);
  const body = node(
    'main',
    { class: 'paper flow' },
    first,
    second,
    ...sections.map(({ blocks }) => node('section', {}, ...blocks)),
    node('footer', { class: 'flow-foot' }, document.running.foot),
  );
  return htmlFile({
    title: titleOf(document),
    language: document.language,
    accentHue: document.accentHue,
    fonts,
    body: [body],
    style: '@page{size:A4;margin:20mm 22mm}',
  });
}

/** Of the window, of the PDF: the event, then what the document is. */
export function titleOf({ title, kindLabel }: ReportDocument): string {
  return `${title} – ${kindLabel}`;
}

/** The text's length decides the size of the type: a long name stays whole. */
function coverSize(title: string): string {
  if (title.length > 150) return 'cover-smallest';
  return title.length > 70 ? 'cover-smaller' : 'cover-plain';
}

function cover({ title, kindLabel, cover: facts }: ReportDocument): HtmlNode {
  return node(
    'header',
    { class: `cover ${coverSize(title)}` },
    node('div', { class: 'cover-band' }),
    organisation(facts),
    node(
      'div',
      { class: 'cover-title' },
      node('p', { class: 'cover-kind' }, kindLabel),
      node('h1', { dir: 'auto' }, title),
      node('div', { class: 'cover-lines' }, ...facts.lines.map((line) => node('p', { dir: 'auto' }, line))),
    ),
    node(
      'div',
      { class: 'cover-facts' },
      factList(facts),
      node(
        'div',
        { class: 'cover-visa' },
        node('b', {}, facts.visa.label),
        node('span', {}, facts.visa.note),
      ),
    ),
  );
}

function letterhead({ title, kindLabel, form, cover: facts }: ReportDocument): HtmlNode {
  return node(
    'header',
    { class: form === 'sheet' ? 'letterhead letterhead-sheet' : 'letterhead' },
    organisation(facts),
    node('p', { class: 'cover-kind' }, kindLabel),
    node('h1', { dir: 'auto' }, title),
    node('div', { class: 'cover-lines' }, ...facts.lines.map((line) => node('p', { dir: 'auto' }, line))),
    factList(facts),
  );
}

function organisation({ organisation: name, organisationUnit, logo }: ReportDocument['cover']): HtmlNode {
  return node(
    'div',
    { class: 'cover-org' },
    logo !== null && node('img', { src: logo, alt: '' }),
    node('div', {}, node('b', { dir: 'auto' }, name), node('span', { dir: 'auto' }, organisationUnit)),
  );
}

function factList({ facts }: ReportDocument['cover']): HtmlNode {
  return node(
    'dl',
    {},
    ...facts.map(({ term, text }) =>
      node('div', {}, node('dt', {}, term), node('dd', { dir: 'auto' }, text)),
    ),
  );
}

/** Page numbers are written in by whoever makes the pages, into `data-page-of`. */
function contents({ contentsTitle, sections }: ReportDocument): HtmlNode {
  const line = (id: string, number: string, title: string, level: string): HtmlNode =>
    node(
      'li',
      { class: level },
      node(
        'a',
        { href: `#${id}` },
        node('span', { class: 'contents-number' }, number),
        node('span', { class: 'contents-name' }, title),
        node('span', { class: 'contents-dots' }),
        node('span', { class: 'contents-page', 'data-page-of': id }),
      ),
    );
  return node(
    'nav',
    { class: 'contents', 'aria-label': contentsTitle },
    node('h2', { class: 'contents-title' }, contentsTitle),
    node(
      'ol',
      {},
      ...sections.flatMap(({ id, number, title, blocks }) => [
        line(sectionId(id), number, title, 'contents-section'),
        ...blocks.flatMap((block) =>
          block.kind === 'heading' && block.number !== ''
            ? [line(headingId(block.number), block.number, block.text, 'contents-heading')]
            : [],
        ),
      ]),
    ),
  );
}

/** Where a section begins: what links and bookmarks point at. */
export function sectionId(id: string): string {
  return `section-${id}`;
}

function headingId(number: string): string {
  return `heading-${number.replace('.', '-')}`;
}

function sectionTitle({ id, number, title }: Section, form: ReportDocument['form']): HtmlNode {
  const className = form === 'sheet' ? 'section-title section-minor' : 'section-title';
  return node(
    'h2',
    { id: sectionId(id), class: className, 'data-keep': 'next' },
    number !== '' && node('span', { class: 'section-number' }, `${number}. `),
    title,
  );
}

function blockNodes(block: Block, next: Block | undefined): HtmlNode[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)];
    case 'paragraph':
      return [paragraph(block, next)];
    case 'narrative':
      return [narrative(block)];
    case 'callout':
      return [callout(block)];
    case 'facts':
      return [facts(block)];
    case 'table':
      return sourced(table(block), block.source);
    case 'keyFigures':
      return sourced(keyFigures(block), block.source);
    case 'progress':
      return sourced(progress(block), block.source);
    case 'timeline':
      return sourced(timeline(block), block.source);
    case 'shares':
      return sourced(shares(block), block.source);
    case 'bars':
      return sourced(bars(block), block.source);
  }
}

function sourced(block: HtmlNode, source: string): HtmlNode[] {
  return source === '' ? [block] : [block, node('p', { class: 'source', 'data-keep': 'previous' }, source)];
}

function heading({ number, text }: BlockOf<'heading'>): HtmlNode {
  return node(
    'h3',
    { 'data-keep': 'next', ...(number === '' ? {} : { id: headingId(number) }) },
    number !== '' && node('span', { class: 'section-number' }, `${number} `),
    text,
  );
}

function run(className: string, texts: readonly string[], attributes: Record<string, string> = {}): HtmlNode {
  return node(
    'div',
    { class: className, 'data-flow': 'run', ...attributes },
    ...texts.map((text) => node('p', { dir: 'auto' }, text)),
  );
}

/** A sentence that introduces a table or a chart stays with it. */
function paragraph({ text }: BlockOf<'paragraph'>, next: Block | undefined): HtmlNode {
  const introduces = next !== undefined && 'caption' in next;
  return run('paragraph', [text], introduces ? { 'data-keep': 'next' } : {});
}

function narrative({ slot, text, prompt }: BlockOf<'narrative'>): HtmlNode {
  const paragraphs = paragraphsOf(text);
  const isEmpty = paragraphs.length === 0;
  const className = slot === 'summary' ? 'narrative lead' : 'narrative';
  return run(className, paragraphs, { 'data-slot': slot, ...(isEmpty ? { 'data-empty': prompt } : {}) });
}

function callout({ tone, text }: BlockOf<'callout'>): HtmlNode {
  return run(`callout callout-${tone}`, [text]);
}

function facts({ rows }: BlockOf<'facts'>): HtmlNode {
  return node(
    'table',
    { class: 'facts', 'data-flow': 'table' },
    columnWidths([3, 10]),
    node(
      'tbody',
      {},
      ...rows.map(({ term, text }) =>
        node('tr', {}, node('th', { scope: 'row' }, node('p', {}, term)), node('td', {}, ...cellTexts(text))),
      ),
    ),
  );
}

function table({ caption, columns, rows, total, isDense, isToSign = false }: BlockOf<'table'>): HtmlNode {
  const hasHeads = columns.some(({ header }) => header !== '');
  const classes = [isDense ? 'dense' : '', isToSign ? 'to-sign' : ''].filter(Boolean).join(' ');
  return node(
    'table',
    { 'data-flow': 'table', ...(classes === '' ? {} : { class: classes }) },
    caption && captionNode(caption),
    columnWidths(columns.map(({ share }) => share)),
    hasHeads && node('thead', {}, node('tr', {}, ...columns.map(columnHead))),
    node('tbody', {}, ...rows.map((row) => rowNode(row, columns))),
    total && node('tfoot', {}, node('tr', {}, ...total.map((cell, index) => cellNode(cell, columns[index])))),
  );
}

function columnHead({ header, align }: Column): HtmlNode {
  return header === '' ? node('td', {}) : node('th', { scope: 'col', class: align }, header);
}

function rowNode(row: Row, columns: readonly Column[]): HtmlNode {
  if (row.kind === 'cells')
    return node('tr', {}, ...row.cells.map((cell, index) => cellNode(cell, columns[index])));
  return node(
    'tr',
    { class: 'group', 'data-keep': 'next' },
    node('th', { scope: 'rowgroup', colspan: String(columns.length) }, node('p', { dir: 'auto' }, row.text)),
  );
}

function cellNode({ text, note = '', tone, isStrong = false }: Cell, column?: Column): HtmlNode {
  const classes = [column?.align ?? 'start', isStrong ? 'strong' : '', tone ? `tone tone-${tone}` : ''];
  return node(
    'td',
    { class: classes.filter(Boolean).join(' ') },
    ...cellTexts(text),
    ...(note === '' ? [] : paragraphsOf(note).map((line) => node('p', { class: 'note', dir: 'auto' }, line))),
  );
}

function cellTexts(text: string): HtmlNode[] {
  return paragraphsOf(text).map((line) => node('p', { dir: 'auto' }, line));
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}

function columnWidths(shares: readonly number[]): HtmlNode {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return node(
    'colgroup',
    {},
    ...shares.map((share) => node('col', { style: `width:${((100 * share) / whole).toFixed(2)}%` })),
  );
}
