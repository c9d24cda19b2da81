import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const entrySignature = 0x02014b50;
const executable = 0o100;

/**
 * Unpacks the entries of a zip that `place` gives a path for (relative to `folder`), one at a time: an archive of hundreds of
 * megabytes never stands in memory whole. Plain zip only (no zip64, no encryption); throws on anything else, on a path that
 * leaves the folder, and on a wrong checksum.
 */
export async function unzip(
  /** @type {string} */ archive,
  /** @type {string} */ folder,
  /** @type {(name: string) => string | null} */ place,
) {
  const file = await open(archive);
  try {
    for (const entry of await entriesOf(file)) {
      const path = entry.name.endsWith('/') ? null : place(entry.name);
      if (path === null) continue;
      const target = join(folder, normalize(path));
      if (!target.startsWith(folder + sep)) throw new Error(`${entry.name} leaves the folder`);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, await contentOf(file, entry), {
        mode: entry.mode & executable ? 0o755 : 0o644,
      });
    }
  } finally {
    await file.close();
  }
}

async function entriesOf(file) {
  const { size } = await file.stat();
  const tail = await read(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || tail.readUInt32LE(end) !== endOfDirectory)
    throw new Error('not a zip archive, or a cut one');
  const count = tail.readUInt16LE(end + 10);
  const directory = await read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; entries.length < count;) {
    if (directory.readUInt32LE(at) !== entrySignature)
      throw new Error('the directory of the zip archive is damaged');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      directory.readUInt16LE(at + offset),
    );
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

async function contentOf(file, entry) {
  const header = await read(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = await read(file, start, entry.packedSize);
  const content = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: entry.size || 1 });
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw new Error(`${entry.name} is damaged`);
  return content;
}

async function read(file, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('the archive is cut short');
  return buffer;
}
