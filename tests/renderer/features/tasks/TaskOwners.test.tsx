import { TasksPage } from '@renderer/features/tasks/TasksPage';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { aStaffMember, aTask } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

it('a task’s owner and team are suggested from the directory, and from tasks', async () => {
  const task = aTask({ owner: 'Régie générale' });
  await renderPage(
    <main style={{ display: 'flex', height: '780px' }}>
      <TasksPage />
    </main>,
    {
      workspace: {
        tasks: [task],
        people: [
          aStaffMember({ name: 'Hélène', team: 'Accueil' }),
          aStaffMember({ name: 'Hélios', hasLeft: true }),
        ],
      },
      address: `/tasks?task=${task.id}`,
    },
  );
  const panel = page.getByRole('complementary');
  await panel.getByRole('combobox', { name: 'Responsable' }).fill('hel');
  await expect.element(page.getByRole('option', { name: 'Hélène' })).toBeVisible();
  expect(page.getByRole('option', { name: 'Hélios' }).query()).toBeNull();
  await page.getByRole('option', { name: 'Hélène' }).click();
  await expect.element(panel.getByRole('combobox', { name: 'Responsable' })).toHaveValue('Hélène');
  await panel.getByRole('combobox', { name: 'Équipe' }).fill('acc');
  await expect.element(page.getByRole('option', { name: 'Accueil' })).toBeVisible();
});
