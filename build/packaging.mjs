import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { billOfMaterials } from './billOfMaterials.mjs';

/**
 * What electron-builder is told. Everything is bundled: the archive holds the built page and host, no `node_modules`.
 *
 * `release` closes every fuse that would let the installed program be used as something else; `test` differs in one: the inspector's
 * command line stays open, through which the tests drive the packaged program.
 */
export function packagingOf(
  /** @type {'release' | 'test'} */ flavour,
  /** @type {{ dist?: string, version?: string }} */ runtime,
) {
  return {
    appId: 'nc.regie.desktop',
    productName: 'Régie',
    executableName: 'regie',
    copyright: 'Régie',
    directories: { output: flavour === 'release' ? 'dist' : 'dist/test', buildResources: 'build' },
    files: ['out/page/**', 'out/electron/**', 'package.json', '!node_modules/**'],
    asar: true,
    extraResources: [{ from: `out/${billOfMaterials}`, to: billOfMaterials }],
    npmRebuild: false,
    publish: null,
    electronLanguages: ['fr', 'en-US'],
    // The registry runtime brings a starter for unpackaged programs.
    afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources/default_app.asar'), { force: true }),
    ...(runtime.dist === undefined ? {} : { electronDist: runtime.dist, electronVersion: runtime.version }),
    electronFuses: {
      runAsNode: false,
      // There is no cookie to encrypt, and the fuse would ask for the system's keychain at each first start.
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: flavour === 'test',
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    artifactName: 'regie-${version}-${os}-${arch}.${ext}',
    win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'build/icons/icon.ico' },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    },
    mac: {
      target: [{ target: 'dmg', arch: ['arm64', 'x64'] }],
      icon: 'build/icons/icon.icns',
      category: 'public.app-category.productivity',
      hardenedRuntime: true,
      entitlements: 'build/entitlements.plist',
      entitlementsInherit: 'build/entitlements.plist',
      electronLanguages: ['fr', 'en'],
      // Elsewhere they stand beside the program by themselves; a bundle has no beside.
      extraResources: [
        {
          from: 'node_modules/electron/dist',
          to: 'licences',
          filter: ['LICENSE', 'LICENSES.chromium.html'],
        },
      ],
    },
    linux: {
      target: ['AppImage', 'deb'],
      icon: 'build/icons',
      category: 'Office',
      synopsis: 'Organiser des événements et en rendre compte',
      maintainer: 'Régie <regie@example.invalid>',
    },
  };
}
