import { htmlFile, type HtmlNode, node } from '@shared/interchange/htmlNode';
import { paperStyle } from '@shared/interchange/paperStyle';
import type { Language } from '@shared/domain/settings';
import { elementOf } from '@renderer/ui/elementOf';
import latinFont from '@renderer/ui/fonts/inter-latin-wght-normal.woff2?url';
import { pageRows, type PrintedLine } from './pageRows';

/** One task on paper, in words: an empty text leaves its cell empty. */
export type PrintedTask = Readonly<{
  title: string;
  isTicked: boolean;
  /** Under the title, small: the event, the tags. */
  detail: string;
  team: string;
  owner: string;
  due: string;
}>;
export type PrintedList = Readonly<{
  title: string;
  /** Under the title: what is listed, how many. */
  subtitle: string;
  organisation: string;
  printedOn: string;
  language: Language;
  accentHue: number;
  heads: Readonly<{ task: string; team: string; owner: string; due: string }>;
  /** « page 1 / 3 » */
  pageOf: (page: number, pages: number) => string;
  /** « Logistique (suite) » */
  continued: (group: string) => string;
  /** A group with an empty name has no heading. */
  groups: readonly Readonly<{ name: string; tasks: readonly PrintedTask[] }>[];
}>;

/**
 * The list as finished A4 pages: complete HTML without a script, every text escaped. A box for the pen before each task, headings on each
 * page, no row cut: rows are measured in the page itself, out of sight.
 */
export async function printedTasks(list: PrintedList): Promise<string> {
  await Promise.all(
    ['430 12px Inter', '620 12px Inter'].map((face) => document.fonts.load(face).catch(() => [])),
  );
  const lines = linesOf(list);
  const stage = openStage();
  try {
    const { heights, room, title, heading } = stage.measure(list, lines);
    const measured = lines.map((line, index) => ({ ...line, height: heights[index] ?? 0 }));
    const pages = pageRows(measured, { firstRoom: room - title, room, headingHeight: heading });
    const body = pages.map(({ from, to, continues }, index) =>
      page(list, index + 1, pages.length, [
        ...(continues === null ? [] : [headingRow(list.continued(list.groups[continues]?.name ?? ''))]),
        ...lines.slice(from, to).map(({ html }) => html),
      ]),
    );
    return htmlFile({
      title: list.title,
      language: list.language,
      accentHue: list.accentHue,
      fonts: { latin: await fontAddress() },
      style: `@page{size:A4;margin:0}${listStyle}`,
      body: [node('main', { class: 'paper' }, ...body)],
    });
  } finally {
    stage.close();
  }
}

type Line = Omit<PrintedLine, 'height'> & { html: HtmlNode };

const listStyle = `
.list-title{font-size:16pt;line-height:1.15;letter-spacing:-.022em;font-weight:620;overflow-wrap:anywhere}
.list-sub{color:var(--p-ink-2);margin:1.5mm 0 5mm}
.tick-column{width:9mm}.team-column{width:19%}.owner-column{width:15%}.due-column{width:18%}
.tick{display:inline-block;width:4.4mm;height:4.4mm;border:.8pt solid var(--p-ink);text-align:center;font-size:9pt;line-height:4mm}
.detail{display:block;font-size:7.5pt;color:var(--p-ink-2)}
tr.heading td{padding-top:4mm;font-weight:620;font-size:9.5pt;border-bottom:.6pt solid var(--p-rule-strong)}
`;

function linesOf({ groups }: PrintedList): Line[] {
  return groups.flatMap(({ name, tasks }, group): Line[] => [
    ...(name === '' ? [] : [{ kind: 'heading', group, html: headingRow(name) } as const]),
    ...tasks.map((task) => ({ kind: 'row', group, html: taskRow(task) }) as const),
  ]);
}

function headingRow(name: string): HtmlNode {
  return node('tr', { class: 'heading' }, node('td', { colspan: '5', dir: 'auto' }, name));
}

