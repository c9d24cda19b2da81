import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../data/clock';
import { saveCopy } from '../data/copies';
import { useDatabase } from '../data/workspaceContext';
import { useHost } from '../host/hostContext';
import { useToasts } from '../ui/Toaster';

/** Saves the whole workspace, files included, as one `.regie` file where the user says. */
export function useSaveCopy(): () => void {
  const database = useDatabase();
  const host = useHost();
  const today = useToday();
  const { toast } = useToasts();
  const { t } = useTranslation('settings');
  return useCallback(() => {
    saveCopy(database, host, today).then(
      (answer) => answer.kind === 'saved' && toast({ text: t('copy.saved', { name: answer.name }) }),
      (error: unknown) => toast({ text: t('copy.failed', { reason: String(error) }), kind: 'alert' }),
    );
  }, [database, host, today, toast, t]);
}
