import { SafetySection } from '@renderer/features/settings/safety/SafetySection';
import { openTasks } from '@renderer/data/tasks';
import type { Host } from '@renderer/host/host';
import type { SafetyState, SnapshotListed } from '@shared/ipc';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { aTask, someSettings } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';

const digest = '0123456789abcdef';
const sound: SnapshotListed = {
  name: 'snapshot-000000001-20250210T080000.regie',
  facts: {
    createdAt: '2025-02-10T08:00Z',
    seq: 1,
    sums: { tasks: { count: 2, digest }, events: { count: 0, digest } },
    bytes: 31_000,
    isShrunk: false,
  },
};
const damaged: SnapshotListed = { name: 'snapshot-000000000-20250209T080000.regie', facts: null };
const state: SafetyState = {
  snapshot: null,
  second: null,
  freeBytes: 1e12,
  room: 'enough',
  failure: null,
};

async function show(answers: Partial<Host['ask']>) {
  const [kept, added] = [aTask({ title: 'Louer le fourgon' }), aTask({ title: 'Ajoutée depuis' })];
  const settings = someSettings({ language: 'fr' });
  const lost = aTask({ title: 'Effacée depuis' });
  const host = memoryHost({
    'safety:snapshots': async () => [sound, damaged],
    'safety:state': async () => state,
    'safety:records': async (_source, table, from) =>
      from > 0 ? [] : table === 'tasks' ? [kept, lost] : table === 'settings' ? [settings] : [],
    ...answers,
  });
  const shown = await renderPage(<SafetySection />, {
    workspace: { settings: [settings], tasks: [kept, added] },
    host,
  });
  return { ...shown, kept, lost };
}

describe('the recovery centre', () => {
  it('lists the copies, says which one is damaged, and is accessible', async () => {
    await show({});
    await expect.element(page.getByText('10 février 2025', { exact: false })).toBeVisible();
    await expect.element(page.getByText('Copie endommagée')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('shows what going back would change, does it after a copy of the present state, and one undo takes it back', async () => {
    const asked: string[] = [];
    const { database, door, kept, lost } = await show({
      'safety:snapshot': async () => void asked.push('snapshot'),
    });
    await page.getByText('10 février 2025', { exact: false }).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await expect.element(page.getByRole('row', { name: /^Tâches 1 0 1/ })).toBeVisible();
    await page.getByRole('button', { name: 'Reprendre cette copie' }).click();
    await expect.element(page.getByText(/La copie est reprise/)).toBeVisible();
    expect(asked).toEqual(['snapshot']);
    const titles = async () => (await openTasks(database)).map(({ title }) => title).toSorted();
    expect(await titles()).toEqual([lost.title, kept.title]);
    await door.undo();
    expect(await titles()).toEqual(['Ajoutée depuis', kept.title]);
  });

  it('changes nothing when the copy cannot be read', async () => {
    const { door } = await show({
      'safety:records': async () => {
        throw new Error('damagedSnapshot: records/tasks.json');
      },
    });
    const before = door.state().undo;
    await page.getByText('10 février 2025', { exact: false }).click();
    await expect.element(page.getByText(/n’a pas été reprise, et rien n’a changé/)).toBeVisible();
    expect(
      await page.getByRole('button', { name: 'Reprendre cette copie' }).element().hasAttribute('disabled'),
    ).toBe(true);
    expect(door.state().undo).toEqual(before);
  });

  it('tells the age of the copy elsewhere, and that its folder is away', async () => {
    const second = { folder: '/media/cle', at: '2025-02-03T08:00Z', isThere: false, hasFiles: false };
    await show({ 'safety:state': async () => ({ ...state, second }) });
    await expect.element(page.getByText(/Dernière copie dans « \/media\/cle »/)).toBeVisible();
    await expect.element(page.getByText(/n’est pas accessible en ce moment/)).toBeVisible();
    expect(
      await page.getByRole('button', { name: 'Copier maintenant' }).element().hasAttribute('disabled'),
    ).toBe(true);
  });

  it('says how many copies were read and found sound, and what failed', async () => {
    await show({
      'safety:verify': async () => [sound, sound],
      'safety:snapshot': async () => {
        throw new Error('ENOSPC');
      },
      'safety:snapshots': async () => [sound],
    });
    await page.getByRole('button', { name: 'Tout vérifier' }).click();
    await expect.element(page.getByText('2 copies relues : toutes sont lisibles.')).toBeVisible();
    await page.getByRole('button', { name: 'Prendre une copie maintenant' }).click();
    await expect.element(page.getByText(/Cela n’a pas abouti. Détail : Error: ENOSPC/)).toBeVisible();
  });
});