function taskRow({ title, isTicked, detail, team, owner, due }: PrintedTask): HtmlNode {
  return node(
    'tr',
    {},
    node('td', {}, node('span', { class: 'tick' }, isTicked && '✓')),
    node(
      'td',
      { dir: 'auto' },
      title,
      detail !== '' && node('span', { class: 'detail', dir: 'auto' }, detail),
    ),
    node('td', { dir: 'auto' }, team),
    node('td', { dir: 'auto' }, owner),
    node('td', {}, due),
  );
}

function page(list: PrintedList, number: number, count: number, rows: readonly HtmlNode[]): HtmlNode {
  return node(
    'section',
    { class: 'page' },
    node(
      'div',
      { class: 'page-head' },
      node('span', { dir: 'auto' }, list.organisation || list.title),
      node('span', {}, list.printedOn),
    ),
    node('div', { class: 'page-body' }, number === 1 && titleBlock(list), table(list, rows)),
    node(
      'div',
      { class: 'page-foot' },
      node('span', { dir: 'auto' }, list.title),
      node('span', {}, list.pageOf(number, count)),
    ),
  );
}

function titleBlock({ title, subtitle }: PrintedList): HtmlNode {
  return node(
    'header',
    { class: 'list-head' },
    node('h1', { class: 'list-title', dir: 'auto' }, title),
    node('p', { class: 'list-sub' }, subtitle),
  );
}

function table({ heads }: PrintedList, rows: readonly HtmlNode[]): HtmlNode {
  const head = (text: string): HtmlNode => node('th', { scope: 'col' }, text);
  return node(
    'table',
    {},
    node(
      'colgroup',
      {},
      node('col', { class: 'tick-column' }),
      node('col'),
      node('col', { class: 'team-column' }),
      node('col', { class: 'owner-column' }),
      node('col', { class: 'due-column' }),
    ),
    node(
      'thead',
      {},
      node('tr', {}, node('td'), head(heads.task), head(heads.team), head(heads.owner), head(heads.due)),
    ),
    node('tbody', {}, ...rows),
  );
}

/** A place out of sight that wears the paper style and no other: there the list is as high as it will be on paper. */
function openStage() {
  const host = document.createElement('div');
  host.style.cssText = 'position:fixed;left:-400mm;top:0;width:210mm;visibility:hidden';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync((paperStyle + listStyle).replaceAll(':root', ':host'));
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);
  const heightOf = (selector: string): number =>
    root.querySelector(selector)?.getBoundingClientRect().height ?? 0;
  return {
    measure(list: PrintedList, lines: readonly Line[]) {
      // An empty page first, for the room on it; then every row in one long table, as wide as on paper.
      const sample = page({ ...list, groups: [] }, 2, 2, [headingRow('X')]);
      root.replaceChildren(elementOf(node('div', { class: 'paper' }, sample)));
      const room = heightOf('.page-body') - heightOf('thead');
      const heading = heightOf('tr.heading');
      const rows = lines.map(({ html }) => html);
      const flow = node('div', { class: 'page-body' }, titleBlock(list), table(list, rows));
      const sheetOfAll = node('section', { class: 'page' }, flow);
      root.replaceChildren(elementOf(node('div', { class: 'paper' }, sheetOfAll)));
      const head = root.querySelector<HTMLElement>('.list-head');
      const body = root.querySelector<HTMLElement>('table');
      const title = head && body ? body.getBoundingClientRect().top - head.getBoundingClientRect().top : 0;
      const heights = [...root.querySelectorAll('tbody tr')].map((row) => row.getBoundingClientRect().height);
      return { heights, room, title, heading };
    },
    close: () => host.remove(),
  };
}

/** The shipped font as a `data:` address: the document must stand alone. */
async function fontAddress(): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(latinFont)).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return `data:font/woff2;base64,${btoa(binary)}`;
}
