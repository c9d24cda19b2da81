import { expect, it } from 'vitest';
import { isOwnWorker, trustOnlyOurOwn } from '@renderer/host/trustedTypes';

const page = 'app://regie/index.html#/events?q=été';

it.each([
  ['app://regie/assets/search.worker-BS0xCdAl.js', true],
  ['assets/taskImport.worker-a_b-c.js', true],
  ['app://regie/assets/index-DvK4ehiA.js', false],
  ['app://regie/assets/search.worker-a.js?x', false],
  ['app://regie/assets/../search.worker-a.js', false],
  ['app://other/assets/search.worker-a.js', false],
  ['https://example.org/assets/search.worker-a.js', false],
  ['https://example.org/app://regie/assets/search.worker-a.js', false],
  ['blob:app://regie/assets/search.worker-a.js', false],
  ['data:text/javascript,x.worker-a.js', false],
  ['search.worker-a.js', false],
  ['', false],
])('%s is a worker of ours: %s', (address, answer) => {
  expect(isOwnWorker(address, page)).toBe(answer);
});

it('the one policy lets the empty text and our workers through, and nothing else', () => {
  const made: [string, unknown[]][] = [];
  trustOnlyOurOwn({
    createPolicy: (name, rules) => {
      const given = ['', '<b>', ' '].map(rules.createHTML);
      const worker = new URL('assets/search.worker-a.js', location.href).href;
      made.push([name, [...given, rules.createScriptURL(worker) === worker, rules.createScriptURL('/x.js')]]);
    },
  });
  expect(made).toEqual([['default', ['', null, null, true, null]]]);
});
