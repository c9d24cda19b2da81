import type { Block, ReportDocument, Row } from '@shared/report/document';
import { paginate } from '@renderer/features/report/paginate';
import { fontsReady, paperIn } from '@renderer/features/report/paper';
import '@renderer/ui/tokens.css';
import fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { aTask } from '../../../support/builders';
import { dumbeaDocument } from '../../../support/dumbeaReport';

beforeAll(fontsReady);

/** The pages as they stand on screen and on paper. */
function pagesOf(document_: ReportDocument): HTMLElement[] {
  const host = document.createElement('div');
  document.body.append(host);
  onTestFinished(() => host.remove());
  const pages = paginate(document_);
  paperIn(host).replaceChildren(...pages);
  return pages;
}

function whole({ tasks = 20 }: { tasks?: number } = {}): ReportDocument {
  return dumbeaDocument({
    tasks: Array.from({ length: tasks }, (_, index) =>
      aTask({ title: `Tâche numéro ${index}`, team: `Équipe ${index % 9}`, dueOn: '2025-02-10' }),
    ),
  });
}

function withBlocks(...blocks: Block[]): ReportDocument {
  return { ...whole(), sections: [{ id: 'only', number: '1', title: 'Section', startsPage: true, blocks }] };
}

function table(rows: Row[], fields: Partial<Extract<Block, { kind: 'table' }>> = {}): Block {
  return {
    kind: 'table',
    caption: { label: 'Tableau 1', text: 'Des lignes' },
    columns: [
      { header: 'Clé', align: 'start', share: 1 },
      { header: 'Texte', align: 'start', share: 3 },
    ],
    rows,
    total: [{ text: 'TOTAL' }, { text: 'fin' }],
    source: 'Source : essai.',
    isDense: false,
    ...fields,
  };
}

const cells = (key: string, text: string): Row => ({ kind: 'cells', cells: [{ text: key }, { text }] });

