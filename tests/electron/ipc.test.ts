import { type Channel, channels } from '@shared/ipc';
import { describe, expect, test } from 'vitest';
import { answerPage, type Handlers } from '../../electron/ipc';
import type { Fact } from '../../electron/log';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const bytes = new Uint8Array([1]);
const changeSet = {
  seq: 1,
  id,
  at: '2026-05-01T08:00Z',
  label: { key: 'created', params: {} },
  kind: 'do',
  of: null,
  operations: [],
};
const job = { html: '<p>', title: 'Rapport', language: 'fr', landscape: false };

/** For each channel: what it takes, and things near it that it must not take. */
const asks: Record<Channel, { good: unknown[]; bad: unknown[][] }> = {
  'app:info': { good: [], bad: [['more'], [null]] },
  'app:appearance': {
    good: [{ language: 'fr', theme: 'dark' }],
    bad: [[], [{ language: 'de', theme: 'dark' }], [{}]],
  },
  'journal:append': {
    good: [changeSet],
    bad: [
      [],
      [{ ...changeSet, seq: 0 }],
      [{ ...changeSet, seq: '1' }],
      [{ ...changeSet, id: '../x' }],
      [[changeSet]],
    ],
  },
  'journal:latest': { good: [10], bad: [[], [0], [1001], ['1']] },
  'safety:start': { good: [1], bad: [[], [0], [1.5], ['1']] },
  'safety:mend': { good: [[changeSet]], bad: [[], [changeSet], [[{ ...changeSet, seq: 0 }]]] },
  'safety:records': {
    good: ['head', 'tasks', 0, 100],
    bad: [
      ['../journal', 'tasks', 0, 100],
      ['snapshot-000000001-20250101T000000.regie/..', 'tasks', 0, 100],
      ['head', 'tasks', -1, 100],
      ['head', 'tasks', 0, 1e9],
    ],
  },
  'safety:setAside': { good: [], bad: [['IndexedDB']] },
  'safety:snapshots': { good: [], bad: [[1]] },
  'safety:snapshot': { good: [], bad: [['/tmp/x']] },
  'safety:verify': { good: [], bad: [[1]] },
  'safety:state': { good: [], bad: [[1]] },
  'safety:second': { good: ['choose'], bad: [[], ['/media/usb'], [null]] },
  'safety:saveCopy': { good: ['copie.regie'], bad: [[], [''], ['a'.repeat(201)]] },
  'safety:forget': { good: [], bad: [[true]] },
  'journal:after': {
    good: [0, 10],
    bad: [[0], [-1, 10], [0, 1001], [0, 0], [0.5, 10], ['0', 10], [Number.NaN, 1]],
  },
  'files:save': {
    good: ['a.csv', 'csv', bytes],
    bad: [
      ['a.csv', 'csv', 'text'],
      ['', 'csv', bytes],
      ['a', 'exe', bytes],
      ['a'.repeat(201), 'csv', bytes],
      [{}, 'csv', bytes],
    ],
  },
  'files:open': { good: ['csv'], bad: [[], ['/etc/passwd'], [['csv']]] },
  'attachments:put': { good: [id, bytes], bad: [['../../x', bytes], [id, [1]], [id]] },
  'attachments:get': { good: [id], bad: [['..'], [`${id}/../x`], [null]] },
  'attachments:remove': { good: [id], bad: [['*'], [{ id }]] },
  'print:pdf': {
    good: [job],
    bad: [[{ ...job, html: '' }], [{ ...job, language: 'xx' }], [{ ...job, landscape: 1 }]],
  },
  'print:paper': { good: [job], bad: [[], [job, job]] },
  'shell:open': {
    good: ['https://example.nc'],
    bad: [['not an address'], [1], [`https://${'a'.repeat(2000)}.nc`]],
  },
};
const answers: { [C in Channel]: unknown } = {
  'app:info': { kind: 'electron', version: '1.0.0', platform: 'linux', systemLocale: 'fr-FR' },
  'app:appearance': undefined,
  'journal:append': undefined,
  'journal:latest': [changeSet],
  'safety:start': { kind: 'ready', seq: 1, from: 0, sums: {}, wasClean: true },
  'safety:mend': undefined,
  'safety:records': [{ id: 'x' }],
  'safety:setAside': undefined,
  'safety:snapshots': [],
  'safety:snapshot': undefined,
  'safety:verify': [{ name: 'snapshot-000000001-20250101T000000.regie', facts: null }],
  'safety:state': { snapshot: null, second: null, freeBytes: 1, room: 'full', failure: null },
  'safety:second': { kind: 'done' },
  'safety:saveCopy': { kind: 'saved', name: 'a.regie' },
  'safety:forget': undefined,
  'journal:after': [changeSet],
  'files:save': { kind: 'saved', name: 'a.csv' },
  'files:open': { kind: 'cancelled' },
  'attachments:put': undefined,
  'attachments:get': null,
  'attachments:remove': undefined,
  'print:pdf': bytes,
  'print:paper': { kind: 'printed' },
  'shell:open': undefined,
};

