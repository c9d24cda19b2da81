import type { Label } from '@shared/domain/changeSet';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { history } from './fr/history';

/** What a change is called, in the user's language. A label of a later version is shown by its key. */
export function useHistoryWords(): (label: Label) => string {
  const { t } = useTranslation('history');
  return useCallback(
    ({ key, params }: Label) => {
      const isKnown = key in history || `${key}_other` in history;
      return isKnown ? (t as (key: string, params: object) => string)(key, params) : key;
    },
    [t],
  );
}
