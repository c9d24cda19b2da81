import {
  beginning,
  DamagedJournal,
  type Journal,
  journalPath,
  mendJournal,
  openJournal,
  readJournal,
} from '../../electron/journal';
import { appendFile, mkdir, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aFolder } from '../support/folder';
import { type Disk, systemDisk } from '../../electron/disk';

type Change = { seq: number; label: string };
const aChange = (seq: number, label = `change ${seq}`): Change => ({ seq, label });

async function opened(profile: string, disk: Disk = systemDisk): Promise<Journal> {
  const journal = await openJournal(profile, { disk });
  onTestFinished(() => journal.close().catch(() => undefined));
  return journal;
}

async function aJournalOf(count: number): Promise<{ profile: string; path: string }> {
  const profile = await aFolder();
  const journal = await openJournal(profile);
  for (let seq = 1; seq <= count; seq += 1) await journal.append(aChange(seq));
  await journal.close();
  return { profile, path: journalPath(profile) };
}

describe('an untouched journal', () => {
  test('a new profile has an empty journal', async () => {
    const journal = await opened(await aFolder());
    expect({ head: journal.end().seq, after: await journal.after(0, 10), cut: journal.cut }).toEqual({
      head: 0,
      after: [],
      cut: null,
    });
  });

  test('what was appended is read back after a restart, in order and in parts', async () => {
    const { profile } = await aJournalOf(5);
    const journal = await opened(profile);
    expect({
      head: journal.end().seq,
      some: await journal.after(2, 2),
      rest: await journal.after(4, 1000),
    }).toEqual({
      head: 5,
      some: [aChange(3), aChange(4)],
      rest: [aChange(5)],
    });
    expect(await journal.after(5, 10)).toEqual([]);
    expect(await journal.after(99, 10)).toEqual([]);
  });

  test('any text comes back as it was written, whatever its characters', async () => {
    const profile = await aFolder();
    const journal = await opened(profile);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.jsonValue(),
        async (label, value) => {
          const entry = {
            seq: journal.end().seq + 1,
            label,
            value: JSON.parse(JSON.stringify(value)) as unknown,
          };
          await journal.append(entry);
          expect(await journal.after(entry.seq - 1, 1)).toEqual([entry]);
        },
      ),
      { numRuns: 60 },
    );
    const count = journal.end().seq;
    await journal.close();
    expect((await opened(profile)).end().seq).toBe(count);
  });

  test('a line is longer than the pieces in which the file is read', async () => {
    const profile = await aFolder();
    const journal = await openJournal(profile);
    const long = 'é'.repeat(1_300_000);
    await journal.append(aChange(1, long));
    await journal.append(aChange(2));
    await journal.close();
    const again = await opened(profile);
    expect((await again.after(0, 1))[0]).toEqual(aChange(1, long));
    expect(again.end().seq).toBe(2);
  });

  test('an answer stops growing at a size, and the next question goes on from there', async () => {
    const journal = await opened(await aFolder());
    const large = 'x'.repeat(9 * 1024 * 1024);
    for (let seq = 1; seq <= 3; seq += 1) await journal.append(aChange(seq, large));
    expect((await journal.after(0, 10)).map(({ seq }) => seq)).toEqual([1]);
    expect((await journal.after(1, 10)).map(({ seq }) => seq)).toEqual([2]);
  });

  test('changes sent together are written one after the other', async () => {
    const journal = await opened(await aFolder());
    await Promise.all([1, 2, 3, 4, 5].map((seq) => journal.append(aChange(seq))));
    expect(await journal.after(0, 10)).toEqual([1, 2, 3, 4, 5].map((seq) => aChange(seq)));
  });

  test('only the next number may be written', async () => {
    const journal = await opened(await aFolder());
    await journal.append(aChange(1));
    await expect(journal.append(aChange(1))).rejects.toThrow('journalOutOfStep');
    await expect(journal.append(aChange(3))).rejects.toThrow('journalOutOfStep');
    await journal.append(aChange(2));
    expect(journal.end().seq).toBe(2);
  });

  test('each line names the one before', async () => {
    const { path } = await aJournalOf(3);
    const lines = (await readFile(path, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(lines.map(({ previous }) => previous)).toEqual([
      '0'.repeat(16),
      lines[0]?.['crc'],
      lines[1]?.['crc'],
    ]);
  });

  test('a closed journal takes nothing more', async () => {
    const journal = await openJournal(await aFolder());
    await journal.close();
    await expect(journal.append(aChange(1))).rejects.toThrow('journalClosed');
  });
});

