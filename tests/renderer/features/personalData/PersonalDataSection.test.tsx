import { PersonalDataSection } from '@renderer/features/personalData/PersonalDataSection';
import { pagesHtml } from '@renderer/features/report/pagesHtml';
import type { Workspace } from '@shared/domain/workspace';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { accessibilityFaults } from '../../../support/accessibility';
import { aContact, anEvent, anId, aTask, someSettings } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';

const file = {
  id: anId(),
  name: 'Contrat Zoé Qenegei.pdf',
  mediaType: '',
  bytes: 1,
  addedAt: '2025-01-01T00:00Z',
};
const event = anEvent({
  name: 'Forum',
  edition: '2026',
  opensAt: '2026-11-20T22:00Z',
  closesAt: '2026-11-21T06:00Z',
  setUp: null,
  teardown: null,
  contacts: [aContact({ name: 'Zoé Qenegei', phone: '78 45 12' })],
  attachments: [file],
});
const task = aTask({
  eventId: event.id,
  title: 'Tenir la caisse',
  owner: 'QENEGEI Zoé',
  notes: 'Avec Paul Martin',
});
const old = anEvent({
  name: 'Journée',
  contacts: [aContact({ name: 'Paul Martin', email: 'paul@exemple.nc' })],
});
const workspace: Partial<Workspace> = {
  settings: [someSettings({ language: 'fr', organisation: 'Province' })],
  events: [event, old],
  tasks: [task],
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T03:00Z') });
  return () => vi.useRealTimers();
});

async function thePage(
  purge: (() => Promise<void>) | null = async () => undefined,
  answers: Parameters<typeof memoryHost>[0] = {},
) {
  const printed: { html: string; title: string }[] = [];
  const host = memoryHost({
    'print:pdf': async ({ html, title }) => {
      printed.push({ html, title });
      return new TextEncoder().encode('%PDF-1.7');
    },
    ...answers,
  });
  await host.ask['attachments:put'](file.id, new Uint8Array([1]));
  const page = await renderPage(
    <main>
      <PersonalDataSection pagesOf={pagesHtml} purge={purge} restart={() => undefined} />
    </main>,
    { workspace, host },
  );
  return { ...page, host, printed };
}
async function search(screen: Awaited<ReturnType<typeof thePage>>['screen'], name: string) {
  await screen.getByLabelText('Nom, adresse électronique ou téléphone').fill(name);
  await screen.getByRole('button', { name: 'Chercher' }).click();
}

