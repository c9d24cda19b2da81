import { ExportDialog } from '@renderer/features/exchange/ExportDialog';
import { schemaVersion } from '@shared/domain/workspace';
import { readArchive } from '@shared/interchange/archive';
import { decrypted } from '@shared/interchange/encryption';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anEvent, aTask } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';

const patience = { timeout: 40_000 };
const event = anEvent({ name: 'Forum', edition: '2025' });
const workspace = { events: [event, anEvent()], tasks: [aTask({ eventId: event.id }), aTask()] };
const save = () => page.getByRole('button', { name: 'Enregistrer le fichier' });

describe('exporting', () => {
  it('saves one event with its tasks, and keeps the version that left', async () => {
    const host = memoryHost();
    const closed = vi.fn<() => void>();
    const { database } = await renderPage(<ExportDialog event={event} onClose={closed} />, {
      workspace,
      host,
    });
    await save().click();
    await expect.poll(() => closed.mock.calls.length, patience).toBe(1);
    const [file] = host.saved;
    const archive = await readArchive(file?.bytes ?? new Uint8Array(), schemaVersion);
    if (archive.kind === 'refused') throw new Error(archive.problem.code);
    expect([
      file?.name.replace(/\d{4}-\d\d-\d\d/, 'JOUR'),
      archive.manifest.scope,
      archive.workspace.events,
      archive.workspace.tasks,
      (await database.exchanges.toArray()).map(({ id }) => id),
    ]).toEqual(['Forum 2025 JOUR.regie', 'event', [event], [workspace.tasks[0]], [archive.manifest.version]]);
  });

  it('asks twice for a password, and protects the whole workspace with it', async () => {
    const host = memoryHost();
    const { database } = await renderPage(<ExportDialog event={null} onClose={() => undefined} />, {
      workspace,
      host,
    });
    await page.getByText('Protéger par un mot de passe').click();
    const [password, again] = [
      page.getByRole('textbox', { name: 'Mot de passe' }),
      page.getByRole('textbox', { name: 'Le même, une seconde fois' }),
    ];
    await password.fill('court');
    await expect.element(page.getByText('Il faut au moins 8 caractères.')).toBeVisible();
    await password.fill('girafe lampe ciment violon');
    await expect.element(page.getByText('Bon.')).toBeVisible();
    await again.fill('girafe lampe cimes');
    await expect.element(page.getByText('Les deux mots de passe sont différents.')).toBeVisible();
    await expect.element(save()).toBeDisabled();
    expect(await accessibilityFaults()).toEqual([]);
    await again.fill('girafe lampe ciment violon');
    await save().click();
    await expect.poll(() => host.saved.length, patience).toBe(1);
    const plain = await decrypted(host.saved[0]?.bytes ?? new Uint8Array(), 'girafe lampe ciment violon');
    if (plain.kind === 'refused') throw new Error(plain.problem.code);
    const archive = await readArchive(plain.bytes, schemaVersion);
    expect([
      archive.kind === 'archive' && [archive.manifest.scope, archive.workspace.events.length],
      await database.exchanges.count(),
    ]).toEqual([['workspace', 2], 0]);
  });

  it('writes nothing when no place was given', async () => {
    const host = memoryHost({ 'files:save': async () => ({ kind: 'cancelled' }) });
    const { database } = await renderPage(<ExportDialog event={event} onClose={() => undefined} />, {
      workspace,
      host,
    });
    await save().click();
    await expect.element(page.getByText('Préparation du fichier')).not.toBeInTheDocument();
    await expect.element(save(), patience).toBeEnabled();
    expect(await database.exchanges.count()).toBe(0);
  });
});
