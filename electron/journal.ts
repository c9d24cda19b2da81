import { createHash } from 'node:crypto';
import { constants, type PathLike } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './files';

/** What a line must have; the rest of it is the page's business. */
export type Entry = Readonly<{ seq: number }>;

/** The calls that the journal makes of the file system: a test may fail each of them in turn. */
export type JournalFile = {
  read: (
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ bytesRead: number }>;
  write: (
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ bytesWritten: number }>;
  datasync: () => Promise<void>;
  truncate: (length: number) => Promise<void>;
  stat: () => Promise<{ size: number }>;
  close: () => Promise<void>;
};
export type JournalFiles = {
  mkdir: (path: string, options: { recursive: true }) => Promise<unknown>;
  open: (path: PathLike, flags: number) => Promise<JournalFile>;
  writeFile: (path: string, content: Uint8Array) => Promise<void>;
  /** Makes the names in a folder last; does nothing where the system has no such call. */
  syncFolder: (path: string) => Promise<void>;
};

export type Journal = {
  /** The last `seq` written; 0 when empty. */
  head: () => number;
  /** What was cut off the end when the journal was opened, and where it is kept; `null` after a clean end. */
  cut: { bytes: number; keptIn: string } | null;
  /**
   * Resolves once the entry is on the disk. Rejects, with the file as it was, when its `seq` is not the next one or when the
   * disk says no. Once the file cannot be put back as it was, every later append is refused until the journal is opened again.
   */
  append: (entry: Entry) => Promise<void>;
  /** Entries after `seq`, oldest first: at most `limit`, fewer when they are large, none only at the end. */
  after: (seq: number, limit: number) => Promise<Entry[]>;
  close: () => Promise<void>;
};

/** A line in the middle does not check: the journal is left untouched for whoever recovers it. */
export class DamagedJournal extends Error {
  readonly path: string;
  readonly line: number;
  constructor(path: string, line: number, reason: string) {
    super(`journalDamaged: line ${line}: ${reason}`);
    this.name = 'DamagedJournal';
    this.path = path;
    this.line = line;
  }
}

export function journalPath(profile: string): string {
  return join(profile, 'journal', 'journal-000001.jsonl');
}

/**
 * Opens `<profile>/journal`, making it if need be. One line per entry:
 * `{"seq":…, …the entry…, "previous":"<check of the line before>","crc":"<check>"}`, where a check is the first 16 hexadecimal
 * digits of the SHA-256 of the line up to it. Each line is checked; a last line that is cut or wrong was never acknowledged: it is
 * taken off and kept in a `.torn` file. Anything wrong before the last line throws `DamagedJournal`.
 */