/** Nothing of a page stands below its foot, or beside its text. */
function overflowing(pages: readonly HTMLElement[]): string[] {
  return pages.flatMap((page, index) => {
    const foot = page.querySelector('.page-foot')?.getBoundingClientRect();
    const body = page.querySelector('.page-body');
    if (!foot || !body) return [];
    return [...body.querySelectorAll('p, tr, h2, h3, figure')]
      .map((each) => each.getBoundingClientRect())
      .filter(({ bottom, right }) => bottom > foot.top + 0.5 || right > foot.right + 0.5)
      .map(({ bottom }) => `page ${index + 1}: ${(bottom - foot.top).toFixed(1)}`);
  });
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');
const textOf = (elements: Iterable<Element>): string =>
  [...elements].map(({ textContent }) => textContent ?? '').join('');
/** Every sign, in no order: a divided row tells its cells piece by piece. */
const signsOf = (text: string): string[] => Array.from(text).sort();
const tablesOf = (pages: readonly HTMLElement[]): HTMLTableElement[] =>
  pages.flatMap((page) => [...page.querySelectorAll('table')]);
const all = (pages: readonly HTMLElement[], selector: string): HTMLElement[] =>
  pages.flatMap((page) => [...page.querySelectorAll<HTMLElement>(selector)]);

describe('a whole report', () => {
  test('says in its contents the page on which each part stands', () => {
    const pages = pagesOf(whole({ tasks: 150 }));
    const lines = all(pages, '.contents a').map((line) => ({
      id: line.getAttribute('href')?.slice(1) ?? '',
      page: line.querySelector('.contents-page')?.textContent,
    }));
    const real = lines.map(({ id }) => ({
      id,
      page: String(pages.findIndex((page) => page.querySelector(`[id="${id}"]`)) + 1),
    }));
    expect(lines.length).toBeGreaterThan(12);
    expect(lines).toEqual(real);
  });

  test('numbers every page but its cover, and has no empty one', () => {
    const pages = pagesOf(whole());
    expect(pages.map((page) => page.querySelector('.page-number')?.textContent)).toEqual([
      undefined,
      ...pages.slice(1).map((_, index) => `page\u00a0${index + 2}\u00a0/\u00a0${pages.length}`),
    ]);
    expect(
      pages.filter((page) => squeezed(page.querySelector('.page-body, .cover')?.textContent ?? '') === ''),
    ).toEqual([]);
  });

  test('keeps its summary on one page, and every title with what it announces', () => {
    const pages = pagesOf(whole({ tasks: 90 }));
    const summary = pages.filter((page) => page.querySelector('#section-summary, .figures, .progress'));
    expect(summary).toHaveLength(1);
    const alone = all(pages, '.page-body').filter((body) => body.lastElementChild?.matches('h2, h3'));
    expect(alone).toEqual([]);
  });

  test('is the same pages each time', () => {
    const once = pagesOf(whole()).map(({ outerHTML }) => outerHTML);
    expect(pagesOf(whole()).map(({ outerHTML }) => outerHTML)).toEqual(once);
  });

  test('holds 1 060 tasks, each once, on pages that hold', () => {
    const pages = pagesOf(whole({ tasks: 1060 }));
    const annex = all(pages, 'table.dense').filter(({ textContent }) =>
      textContent?.includes('Toutes les tâches'),
    );
    const keys = annex
      .flatMap((part) => [...part.querySelectorAll('tbody tr')])
      .map((row) => Number(/numéro (\d+)/.exec(row.textContent ?? '')?.[1]));
    expect(keys.sort((left, right) => left - right)).toEqual(
      Array.from({ length: 1060 }, (_, index) => index),
    );
    expect(overflowing(pages)).toEqual([]);
  });
});

describe('a table on several pages', () => {
  test('repeats its title and its heads, says that it goes on, and ends once with its total and its source', () => {
    const pages = pagesOf(
      withBlocks(table(Array.from({ length: 90 }, (_, index) => cells(`L${index}`, 'x')))),
    );
    const parts = tablesOf(pages);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map((part) => part.caption?.textContent)).toEqual([
      'Tableau 1 Des lignes',
      ...parts.slice(1).map(() => 'Tableau 1 (suite) Des lignes'),
    ]);
    expect(parts.map((part) => part.querySelectorAll('th[scope=col]').length)).toEqual(parts.map(() => 2));
    expect(parts.map((part) => part.querySelectorAll('tfoot').length)).toEqual(
      parts.map((_, index) => Number(index === parts.length - 1)),
    );
    expect(parts.at(-1)?.parentElement?.querySelectorAll('.source')).toHaveLength(1);
    expect(parts.every((part) => part.querySelectorAll('tbody tr').length >= 2)).toBe(true);
  });

  test('never ends a page on the name of a group', () => {
    const rows = Array.from({ length: 60 }, (_, index): Row[] => [
      { kind: 'group', text: `Groupe ${index}` },
      cells(`L${index}`, 'x'),
    ]).flat();
    const last = tablesOf(pagesOf(withBlocks(table(rows)))).map((part) =>
      [...part.querySelectorAll('tbody tr')].at(-1),
    );
    expect(last.length).toBeGreaterThan(2);
    expect(last.filter((row) => row?.matches('.group'))).toEqual([]);
  });

  test('loses no row and doubles none, whatever the rows are, and stays on its pages', () => {
    const text = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('x', 'deux mots', '', 'مهرجان الأنشطة', '👩‍👩‍👧‍👦 fête') },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }).map((words) => 'mot '.repeat(words)) },
      { weight: 1, arbitrary: fc.integer({ min: 100, max: 3_000 }).map((length) => 'W'.repeat(length)) },
    );
    const row = fc.oneof(
      { weight: 6, arbitrary: text.map((each) => ({ isGroup: false, text: each })) },
      { weight: 1, arbitrary: text.map((each) => ({ isGroup: true, text: each || 'g' })) },
    );
    const before = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 70 }), before, (given, lines) => {
        const rows = given.map((each, index): Row =>
          each.isGroup ? { kind: 'group', text: `K${index}K ${each.text}` } : cells(`K${index}K`, each.text),
        );
        const pages = paginateFor([
          { kind: 'callout', tone: 'plain', text: 'avant '.repeat(lines * 12 + 1) },
          table(rows),
        ]);
        const keys = all(pages, 'tbody tr').flatMap((each) =>
          [...(each.textContent ?? '').matchAll(/K(\d+)K/g)].map(([, key]) => Number(key)),
        );
        expect(keys).toEqual(rows.map((_, index) => index));
        const printed = squeezed(textOf(all(pages, 'tbody tr td, tbody tr th')));
        const wanted = squeezed(
          rows
            .map((each) => (each.kind === 'group' ? each.text : each.cells.map(({ text: t }) => t).join('')))
            .join(''),
        );
        expect(signsOf(printed)).toEqual(signsOf(wanted));
        expect(overflowing(pages)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a text longer than a page', () => {
  test.each([
    ['of many words', 'Une phrase qui revient sans cesse, avec ses mots. '.repeat(300)],
    ['without a single space', 'W'.repeat(12_000)],
    ['of many short paragraphs', Array.from({ length: 400 }, (_, index) => `ligne ${index}`).join('\n')],
    ['from right to left', 'مهرجان الأنشطة في دومبيا '.repeat(400)],
    ['of emoji', '👩‍👩‍👧‍👦 fête 🎪 '.repeat(400)],
  ])('%s, goes on over the next ones whole and in order', (_words, text) => {
    const pages = pagesOf(withBlocks({ kind: 'narrative', slot: 'context', text, prompt: '' }));
    expect(pages.length).toBeGreaterThan(3);
    expect(squeezed(textOf(all(pages, '.narrative')))).toBe(squeezed(text));
    expect(overflowing(pages)).toEqual([]);
  });

  test('in a cell, takes its row over the next pages, every cell whole', () => {
    const [long, wide] = ['mot '.repeat(6_000), 'W'.repeat(3_000)];
    const pages = pagesOf(withBlocks(table([cells('a', 'x'), cells(wide, long), cells('z', 'y')])));
    const column = (index: number): string => squeezed(textOf(all(pages, `tbody td:nth-child(${index})`)));
    expect([column(1), column(2)]).toEqual([`a${wide}z`, squeezed(`x${long}y`)]);
    expect(overflowing(pages)).toEqual([]);
  });
});

