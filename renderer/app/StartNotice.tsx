import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Levelled } from '../data/openWorkspace';
import { useToasts } from '../ui/Toaster';

/** Says once, after a start, how database and journal were brought level. It stays until it is closed. */
export function StartNotice({ levelled }: { levelled: Levelled | null }) {
  const { t } = useTranslation('safety');
  const { toast } = useToasts();
  const isSaid = useRef(false);
  useEffect(() => {
    if (levelled === null || isSaid.current) return;
    isSaid.current = true;
    const { kind, count } = levelled;
    toast({ text: t(`levelled.${kind}`, { count }), kind: kind === 'replayed' ? 'info' : 'alert' });
  }, [levelled, t, toast]);
  return null;
}
