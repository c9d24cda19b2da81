import { expect, test } from 'vitest';
import { importsOf, sourcesUnder } from '../support/imports';

test('the host has nothing with which to reach a network, and starts no program but itself', () => {
  const found = sourcesUnder('electron').flatMap(({ path, text }) => {
    const modules = importsOf(text)
      .map(({ from }) => from.replace(/^node:/, ''))
      .filter((from) =>
        /^(net|http2?|https|tls|dgram|dns|inspector|child_process|cluster|worker_threads)\b/.test(from),
      );
    const calls = [
      ...text.matchAll(/\bfetch\(|\bWebSocket\b|\bautoUpdater\b|\bcrashReporter\b|[{,]\s*net\s*[,}]/g),
    ];
    return [...modules, ...calls.map(([call]) => call)].map((what) => `${path} ${what}`);
  });
  // Without a display the command line starts the program once more, without one.
  expect(found).toEqual(['electron/unattended.ts child_process']);
});
