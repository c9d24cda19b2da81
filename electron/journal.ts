import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Disk, type DiskFile, systemDisk, writeAt } from './disk';

/** What a line must have; the rest of it is the page's business. */
export type Entry = Readonly<{ seq: number }>;

/** Where the chain of lines is taken up: after the last change that a snapshot holds, or at the beginning. */
export type Base = Readonly<{ seq: number; check: string }>;

export type Journal = {
  /** The last line: its `seq` (0 when nothing was ever written) and its check. */
  end: () => Base;
  /** What was cut off the end when the journal was opened, and where it is kept; `null` after a clean end. */
  cut: { bytes: number; keptIn: string } | null;
  /**
   * Resolves once the entry is on the disk; entries that wait together are flushed together. Rejects, with the file as it was, when its `seq` is
   * not the next one or when the disk says no. Once the file cannot be put back as it was, every later append is refused until the journal is opened again.
   */
  append: (entry: Entry) => Promise<void>;
  /** Entries after `seq`, oldest first: at most `limit`, fewer when they are large, none only at the end. `seq` is the base's or later. */
  after: (seq: number, limit: number) => Promise<Entry[]>;
  /** The newest entries up to `seq`, oldest first, at most `limit`: what older files still hold, without a hole, for the history. */
  before: (seq: number, limit: number) => Promise<Entry[]>;
  /** Begins a new file, so that the files before it can go once a snapshot holds what they say. Answers where it begins. */
  roll: () => Promise<Base>;
  /** Removes files whose every line is at or before `seq`, but the newest ones that together hold `lines` lines. */
  drop: (seq: number, lines: number) => Promise<void>;
  close: () => Promise<void>;
};

/** Lines after the base do not check: nothing is changed. `mendJournal` puts back those in `missing`, if somebody still has them. */
export class DamagedJournal extends Error {
  readonly path: string;
  /** Numbers of the changes that cannot be read, ascending. */
  readonly missing: readonly number[];
  /** The last change that can be read. */
  readonly lastSeq: number;
  constructor(path: string, missing: readonly number[], lastSeq: number, reason: string) {
    super(`journalDamaged: ${reason}`);
    this.name = 'DamagedJournal';
    this.path = path;
    this.missing = missing;
    this.lastSeq = lastSeq;
  }
}

export const beginning: Base = { seq: 0, check: '0'.repeat(16) };

export function journalFolder(profile: string): string {
  return join(profile, 'journal');
}

/** The file whose first line is change `first`. */
export function journalPath(profile: string, first = 1): string {
  return join(journalFolder(profile), `journal-${String(first).padStart(6, '0')}.jsonl`);
}

type Opening = {
  base?: Base;
  disk?: Disk;
  /** Given each entry after the base, in order: those that are there while they are checked, then each one as it is flushed. */
  take?: (entry: Entry) => void;
};

/**
 * Opens `<profile>/journal`, making it if need be. One line per entry:
 * `{"seq":…, …the entry…, "previous":"<check of the line before>","crc":"<check>"}`, where a check is the first 16 hexadecimal
 * digits of the SHA-256 of the line up to it. A file is named after its first change. Each line after the base is checked; a last line that is cut or
 * wrong was never acknowledged: it is taken off and kept in a `.torn` file. Anything wrong before the last line throws `DamagedJournal`.
 */
