import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { fr } from './fr';

type Code = keyof typeof fr.shell.fileProblem;

/** Why a file is refused, as the rest of a sentence, in the user's language. A place that nobody can tell is left out. */
export function useFileSentence(): (problem: {
  code: Exclude<Code, 'damagedSomewhere'>;
  place: string;
}) => string {
  const { t } = useTranslation('shell');
  return useCallback(
    ({ code, place }) =>
      code === 'damaged' && place === ''
        ? t('fileProblem.damagedSomewhere')
        : t(`fileProblem.${code}`, { place }),
    [t],
  );
}
