import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './build.mjs';
import { endsInWords, say } from './say.mjs';
import { runLanes } from './steps.mjs';

const bin = (path, ...args) => ({
  command: process.execPath,
  args: [join(root, 'node_modules', path), ...args],
});
const unit = ['run', '--config', 'build/vitest.config.ts', '--reporter', 'dot', '--project'];

/** Types, lint and format beside unit and component tests: about as long as the longer of the two on two cores. */
export function check() {
  return runLanes([
    [
      { name: { fr: 'types', en: 'types' }, ...bin('typescript/bin/tsc', '--noEmit') },
      {
        name: { fr: 'règles de code', en: 'lint' },
        ...bin('oxlint/bin/oxlint', '--type-aware', '--deny-warnings'),
      },
      {
        name: { fr: 'mise en forme', en: 'format' },
        ...bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
      },
    ],
    [
      {
        name: { fr: 'tests des règles et de l’hôte', en: 'tests of rules and host' },
        ...bin('vitest/vitest.mjs', ...unit, 'node'),
      },
      {
        name: { fr: 'tests dans un navigateur', en: 'tests in a browser' },
        ...bin('vitest/vitest.mjs', ...unit, 'browser'),
      },
    ],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await endsInWords(async () => {
    const allWell = await check();
    say(allWell ? { fr: 'Tout va bien.', en: 'All is well.' } : { fr: 'Voir ci-dessus.', en: 'See above.' });
    return allWell ? 0 : 1;
  });
}
