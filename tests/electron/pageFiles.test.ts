import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pagePolicy } from '../../electron/contentSecurityPolicy';
import { pageFile } from '../../electron/pageFiles';
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
