import { ImportArchivePage } from '@renderer/features/exchange/ImportArchivePage';
import { wholeWorkspace } from '@renderer/data/workspace';
import { exchange } from '@renderer/i18n/fr/exchange';
import type { EventBundle } from '@shared/domain/eventBundle';
import { newVersion } from '@shared/domain/eventVersions';
import { emptyWorkspace, schemaVersion, type Workspace } from '@shared/domain/workspace';
import { writeArchive } from '@shared/interchange/archive';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { aContact, anEvent, anId, aReport, aTask, someSettings } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';
import { typographyFaults } from '../../../support/typography';

const patience = { timeout: 20_000 };
const contact = aContact({ function: 'Gardien', phone: '25 00 00' });
const event = anEvent({ name: 'Journée de Dumbéa', contacts: [contact] });
const tasks = [
  aTask({ eventId: event.id, title: 'Louer la scène' }),
  aTask({ eventId: event.id, title: 'Afficher' }),
];
const base: EventBundle = { event, tasks, report: aReport({ id: event.id }) };
const sent = newVersion(anId(), base, [], true);
const settings = someSettings({ language: 'fr', me: 'Agent 01' });

const archiveOf = (workspace: Partial<Workspace>, version?: string) =>
  writeArchive({ ...emptyWorkspace(), ...workspace }, new Map(), {
    createdAt: '2025-02-10T08:00Z',
    schemaVersion,
    ...(version === undefined ? {} : { version }),
  });

/** The event as somebody else gave it back, after these changes. */
function answered(contents: EventBundle): Promise<Uint8Array> {
  const answer = newVersion(anId(), contents, [sent], true);
  return archiveOf(
    {
      events: [contents.event],
      tasks: contents.tasks,
      reports: contents.report ? [contents.report] : [],
      exchanges: [sent, answer],
    },
    answer.id,
  );
}

async function showImport(
  bytes: Uint8Array,
  ours: Partial<Workspace>,
  { language = 'fr' as 'fr' | 'en', snapshot = async (): Promise<void> => undefined } = {},
) {
  const host = memoryHost({ 'files:open': async () => ({ kind: 'opened', name: 'retour.regie', bytes }) });
  const shown = await renderPage(
    <main style={{ display: 'flex', height: '780px' }}>
      <ImportArchivePage snapshot={snapshot} />
    </main>,
    { workspace: { ...ours, settings: [{ ...settings, language }] }, address: '/import', host, language },
  );
  await page
    .getByRole('button', { name: language === 'fr' ? 'Choisir un fichier' : 'Choose a file' })
    .click();
  return shown;
}
const counts = () =>
  page
    .getByRole('list', { name: /Ce que ferait l’importation|What the import would do/ })
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent);

const ours = {
  events: [{ ...event, contacts: [{ ...contact, phone: '25 11 11' }], description: 'Ici' }],
  tasks: [tasks[0], { ...tasks[1], owner: 'Agent 01' }] as Workspace['tasks'],
  exchanges: [sent],
};

