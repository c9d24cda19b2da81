import type { Block, BlockOf, Cell, ReportDocument, Section } from '../report/document';
import { paperStyle } from './paperStyle';

/** Markup as plain data: one layout for the page (drawn by React), the HTML file and the PDF. Text is text: nothing in it is ever markup. */
export type HtmlNode = Readonly<{
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (HtmlNode | string)[];
}>;

type Children = readonly (HtmlNode | string | false | null)[];

export function node(tag: string, attributes: Record<string, string> = {}, ...children: Children): HtmlNode {
  return {
    tag,
    attributes,
    children: children.filter((child): child is HtmlNode | string => child !== false && child !== null),
  };
}

/** The parts of a document, in order: cover, contents, then each section as a run of blocks. Pages are made of them elsewhere. */
export type ReportLayout = Readonly<{
  cover: HtmlNode;
  contents: HtmlNode;
  sections: readonly Readonly<{ id: string; blocks: readonly HtmlNode[] }>[];
}>;

export function layoutReport(document: ReportDocument): ReportLayout {
  return {
    cover: cover(document),
    contents: contents(document),
    sections: document.sections.map((section) => ({
      id: section.id,
      blocks: [
        sectionTitle(section),
        ...section.blocks.map((block, index) => blockNode(block, section, index)),
      ],
    })),
  };
}

/** A whole file that opens anywhere, without a script and without a network. `font` is a `data:` address, or nothing. */
export function reportFile(document: ReportDocument, font: string | null): string {
  const { cover: first, contents: second, sections } = layoutReport(document);
  const body = node(
    'main',
    { class: 'flow' },
    first,
    second,
    ...sections.map(({ id, blocks }) => node('section', { id: `section-${id}` }, ...blocks)),
    node('footer', { class: 'flow-foot' }, document.runningFoot),
  );
  return htmlFile({
    title: `${document.title} – ${document.kindLabel}`,
    language: document.language,
    accentHue: document.accentHue,
    font,
    body: [body],
  });
}

/** A complete HTML text around these nodes, with the paper style of every printed document. */
export function htmlFile({
  title,
  language,
  accentHue,
  font,
  body,
  style = '',
}: {
  title: string;
  language: string;
  accentHue: number;
  font: string | null;
  body: readonly HtmlNode[];
  style?: string;
}): string {
  const face = font
    ? `@font-face{font-family:Inter;font-weight:100 900;src:url(${font}) format("woff2")}`
    : '';
  const page = node(
    'html',
    { lang: language, style: `--hue-accent:${Math.round(accentHue)}` },
    node(
      'head',
      {},
      node('meta', { charset: 'utf-8' }),
      node('title', {}, title),
      node('style', {}, face + paperStyle + style),
    ),
    node('body', {}, ...body),
  );
  return `<!doctype html>\n${toHtml(page)}\n`;
}

const voidTags = new Set(['meta', 'img', 'br', 'hr', 'col', 'path', 'rect', 'line']);