test('a text that nobody wrote takes no room: the pages are the same with its place or without', () => {
  const rows = Array.from({ length: 30 }, (_, index) => cells(`L${index}`, 'x'));
  const empty: Block = { kind: 'narrative', slot: 'context', text: '', prompt: 'Écrire' };
  const rowsPerPage = (blocks: Block[]): number[] =>
    pagesOf(withBlocks(...blocks)).map((page) => page.querySelectorAll('tbody tr').length);
  expect(rowsPerPage([empty, table(rows), empty])).toEqual(rowsPerPage([table(rows)]));
});

test('a cover whose words are too many is set smaller, whole', () => {
  const document_ = whole();
  const long = 'W'.repeat(200);
  const pages = pagesOf({
    ...document_,
    title: `${long} ${long}`,
    cover: {
      ...document_.cover,
      organisation: long,
      lines: [long, long, long],
      facts: document_.cover.facts.map(({ term }) => ({ term, text: long })),
    },
  });
  const [cover] = pages;
  const bottom =
    cover?.querySelector('.cover-facts')?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY;
  expect(bottom).toBeLessThanOrEqual((cover?.getBoundingClientRect().bottom ?? 0) + 0.5);
  expect(cover?.querySelector('h1')?.textContent).toBe(`${long} ${long}`);
});

/** Many times in one test: each goes before the next comes. */
function paginateFor(blocks: Block[]): HTMLElement[] {
  const known = document.querySelector<HTMLElement>('[data-many]');
  const host = known ?? document.createElement('div');
  host.dataset['many'] = '';
  if (!known) document.body.append(host);
  const pages = paginate(withBlocks(...blocks));
  paperIn(host).replaceChildren(...pages);
  return pages;
}
