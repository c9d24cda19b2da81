import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '../ui/Toaster';

/** Says once, after a start, that the database was brought level with the journal. */
export function StartNotice({ replayed }: { replayed: number }) {
  const { t } = useTranslation('shell');
  const { toast } = useToasts();
  const isSaid = useRef(false);
  useEffect(() => {
    if (replayed === 0 || isSaid.current) return;
    isSaid.current = true;
    toast({ text: t('replayed', { count: replayed }) });
  }, [replayed, t, toast]);
  return null;
}
