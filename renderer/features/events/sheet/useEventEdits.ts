import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { reviseEvent } from '@renderer/data/events';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { useToasts } from '@renderer/ui/Toaster';

/** Answers the code of what is wrong, to be shown beside the field, or `null` once it is saved. */
export type SaveFields = (revise: (event: PlannedEvent) => Partial<PlannedEvent>) => Promise<string | null>;

/** Saves one field of the sheet after the other, in the order in which they were left. */
export function useEventEdits(id: EventId): SaveFields {
  const { t } = useTranslation('events');
  const database = useDatabase();
  const commit = useCommit();
  const { toast } = useToasts();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (revise) => {
      const turn = queue.current.then(() => reviseEvent(database, commit, id, revise));
      const answer = turn.catch((error: unknown) => {
        toast({ kind: 'alert', text: t('notSaved', { reason: String(error) }) });
        return null;
      });
      queue.current = answer;
      return answer;
    },
    [database, commit, id, t, toast],
  );
}
