import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { browserPagePolicy, pagePolicy } from '../../electron/contentSecurityPolicy';
import { browserPageFile, pageFile } from '../../electron/pageFiles';
import { aFolder } from '../support/folder';

async function aPage(): Promise<string> {
  const folder = await aFolder();
  const page = join(folder, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html>');
  await writeFile(join(page, 'assets', 'a.js'), 'export {}');
  await writeFile(join(page, 'notes.docx'), 'not served');
  await writeFile(join(folder, 'secret.txt'), 'outside');
  return page;
}

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/index.html', 'text/html; charset=utf-8'],
  ['/assets/a.js', 'text/javascript; charset=utf-8'],
])('%s is served with its type and the security policy', async (path, type) => {
  const { status, headers } = await pageFile(await aPage(), path);
  expect({ status, type: headers['Content-Type'], policy: headers['Content-Security-Policy'] }).toEqual({
    status: 200,
    type,
    policy: pagePolicy,
  });
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/..%5csecret.txt',
  '/assets%2f..%2f..%2fsecret.txt',
  '/%252e%252e%252fsecret.txt',
  '/index.html%00.js',
  '/C:/secret.txt',
  '/%',
])('%s is refused: it is not plainly inside the page', async (path) => {
  const { status, body } = await pageFile(await aPage(), path);
  expect({ status, length: body.length }).toEqual({ status: 400, length: 0 });
});

test.each(['/nothing.js', '/notes.docx', '/assets', '/assets/', '/print/1', '//'])(
  '%s is not there',
  async (path) => {
    const { status, body } = await pageFile(await aPage(), path);
    expect({ status, length: body.length }).toEqual({ status: 404, length: 0 });
  },
);

test('a plain browser gets the page too, and an empty paper that may style itself and runs nothing', async () => {
  const page = await aPage();
  const paper = (await browserPageFile(page, '/paper.html')).headers['Content-Security-Policy'];
  expect((await browserPageFile(page, '/')).headers['Content-Security-Policy']).toBe(browserPagePolicy);
  expect(paper).toContain("style-src 'self' 'unsafe-inline'");
  expect(paper).toContain("frame-ancestors 'self'");
  expect(paper).not.toContain('script-src');
  expect((await browserPageFile(page, '/..%2fsecret.txt')).status).toBe(400);
  expect((await pageFile(page, '/paper.html')).status).toBe(404);
});
