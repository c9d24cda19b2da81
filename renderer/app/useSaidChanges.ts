import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoor } from '../data/workspaceContext';
import { useToasts } from '../ui/Toaster';
import { useHistoryWords } from '../i18n/historyWords';

/** Changes that touch much, or take something away: said with a way back. The others only show as saved. */
const saidAloud = new Set([
  'eventsDeleted',
  'eventMoved',
  'tasksDeleted',
  'tasksImported',
  'tasksChanged',
  'tasksRescheduled',
  'tasksReplanned',
  'templateApplied',
  'templateDeleted',
  'periodDeleted',
  'archiveMerged',
  'archiveReplaced',
]);

/** Says what was undone or redone, by its name, and offers to undo what touched much. */
export function useSaidChanges(): void {
  const { current, undo } = useDoor();
  const { toast } = useToasts();
  const { t } = useTranslation('shell');
  const words = useHistoryWords();
  const said = useRef(current.last);
  const { last } = current;
  useEffect(() => {
    if (!last || last === said.current) return;
    said.current = last;
    const what = words(last.label);
    if (last.kind === 'undo') toast({ text: t('undone', { what }) });
    else if (last.kind === 'redo') toast({ text: t('redone', { what }) });
    else if (saidAloud.has(last.label.key)) {
      toast({ text: what, action: { label: t('undoThis'), onPress: () => void undo() } });
    }
  }, [last, t, toast, undo, words]);
}
