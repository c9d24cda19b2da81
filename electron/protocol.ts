import { protocol, type Session } from 'electron';
import { randomUUID } from 'node:crypto';
import { origin, scheme } from './address';
import { printPolicy } from './contentSecurityPolicy';
import { guardHeaders, pageFile } from './pageFiles';

/** Before the app is ready. The scheme behaves as https does: an origin of its own, storage, fetch, module workers. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

const printPath = '/print/';
const documents = new Map<string, string>();

/** Serves the built page, and documents to print, to this session. */
export function serve(session: Session, pageFolder: string): void {
  session.protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || `${url.protocol}//${url.host}` !== origin)
      return new Response(null, { status: 403 });
    if (url.pathname.startsWith(printPath)) return printResponse(url.pathname.slice(printPath.length));
    const { status, headers, body } = await pageFile(pageFolder, url.pathname);
    return new Response(body as Uint8Array<ArrayBuffer>, { status, headers });
  });
}

/** An address that gives this document once. */
export function offerDocument(html: string): string {
  const id = randomUUID();
  documents.set(id, html);
  return `${origin}${printPath}${id}`;
}

function printResponse(id: string): Response {
  const html = documents.get(id);
  documents.delete(id);
  if (html === undefined) return new Response(null, { status: 404, headers: guardHeaders(printPolicy) });
  return new Response(html, {
    headers: { ...guardHeaders(printPolicy), 'Content-Type': 'text/html; charset=utf-8' },
  });
}
