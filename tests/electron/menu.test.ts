import type { MenuItemConstructorOptions } from 'electron';
import { type MenuCommand, menuCommands } from '@shared/ipc';
import { describe, expect, test } from 'vitest';
import { menuTemplate } from '../../electron/menu';

function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...itemsOf((item.submenu ?? []) as MenuItemConstructorOptions[])]);
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  const template = (language: 'fr' | 'en', sent: MenuCommand[] = []) =>
    menuTemplate({ language, platform, isPackaged: true, send: (command) => sent.push(command) });

  test('every command of the contract is there once and goes to the page', () => {
    const sent: MenuCommand[] = [];
    for (const item of itemsOf(template('fr', sent))) (item.click as (() => void) | undefined)?.();
    expect(sent.toSorted()).toEqual([...menuCommands].toSorted());
  });

  test('both languages have the same menu, and no item is left to the system’s language', () => {
    const [french, english] = [itemsOf(template('fr')), itemsOf(template('en'))];
    expect(french.map(({ id, role, accelerator }) => [id, role, accelerator])).toEqual(
      english.map(({ id, role, accelerator }) => [id, role, accelerator]),
    );
    const unnamed = [...french, ...english].filter(({ label, type }) => !label && type !== 'separator');
    expect(unnamed).toEqual([]);
  });

  test('no two items share a key', () => {
    const keys = itemsOf(template('en')).flatMap(({ accelerator }) => accelerator ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('developer tools are offered only where the program is not installed', () => {
    const offered = (isPackaged: boolean) =>
      itemsOf(menuTemplate({ language: 'en', platform, isPackaged, send: () => undefined })).some(
        ({ role }) => role === 'toggleDevTools',
      );
    expect({ packaged: offered(true), source: offered(false) }).toEqual({ packaged: false, source: true });
  });
});
