import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { browserPagePolicy, browserPaperPolicy, pagePolicy } from './contentSecurityPolicy';

export type PageFile = { status: 200 | 400 | 404; headers: Record<string, string>; body: Uint8Array };

/** What may be served; a file of another kind is not there. */
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/** Sent with every answer, whoever serves the page. */
export function guardHeaders(policy: string): Record<string, string> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
}

/**
 * The file of the built page that a URL path names, `/` being its first document. A path that is not plainly inside `folder`
 * (encoded dots or slashes, backslashes, NUL, bad escapes) is refused.
 */
export async function pageFile(
  folder: string,
  urlPath: string,
  policy: string = pagePolicy,
): Promise<PageFile> {
  const path = filePath(folder, urlPath);
  if (path === null) return { status: 400, headers: guardHeaders(policy), body: new Uint8Array() };
  const type = types[extname(path)];
  const body = type === undefined ? null : await readFile(path).catch(() => null);
  if (type === undefined || body === null) {
    return { status: 404, headers: guardHeaders(policy), body: new Uint8Array() };
  }
  return { status: 200, headers: { ...guardHeaders(policy), 'Content-Type': type }, body };
}

/** The same for a plain browser, with one empty document more: `/paper.html`, in which the page lays out what it prints. */
export async function browserPageFile(folder: string, urlPath: string): Promise<PageFile> {
  if (urlPath !== '/paper.html') return pageFile(folder, urlPath, browserPagePolicy);
  return {
    status: 200,
    headers: { ...guardHeaders(browserPaperPolicy), 'Content-Type': types['.html'] ?? '' },
    body: Buffer.from('<!doctype html><title>Régie</title>'),
  };
}

function filePath(folder: string, urlPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (/[\\\0%:]/.test(decoded) || decoded.split('/').includes('..')) return null;
  const root = resolve(folder);
  const path = join(root, decoded === '/' ? 'index.html' : decoded);
  return path.startsWith(root + sep) ? path : null;
}