/** Text and attribute values are escaped; the text of a style is ours. */
export function toHtml(part: HtmlNode | string): string {
  if (typeof part === 'string') return escaped(part);
  const attributes = Object.entries(part.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (voidTags.has(part.tag)) return `<${part.tag}${attributes}>`;
  const inside = part.tag === 'style' ? part.children.join('') : part.children.map(toHtml).join('');
  return `<${part.tag}${attributes}>${inside}</${part.tag}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function cover(document: ReportDocument): HtmlNode {
  const { organisation, organisationUnit, logo } = document;
  return node(
    'header',
    { class: 'cover' },
    node('div', { class: 'cover-band' }),
    node(
      'div',
      { class: 'cover-org' },
      logo !== null && node('img', { src: logo, alt: organisation }),
      node('div', {}, node('b', {}, organisation), node('span', {}, organisationUnit)),
    ),
    node(
      'div',
      { class: 'cover-title' },
      node('p', { class: 'cover-kind' }, document.kindLabel),
      node('h1', { dir: 'auto' }, document.title),
      node('p', { class: 'cover-sub', dir: 'auto' }, document.subtitle),
    ),
    node(
      'div',
      { class: 'cover-facts' },
      node(
        'dl',
        {},
        ...document.coverFacts.map(({ term, text }) =>
          node('div', {}, node('dt', {}, term), node('dd', { dir: 'auto' }, text)),
        ),
      ),
      node('div', { class: 'cover-visa' }, document.visaLabel),
    ),
  );
}

/** Page numbers are written in by whoever makes the pages, into `data-page-of`. */
function contents({ contentsTitle, sections }: ReportDocument): HtmlNode {
  return node(
    'nav',
    { class: 'contents', 'aria-label': contentsTitle },
    node('h2', { class: 'contents-title' }, contentsTitle),
    node(
      'ol',
      {},
      ...sections.map(({ id, number, title }) =>
        node(
          'li',
          {},
          node(
            'a',
            { href: `#section-${id}` },
            node('span', { class: 'contents-number' }, number),
            node('span', { class: 'contents-name' }, title),
            node('span', { class: 'contents-dots' }),
            node('span', { class: 'contents-page', 'data-page-of': id }),
          ),
        ),
      ),
    ),
  );
}

function sectionTitle({ id, number, title }: Section): HtmlNode {
  return node(
    'h2',
    { id: `section-${id}`, class: 'section-title', 'data-keep': 'next' },
    `${number}. ${title}`,
  );
}

function blockNode(block: Block, section: Section, index: number): HtmlNode {
  switch (block.kind) {
    case 'heading': {
      const rank = section.blocks.slice(0, index + 1).filter(({ kind }) => kind === 'heading').length;
      return node('h3', { 'data-keep': 'next', dir: 'auto' }, `${section.number}.${rank} ${block.text}`);
    }
    case 'paragraph':
      return node('p', { dir: 'auto' }, block.text);
    case 'narrative':
      return narrative(block);
    case 'facts':
      return facts(block);
    case 'table':
      return table(block);
    case 'keyFigures':
      return keyFigures(block);
    case 'timeline':
      return timeline(block);
    case 'shares':
      return shares(block);
    case 'list':
      return node('ul', { class: 'list' }, ...block.items.map((item) => node('li', { dir: 'auto' }, item)));
    case 'callout':
      return node('p', { class: `callout tone-${block.tone}` }, toneMarks[block.tone] ?? '', block.text);
    case 'source':
      return node('p', { class: 'source', 'data-keep': 'previous' }, block.text);
  }
}

const toneMarks: Partial<Record<Cell['tone'] & string, string>> = { alert: '◆ ', warn: '▲ ', ok: '✓ ' };

function narrative({ slot, text, prompt }: BlockOf<'narrative'>): HtmlNode {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '');
  return node(
    'div',
    { class: 'narrative', 'data-slot': slot, ...(paragraphs.length === 0 ? { 'data-empty': prompt } : {}) },
    ...paragraphs.map((line) => node('p', { dir: 'auto' }, line)),
  );
}

function facts({ rows }: BlockOf<'facts'>): HtmlNode {
  return node(
    'table',
    { class: 'facts' },
    columns([3, 9]),
    node(
      'tbody',
      {},
      ...rows.map(({ term, text }) =>
        node('tr', {}, node('th', { scope: 'row' }, term), node('td', { dir: 'auto' }, ...lines(text))),
      ),
    ),
  );
}

function table({ caption, columns: heads, rows }: BlockOf<'table'>): HtmlNode {
  return node(
    'table',
    {},
    caption !== '' && node('caption', {}, caption),
    columns(heads.map(({ share }) => share)),
    node(
      'thead',
      {},
      node('tr', {}, ...heads.map(({ header, align }) => node('th', { scope: 'col', class: align }, header))),
    ),
    node(
      'tbody',
      {},
      ...rows.map((row) =>
        node(
          'tr',
          {},
          ...row.map(({ text, tone = 'plain', isStrong = false }, index) => {
            const classes = [
              heads[index]?.align ?? 'start',
              tone === 'plain' ? '' : `tone-${tone}`,
              isStrong ? 'strong' : '',
            ];
            return node('td', { class: classes.filter(Boolean).join(' '), dir: 'auto' }, text);
          }),
        ),
      ),
    ),
  );
}

