import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { aFolder } from '../support/folder';
import { answerDialogs, aProfile, launch } from '../support/electron';

/** Tab until what has the focus answers to `name`; a page on which it never does fails the test. */
async function tabTo(window: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    const focused = await window.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return;
    await window.keyboard.press(key);
  }
  throw new Error(`The keyboard never reached ${String(name)}`);
}

test('an event, three tasks and a report are made with the keyboard alone', async () => {
  const folder = await aFolder();
  const { app, window, faults } = await launch(await aProfile());
  const pdf = join(folder, 'rapport.pdf');
  await answerDialogs(app, { save: pdf });

  await window.getByRole('heading', { name: 'Bienvenue dans Régie' }).waitFor();
  await tabTo(window, /^Commencer à vide/);
  await window.keyboard.press('Enter');
  await window.getByRole('navigation', { name: 'Navigation' }).waitFor();

  await window.keyboard.press('Control+n');
  await window.getByRole('textbox', { name: 'Nom' }).waitFor();
  await window.keyboard.type('Forum du clavier');
  await tabTo(window, /^jour, /);
  await window.keyboard.type('22052027');
  await window.keyboard.press('Enter');
  await window.getByRole('heading', { name: /Forum du clavier/ }).waitFor();

  await window.keyboard.press('Alt+2');
  await window.getByRole('textbox', { name: 'Ajouter une tâche' }).waitFor();
  await window.locator('body').press('n');
  const lines = ['Réserver la salle J-30 !haute', 'Louer les tables J-15', 'Envoyer les affiches J-7'];
  for (const [index, line] of lines.entries()) {
    await window.keyboard.type(line);
    await window.keyboard.press('Enter');
    await window.getByText(`${67 + index} tâches`, { exact: true }).waitFor();
  }

  await window.keyboard.press('Alt+4');
  await window.locator('[data-pages]:not([data-pages="0"])').waitFor();
  await tabTo(window, /^Modifier le texte.*Écrire l’essentiel/);
  await window.keyboard.press('Enter');
  await window.keyboard.type('Trois tâches suffisent.');
  await window.keyboard.press('Control+Enter');
  await window.getByText('Trois tâches suffisent.').waitFor();
  await tabTo(window, /^Enregistrer en PDF$/, 'Shift+Tab');
  await window.keyboard.press('Enter');
  await window.getByText(/PDF enregistré/).waitFor();

  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  expect(faults).toEqual([]);
});
