import { resolve } from 'node:path';

/**
 * The program's own arguments: Electron's command line without the executable, the switches before anything else (they are
 * Chromium's) and, where the program is not packaged, the folder it is in.
 */
export function ownArguments(argv: readonly string[], isPackaged: boolean): string[] {
  const given = argv.slice(1);
  const first = given.findIndex((argument) => !argument.startsWith('-') || isOwnOption(argument));
  const own = first < 0 ? [] : given.slice(first);
  return isPackaged ? own : own.slice(1);
}

/** `--profile <folder>` or `REGIE_PROFILE`: another profile than the user's, for a test or a second workspace. */
export function chosenProfile(given: readonly string[], environment: NodeJS.ProcessEnv): string | null {
  const index = given.indexOf('--profile');
  const folder =
    (index >= 0 ? given[index + 1] : undefined) ??
    given.find((argument) => argument.startsWith('--profile='))?.slice('--profile='.length) ??
    environment['REGIE_PROFILE'];
  return folder ? resolve(folder) : null;
}

function isOwnOption(argument: string): boolean {
  return /^(--profile(=.*)?|--help|-h|--version)$/.test(argument);
}
