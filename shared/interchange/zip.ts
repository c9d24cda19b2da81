import { Deflate, Inflate } from 'fflate';

/** A file inside a zip, as the zip's own list describes it: sizes in bytes, before anything is unpacked. */
export type ZipEntry = Readonly<{
  name: string;
  size: number;
  packedSize: number;
  isDeflated: boolean;
  crc: number;
  /** Where its packed bytes begin in the file. */
  dataAt: number;
}>;

/** Beyond these a zip is refused from its list alone. The ratio counts from 16 MiB up: below, a bomb is no danger. */
export const zipLimits = {
  entries: 65_000,
  totalBytes: 2 * 1024 ** 3,
  ratio: 200,
  ratioFromBytes: 16 * 1024 ** 2,
};

export type ZipList =
  | Readonly<{ kind: 'list'; entries: readonly ZipEntry[] }>
  | Readonly<{ kind: 'notAZip' }>
  | Readonly<{ kind: 'damaged' | 'tooLarge'; place: string }>;

/**
 * A zip of these files, in their order: deflated where that helps and where our own limits allow, stored otherwise. Done in steps that leave the
 * page free to draw. Names must be ASCII. Throws when there are more files, or more bytes, than `zipLimits` lets back in.
 */
export async function writeZip(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const total = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  if (files.size > zipLimits.entries || total > zipLimits.totalBytes)
    throw new RangeError('too much for one zip');
  const entries: PackedEntry[] = [];
  for (const [name, content] of files) {
    const crc = await crc32(content);
    entries.push(packedEntry(name, content, await deflate(content), crc));
  }
  return joined(zipParts(entries));
}

/** A file as it stands in a zip: its bytes deflated, or as they are. */
export type PackedEntry = Omit<ZipEntry, 'dataAt' | 'packedSize'> & Readonly<{ packed: Uint8Array }>;

/** Deflated where that helps and where our own limits would let it back in, as it is otherwise. */
export function packedEntry(
  name: string,
  content: Uint8Array,
  deflated: Uint8Array,
  crc: number,
): PackedEntry {
  const isDeflated = deflated.length < content.length && !isSuspicious(content.length, deflated.length);
  return { name, size: content.length, isDeflated, crc, packed: isDeflated ? deflated : content };
}

/** The bytes of a zip of these entries, piece after piece, in their order. */
export function zipParts(entries: readonly PackedEntry[]): Uint8Array[] {
  const parts: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let at = 0;
  for (const { packed, ...entry } of entries) {
    const facts = { ...entry, packedSize: packed.length };
    const head = localHeader(facts);
    list.push(listHeader(facts, at));
    parts.push(head, packed);
    at += head.length + packed.length;
  }
  return [...parts, ...list, endOfList(list, at)];
}

/** What a zip says that it holds, checked for consistency: every entry where it claims to be, none over another, none encrypted. */
export function listZip(bytes: Uint8Array): ZipList {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfListAt(view);
  if (end === null) return startsAsZip(view) ? damaged('') : { kind: 'notAZip' };
  const [count, listSize, listAt] = [u16(view, end + 10), u32(view, end + 12), u32(view, end + 16)];
  if (count > zipLimits.entries) return { kind: 'tooLarge', place: '' };
  if (listAt + listSize !== end || u16(view, end + 8) !== count) return damaged('');

  const entries: ZipEntry[] = [];
  let at = listAt;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || u32(view, at) !== 0x02014b50) return damaged('');
    const nameLength = u16(view, at + 28);
    const next = at + 46 + nameLength + u16(view, at + 30) + u16(view, at + 32);
    if (next > end) return damaged('');
    const entry = readEntryFacts(view, at, nameLength);
    if (!entry) return damaged('');
    entries.push(entry);
    at = next;
  }
  if (at !== end) return damaged('');
  return faultOf(entries, listAt) ?? { kind: 'list', entries };
}

/** The content of one entry, or `null` when it is not what the list says: its length and its CRC are checked while inflating. */
export async function readZipEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packedSize);
  const content = entry.isDeflated ? await inflate(packed, entry.size) : packed.slice();
  if (content?.length !== entry.size) return null;
  return (await crc32(content)) === entry.crc ? content : null;
}

