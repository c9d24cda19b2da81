import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HostBridge } from '@shared/ipc';
import { aProfile, launch } from '../support/electron';

declare const regieHost: HostBridge;

const name = 'Hnalaine Wetewea';
const traces = [/Hnalaine/i, /Wetewea/i];

/** Files of the profile in which the name stands, as UTF-8 or as the two bytes a letter that Chromium writes. */
async function filesNaming(profile: string): Promise<string[]> {
  const found = await readdir(profile, { recursive: true, withFileTypes: true });
  const naming: string[] = [];
  for (const each of found.filter((entry) => entry.isFile())) {
    const path = join(each.parentPath, each.name);
    const bytes = await readFile(path);
    const texts = [
      bytes.toString('latin1'),
      bytes.toString('utf16le'),
      bytes.subarray(1).toString('utf16le'),
    ];
    if (texts.some((text) => traces.some((trace) => trace.test(text))))
      naming.push(path.slice(profile.length + 1));
  }
  return naming;
}

test('a person who was planted everywhere and erased is in no byte of the profile, and stays away after a restart', async () => {
  const profile = await aProfile();
  const first = await launch(profile);
  const { window } = first;
  await window.getByRole('button', { name: /Ouvrir l’exemple/ }).click();
  await window.getByRole('navigation').first().waitFor();
  await window.evaluate(() => void (location.hash = '#/tasks'));
  const quick = window.getByRole('textbox', { name: 'Ajouter une tâche' });
  for (const title of [`Appeler ${name}`, `Confirmer avec ${name} @${name.split(' ')[0]}`, 'Sans personne']) {
    await quick.fill(title);
    await quick.press('Enter');
    await window.getByText('Ajoutée', { exact: false }).first().waitFor();
  }
  await window.evaluate(() => regieHost.ask['safety:snapshot']());
  await window.evaluate(() => void (location.hash = '#/settings?section=user'));
  const me = window.getByRole('textbox').first();
  await me.fill(name);
  await me.press('Tab');
  await window.evaluate(
    async (text) =>
      regieHost.ask['attachments:put'](
        '01890a5d-ac96-774b-bcce-b302099a8057',
        new TextEncoder().encode(`sans nom ${text.length}`),
      ),
    name,
  );
  await window.waitForTimeout(500);
  await window.evaluate(() => regieHost.ask['safety:snapshot']());
  expect((await filesNaming(profile)).length).toBeGreaterThan(0);

  await window.evaluate(() => void (location.hash = '#/settings?section=personal'));
  const asked = window.locator('form').getByRole('combobox');
  await asked.fill(name);
  await asked.press('Tab');
  // A task's owner is written by the first name alone.
  await window.locator('form').getByRole('textbox').last().fill('Hnalaine');
  await window.locator('form button[type=submit]').click();
  await window.getByRole('button', { name: /^Effacer cette personne/ }).click();
  const dialog = window.getByRole('alertdialog').or(window.getByRole('dialog'));
  await dialog.waitFor();
  await dialog
    .getByRole('button', { name: /Effacer/ })
    .last()
    .click();
  await window.getByRole('navigation').first().waitFor();
  await expect
    .poll(async () => (await window.evaluate(() => regieHost.ask['safety:snapshots']())).length, {
      timeout: 20_000,
    })
    .toBe(1);
  await window.waitForTimeout(1_500);
  await first.close();
  expect(await filesNaming(profile)).toEqual([]);

  const second = await launch(profile);
  await second.window.getByRole('navigation').first().waitFor();
  await second.window.evaluate(() => void (location.hash = '#/tasks'));
  await second.window.getByText('Sans personne').first().waitFor();
  expect(await second.window.getByText('Appeler […]').count()).toBeGreaterThan(0);
  expect([first.faults, second.faults]).toEqual([[], []]);
});