function columns(shares: readonly number[]): HtmlNode {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return node(
    'colgroup',
    {},
    ...shares.map((share) => node('col', { style: `width:${((100 * share) / whole).toFixed(2)}%` })),
  );
}

function keyFigures({ figures }: BlockOf<'keyFigures'>): HtmlNode {
  return node(
    'div',
    { class: 'figures' },
    ...figures.map(({ value, label, note }) =>
      node('div', {}, node('b', {}, value), node('span', {}, label), node('small', {}, note)),
    ),
  );
}

/** Shares as a band of three greys and a tint, each with its count and word: legible without colour. */
function shares({ equivalent, parts }: BlockOf<'shares'>): HtmlNode {
  const whole = parts.reduce((sum, { count }) => sum + count, 0) || 1;
  const shown = parts.filter(({ count }) => count > 0);
  return node(
    'figure',
    { class: 'shares' },
    node(
      'div',
      { class: 'shares-band', role: 'img', 'aria-label': equivalent },
      ...shown.map(({ count, tone }) =>
        node('span', { class: `part-${tone}`, style: `flex:${(count / whole).toFixed(4)}` }),
      ),
    ),
    node(
      'figcaption',
      {},
      ...shown.map(({ count, label, tone }) =>
        node('span', {}, node('i', { class: `part-${tone}` }), node('b', {}, String(count)), ` ${label}`),
      ),
    ),
  );
}

function timeline({ equivalent, ticks, marks, bars }: BlockOf<'timeline'>): HtmlNode {
  const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
  const lanes = laneOf(marks.map(({ at }) => at));
  const laneCount = Math.max(1, ...lanes.map((lane) => lane + 1));
  return node(
    'figure',
    { class: 'timeline', role: 'img', 'aria-label': equivalent },
    node(
      'div',
      { class: 'timeline-head' },
      node('span', {}),
      node(
        'div',
        { class: 'timeline-axis' },
        ...ticks.map(({ at, label }) => node('span', { style: `left:${percent(at)}` }, label)),
      ),
      node('span', {}),
    ),
    node(
      'div',
      { class: 'timeline-body' },
      ...bars.map(({ label, from, to, doneShare, note }) =>
        node(
          'div',
          { class: 'timeline-row' },
          node('span', { class: 'timeline-name', dir: 'auto' }, label),
          node(
            'div',
            { class: 'timeline-track' },
            ...marks.map(({ at }) => node('i', { class: 'timeline-mark', style: `left:${percent(at)}` })),
            node(
              'span',
              {
                class: 'timeline-bar',
                style: `left:${percent(from)};width:max(1.5mm,${percent(to - from)})`,
              },
              node('i', { style: `width:${percent(doneShare)}` }),
            ),
          ),
          node('span', { class: 'timeline-note' }, note),
        ),
      ),
    ),
    node(
      'div',
      { class: 'timeline-row timeline-legend' },
      node('span', {}),
      node(
        'div',
        { class: 'timeline-track', style: `height:${laneCount * 3.4}mm` },
        ...marks.map(({ at, label }, index) => {
          const side = at > 0.8 ? `right:${percent(1 - at)}` : `left:${percent(at)}`;
          return node('span', { style: `${side};top:${((lanes[index] ?? 0) * 3.4).toFixed(1)}mm` }, label);
        }),
      ),
      node('span', {}),
    ),
  );
}

/** Labels too near each other go one line lower. */
function laneOf(positions: readonly number[]): number[] {
  const ends: number[] = [];
  return positions.map((at) => {
    const from = at > 0.8 ? at - 0.22 : at;
    const lane = ends.findIndex((end) => end <= from);
    const chosen = lane < 0 ? ends.length : lane;
    ends[chosen] = from + 0.22;
    return chosen;
  });
}

function lines(text: string): (HtmlNode | string)[] {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [node('br'), line]));
}