describe('a torn end', () => {
  test('whatever part of the last line was written, the lines before it are kept and the rest is put aside', async () => {
    const { profile, path } = await aJournalOf(3);
    const whole = await readFile(path);
    const second = whole.indexOf(0x0a, whole.indexOf(0x0a) + 1) + 1;
    for (const size of [second + 1, second + 20, whole.length - 10, whole.length - 1]) {
      await writeFile(path, whole.subarray(0, size));
      const journal = await openJournal(profile);
      expect({ head: journal.end().seq, cut: journal.cut }).toEqual({
        head: 2,
        cut: { bytes: size - second, keptIn: `${path}.${second}.torn` },
      });
      await journal.append(aChange(3, 'written again'));
      await journal.close();
      expect(await readFile(`${path}.${second}.torn`)).toEqual(whole.subarray(second, size));
      expect((await opened(profile)).end().seq).toBe(3);
    }
  });

  test('a last line full of zeros, as a power cut leaves it, is cut', async () => {
    const { profile, path } = await aJournalOf(2);
    await appendFile(path, Buffer.alloc(5_000));
    expect((await opened(profile)).end().seq).toBe(2);
  });

  test('a last line with its end but a wrong check was never acknowledged and is cut', async () => {
    const { profile, path } = await aJournalOf(2);
    await appendFile(
      path,
      `{"seq":3,"label":"half","previous":"0123456789abcdef","crc":"0123456789abcdef"}\n`,
    );
    const journal = await opened(profile);
    expect({ head: journal.end().seq, after: await journal.after(0, 9) }).toEqual({
      head: 2,
      after: [aChange(1), aChange(2)],
    });
  });

  test('an empty file that a kill left behind is an empty journal', async () => {
    const profile = await aFolder();
    await mkdir(dirname(journalPath(profile)));
    await writeFile(journalPath(profile), '');
    expect((await opened(profile)).end().seq).toBe(0);
  });
});

describe('a damaged middle', () => {
  test('one changed byte anywhere before the last line is refused, and the file is left as it is', async () => {
    const { profile, path } = await aJournalOf(4);
    const whole = await readFile(path);
    const lastLine = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    await fc.assert(
      fc.asyncProperty(fc.nat(lastLine - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const damaged = Buffer.from(whole);
        damaged[place] = (damaged[place] ?? 0) ^ change;
        await writeFile(path, damaged);
        await expect(openJournal(profile)).rejects.toBeInstanceOf(DamagedJournal);
        expect(await readFile(path)).toEqual(damaged);
      }),
      { numRuns: 80, examples: [[lastLine - 1, 1]] },
    );
  });

  test('a missing line is refused, with the place where the chain breaks', async () => {
    const { profile, path } = await aJournalOf(4);
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, [lines[0], lines[2], lines[3], ''].join('\n'));
    await expect(openJournal(profile)).rejects.toMatchObject({
      name: 'DamagedJournal',
      missing: [2],
      lastSeq: 4,
    });
  });

  test('two lines that changed places are refused', async () => {
    const { profile, path } = await aJournalOf(3);
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, [lines[1], lines[0], lines[2], ''].join('\n'));
    await expect(openJournal(profile)).rejects.toBeInstanceOf(DamagedJournal);
  });
});