describe('looking for a person', () => {
  it('lists every place that names them, with the way there', async () => {
    const { screen } = await thePage();
    await search(screen, 'zoe qenegei');
    await expect
      .element(screen.getByRole('heading', { name: '4 endroits nomment cette personne' }))
      .toBeVisible();
    const links = screen
      .getByRole('listitem')
      .getByRole('link')
      .all()
      .map((link) => [link.element().textContent, link.element().getAttribute('href')]);
    expect(links).toEqual([
      ['Événement · Forum', `#/events/${event.id}/overview?section=contacts`],
      ['Événement · Forum', `#/events/${event.id}/overview?section=contacts`],
      ['Événement · Forum', `#/events/${event.id}/overview?section=attachments`],
      ['Tâche · Tenir la caisse', `#/events/${event.id}/tasks?task=${task.id}`],
      ['Journée 2025', `#/events/${old.id}/overview`],
    ]);
    await expect.element(screen.getByText('1 changement la nomme')).toBeVisible();
    // Colours settle once the button is free again.
    await expect.element(screen.getByRole('button', { name: 'Chercher' })).toBeEnabled();
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('offers the names in use while typing', async () => {
    const { screen } = await thePage();
    const field = screen.getByLabelText('Nom, adresse électronique ou téléphone');
    await field.click();
    await field.fill('mart');
    await screen.getByRole('option', { name: 'Paul Martin' }).click();
    await expect.element(field).toHaveValue('Paul Martin');
  });

  it('says what it needs, and says when nobody is found', async () => {
    const { screen } = await thePage();
    await search(screen, '12');
    await expect
      .element(screen.getByText('Un nom d’au moins deux lettres, une adresse ou un numéro complet.'))
      .toBeVisible();
    await search(screen, 'Jean Inconnu');
    await expect.element(screen.getByRole('heading', { name: 'Rien ne nomme cette personne' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Effacer cette personne…' }).elements()).toEqual([]);
  });
});

describe('handing over', () => {
  it('saves what is kept as data and as finished pages, without anybody else', async () => {
    const { screen, host, printed } = await thePage();
    await search(screen, 'Zoé Qenegei');
    await screen.getByRole('button', { name: 'Exporter en JSON' }).click();
    await vi.waitFor(() =>
      expect(host.saved.map(({ name }) => name)).toEqual(['Demande d’accès 2026-11-24.json']),
    );
    const json = JSON.parse(new TextDecoder().decode(host.saved[0]?.bytes)) as {
      records: { table: string }[];
    };
    expect(json.records.map(({ table }) => table)).toEqual(['events', 'tasks']);
    await screen.getByRole('button', { name: 'Exporter en PDF' }).click();
    await vi.waitFor(() =>
      expect(printed.map(({ title }) => title)).toEqual(['Réponse à une demande d’accès']),
    );
    expect(printed[0]?.html).toContain('Zoé Qenegei');
    expect(
      [JSON.stringify(json), printed[0]?.html ?? ''].filter((text) => text.includes('Paul Martin')),
    ).toEqual([]);
  });

  it('says why a document was not made, and that nothing is lost', async () => {
    const { screen } = await thePage(null, {
      'print:pdf': () => Promise.reject(new Error('printNeedsDesktop')),
    });
    await screen.getByRole('button', { name: 'PDF en français' }).click();
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent('un PDF demande le programme de bureau');
  });
});

describe('erasing', () => {
  it('says what is lost, asks for the files, and leaves nothing', async () => {
    const purge = vi.fn<() => Promise<void>>(async () => undefined);
    const { screen, database, host } = await thePage(purge);
    await search(screen, 'Zoé Qenegei');
    await screen.getByRole('button', { name: 'Effacer cette personne…' }).click();
    const dialog = screen.getByRole('alertdialog');
    await expect.element(dialog.getByText(/événement \(1\), tâche \(1\)/)).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: 'Annuler' })).toHaveFocus();
    await expect.element(dialog.getByRole('checkbox', { name: /Contrat Zoé Qenegei.pdf/ })).toBeChecked();
    expect(await accessibilityFaults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Effacer pour toujours' }).click();
    await expect.element(screen.getByText('Personne effacée\u202f: 2 fiches modifiées.')).toBeVisible();
    const rows = JSON.stringify(await Promise.all(database.tables.map((table) => table.toArray())));
    expect([rows.match(/zo[eé]|qenegei|78 45 12/gi), purge.mock.calls.length]).toEqual([null, 1]);
    expect(await host.ask['attachments:get'](file.id)).toBe(null);
    expect(screen.getByRole('alertdialog').elements()).toEqual([]);
  });

  it('keeps a file that is not ticked, its name masked', async () => {
    const { screen, database, host } = await thePage();
    await search(screen, 'Zoé Qenegei');
    await screen.getByRole('button', { name: 'Effacer cette personne…' }).click();
    await screen
      .getByRole('alertdialog')
      .getByText(/Contrat/)
      .click();
    await screen.getByRole('button', { name: 'Effacer pour toujours' }).click();
    await vi.waitFor(async () =>
      expect((await database.events.get(event.id))?.attachments).toEqual([
        { ...file, name: 'Contrat […].pdf' },
      ]),
    );
    expect(await host.ask['attachments:get'](file.id)).toEqual(new Uint8Array([1]));
  });

  it('says that older copies still have the name where they could not be purged', async () => {
    const { screen } = await thePage(null);
    await search(screen, 'Zoé Qenegei');
    await screen.getByRole('button', { name: 'Effacer cette personne…' }).click();
    await screen.getByRole('button', { name: 'Effacer pour toujours' }).click();
    await expect.element(screen.getByText(/1 effacement n’est pas achevé/)).toBeVisible();
  });

  it('says when it stopped on the way, and what is safe', async () => {
    const { screen } = await thePage(() => Promise.reject(new Error('disque plein')));
    await search(screen, 'Zoé Qenegei');
    await screen.getByRole('button', { name: 'Effacer cette personne…' }).click();
    await screen.getByRole('button', { name: 'Effacer pour toujours' }).click();
    await expect
      .element(screen.getByRole('alertdialog').getByRole('alert'))
      .toHaveTextContent('disque plein');
  });
});

describe('what was kept too long', () => {
  it('is proposed, and made roles in one go', async () => {
    const { screen, database } = await thePage();
    await expect
      .element(screen.getByText(/Terminé le 22 février 2025 · 1 personne · Contacts des événements/))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Anonymiser' }).click();
    await screen.getByRole('alertdialog').getByRole('button', { name: 'Anonymiser' }).click();
    await expect.element(screen.getByText(/Aucun événement ne garde/)).toBeVisible();
    const contacts = (await database.events.get(old.id))?.contacts;
    expect(contacts).toEqual([{ ...old.contacts[0], name: 'Agent 1', email: '' }]);
  });

  it('follows the periods as they are set', async () => {
    const { screen, database } = await thePage();
    await expect.element(screen.getByRole('button', { name: 'Anonymiser' })).toBeVisible();
    const months = screen.getByRole('textbox', { name: 'Durée en mois\u202f: Contacts des événements' });
    await months.fill('600');
    await screen
      .getByRole('textbox', { name: 'Fondement\u202f: Contacts des événements' })
      .fill('Décision 12');
    await screen.getByRole('button', { name: 'Chercher' }).click();
    await expect.element(screen.getByText(/Aucun événement ne garde/)).toBeVisible();
    await vi.waitFor(async () =>
      expect(await database.retentions.toArray()).toEqual([
        { id: 'contacts', months: 600, source: 'Décision 12', checkedOn: null },
      ]),
    );
  });
});

it('the register is made in either language, whatever the page speaks', async () => {
  const { screen, host, printed } = await thePage();
  await screen.getByRole('button', { name: 'PDF en anglais' }).click();
  await vi.waitFor(() =>
    expect(host.saved.map(({ name }) => name)).toEqual(['Record of processing 2026-11-24.pdf']),
  );
  expect(printed[0]?.html).toContain('Data protection officer');
});
