import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './build.mjs';

/** The port is part of the origin, and the origin owns the browser's database: the same one is tried first, always. */
const preferredPort = 7343;
const host = '127.0.0.1';

/**
 * Serves the built page on this machine only, as the app scheme does: same files, same headers, same refusals. Answers its address,
 * and whether that is the usual one.
 */
export async function servePage(port = preferredPort) {
  const { browserPageFile } = await import(pathToFileURL(join(root, 'out/electron/pageFiles.js')).href);
  const server = createServer((request, response) => {
    answer(browserPageFile, request, response).catch(() => response.destroy());
  });
  const isUsual = await listen(server, port);
  return { address: `http://${host}:${server.address().port}/`, isUsual, close: () => server.close() };
}

async function answer(fileOf, request, response) {
  const { port } = request.socket.address();
  if (request.headers.host === `localhost:${port}`) {
    response.writeHead(308, { Location: `http://${host}:${port}/` }).end();
    return;
  }
  // Another name for this address would be another origin, or somebody else's page pointing here.
  if (request.headers.host !== `${host}:${port}` || !['GET', 'HEAD'].includes(request.method ?? '')) {
    response.writeHead(403).end();
    return;
  }
  const path = (request.url ?? '/').split('?', 1)[0];
  const { status, headers, body } = await fileOf(join(root, 'out/page'), path);
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}

async function listen(server, port) {
  for (const [attempt, isUsual] of [
    [port, port === preferredPort],
    [0, false],
  ]) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(attempt, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return isUsual;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    }
  }
  throw new Error('no port is free');
}
