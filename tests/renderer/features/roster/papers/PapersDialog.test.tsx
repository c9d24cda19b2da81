import { bookletHtml, documentPages, showPages } from '@renderer/features/report/booklet';
import { PaperMakerContext } from '@renderer/features/roster/papers/paperMaker';
import { PapersButton } from '@renderer/features/roster/papers/PapersButton';
import type { Language } from '@shared/domain/settings';
import { listZip } from '@shared/interchange/zip';
import { expect, it, vi } from 'vitest';
import { accessibilityFaults } from '../../../../support/accessibility';
import { aSmallRoster } from '../../../../support/aRoster';
import { someSettings } from '../../../../support/builders';
import { memoryHost } from '../../../../support/memoryHost';
import { renderPage } from '../../../../support/renderPage';

const maker = { pagesOf: documentPages, show: showPages, bookletOf: bookletHtml };

async function theDialog(answers: Parameters<typeof memoryHost>[0] = {}, language: Language = 'fr') {
  const { event, posts, shifts, people, profiles, assignments } = aSmallRoster();
  const printed: { html: string; title: string; language: string }[] = [];
  const host = memoryHost({
    'print:pdf': async (job) => {
      printed.push(job);
      return new TextEncoder().encode('%PDF-1.7');
    },
    ...answers,
  });
  const page = await renderPage(
    <main>
      <PaperMakerContext value={maker}>
        <PapersButton eventId={event.id} />
      </PaperMakerContext>
    </main>,
    {
      workspace: {
        settings: [someSettings({ language, organisation: 'Province' })],
        events: [event],
        posts: [...posts],
        shifts: [...shifts],
        people: [...people],
        profiles: [...profiles],
        assignments: [...assignments],
      },
      language,
      host,
    },
  );
  await page.screen.getByRole('button', { name: /^Pap/ }).click();
  const dialog = page.screen.getByRole('dialog');
  await expect.element(dialog).toBeVisible();
  return { ...page, dialog, printed, saved: host.saved };
}

it('makes one PDF of everybody’s sheet in one press, each on pages of their own', async () => {
  const { dialog, printed, saved } = await theDialog();
  await expect.element(dialog.getByText('3 documents, chacun sur ses propres pages')).toBeVisible();
  await dialog.getByRole('button', { name: 'Un seul PDF pour tout le monde' }).click();
  await vi.waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['Papiers Journée du jeu 2025.pdf']));
  const pages = new DOMParser().parseFromString(printed[0]?.html ?? '', 'text/html');
  expect([...pages.querySelectorAll('h1')].map((title) => title.textContent)).toEqual([
    'Ana',
    'Bruno',
    'Chloé',
  ]);
  expect([...pages.querySelectorAll('.page-number')].map((number) => number.textContent)).toEqual([
    'page\u00a01\u00a0/\u00a01',
    'page\u00a01\u00a0/\u00a01',
    'page\u00a01\u00a0/\u00a01',
  ]);
  const ids = [...pages.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...pages.querySelectorAll('.page-body')].filter((body) => body.textContent === '')).toEqual([]);
});

it('prints for some people, other documents, in the other language', async () => {
  const { dialog, printed } = await theDialog();
  await dialog.getByText('Bruno', { exact: true }).first().click();
  await dialog.getByText('Feuilles d’émargement').click();
  await dialog.getByText('English').click();
  await expect.element(dialog.getByText('5 documents, chacun sur ses propres pages')).toBeVisible();
  await dialog.getByRole('button', { name: 'Un seul PDF pour tout le monde' }).click();
  await vi.waitFor(() => expect(printed).toHaveLength(1));
  expect(printed[0]).toMatchObject({ language: 'en', title: 'Journée du jeu 2025 – Roster papers' });
  const pages = new DOMParser().parseFromString(printed[0]?.html ?? '', 'text/html');
  expect([...pages.querySelectorAll('h1')].map((title) => title.textContent)).toEqual([
    'Accueil',
    'Buvette',
    'Scène',
    'Ana',
    'Chloé',
  ]);
});

it('shows a document as its pages before anything is printed, and the next one', async () => {
  const { dialog } = await theDialog();
  const preview = dialog.getByRole('region', { name: /Ana/ });
  await expect.element(preview.getByText('1 page')).toBeVisible();
  await dialog.getByRole('button', { name: 'Document suivant' }).click();
  await expect.element(dialog.getByRole('region', { name: /Bruno/ })).toBeVisible();
});

it('saves one calendar for each person, in a zip', async () => {
  const { dialog, saved } = await theDialog();
  await dialog.getByRole('button', { name: 'Calendriers ICS' }).click();
  await vi.waitFor(() => expect(saved).toHaveLength(1));
  const list = listZip(saved[0]?.bytes ?? new Uint8Array());
  expect(list.kind === 'list' && list.entries.map(({ name }) => name)).toEqual([
    'Ana.ics',
    'Bruno.ics',
    'Chloe.ics',
  ]);
});

it('says why nothing was made, and that nothing is lost', async () => {
  const { dialog } = await theDialog({ 'print:pdf': () => Promise.reject(new Error('printNeedsDesktop')) });
  await dialog.getByRole('button', { name: 'Un seul PDF pour tout le monde' }).click();
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('un PDF demande le programme de bureau');
});

it.each(['fr', 'en'] as const)('has no barrier that axe knows (%s)', async (language) => {
  const { dialog } = await theDialog({}, language);
  await expect.element(dialog.getByRole('region', { name: /Ana/ }).getByText('1 page')).toBeVisible();
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  expect(await accessibilityFaults()).toEqual([]);
});