describe.each(Object.keys(channels) as Channel[])('%s', (channel) => {
  test('answers the page', async () => {
    const { ask, heard } = aHost();
    expect(await ask(channel, asks[channel].good)).toEqual(answers[channel]);
    expect(heard).toEqual([[channel, asks[channel].good]]);
  });

  test('does not answer another sender, and does nothing for it', async () => {
    const { ask, heard } = aHost({ isPage: false });
    await expect(ask(channel, asks[channel].good)).rejects.toThrow(`refused: ${channel}`);
    expect(heard).toEqual([]);
  });

  test.each(asks[channel].bad.map((bad) => [bad]))('refuses %j and does nothing', async (bad) => {
    const { ask, heard } = aHost();
    await expect(ask(channel, bad)).rejects.toThrow(`refused: ${channel}`);
    expect(heard).toEqual([]);
  });

  test('gives no answer of a wrong shape', async () => {
    const { ask } = aHost({ answer: { wrong: true } });
    await expect(ask(channel, asks[channel].good)).rejects.toThrow(`refused: ${channel} would answer`);
  });
});

test('the log learns which channel refused or failed and why, never what was asked', async () => {
  const secret = 'Mireille Dupont';
  const failing = aHost({
    fails: Object.assign(new Error(secret), { code: 'ENOSPC', path: `/home/${secret}` }),
  });
  await expect(failing.ask('journal:append', [changeSet])).rejects.toThrow(secret);
  const deaf = aHost({ isPage: false });
  await expect(deaf.ask('files:save', [secret, 'csv', bytes])).rejects.toThrow('refused');
  const strict = aHost();
  await expect(strict.ask('files:open', [secret])).rejects.toThrow('refused');
  expect([...failing.noted, ...deaf.noted, ...strict.noted]).toEqual([
    { what: 'failed', channel: 'journal:append', error: { name: 'Error', code: 'ENOSPC', frames: [] } },
    { what: 'refused', channel: 'files:save', why: 'sender' },
    { what: 'refused', channel: 'files:open', why: 'shape' },
  ]);
});

/** The channels as Electron would hold them, with handlers that note what they hear. */
function aHost(given: { isPage?: boolean; answer?: unknown; fails?: Error } = {}) {
  const heard: [Channel, unknown[]][] = [];
  const noted: Fact[] = [];
  const handlers = Object.fromEntries(
    (Object.keys(channels) as Channel[]).map((channel) => [
      channel,
      (...ask: unknown[]) => {
        heard.push([channel, ask]);
        if (given.fails) throw given.fails;
        return 'answer' in given ? given.answer : answers[channel];
      },
    ]),
  ) as unknown as Handlers;
  const listeners = new Map<string, (event: never, ...ask: unknown[]) => unknown>();
  answerPage(
    { handle: (channel, listener) => listeners.set(channel, listener) },
    handlers,
    () => given.isPage ?? true,
    { note: (fact) => noted.push(fact) },
  );
  return {
    heard,
    noted,
    ask: async (channel: Channel, ask: unknown[]) => listeners.get(channel)?.(undefined as never, ...ask),
  };
}
