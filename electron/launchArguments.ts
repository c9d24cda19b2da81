import { resolve } from 'node:path';

/** The program's own arguments: Electron's command line without the executable, and without the folder it is given in development. */
export function ownArguments(argv: readonly string[], isPackaged: boolean): string[] {
  const given = argv.slice(1).filter((argument) => !isChromiumSwitch(argument));
  return isPackaged ? given : given.slice(1);
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

/** Switches meant for Chromium may stand anywhere on the line; the program's own are few and known. */
function isChromiumSwitch(argument: string): boolean {
  return (
    argument.startsWith('-') &&
    !/^--(profile|workspace|event|format|out|language|help|version)(=|$)|^-h$/.test(argument)
  );
}
