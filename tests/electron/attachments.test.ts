import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attachmentsIn } from '../../electron/attachments';
import { aFolder } from '../support/folder';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

test('a file is kept, given back, replaced and removed', async () => {
  const attachments = attachmentsIn(await aFolder());
  expect(await attachments.get(id)).toBeNull();
  await attachments.put(id, Buffer.from('plan du site'));
  await attachments.put(id, Buffer.from('plan du site, corrigé'));
  expect(Buffer.from((await attachments.get(id)) ?? []).toString()).toBe('plan du site, corrigé');
  await attachments.remove(id);
  await attachments.remove(id);
  expect(await attachments.get(id)).toBeNull();
});

test.each([
  '../journal/journal-000001.jsonl',
  '',
  '.',
  id.toUpperCase(),
  `${id}/..`,
  `${id}\u0000`,
  `${id}\n`,
])('« %s » names no attachment', async (name) => {
  const profile = await aFolder();
  await writeFile(join(profile, 'journal'), 'kept');
  const attachments = attachmentsIn(profile);
  await expect(attachments.put(name, Buffer.from('x'))).rejects.toThrow('notAnAttachment');
  await expect(attachments.get(name)).rejects.toThrow('notAnAttachment');
  await expect(attachments.remove(name)).rejects.toThrow('notAnAttachment');
  expect(await readdir(profile)).toEqual(['journal']);
});
