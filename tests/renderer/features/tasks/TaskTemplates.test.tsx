import { tasksOfEvent } from '@renderer/data/tasks';
import { allTemplates } from '@renderer/data/templates';
import { EventTasksPage } from '@renderer/features/tasks/EventTasksPage';
import { TemplatesSection } from '@renderer/features/tasks/templates/TemplatesSection';
import type { Task } from '@shared/domain/task';
import type { TaskTemplate } from '@shared/domain/taskTemplate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anEvent, aTask, aTemplate, aTemplateTask } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-01-06T00:00Z') });
});
afterEach(() => vi.useRealTimers());

const event = anEvent({ name: 'Journée de Dumbéa' });
const template = aTemplate({
  name: 'Journée organisée',
  kind: 'activityDay',
  tasks: [
    aTemplateTask({ key: 'a', title: 'Réserver la salle', offsetDays: -30 }),
    aTemplateTask({ key: 'b', title: 'Envoyer l’invitation', offsetDays: -20, dependsOn: ['a'] }),
    aTemplateTask({ key: 'c', title: 'Signer la convention', offsetDays: -60 }),
  ],
});

function showPlan(tasks: readonly Task[], over: string) {
  return renderPage(
    <main style={{ display: 'flex', height: '780px' }}>
      <EventTasksPage eventId={event.id} />
    </main>,
    {
      workspace: { events: [event], tasks: [...tasks], templates: [template] },
      address: `/events/${event.id}/tasks?over=${over}`,
    },
  );
}
function showTemplates(templates: readonly TaskTemplate[]) {
  return renderPage(
    <main style={{ display: 'flex', flexDirection: 'column', height: '780px' }}>
      <TemplatesSection />
    </main>,
    { workspace: { templates: [...templates] }, address: '/settings?section=templates' },
  );
}

describe('a template on an event', () => {
  it('shows what it would add and on which days, leaves out what is there, and is one change', async () => {
    const own = aTask({ eventId: event.id, title: 'Réserver la salle' });
    const { database, door } = await showPlan([own], 'template');
    await expect.element(page.getByText('2 tâches seraient ajoutées.')).toBeVisible();
    await expect.element(page.getByText('1 porte un titre déjà présent')).toBeVisible();
    await expect.element(page.getByText('1 serait déjà en retard')).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await page.getByRole('button', { name: 'Ajouter 2 tâches' }).click();
    await expect
      .poll(async () => (await tasksOfEvent(database, event.id)).map(({ title }) => title).sort())
      .toEqual(['Envoyer l’invitation', 'Réserver la salle', 'Signer la convention']);
    const invited = (await tasksOfEvent(database, event.id)).find(({ title }) => title.startsWith('Envoyer'));
    expect([invited?.dueOn, invited?.dependsOn]).toEqual(['2025-01-31', [own.id]]);
    await door.undo();
    expect(await tasksOfEvent(database, event.id)).toEqual([own]);
  });

  it('is made of an event’s own plan: its name may not be taken', async () => {
    const plan = { anchor: { kind: 'opening' }, offsetDays: -30, unit: 'calendarDays' } as const;
    const { database } = await showPlan(
      [
        aTask({ eventId: event.id, title: 'Réserver la salle', plan, dueOn: '2025-01-23' }),
        aTask({ eventId: event.id, title: 'Sans date' }),
      ],
      'saveTemplate',
    );
    await expect.element(page.getByText('1 tâche sans date serait laissée.')).toBeVisible();
    const name = page.getByRole('textbox', { name: 'Nom du modèle' });
    await name.fill('journee organisee');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect.element(page.getByText('Un modèle porte déjà ce nom.')).toBeVisible();
    await name.fill('Journée de 2025');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect
      .poll(async () => (await allTemplates(database)).map((one) => [one.name, one.tasks.length]))
      .toEqual([
        ['Journée de 2025', 1],
        ['Journée organisée', 3],
      ]);
  });
});

describe('the templates in the settings', () => {
  it('are edited where they stand, what is refused is said there', async () => {
    const { database } = await showTemplates([template]);
    await page.getByRole('button', { name: 'Journée organisée', exact: true }).click();
    await expect.element(page.getByRole('table', { name: 'Tâches du modèle' })).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await page.getByRole('button', { name: /^Jours\s*−60/ }).click();
    await userEvent.keyboard('beaucoup{Enter}');
    await expect.element(page.getByText('Ce nombre ne se lit pas.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Jours' }).fill('-45');
    await userEvent.keyboard('{Enter}');
    const offsets = async () => (await allTemplates(database))[0]?.tasks.map(({ offsetDays }) => offsetDays);
    await expect.poll(offsets).toEqual([-30, -20, -45]);
  });

  it('refuse a loop between their tasks, naming it', async () => {
    await showTemplates([template]);
    await page.getByRole('button', { name: 'Journée organisée', exact: true }).click();
    await page
      .getByRole('button', { name: 'Jours comptés, attentes et étapes de «\u202fRéserver la salle\u202f»' })
      .click();
    await page.getByRole('combobox', { name: 'Attend aussi' }).fill('envoyer');
    await page.getByRole('option', { name: 'Envoyer l’invitation' }).click();
    await expect
      .element(
        page.getByText(
          /ces tâches s’attendraient l’une l’autre \(Réserver la salle → Envoyer l’invitation → Réserver la salle\)/,
        ),
      )
      .toBeVisible();
  });

  it('are made, duplicated and deleted, each undone', async () => {
    const { database, door } = await showTemplates([template]);
    const names = async () => (await allTemplates(database)).map(({ name }) => name);
    await page.getByRole('button', { name: 'Dupliquer «\u202fJournée organisée\u202f»' }).click();
    await expect.poll(names).toEqual(['Journée organisée', 'Journée organisée (copie)']);
    await page.getByRole('button', { name: 'Tous les modèles' }).click();
    await page.getByRole('button', { name: 'Supprimer «\u202fJournée organisée\u202f»' }).click();
    await expect.poll(names).toEqual(['Journée organisée (copie)']);
    await door.undo();
    expect(await names()).toEqual(['Journée organisée', 'Journée organisée (copie)']);
  });
});