export async function openJournal(
  profile: string,
  { base = beginning, disk = systemDisk, take }: Opening = {},
): Promise<Journal> {
  const folder = journalFolder(profile);
  await disk.mkdir(folder, { recursive: true });
  const paths = await segmentsIn(profile, disk);
  const older = [...paths].filter(([first]) => first <= base.seq);
  const found = await checkSegments(profile, paths, base, disk, take);
  const last = found.at(-1) ?? { ...emptySegment(profile, base.seq + 1), check: base.check, size: 0 };
  const file = await disk.open(last.path, constants.O_RDWR | constants.O_CREAT);
  try {
    await disk.syncFolder(folder);
    await disk.syncFolder(profile);
    const cut = await cutTail(file, disk, last);
    const before = older.map(([first, path]) => ({ path, first, starts: [], end: 0 }));
    return journalOn(profile, file, disk, { older: before, found, last, cut, base, take });
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Reads a journal that another process may be writing: nothing is changed, a torn end is passed over. */
export async function readJournal(
  profile: string,
  base: Base,
  take: (entry: Entry) => void,
  disk: Disk = systemDisk,
): Promise<void> {
  await checkSegments(profile, await segmentsIn(profile, disk), base, disk, take);
}

/**
 * Writes the lines after the base anew, with `entries` in the place of those that could not be read, and puts what was there aside. Throws when one is still missing.
 * Killed half-way, the journal is as it was, or mended.
 */
export async function mendJournal(
  profile: string,
  base: Base,
  entries: readonly Entry[],
  disk: Disk = systemDisk,
): Promise<void> {
  const paths = [...(await segmentsIn(profile, disk))].filter(([first]) => first > base.seq);
  const known = new Map(entries.map((entry) => [entry.seq, entry]));
  for (const [, path] of paths) {
    for (const entry of await survivorsIn(path, disk)) known.set(entry.seq, entry);
  }
  const last = Math.max(base.seq, ...known.keys());
  const lines: Uint8Array[] = [];
  let { check } = base;
  for (let seq = base.seq + 1; seq <= last; seq += 1) {
    const entry = known.get(seq);
    if (!entry) throw new Error(`journalDamaged: change ${seq} is still missing`);
    const [line, lineCheck] = lineOf(entry, check);
    lines.push(line);
    check = lineCheck;
  }
  const first = journalPath(profile, base.seq + 1);
  const mended = `${first}.mended`;
  await disk.writeFile(mended, Buffer.concat(lines));
  const file = await disk.open(mended, constants.O_RDWR);
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
  for (const [, path] of paths) await keepAside(path, disk);
  await disk.rename(mended, first);
  await disk.syncFolder(dirname(first));
  for (const [, path] of paths) if (path !== first) await disk.rm(path, { force: true });
}

type Line = Entry & { previous: string; crc: string };

/** A file of the journal: where each of its lines begins, and where the whole ones end. */
type Segment = { path: string; first: number; starts: number[]; end: number };
type Found = Segment & { size: number; check: string };

/** An answer stops growing here: an import may be one entry of many megabytes. */
const answerBytes = 16 * 1024 * 1024;
const checkLength = 16;
const tailOf = (previous: string) => `,"previous":"${previous}"`;
const endingOf = (check: string) => `,"crc":"${check}"}`;
const endingLength = endingOf(beginning.check).length;
const endingMark = Buffer.from(endingOf('').slice(0, -2));
const newline = 0x0a;
/** Each line begins with a brace. */
const lineStart = 0x7b;

type OnDisk = {
  older: Segment[];
  found: Found[];
  last: Found;
  cut: Journal['cut'];
  base: Base;
  take: Opening['take'];
};

function journalOn(profile: string, opened: DiskFile, disk: Disk, checked: OnDisk): Journal {
  const { base, cut, take } = checked;
  const older = [...checked.older];
  const segments: Segment[] = checked.found.length > 0 ? [...checked.found] : [checked.last];
  let file = opened;
  let { check } = checked.last;
  let seq = checked.last.first + checked.last.starts.length - 1;
  let broken: string | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  type Waiting = { entry: Entry; done: () => void; refuse: (error: unknown) => void };
  let waiting: Waiting[] = [];
  const active = () => segments.at(-1) as Segment;

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  /** All that waits becomes one write and one flush. */
  async function flush(): Promise<void> {
    const group = waiting;
    waiting = [];
    const { end } = active();
    const lines: (Waiting & { bytes: Uint8Array })[] = [];
    let [groupSeq, groupCheck] = [seq, check];
    for (const { entry, done, refuse } of group) {
      if (broken !== null) refuse(new Error(`journalClosed: ${broken}`));
      else if (entry.seq !== groupSeq + 1) {
        refuse(new Error(`journalOutOfStep: change ${entry.seq} cannot follow change ${groupSeq}`));
      } else {
        const [bytes, lineCheck] = lineOf(entry, groupCheck);
        lines.push({ entry, bytes, done, refuse });
        [groupSeq, groupCheck] = [entry.seq, lineCheck];
      }
    }
    if (lines.length === 0) return;
    try {
      const [only] = lines;
      const bytes = lines.length === 1 && only ? only.bytes : Buffer.concat(lines.map((line) => line.bytes));
      await writeAt(file, bytes, end);
      await file.datasync();
    } catch (error) {
      await putBack(end, error);
      for (const { refuse } of lines) refuse(error);
      return;
    }
    [seq, check] = [groupSeq, groupCheck];
    for (const { entry, bytes, done } of lines) {
      active().starts.push(active().end);
      active().end += bytes.length;
      take?.(entry);
      done();
    }
  }

  async function putBack(end: number, cause: unknown): Promise<void> {
    try {
      await file.truncate(end);
      await file.datasync();
    } catch {
      broken = reasonOf(cause);
    }
  }

  async function entriesAfter(after: number, limit: number): Promise<Entry[]> {
    const wanted = Math.max(after, base.seq) + 1;
    const segment = segments.findLast(({ first }) => first <= wanted);
    if (!segment || wanted > seq) return [];
    const from = wanted - segment.first;
    const startOf = (index: number) => segment.starts[index] ?? segment.end;
    const most = Math.min(from + limit, segment.starts.length);
    let to = from + 1;
    while (to < most && startOf(to + 1) - startOf(from) <= answerBytes) to += 1;
    return entriesIn(segment.path, startOf(from), startOf(Math.min(to, most)), disk);
  }

  return {
    cut,
    end: () => ({ seq, check }),
    append: (entry) =>
      new Promise((done, refuse) => {
        waiting.push({ entry, done, refuse });
        if (waiting.length === 1) void inTurn(flush);
      }),
    after: (after, limit) => entriesAfter(after, limit),
    before: async (upTo, limit) => {
      const entries: Entry[] = [];
      for (const { path } of [...older, ...segments].toReversed()) {
        const held = (await survivorsIn(path, disk)).filter((entry) => entry.seq <= upTo);
        entries.unshift(...held.slice(-(limit - entries.length)));
        if (entries.length >= limit) break;
      }
      const hole = entries.findLastIndex((entry, index) => entry.seq !== (entries[index - 1]?.seq ?? 0) + 1);
      return hole <= 0 ? entries : entries.slice(hole);
    },
    roll: () =>
      inTurn(async () => {
        if (active().starts.length === 0) return { seq, check };
        const next = emptySegment(profile, seq + 1);
        const nextFile = await disk.open(next.path, constants.O_RDWR | constants.O_CREAT);
        try {
          await disk.syncFolder(dirname(next.path));
        } catch (error) {
          await nextFile.close();
          throw error;
        }
        await file.close();
        file = nextFile;
        segments.push(next);
        return { seq, check };
      }),
    drop: (upTo, lines) =>
      inTurn(async () => {
        const all = [...older, ...segments];
        let kept = 0;
        for (let index = all.length - 2; index >= 0; index -= 1) {
          const [segment, next] = [all[index] as Segment, all[index + 1] as Segment];
          if (next.first - 1 > upTo || kept < lines) {
            kept += next.first - segment.first;
            continue;
          }
          await disk.rm(segment.path, { force: true });
          for (const list of [older, segments]) {
            const place = list.indexOf(segment);
            if (place >= 0) list.splice(place, 1);
          }
        }
      }),
    close: async () => {
      await queue;
      broken ??= 'closed';
      await file.close();
    },
  };
}

function emptySegment(profile: string, first: number): Segment {
  return { path: journalPath(profile, first), first, starts: [], end: 0 };
}

/** The files of the journal by their first change, in order. */
async function segmentsIn(profile: string, disk: Disk): Promise<Map<number, string>> {
  const names = await disk.readdir(journalFolder(profile));
  const found = names.flatMap((name): [number, string][] => {
    const first = /^journal-(\d{6,15})\.jsonl$/.exec(name)?.[1];
    return first === undefined ? [] : [[Number(first), join(journalFolder(profile), name)]];
  });
  return new Map(found.toSorted(([left], [right]) => left - right));
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

/** The check of a line that is whole in itself, or `null`. `line` comes without its newline. */
function ownCheck(line: Buffer): string | null {
  const check = checkOf(line.subarray(0, -endingLength));
  return line.subarray(-endingLength).toString('latin1') === endingOf(check) ? check : null;
}

/** What is wrong with a line, or its check. */
function checkLine(line: Buffer, seq: number, previous: string): { wrong: string } | { check: string } {
  const check = ownCheck(line);
  if (check === null) return { wrong: 'its check differs' };
  const body = line.subarray(0, -endingLength);
  if (!body.subarray(-tailOf(previous).length).equals(Buffer.from(tailOf(previous)))) {
    return { wrong: 'it does not follow the line before' };
  }
  const start = `{"seq":${seq},`;
  return body.subarray(0, start.length).toString('latin1') === start
    ? { check }
    : { wrong: `it is not change ${seq}` };
}

/**
 * Checks the lines after the base, file after file. A file that begins where the one before has already been is what a mending left behind, and is
 * passed over.
 */
async function checkSegments(
  profile: string,
  paths: ReadonlyMap<number, string>,
  base: Base,
  disk: Disk,
  take?: (entry: Entry) => void,
): Promise<Found[]> {
  const needed = [...paths].filter(([first]) => first > base.seq);
  const found: Found[] = [];
  let reached: Base = base;
  for (const [index, [first, path]] of needed.entries()) {
    if (first <= reached.seq) continue;
    const isLast = index === needed.length - 1;
    const checked =
      first === reached.seq + 1
        ? await checkSegment(path, first, reached.check, disk, take)
        : { wrong: `the file of change ${reached.seq + 1} is missing` };
    if ('wrong' in checked) throw await damageAfter(profile, base, needed, disk, checked.wrong);
    if (checked.end < checked.size && !isLast)
      throw await damageAfter(profile, base, needed, disk, 'an end is missing');
    found.push(checked);
    reached = { seq: first + checked.starts.length - 1, check: checked.check };
  }
  return found;
}

async function damageAfter(
  profile: string,
  base: Base,
  needed: readonly (readonly [number, string])[],
  disk: Disk,
  reason: string,
): Promise<DamagedJournal> {
  const known = new Set<number>();
  for (const [, path] of needed) {
    for (const { seq } of await survivorsIn(path, disk)) known.add(seq);
  }
  const lastSeq = Math.max(base.seq, ...known, ...needed.map(([first]) => first - 1));
  const missing: number[] = [];
  for (let seq = base.seq + 1; seq <= lastSeq; seq += 1) if (!known.has(seq)) missing.push(seq);
  return new DamagedJournal(journalFolder(profile), missing, lastSeq, reason);
}

/** Reads the file once, in pieces, holding one line at a time. */
async function checkSegment(
  path: string,
  first: number,
  previous: string,
  disk: Disk,
  take?: (entry: Entry) => void,
): Promise<Found | { wrong: string }> {
  const file = await disk.open(path, constants.O_RDONLY);
  try {
    const { size } = await file.stat();
    const found: Found = { path, first, starts: [], end: 0, size, check: previous };
    let wrong: string | null = null;
    for await (const line of linesIn(file, size)) {
      if (wrong !== null) return { wrong };
      const seq = first + found.starts.length;
      const checked = checkLine(line, seq, found.check);
      if ('wrong' in checked) {
        wrong = `line ${found.starts.length + 1}: ${checked.wrong}`;
        continue;
      }
      found.starts.push(found.end);
      found.end += line.length + 1;
      found.check = checked.check;
      take?.(entryOf(line));
    }
    if (size > found.end && (await holdsMoreThanOneLine(file, found))) {
      return { wrong: wrong ?? 'its end is damaged' };
    }
    return found;
  } finally {
    await file.close();
  }
}

/** Every line of a file that is whole in itself, whatever stands around it. */
async function survivorsIn(path: string, disk: Disk): Promise<Entry[]> {
  const file = await disk.open(path, constants.O_RDONLY);
  try {
    const entries: Entry[] = [];
    const { size } = await file.stat();
    for await (const line of linesIn(file, size)) entries.push(...wholeLinesIn(line).map(entryOf));
    return entries;
  } finally {
    await file.close();
  }
}

/** The line itself when it is whole; otherwise what is whole of several lines whose newlines between them were damaged. */
function wholeLinesIn(line: Buffer): Buffer[] {
  if (ownCheck(line) !== null) return [line];
  const whole: Buffer[] = [];
  let start = 0;
  for (let at = line.indexOf(endingMark); at >= 0; at = line.indexOf(endingMark, at + 1)) {
    const end = at + endingLength;
    const part = line.subarray(start, end);
    if (ownCheck(part) !== null) whole.push(part);
    else if (end < line.length && line[end + 1] !== lineStart) continue;
    start = end + 1;
  }
  return whole;
}

async function* linesIn(file: DiskFile, size: number): AsyncGenerator<Buffer> {
  const piece = 1024 * 1024;
  let begun: Buffer[] = [];
  for (let position = 0; position < size; position += piece) {
    const block = await readExactly(file, position, Math.min(piece, size - position));
    let start = 0;
    for (let end = block.indexOf(newline); end >= 0; end = block.indexOf(newline, start)) {
      const part = block.subarray(start, end);
      yield begun.length === 0 ? part : Buffer.concat([...begun, part]);
      begun = [];
      start = end + 1;
    }
    if (start < block.length) begun.push(block.subarray(start));
  }
}

/**
 * Whether what follows the last good line is more than one torn line, and so was acknowledged in part: something after a newline, or
 * a line that is whole but for its newline with anything but zeros behind it.
 */
async function holdsMoreThanOneLine(
  file: DiskFile,
  { first, starts, end, check, size }: Found,
): Promise<boolean> {
  const tail = await readExactly(file, end, size - end);
  const newlineAt = tail.indexOf(newline);
  if (newlineAt >= 0 && newlineAt < tail.length - 1) return true;
  for (let at = tail.indexOf(endingMark); at >= 0; at = tail.indexOf(endingMark, at + 1)) {
    const isWhole = 'check' in checkLine(tail.subarray(0, at + endingLength), first + starts.length, check);
    if (isWhole && tail.subarray(at + endingLength).some((byte) => byte !== 0 && byte !== newline))
      return true;
  }
  return false;
}

async function cutTail(file: DiskFile, disk: Disk, { path, end, size }: Found): Promise<Journal['cut']> {
  if (size === end) return null;
  const keptIn = `${path}.${end}.torn`;
  await disk.writeFile(keptIn, await readExactly(file, end, size - end));
  await file.truncate(end);
  await file.datasync();
  return { bytes: size - end, keptIn };
}

async function keepAside(path: string, disk: Disk): Promise<void> {
  const file = await disk.open(path, constants.O_RDONLY);
  try {
    const { size } = await file.stat();
    await disk.writeFile(join(dirname(path), `${basename(path)}.damaged`), await readExactly(file, 0, size));
  } finally {
    await file.close();
  }
}

async function entriesIn(path: string, from: number, to: number, disk: Disk): Promise<Entry[]> {
  const file = await disk.open(path, constants.O_RDONLY);
  try {
    return linesOf(await readExactly(file, from, to - from)).map(entryOf);
  } finally {
    await file.close();
  }
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

async function readExactly(file: DiskFile, position: number, length: number): Promise<Buffer> {
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
