import { expect, test } from 'vitest';
import { FuseV1Options } from '@electron/fuses';
import { packagingOf } from '../../build/packaging.mjs';

test('what is released can be used as nothing but itself: every fuse is decided, and closed', () => {
  expect(packagingOf('release', {}).electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('what the tests drive differs from it in the inspector’s command line only', () => {
  const [release, driven] = [packagingOf('release', {}).electronFuses, packagingOf('test', {}).electronFuses];
  expect(driven).toEqual({ ...release, enableNodeCliInspectArguments: true });
});

test('a fuse that Electron adds is noticed', () => {
  const decided = Object.keys(packagingOf('release', {}).electronFuses).map(
    (name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  );
  const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  // How WebAssembly checks its bounds: not a door.
  expect(known.filter((name) => !decided.includes(name))).toEqual(['WasmTrapHandlers']);
});

test('the packaged archive holds the built page and host, and no package of the registry', () => {
  const { files, asar, npmRebuild } = packagingOf('release', {});
  expect({ files, asar, npmRebuild }).toEqual({
    files: ['out/page/**', 'out/electron/**', 'package.json', '!node_modules/**'],
    asar: true,
    npmRebuild: false,
  });
});
