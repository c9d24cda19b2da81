import { bookletHtml } from '@renderer/features/report/booklet';
import { paperKinds, papersOf } from '@shared/report/rosterDocuments';
import { expect, it } from 'vitest';
import { aLargeRoster } from '../../../support/aRoster';
import { someSettings } from '../../../support/builders';

const logo = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60"/></svg>')}`;
const documents = papersOf(
  {
    facts: aLargeRoster().facts,
    settings: someSettings({}),
    language: 'fr',
    madeAt: '2025-02-20T03:30Z',
    logo,
  },
  { kinds: paperKinds, personIds: null, teams: null, sheetBy: 'team' },
).map(({ document }) => document);

it('has every row whole, no empty page, and page numbers for each document', async () => {
  const told: number[] = [];
  const html = await bookletHtml('Papiers', documents, { tell: (done) => told.push(done) });
  expect(told).toEqual(documents.map((_, index) => index + 1));
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width:900px;height:1200px';
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const book = frame.contentDocument as Document;
  await book.fonts.ready;
  const pages = [...book.querySelectorAll<HTMLElement>('.page')];
  expect(pages.filter((page) => page.querySelector('.page-body')?.textContent.trim() === '')).toEqual([]);
  // Nothing stands below the place that a page has for it.
  const overflowing = pages.flatMap((page, index) => {
    const foot = page.querySelector('.page-foot')?.getBoundingClientRect().top ?? 0;
    const bottom = Math.max(
      ...[...page.querySelectorAll('.page-body *')].map((each) => each.getBoundingClientRect().bottom),
    );
    return bottom > foot + 1 ? [index + 1] : [];
  });
  expect(overflowing).toEqual([]);
  const blocks = documents.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
  const rows = blocks.reduce(
    (sum, block) => sum + (block.kind === 'table' || block.kind === 'facts' ? block.rows.length : 0),
    0,
  );
  expect(book.querySelectorAll('tbody tr')).toHaveLength(rows);

  const firsts = pages.filter((page) => page.querySelector('h1'));
  expect(firsts).toHaveLength(documents.length);
  expect(firsts.map((page) => page.querySelector('h1')?.textContent)).toEqual(
    documents.map(({ title }) => title),
  );
  for (const page of firsts)
    expect(page.querySelector('.page-number')?.textContent).toMatch(/^page\u00a01\u00a0\/\u00a0\d$/);
  // The logo is in the file once, and seen on each first page.
  expect(html.split(logo)).toHaveLength(2);
  const heights = firsts.map((page) => page.querySelector('.cover-org img')?.getBoundingClientRect().height);
  expect(new Set(heights.map((height) => Math.round(height ?? 0)))).toEqual(new Set([45]));
  frame.remove();
}, 60_000);

it('stops when it is told to', async () => {
  const controller = new AbortController();
  const made = bookletHtml('Papiers', documents, {
    tell: (done) => done === 2 && controller.abort(),
    signal: controller.signal,
  });
  await expect(made).rejects.toThrow(/abort/i);
});
