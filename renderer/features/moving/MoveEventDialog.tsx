import { changedEvent, type EventChange, type EventMove, planMove } from '@shared/domain/moveEvent';
import { type PlannedEvent, plannedEventSchema } from '@shared/domain/plannedEvent';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { moveEvent } from '@renderer/data/events';
import { useWorkCalendar } from '@renderer/data/settingsContext';
import { rosterFactsOf } from '@renderer/data/roster';
import { tasksOfEvent } from '@renderer/data/tasks';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Notice } from '@renderer/ui/Notice';
import { MoveSummary } from './MoveSummary';
import { useFocusInside } from './useFocusInside';

/** `kept`: nothing was changed, because somebody said no or the dates cannot be. */
export type MoveOutcome = 'moved' | 'kept';

type Asked =
  | Readonly<{ kind: 'plan'; plan: EventMove }>
  | Readonly<{ kind: 'refused'; event: PlannedEvent; code: string }>;

/**
 * Moves an event. When tasks follow, or when the move breaks something, what would change is shown first and applied only on a
 * yes; otherwise it is applied at once. Draw `dialog` anywhere on the page.
 */
export function useMoveEvent(): {
  move: (event: PlannedEvent, change: EventChange) => Promise<MoveOutcome>;
  dialog: ReactNode;
} {
  const database = useDatabase();
  const commit = useCommit();
  const calendar = useWorkCalendar();
  const today = useToday();
  const language = useLanguage();
  const [asked, setAsked] = useState<(Asked & { answer: (outcome: MoveOutcome) => void }) | null>(null);

  const move = useCallback(
    async (event: PlannedEvent, change: EventChange): Promise<MoveOutcome> => {
      const ask = (question: Asked): Promise<MoveOutcome> =>
        new Promise((answer) => setAsked({ ...question, answer }));
      const checked = plannedEventSchema.safeParse(changedEvent(event, change));
      if (!checked.success) {
        return ask({ kind: 'refused', event, code: checked.error.issues[0]?.message ?? 'other' });
      }
      const [tasks, roster] = await Promise.all([
        tasksOfEvent(database, event.id),
        rosterFactsOf(database, event.id, language),
      ]);
      const plan = planMove(event, tasks, change, calendar, today, roster);
      if (plan.moved.length > 0 || plan.shifts.length > 0 || plan.problems.some(({ isNew }) => isNew))
        return ask({ kind: 'plan', plan });
      await moveEvent(commit, plan);
      return 'moved';
    },
    [database, commit, calendar, today, language],
  );

  function close(outcome: MoveOutcome): void {
    asked?.answer(outcome);
    setAsked(null);
  }
  return {
    move,
    dialog: asked && (
      <MoveEventDialog
        asked={asked}
        onCancel={() => close('kept')}
        onApply={async (plan) => {
          await moveEvent(commit, plan);
          close('moved');
        }}
      />
    ),
  };
}

function MoveEventDialog({
  asked,
  onCancel,
  onApply,
}: {
  asked: Asked;
  onCancel: () => void;
  onApply: (plan: EventMove) => Promise<void>;
}) {
  return asked.kind === 'refused' ? (
    <RefusedMove event={asked.event} code={asked.code} onClose={onCancel} />
  ) : (
    <PlannedMove plan={asked.plan} onCancel={onCancel} onApply={() => onApply(asked.plan)} />
  );
}

function PlannedMove({
  plan,
  onCancel,
  onApply,
}: {
  plan: EventMove;
  onCancel: () => void;
  onApply: () => Promise<void>;
}) {
  const { t } = useTranslation(['events', 'common']);
  const [failure, setFailure] = useState<string | null>(null);
  const [isApplying, setIsApplying] = useState(false);
  const answer = useFocusInside();
  async function apply(): Promise<void> {
    setIsApplying(true);
    try {
      await onApply();
    } catch (error) {
      setFailure(String(error));
      setIsApplying(false);
    }
  }
  return (
    <Dialog
      isWide
      title={t('move.title', { name: plan.before.name })}
      onClose={onCancel}
      footer={
        <>
          <Button onPress={onCancel}>{t('common:cancel')}</Button>
          <span ref={answer}>
            <Button variant="primary" isDisabled={isApplying} onPress={() => void apply()}>
              {t('move.apply')}
            </Button>
          </span>
        </>
      }
    >
      {failure && <Notice kind="alert">{t('move.failed', { reason: failure })}</Notice>}
      <MoveSummary plan={plan} />
    </Dialog>
  );
}

function RefusedMove({ event, code, onClose }: { event: PlannedEvent; code: string; onClose: () => void }) {
  const { t } = useTranslation(['events', 'common']);
  const sentence = useSentence();
  const answer = useFocusInside();
  return (
    <Dialog
      title={t('move.refusedTitle', { name: event.name })}
      onClose={onClose}
      footer={
        <span ref={answer}>
          <Button variant="primary" onPress={onClose}>
            {t('common:close')}
          </Button>
        </span>
      }
    >
      <Notice kind="alert">
        {sentence(code)} {t('move.nothingChanged')}
      </Notice>
    </Dialog>
  );
}