describe('importing an event that comes back', () => {
  it('shows each change in words, waits for the choices, then writes one change after a copy', async () => {
    const theirs = {
      ...base,
      event: { ...event, contacts: [{ ...contact, phone: '25 22 22' }], format: 'Stands' },
      tasks: [
        { ...tasks[0], status: 'done', doneOn: '2025-02-03' },
        aTask({ eventId: event.id, title: 'Imprimer' }),
      ] as EventBundle['tasks'],
    };
    const snapshot = vi.fn<() => Promise<void>>(async () => undefined);
    const { database, door } = await showImport(await answered(theirs), ours, { snapshot });
    await expect.element(page.getByText('Un événement : Journée de Dumbéa'), patience).toBeVisible();
    expect(counts()).toEqual([
      '1nouvelle fiche',
      '1modifiée',
      '0retirée',
      '2choix à faire',
      '1déjà pareille',
    ]);
    await expect.element(page.getByText(/Format.*vide → Stands/).first()).toBeVisible();
    const apply = page.getByRole('button', { name: 'Importer', exact: true });
    await expect.element(apply).toBeDisabled();
    const phone = page.getByRole('radiogroup', { name: 'Journée de Dumbéa, Contacts, Gardien, Téléphone' });
    await phone.getByText('25 22 22').click();
    await expect.element(page.getByText('Il reste 1 choix à faire.')).toBeVisible();
    await page
      .getByRole('radiogroup', { name: 'Afficher, Supprimée dans le fichier, changée ici' })
      .getByText('supprimée')
      .click();
    // A button that may now be pressed takes its colours in a moment.
    await expect.poll(accessibilityFaults, patience).toEqual([]);
    expect(snapshot).not.toHaveBeenCalled();
    await apply.click();
    await expect.poll(() => database.changeSets.count(), patience).toBe(2);
    const after = await wholeWorkspace(database);
    expect([
      after.events,
      after.tasks
        .map(({ title, status, owner }) => [title, status, owner].join())
        .toSorted((a, b) => a.localeCompare(b)),
      snapshot.mock.calls.length,
      after.exchanges.length,
    ]).toEqual([
      [{ ...event, contacts: [{ ...contact, phone: '25 22 22' }], description: 'Ici', format: 'Stands' }],
      ['Imprimer,todo,', 'Louer la scène,done,'],
      1,
      2,
    ]);
    await door.undo();
    expect((await wholeWorkspace(database)).events).toEqual(ours.events);
  });

  it('says that there is nothing new in what went out', async () => {
    await showImport(
      await archiveOf(
        { events: [event], tasks, reports: [aReport({ id: event.id })], exchanges: [sent] },
        sent.id,
      ),
      ours,
    );
    await expect
      .element(page.getByText('Ce fichier n’apporte rien de nouveau', { exact: false }), patience)
      .toBeVisible();
  });

  it('refuses a damaged file with a sentence, and writes nothing', async () => {
    const bytes = await answered(base);
    const { database } = await showImport(bytes.slice(0, bytes.length - 5), ours);
    await expect
      .element(
        page.getByText('retour.regie n’est pas importé : le fichier est endommagé. Rien n’a été modifié.'),
        patience,
      )
      .toBeVisible();
    expect(await database.changeSets.count()).toBe(1);
  });

  it('says what the copy could not do, and keeps the choices', async () => {
    const { database } = await showImport(
      await answered({ ...base, event: { ...event, format: 'Stands' } }),
      ours,
      {
        snapshot: () => Promise.reject(new Error('disque plein')),
      },
    );
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await expect
      .element(page.getByText(/L’importation n’a pas eu lieu.*disque plein/), patience)
      .toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Importer', exact: true })).toBeEnabled();
    expect(await database.changeSets.count()).toBe(1);
  });
});

describe('importing a whole workspace', () => {
  const theirs: Partial<Workspace> = {
    settings: [{ ...settings, me: 'Agent 02' }],
    events: [{ ...event, name: 'Autre nom' }],
  };

  it('asks about every difference when nothing is common, and takes one side at a press', async () => {
    const { database } = await showImport(await archiveOf(theirs), { events: [event], tasks: ours.tasks });
    await page.getByRole('button', { name: 'Tout prendre du fichier' }).click();
    await page.getByRole('button', { name: 'Importer', exact: true }).click();
    await expect.poll(() => database.changeSets.count(), patience).toBe(2);
    const after = await wholeWorkspace(database);
    expect([after.events[0]?.name, after.settings[0]?.me, after.tasks.length]).toEqual([
      'Autre nom',
      'Agent 02',
      2,
    ]);
  });

  it('replaces everything only once it is said what goes away', async () => {
    const { database, door } = await showImport(await archiveOf(theirs), {
      events: [event],
      tasks: ours.tasks,
    });
    await page.getByRole('radio', { name: 'Tout remplacer' }).click();
    await expect.element(page.getByText(/disparaît.*0 événement, 2 tâches/)).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Tout remplacer' }).click();
    await expect.poll(() => database.changeSets.count(), patience).toBe(2);
    expect(await wholeWorkspace(database)).toEqual({ ...emptyWorkspace(), ...theirs });
    await door.undo();
    expect((await wholeWorkspace(database)).tasks).toHaveLength(2);
  });

  it('speaks English too', async () => {
    await showImport(await archiveOf(theirs), { events: [event] }, { language: 'en' });
    await expect.element(page.getByRole('heading', { name: 'To choose' }), patience).toBeVisible();
    expect(counts()).toEqual([
      '0new records',
      '0changed',
      '0removed',
      '3choices to make',
      '0already the same',
    ]);
  });
});

it('the words of exchanges keep to French typography', () => {
  expect(typographyFaults(exchange)).toEqual([]);
});
