import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyWorkspace, schemaVersion } from '@shared/domain/workspace';
import { isEncrypted, writeArchive } from '@shared/interchange/archive';
import { decrypted, encrypted } from '@shared/interchange/encryption';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anEvent } from '../../support/builders';
import { aFolder } from '../../support/folder';

const password = 'quatre mots d’été';
let archive: Uint8Array;
let file: Uint8Array;
/** The same, by a key that takes no time: what is tested does not depend on it. */
let quick: Uint8Array;

async function withWork(bytes: Uint8Array, factor: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(password.normalize('NFC'));
  encrypter.setScryptWorkFactor(factor);
  return encrypter.encrypt(bytes);
}
const codeOf = async (bytes: Uint8Array, by = password) => {
  const answer = await decrypted(bytes, by);
  return answer.kind === 'refused' ? answer.problem.code : 'opened';
};

beforeAll(async () => {
  const workspace = { ...emptyWorkspace(), events: [anEvent()] };
  archive = await writeArchive(
    workspace,
    new Map([[crypto.randomUUID(), new Uint8Array(randomBytes(150_000))]]),
    {
      createdAt: '2026-11-24T00:00Z',
      schemaVersion,
    },
  );
  file = await encrypted(archive, password);
  quick = await withWork(archive, 2);
});

describe('a file that a password protects', () => {
  it('opens again with it, however its accents were typed, and is known by its first line', async () => {
    expect([isEncrypted(file), isEncrypted(archive), isEncrypted(new Uint8Array())]).toEqual([
      true,
      false,
      false,
    ]);
    for (const form of ['NFC', 'NFD'] as const) {
      expect(await decrypted(file, password.normalize(form))).toEqual({ kind: 'bytes', bytes: archive });
    }
  });

  it('shows nothing of what is in it', () => {
    const text = new TextDecoder('latin1').decode(file);
    expect(['manifest.json', 'regie', 'Journée', 'records/'].filter((word) => text.includes(word))).toEqual(
      [],
    );
  });

  it('opens with no other password', async () => {
    expect(await codeOf(file, 'quatre mots')).toBe('wrongPassword');
    expect(await codeOf(quick, '')).toBe('wrongPassword');
  });

  it('is refused when it is cut: in the header, at each edge of a block, anywhere', async () => {
    const body = new TextDecoder('latin1').decode(quick).indexOf('\n', quick.indexOf(0x2d, 100)) + 1;
    const block = 64 * 1024 + 16;
    const edges = [0, 10, 22, 60, 130, body, body + 1, body + 15, body + 16, body + 17, body + 16 + block];
    const everywhere = Array.from({ length: 40 }, (_, index) => Math.floor((quick.length * index) / 40));
    for (const length of [...edges, ...everywhere, quick.length - 1]) {
      expect([length, await codeOf(quick.slice(0, length))]).toEqual([
        length,
        expect.not.stringMatching('opened'),
      ]);
    }
    expect(await codeOf(Uint8Array.from([...quick, 0]))).toBe('damaged');
  });

  it('is refused when one bit of it is changed, anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(quick.length - 1), fc.nat(7), async (at, bit) => {
        const changed = quick.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(await codeOf(changed)).not.toBe('opened');
      }),
      { numRuns: 300 },
    );
    for (let at = 0; at < 230; at += 1) {
      const changed = quick.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect([at, await codeOf(changed)]).not.toEqual([at, 'opened']);
    }
  });

  it('is refused at once when it asks for more work than is reasonable, or for a key in place of a password', async () => {
    const header = (line: string) => new TextEncoder().encode(`age-encryption.org/v1\n-> ${line}\n`);
    const salt = 'bBjlhJVYZeE4aqUdmtRHfw';
    expect([
      await codeOf(header(`scrypt ${salt} 19`)),
      await codeOf(header(`scrypt ${salt} 4000000000`)),
      await codeOf(header(`X25519 ${salt}`)),
    ]).toEqual(['tooCostly', 'tooCostly', 'notByPassword']);
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateIdentity()));
    expect(await codeOf(await encrypter.encrypt(archive))).toBe('notByPassword');
  });

  it.runIf(process.platform === 'linux')(
    'is opened by the age command as well, and what that command protects opens here',
    async () => {
      const folder = await aFolder();
      const [ours, opened, theirs] = ['a.regie', 'b.regie', 'c.regie'].map((name) => join(folder, name));
      await writeFile(ours ?? '', file);
      typedInto(`age --decrypt --output ${opened} ${ours}`, 1);
      typedInto(`age --encrypt --passphrase --output ${theirs} ${opened}`, 2);
      expect(new Uint8Array(await readFile(opened ?? ''))).toEqual(archive);
      expect(await decrypted(new Uint8Array(await readFile(theirs ?? '')), password)).toEqual({
        kind: 'bytes',
        bytes: archive,
      });
    },
  );
});

/** The command asks a terminal for its password, and takes none from a pipe: `script` makes it one. */
function typedInto(command: string, times: number): void {
  const typing = `(for i in ${'1 '.repeat(times)}; do sleep 1; echo "$PASSWORD"; done) | script --quiet --return --command '${command}' /dev/null`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', typing], {
    encoding: 'utf8',
    timeout: 50_000,
    env: { ...process.env, PASSWORD: password.normalize('NFC') },
  });
  expect([status, status === 0 ? '' : `${stdout}${stderr}`]).toEqual([0, '']);
}
