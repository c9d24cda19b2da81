import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { errors } from './fr/errors';

type ErrorCode = keyof typeof errors;

/** The sentence, in the user's language, for a code given by a schema or a rule; unknown codes have one too. */
export function useSentence(): (code: string) => string {
  const { t } = useTranslation('errors');
  return useCallback((code: string) => t(isErrorCode(code) ? code : 'other'), [t]);
}

function isErrorCode(code: string): code is ErrorCode {
  return code in errors;
}