export async function openJournal(profile: string, files: JournalFiles = systemFiles): Promise<Journal> {
  const path = journalPath(profile);
  await files.mkdir(dirname(path), { recursive: true });
  const file = await files.open(path, constants.O_RDWR | constants.O_CREAT);
  try {
    await files.syncFolder(dirname(path));
    await files.syncFolder(profile);
    const found = await checkLines(file, path);
    const cut = await cutTail(file, files, path, found);
    return journalOn(file, found, cut);
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Reads a journal that another process may be writing: nothing is changed, a torn end is passed over. */
export async function readJournal(profile: string, take: (entry: Entry) => void): Promise<void> {
  const path = journalPath(profile);
  const file = await nodeFiles.open(path, constants.O_RDONLY);
  try {
    await checkLines(file, path, (line) => take(entryOf(line)));
  } finally {
    await file.close();
  }
}

type Line = Entry & { previous: string; crc: string };

/** Where each line begins, the whole lines' end, and the last line's check. */
type Found = { starts: number[]; end: number; size: number; check: string };

/** An answer stops growing here: an import may be one entry of many megabytes. */
const answerBytes = 16 * 1024 * 1024;
const checkLength = 16;
const firstPrevious = '0'.repeat(checkLength);
const tailOf = (previous: string) => `,"previous":"${previous}"`;
const endingOf = (check: string) => `,"crc":"${check}"}`;
const endingLength = endingOf(firstPrevious).length;
const newline = 0x0a;

function journalOn(file: JournalFile, found: Found, cut: Journal['cut']): Journal {
  const { starts } = found;
  let { end, check } = found;
  let queue: Promise<unknown> = Promise.resolve();
  let broken: string | null = null;

  async function write(entry: Entry): Promise<void> {
    if (broken !== null) throw new Error(`journalClosed: ${broken}`);
    if (entry.seq !== starts.length + 1) {
      throw new Error(`journalOutOfStep: change ${entry.seq} cannot follow change ${starts.length}`);
    }
    const [line, lineCheck] = lineOf(entry, check);
    try {
      await writeAll(file, line, end);
      await file.datasync();
    } catch (error) {
      await putBack(error);
      throw error;
    }
    starts.push(end);
    end += line.length;
    check = lineCheck;
  }

  async function putBack(cause: unknown): Promise<void> {
    try {
      await file.truncate(end);
      await file.datasync();
    } catch {
      broken = reasonOf(cause);
    }
  }

  return {
    cut,
    head: () => starts.length,
    append: (entry) => {
      const turn = queue.then(() => write(entry));
      queue = turn.catch(() => undefined);
      return turn;
    },
    after: async (seq, limit) => {
      const first = Math.min(seq, starts.length);
      const from = starts[first] ?? end;
      const endOf = (index: number) => starts[index + 1] ?? end;
      let last = first;
      const most = Math.min(first + limit, starts.length);
      while (last < most && (last === first || endOf(last) - from <= answerBytes)) last += 1;
      const block = await readExactly(file, from, (starts[last] ?? end) - from);
      return linesOf(block).map(entryOf);
    },
    close: async () => {
      await queue;
      broken ??= 'closed';
      await file.close();
    },
  };
}

function lineOf(entry: Entry, previous: string): [line: Uint8Array, check: string] {
  const { seq, ...rest } = entry;
  const body = JSON.stringify({ seq, ...rest }).slice(0, -1) + tailOf(previous);
  const check = checkOf(Buffer.from(body));
  return [Buffer.from(`${body}${endingOf(check)}\n`), check];
}

function entryOf(line: Uint8Array): Entry {
  const { previous: _previous, crc: _crc, ...entry } = JSON.parse(Buffer.from(line).toString('utf8')) as Line;
  return entry;
}

function checkOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex').slice(0, checkLength);
}

/** What is wrong with a line, or its check. `line` comes without its newline. */
function checkLine(line: Buffer, seq: number, previous: string): { wrong: string } | { check: string } {
  const body = line.subarray(0, -endingLength);
  const check = checkOf(body);
  if (line.subarray(-endingLength).toString('latin1') !== endingOf(check))
    return { wrong: 'its check differs' };
  if (!body.subarray(-tailOf(previous).length).equals(Buffer.from(tailOf(previous)))) {
    return { wrong: 'it does not follow the line before' };
  }
  const start = `{"seq":${seq},`;
  return body.subarray(0, start.length).toString('latin1') === start
    ? { check }
    : { wrong: `it is not change ${seq}` };
}

/** Reads the file once, in pieces, holding one line at a time. */
async function checkLines(file: JournalFile, path: string, take?: (line: Buffer) => void): Promise<Found> {
  const { size } = await file.stat();
  const found: Found = { starts: [], end: 0, size, check: firstPrevious };
  let wrong: { line: number; reason: string } | null = null;
  for await (const line of linesIn(file, size)) {
    if (wrong !== null) throw new DamagedJournal(path, wrong.line, wrong.reason);
    const seq = found.starts.length + 1;
    const checked = checkLine(line, seq, found.check);
    if ('wrong' in checked) {
      wrong = { line: seq, reason: checked.wrong };
      continue;
    }
    found.starts.push(found.end);
    found.end += line.length + 1;
    found.check = checked.check;
    take?.(line);
  }
  if (size > found.end && (await holdsMoreThanOneLine(file, found, size))) {
    throw new DamagedJournal(path, found.starts.length + 1, wrong?.reason ?? 'its end is damaged');
  }
  return found;
}

async function* linesIn(file: JournalFile, size: number): AsyncGenerator<Buffer> {
  const piece = 1024 * 1024;
  let rest: Buffer = Buffer.alloc(0);
  for (let position = 0; position < size; position += piece) {
    const block = await readExactly(file, position, Math.min(piece, size - position));
    const lines = Buffer.concat([rest, block]);
    let start = 0;
    for (let end = lines.indexOf(newline, rest.length); end >= 0; end = lines.indexOf(newline, start)) {
      yield lines.subarray(start, end);
      start = end + 1;
    }
    rest = lines.subarray(start);
  }
}

/**
 * Whether what follows the last good line is more than one torn line, and so was acknowledged in part: something after a newline, or
 * a line that is whole but for its newline with anything but zeros behind it.
 */
async function holdsMoreThanOneLine(
  file: JournalFile,
  { starts, end, check }: Found,
  size: number,
): Promise<boolean> {
  const tail = await readExactly(file, end, size - end);
  const newlineAt = tail.indexOf(newline);
  if (newlineAt >= 0 && newlineAt < tail.length - 1) return true;
  const mark = Buffer.from(endingOf('').slice(0, -2));
  for (let at = tail.indexOf(mark); at >= 0; at = tail.indexOf(mark, at + 1)) {
    const isWhole = 'check' in checkLine(tail.subarray(0, at + endingLength), starts.length + 1, check);
    if (isWhole && tail.subarray(at + endingLength).some((byte) => byte !== 0 && byte !== newline))
      return true;
  }
  return false;
}

async function cutTail(
  file: JournalFile,
  files: JournalFiles,
  path: string,
  { end, size }: Found,
): Promise<Journal['cut']> {
  if (size === end) return null;
  const keptIn = `${path}.${end}.torn`;
  await files.writeFile(keptIn, await readExactly(file, end, size - end));
  await file.truncate(end);
  await file.datasync();
  return { bytes: size - end, keptIn };
}

function linesOf(block: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < block.length;) {
    const end = block.indexOf(newline, start);
    lines.push(block.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

async function writeAll(file: JournalFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw new Error('ENOSPC: nothing more could be written');
    done += bytesWritten;
  }
}

async function readExactly(file: JournalFile, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) throw new Error('the journal ended early');
    done += bytesRead;
  }
  return buffer;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

const systemFiles: JournalFiles = {
  mkdir: nodeFiles.mkdir,
  open: nodeFiles.open,
  writeFile: nodeFiles.writeFile,
  syncFolder,
};