describe('a damaged line given back', () => {
  test('whatever byte was changed, the lines that are sound and those given back make the journal whole again', async () => {
    const { profile, path } = await aJournalOf(6);
    const whole = await readFile(path);
    const lastLine = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    await fc.assert(
      fc.asyncProperty(fc.nat(lastLine - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const damaged = Buffer.from(whole);
        damaged[place] = (damaged[place] ?? 0) ^ change;
        await writeFile(path, damaged);
        const damage = await openJournal(profile).catch((error: unknown) => error as DamagedJournal);
        if (!(damage instanceof DamagedJournal)) throw new Error('the damage was not seen');
        expect(damage.lastSeq).toBe(6);
        await mendJournal(
          profile,
          beginning,
          damage.missing.map((seq) => aChange(seq)),
        );
        expect(await readFile(path)).toEqual(whole);
        expect(await readFile(`${path}.damaged`)).toEqual(damaged);
      }),
      {
        numRuns: 60,
        examples: [
          [lastLine - 1, 1],
          [lastLine - 2, 1],
          [whole.indexOf(0x0a), 1],
        ],
      },
    );
  });

  test('a change that nobody has any more stops the mending, and leaves the file as it is', async () => {
    const { profile, path } = await aJournalOf(4);
    const damaged = await readFile(path);
    damaged[damaged.indexOf(0x0a) + 20] = 0;
    await writeFile(path, damaged);
    await expect(mendJournal(profile, beginning, [aChange(3)])).rejects.toThrow('change 2 is still missing');
    expect(await readFile(path)).toEqual(damaged);
  });

  test('the files that a mending made superfluous and a kill left behind are passed over', async () => {
    const { profile, path } = await aJournalOf(3);
    const journal = await openJournal(profile);
    await journal.roll();
    await journal.append(aChange(4));
    await journal.close();
    const second = journalPath(profile, 4);
    await writeFile(path, Buffer.concat([await readFile(path), await readFile(second)]));
    const again = await opened(profile);
    expect([again.end().seq, await again.after(2, 9)]).toEqual([4, [aChange(3), aChange(4)]]);
  });
});

describe('several files', () => {
  test('the chain goes from file to file, and can be taken up where one begins', async () => {
    const { profile } = await aJournalOf(3);
    const journal = await openJournal(profile);
    const base = await journal.roll();
    expect(base).toEqual(journal.end());
    await journal.append(aChange(4));
    await journal.roll();
    await journal.append(aChange(5));
    expect(await journal.after(1, 2)).toEqual([aChange(2), aChange(3)]);
    expect(await journal.after(3, 9)).toEqual([aChange(4)]);
    expect(await journal.before(5, 4)).toEqual([2, 3, 4, 5].map((seq) => aChange(seq)));
    await journal.close();
    const seen: number[] = [];
    const later = await openJournal(profile, { base, take: ({ seq }) => seen.push(seq) });
    onTestFinished(() => later.close());
    expect([seen, later.end().seq, await later.after(3, 1)]).toEqual([[4, 5], 5, [aChange(4)]]);
  });

  test('a file that is missing between two is damage, not an end', async () => {
    const { profile } = await aJournalOf(2);
    const journal = await openJournal(profile);
    await journal.roll();
    await journal.append(aChange(3));
    await journal.roll();
    await journal.append(aChange(4));
    await journal.close();
    await rm(journalPath(profile, 3));
    await expect(openJournal(profile)).rejects.toMatchObject({ missing: [3], lastSeq: 4 });
  });

  test('files go when their every line is older, but the newest ones stay for the history', async () => {
    const profile = await aFolder();
    const journal = await opened(profile);
    for (let seq = 1; seq <= 8; seq += 1) {
      await journal.append(aChange(seq));
      if (seq % 2 === 0) await journal.roll();
    }
    const names = () => readdir(dirname(journalPath(profile)));
    await journal.drop(6, 3);
    expect(await names()).toEqual(
      [5, 7, 9].map((first) => `journal-${String(first).padStart(6, '0')}.jsonl`),
    );
    await journal.drop(8, 0);
    expect(await names()).toEqual(['journal-000009.jsonl']);
    await journal.append(aChange(9));
    expect(journal.end().seq).toBe(9);
  });
});

