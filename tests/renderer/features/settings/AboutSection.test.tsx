import { page, userEvent } from 'vitest/browser';
import { expect, it } from 'vitest';
import { LicenceList } from '@renderer/features/settings/LicenceList';
import { AboutSection } from '@renderer/features/settings/AboutSection';
import type { Licence } from '@renderer/features/settings/licences';
import { accessibilityFaults } from '../../../support/accessibility';
import { renderPage } from '../../../support/renderPage';

const licences: Licence[] = [
  {
    name: 'date-holidays',
    version: '3.37.0',
    licence: 'ISC AND CC-BY-SA-3.0',
    text: 'CC BY-SA 3.0 Attributions',
  },
  { name: 'dexie', version: '4.4.7', licence: 'Apache-2.0', text: 'Apache License' },
  { name: 'react', version: '19.3.1', licence: 'MIT', text: 'Copyright (c) Meta' },
];

it('lists what the program contains, and shows a licence’s text when it is opened', async () => {
  await renderPage(<LicenceList licences={licences} />);
  await expect.element(page.getByText('3 composants', { exact: true })).toBeVisible();
  await expect.element(page.getByText('CC BY-SA 3.0 Attributions')).not.toBeVisible();
  await page.getByText('date-holidays').click();
  await expect.element(page.getByText('CC BY-SA 3.0 Attributions')).toBeVisible();
  expect(await accessibilityFaults()).toEqual([]);
});

it('is searched by name or by licence', async () => {
  await renderPage(<LicenceList licences={licences} />);
  const names = () =>
    page
      .getByRole('listitem')
      .elements()
      .map((item) => item.querySelector('span')?.textContent);
  const search = page.getByRole('searchbox', { name: 'Chercher un composant ou une licence' });
  await search.fill('APACHE');
  expect(names()).toEqual(['dexie']);
  await expect.element(page.getByText('1 composant', { exact: true })).toBeVisible();
  await search.fill('holidays cc-by-sa');
  expect(names()).toEqual(['date-holidays']);
  await userEvent.keyboard('{Escape}');
  expect(names()).toEqual(['date-holidays', 'dexie', 'react']);
});

it('says so when there is no list to read, and still names the sources of the holidays', async () => {
  await renderPage(<AboutSection />);
  await expect.element(page.getByText(/La liste des composants n’a pas pu être lue/)).toBeVisible();
  await expect.element(page.getByText(/CC BY-SA 3\.0/)).toBeVisible();
});
