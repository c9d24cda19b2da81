import { listZip, readZipEntry, writeZip, zipLimits } from '@shared/interchange/zip';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The names and contents of a zip, or why it is refused. */
async function contentsOf(bytes: Uint8Array) {
  const list = listZip(bytes);
  if (list.kind !== 'list') return list;
  const contents: [string, string | null][] = [];
  for (const entry of list.entries) {
    const content = await readZipEntry(bytes, entry);
    contents.push([entry.name, content && new TextDecoder().decode(content)]);
  }
  return contents;
}
function withNumber(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  new DataView(changed.buffer).setUint32(at, value, true);
  return changed;
}
/** Where the list of a zip of ours begins, for one entry. */
const listAt = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 6, true);

/** Of an entry whose name has one letter, and where the name of a second one stands when the first holds one byte. */
const headLength = 30 + 1;
const nameOfSecond = headLength + 1 + 30;

describe('a zip', () => {
  it('gives back any files, and another program reads the same', async () => {
    const files = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 200 })),
      {
        selector: ([name]) => name,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(files, async (pairs) => {
        const bytes = await writeZip(new Map(pairs));
        const list = listZip(bytes);
        if (list.kind !== 'list') throw new Error(list.kind);
        const back = await Promise.all(list.entries.map((entry) => readZipEntry(bytes, entry)));
        expect(list.entries.map(({ name }, index) => [name, back[index]])).toEqual(pairs);
        expect(new Map(Object.entries(unzipSync(bytes)))).toEqual(new Map(pairs));
      }),
      { numRuns: 50 },
    );
  });

  it('of another program is read, stored or deflated, in pieces or not', async () => {
    const long = 'abc '.repeat(2_000_000);
    const bytes = zipSync({
      'a.txt': [bytesOf(long), { level: 6 }],
      'b.txt': [bytesOf('court'), { level: 0 }],
    });
    expect(await contentsOf(bytes)).toEqual([
      ['a.txt', long],
      ['b.txt', 'court'],
    ]);
  });

  it('is the same, byte for byte, for the same files', async () => {
    const files = new Map([['a', bytesOf('x'.repeat(1_000))]]);
    expect(await writeZip(files)).toEqual(await writeZip(files));
  });

  it('stores what would look like a bomb when deflated, so that it is let in again', async () => {
    const size = zipLimits.ratioFromBytes + 1;
    const list = listZip(await writeZip(new Map([['vide', new Uint8Array(size)]])));
    expect(
      list.kind === 'list' && list.entries.map(({ isDeflated, packedSize }) => [isDeflated, packedSize]),
    ).toEqual([[false, size]]);
  });
});

describe('a zip that is refused', () => {
  it('is none', () => {
    expect(listZip(bytesOf('rien'))).toEqual({ kind: 'notAZip' });
    expect(listZip(new Uint8Array())).toEqual({ kind: 'notAZip' });
  });

  it('is cut, or followed by something', async () => {
    const bytes = await writeZip(new Map([['a', bytesOf('x')]]));
    expect(listZip(bytes.slice(0, -1))).toEqual({ kind: 'damaged', place: '' });
    expect(listZip(new Uint8Array([...bytes, 0]))).toEqual({ kind: 'damaged', place: '' });
    expect(listZip(bytes.slice(0, 20))).toEqual({ kind: 'damaged', place: '' });
  });

  it('unpacks to 200 times its size, or to more than 2 GB', () => {
    const bomb = zipSync({ bombe: [new Uint8Array(zipLimits.ratioFromBytes + 1), { level: 9 }] });
    expect(listZip(bomb)).toEqual({ kind: 'tooLarge', place: 'bombe' });
    const small = zipSync({ a: [new Uint8Array(1_000), { level: 9 }] });
    expect(listZip(withNumber(small, listAt(small) + 24, 0xffffffff))).toEqual({
      kind: 'tooLarge',
      place: 'a',
    });
  });

  it('claims another size or another CRC than its content has', async () => {
    const bytes = await writeZip(new Map([['a', bytesOf('abcabcabcabcabcabcabcabc')]]));
    for (const [field, value] of [
      [16, 1],
      [24, 23],
      [24, 25],
    ] as const) {
      expect(await contentsOf(withNumber(bytes, listAt(bytes) + field, value))).toEqual([['a', null]]);
    }
  });

  it('holds the same name twice', async () => {
    const twice = await writeZip(
      new Map([
        ['a', bytesOf('x')],
        ['b', bytesOf('y')],
      ]),
    );
    const renamed = twice.slice();
    for (const at of [nameOfSecond, twice.length - 22 - 1]) renamed[at] = bytesOf('a')[0] ?? 0;
    expect(listZip(renamed)).toEqual({ kind: 'damaged', place: 'a' });
  });

  it('holds one entry inside another, as bombs do to count their bytes twice', async () => {
    const inner = await writeZip(new Map([['b', bytesOf('y')]]));
    const outer = zipSync({ a: [inner.slice(0, listAt(inner)), { level: 0 }] });
    const innerList = withNumber(inner.slice(listAt(inner), -22), 42, headLength);
    const bytes = new Uint8Array([...outer.slice(0, -22), ...innerList, ...outer.slice(-22)]);
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 22;
    view.setUint16(end + 8, 2, true);
    view.setUint16(end + 10, 2, true);
    view.setUint32(end + 12, end - listAt(outer), true);
    expect(listZip(bytes)).toEqual({ kind: 'damaged', place: 'b' });
  });

  it('is encrypted', async () => {
    const bytes = (await writeZip(new Map([['a', bytesOf('x')]]))).slice();
    const flags = listAt(bytes) + 8;
    bytes[flags] = (bytes[flags] ?? 0) | 1;
    expect(listZip(bytes)).toEqual({ kind: 'damaged', place: '' });
  });

  it('is never more than an answer, whatever its bytes', async () => {
    const good = await writeZip(
      new Map([
        ['a', bytesOf('un '.repeat(40))],
        ['b', bytesOf('deux')],
      ]),
    );
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, async (edits) => {
        const bytes = good.slice();
        for (const [at, value] of edits) bytes[at] = value;
        const contents = await contentsOf(bytes);
        expect(contents).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});