/** Lets the page draw and answer between two pieces of long work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

type Facts = Omit<ZipEntry, 'dataAt'>;

const pieceBytes = 2 * 1024 ** 2;

function* piecesOf(bytes: Uint8Array): Iterable<{ piece: Uint8Array; isLast: boolean }> {
  for (let at = 0; at === 0 || at < bytes.length; at += pieceBytes) {
    yield { piece: bytes.subarray(at, at + pieceBytes), isLast: at + pieceBytes >= bytes.length };
  }
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const stream = new Deflate({ level: 6 }, (part) => void parts.push(part));
  for (const { piece, isLast } of piecesOf(bytes)) {
    stream.push(piece, isLast);
    if (!isLast) await pause();
  }
  return joined(parts);
}

/** `null` when the stream is broken or gives more than it should. */
async function inflate(packed: Uint8Array, size: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((part) => {
    if (length + part.length <= size) content.set(part, length);
    length += part.length;
  });
  try {
    for (const { piece, isLast } of piecesOf(packed)) {
      stream.push(piece, isLast);
      if (length > size) return null;
      if (!isLast) await pause();
    }
  } catch {
    return null;
  }
  return length === size ? content : null;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

async function crc32(bytes: Uint8Array): Promise<number> {
  let crc = 0xffffffff;
  for (const { piece, isLast } of piecesOf(bytes)) {
    for (const byte of piece) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
    if (!isLast) await pause();
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function isSuspicious(size: number, packedSize: number): boolean {
  return size > zipLimits.ratioFromBytes && size > packedSize * zipLimits.ratio;
}

function readEntryFacts(view: DataView, at: number, nameLength: number): ZipEntry | null {
  const [flags, method] = [u16(view, at + 8), u16(view, at + 10)];
  const headAt = u32(view, at + 42);
  const isEncrypted = (flags & 1) === 1;
  if (isEncrypted || (method !== 0 && method !== 8) || headAt + 30 > view.byteLength) return null;
  if (u32(view, headAt) !== 0x04034b50 || u16(view, headAt + 26) !== nameLength) return null;
  const name = textAt(view, at + 46, nameLength);
  const dataAt = headAt + 30 + nameLength + u16(view, headAt + 28);
  if (dataAt > view.byteLength || textAt(view, headAt + 30, nameLength) !== name) return null;
  return {
    name,
    size: u32(view, at + 24),
    packedSize: u32(view, at + 20),
    isDeflated: method === 8,
    crc: u32(view, at + 16),
    dataAt,
  };
}

function faultOf(entries: readonly ZipEntry[], listAt: number): ZipList | null {
  const names = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    if (names.has(entry.name)) return damaged(entry.name);
    names.add(entry.name);
    total += entry.size;
    if (isSuspicious(entry.size, entry.packedSize))
      return { kind: 'tooLarge', place: entry.name.slice(0, 80) };
    if (!entry.isDeflated && entry.size !== entry.packedSize) return damaged(entry.name);
  }
  if (total > zipLimits.totalBytes) return { kind: 'tooLarge', place: '' };
  let free = 0;
  for (const { name, dataAt, packedSize } of entries.toSorted((left, right) => left.dataAt - right.dataAt)) {
    if (dataAt < free || dataAt + packedSize > listAt) return damaged(name);
    free = dataAt + packedSize;
  }
  return null;
}

function damaged(name: string): ZipList {
  return { kind: 'damaged', place: name.slice(0, 80) };
}

function startsAsZip(view: DataView): boolean {
  return view.byteLength >= 4 && u32(view, 0) === 0x04034b50;
}

/** The end record must end the file, its comment included. */
function endOfListAt(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1) {
    if (u32(view, at) === 0x06054b50 && at + 22 + u16(view, at + 20) === view.byteLength) return at;
  }
  return null;
}

/** Midnight of 1 January 1980, the first moment that a zip can tell: the same workspace gives the same bytes. */
const noDate = 0x00210000;
const utf8Names = 0x0800;

function localHeader({ name, size, packedSize, isDeflated, crc }: Facts): Uint8Array {
  const method = isDeflated ? 8 : 0;
  return record(
    name,
    [4, 0x04034b50],
    [2, 20],
    [2, utf8Names],
    [2, method],
    [4, noDate],
    [4, crc],
    [4, packedSize],
    [4, size],
    [2, name.length],
    [2, 0],
  );
}

function listHeader({ name, size, packedSize, isDeflated, crc }: Facts, headAt: number): Uint8Array {
  const method = isDeflated ? 8 : 0;
  return record(
    name,
    [4, 0x02014b50],
    [2, 20],
    [2, 20],
    [2, utf8Names],
    [2, method],
    [4, noDate],
    [4, crc],
    [4, packedSize],
    [4, size],
    [2, name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, headAt],
  );
}

function endOfList(list: readonly Uint8Array[], listAt: number): Uint8Array {
  const listSize = list.reduce((sum, { length }) => sum + length, 0);
  return record(
    '',
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, list.length],
    [2, list.length],
    [4, listSize],
    [4, listAt],
    [2, 0],
  );
}

/** Little-endian numbers of 2 or 4 bytes, then a name. */
function record(name: string, ...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const length = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const made = new Uint8Array(length + name.length);
  const view = new DataView(made.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  made.set(new TextEncoder().encode(name), at);
  return made;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function u16(view: DataView, at: number): number {
  return view.getUint16(at, true);
}

function u32(view: DataView, at: number): number {
  return view.getUint32(at, true);
}

function textAt(view: DataView, at: number, length: number): string {
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
}
