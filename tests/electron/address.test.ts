import { expect, test } from 'vitest';
import { databaseName } from '@renderer/data/database';
import {
  firstDocument,
  isPage,
  mayOpenOutside,
  origin,
  profileFolderName,
  staysInside,
} from '../../electron/address';

test('what the user’s data hangs on never changes: origin, folder and database name', () => {
  expect({ origin, firstDocument, profileFolderName, databaseName }).toEqual({
    origin: 'app://regie',
    firstDocument: 'app://regie/index.html',
    profileFolderName: 'Regie',
    databaseName: 'regie',
  });
});

test.each([
  ['app://regie/index.html', true],
  ['app://regie/index.html#/events?q=été', true],
  ['app://regie/print/1', false],
  ['app://regie.evil/index.html', false],
  ['app://other/index.html', false],
  ['https://regie/index.html', false],
  ['app://regie/index.html?x=1', false],
  ['', false],
])('%s is the page: %s', (address, answer) => {
  expect(isPage(address)).toBe(answer);
});

test.each([
  ['https://www.province-sud.nc', true],
  ['mailto:accueil@example.nc', true],
  ['tel:+687123456', true],
  ['http://example.nc', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['app://regie/index.html', false],
  ['ms-msdt:/id', false],
  ['smb://server/share', false],
  ['not an address', false],
])('%s may open outside: %s', (address, answer) => {
  expect(mayOpenOutside(address)).toBe(answer);
});

test.each([
  ['app://regie/index.html', true],
  ['data:image/png;base64,AA', true],
  ['blob:app://regie/1', true],
  ['https://example.org', false],
  ['http://127.0.0.1:80', false],
  ['wss://example.org', false],
  ['file:///etc/passwd', false],
  ['ftp://example.org', false],
])('%s stays on this machine: %s', (address, answer) => {
  expect(staysInside(address)).toBe(answer);
});
