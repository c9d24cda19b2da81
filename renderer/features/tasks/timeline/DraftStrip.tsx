import { problemKey } from '@shared/domain/backwardPlan';
import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { useProblemSentence } from '@renderer/i18n/problemSentence';
import { Button } from '@renderer/ui/Button';
import { StatusMark } from '@renderer/ui/StatusMark';
import type { BarMoves } from './useBarDraft';
import styles from './TaskTimeline.module.css';

const sentencesShown = 3;

type Props = { moves: BarMoves; events: ReadonlyMap<string, PlannedEvent>; hint: boolean };

/** What the bar being moved would do, before it is dropped; how to move one, otherwise. Read out as it changes. */
export function DraftStrip({ moves, events, hint }: Props) {
  const { t } = useTranslation('tasks');
  const language = useLanguage();
  const { draft, consequences } = moves;
  const event = draft?.task.eventId ? events.get(draft.task.eventId) : undefined;
  return (
    <div className={styles.strip}>
      <div role="status">
        {draft ? (
          <>
            <b dir="auto">
              {t('timeline.moving', {
                title: draft.task.title,
                from: draft.task.dueOn ? formatDay(draft.task.dueOn, 'weekday', language) : '',
                to: formatDay(draft.dueOn, 'weekday', language),
              })}
            </b>
            {draft.task.eventId !== null && !draft.task.isPinned && <span>{t('timeline.willPin')}</span>}
            {event && <Consequences moves={moves} event={event} />}
            {event && consequences.length === 0 && (
              <StatusMark kind="ok">{t('timeline.noConsequence')}</StatusMark>
            )}
          </>
        ) : (
          hint && <span>{t('timeline.hint')}</span>
        )}
      </div>
      {draft && (
        // The bar keeps the focus: to lose it would be to drop the bar.
        <Button onPress={moves.cancel} excludeFromTabOrder preventFocusOnPress keys="Esc">
          {t('timeline.cancel')}
        </Button>
      )}
    </div>
  );
}

function Consequences({ moves, event }: { moves: BarMoves; event: PlannedEvent }) {
  const { t } = useTranslation('tasks');
  const sentence = useProblemSentence(event);
  const shown = moves.consequences.slice(0, sentencesShown);
  const others = moves.consequences.length - shown.length;
  return (
    <>
      {shown.map((problem) => (
        <StatusMark key={problemKey(problem)} kind="alert">
          <span dir="auto">{sentence(problem)}</span>
        </StatusMark>
      ))}
      {others > 0 && <span>{t('timeline.moreConsequences', { count: others })}</span>}
    </>
  );
}