describe('a disk that says no', () => {
  const calls = ['write', 'halfWrite', 'datasync'] as const;

  test.each(calls)(
    'a failed %s refuses the change, leaves the file as it was, and the next change goes on',
    async (call) => {
      const profile = await aFolder();
      const disk = fickleDisk();
      const journal = await opened(profile, disk.files);
      await journal.append(aChange(1));
      const before = await readFile(journalPath(profile));
      disk.failNext(call);
      await expect(journal.append(aChange(2))).rejects.toThrow('ENOSPC');
      expect(await readFile(journalPath(profile))).toEqual(before);
      await journal.append(aChange(2, 'second try'));
      expect(await journal.after(0, 9)).toEqual([aChange(1), aChange(2, 'second try')]);
      await journal.close();
      expect((await opened(profile)).end().seq).toBe(2);
    },
  );

  test('changes that wait together are flushed once, and refused together', async () => {
    const profile = await aFolder();
    const disk = fickleDisk();
    const journal = await opened(profile, disk.files);
    await Promise.all([1, 2, 3].map((seq) => journal.append(aChange(seq))));
    expect(disk.flushes()).toBe(1);
    const before = await readFile(journalPath(profile));
    disk.failNext('write');
    const results = await Promise.allSettled([journal.append(aChange(4)), journal.append(aChange(5))]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await readFile(journalPath(profile))).toEqual(before);
    await journal.append(aChange(4, 'second try'));
    expect(await journal.after(3, 9)).toEqual([aChange(4, 'second try')]);
  });

  test('when the half-written line cannot be taken back, nothing more is written until the journal is opened again', async () => {
    const profile = await aFolder();
    const disk = fickleDisk();
    const journal = await openJournal(profile, { disk: disk.files });
    await journal.append(aChange(1));
    disk.failNext('halfWrite');
    disk.failNext('truncate');
    await expect(journal.append(aChange(2))).rejects.toThrow('ENOSPC');
    await expect(journal.append(aChange(2))).rejects.toThrow('journalClosed: ENOSPC');
    await journal.close();
    const again = await opened(profile);
    expect({ head: again.end().seq, after: await again.after(0, 9) }).toEqual({
      head: 1,
      after: [aChange(1)],
    });
    await again.append(aChange(2));
  });

  test.each(['mkdir', 'open', 'syncFolder', 'keepTorn'] as const)(
    'a failed %s at opening is said, and what was in the journal stays',
    async (call) => {
      const { profile, path } = await aJournalOf(2);
      await truncate(path, (await stat(path)).size - 3);
      const before = await readFile(path);
      const disk = fickleDisk();
      disk.failNext(call);
      await expect(openJournal(profile, { disk: disk.files })).rejects.toThrow('ENOSPC');
      expect(await readFile(path)).toEqual(before);
      expect((await opened(profile)).end().seq).toBe(1);
    },
  );
});

describe('reading without opening', () => {
  test('a journal is read whole and untouched, torn end included', async () => {
    const { profile, path } = await aJournalOf(3);
    await appendFile(path, '{"seq":4,"la');
    const before = await readFile(path);
    const seen: unknown[] = [];
    await readJournal(profile, beginning, (entry) => seen.push(entry));
    expect(seen).toEqual([aChange(1), aChange(2), aChange(3)]);
    expect(await readFile(path)).toEqual(before);
    expect(await readdir(dirname(path))).toEqual(['journal-000001.jsonl']);
  });

  test('a profile without a journal is said', async () => {
    await expect(readJournal(await aFolder(), beginning, () => undefined)).rejects.toThrow('ENOENT');
  });
});

type Call = 'mkdir' | 'open' | 'syncFolder' | 'keepTorn' | 'write' | 'halfWrite' | 'datasync' | 'truncate';

/** The real disk, whose next call of a kind can be made to fail. */
function fickleDisk(): { files: Disk; failNext: (call: Call) => void; flushes: () => number } {
  const failing = new Set<Call>();
  let flushes = 0;
  const mayFail = (call: Call) => {
    if (failing.delete(call)) throw new Error('ENOSPC: no space left on device');
  };
  return {
    failNext: (call) => failing.add(call),
    flushes: () => flushes,
    files: {
      ...systemDisk,
      mkdir: async (path, options) => {
        mayFail('mkdir');
        return mkdir(path, options);
      },
      writeFile: async (path, content) => {
        mayFail('keepTorn');
        return writeFile(path, content);
      },
      syncFolder: async () => mayFail('syncFolder'),
      open: async (path, flags) => {
        mayFail('open');
        const file = await open(path, flags);
        return {
          read: (...asked) => file.read(...asked),
          stat: () => file.stat(),
          close: () => file.close(),
          datasync: async () => {
            mayFail('datasync');
            flushes += 1;
            await file.datasync();
          },
          truncate: async (length) => {
            mayFail('truncate');
            await file.truncate(length);
          },
          write: async (buffer, offset, length, position) => {
            mayFail('write');
            if (!failing.has('halfWrite')) return file.write(buffer, offset, length, position);
            await file.write(buffer, offset, Math.floor(length / 2), position);
            mayFail('halfWrite');
            return { bytesWritten: 0 };
          },
        };
      },
    },
  };
}
