import { formatClock, formatDay } from '@shared/domain/formatting';
import { clockTimeOf, dayOf, type Span, type TimeZone } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { StatusMark } from '@renderer/ui/StatusMark';
import type { ShiftMoves } from './useShiftDraft';
import styles from './RosterBoard.module.css';

type Props = { moves: ShiftMoves; isMoving: boolean; zone: TimeZone; onCancel: () => void };

/** What the shift being moved would become, before it is dropped; how to go about the board, otherwise. Read out as it changes. */
export function DraftStrip({ moves, isMoving, zone, onCancel }: Props) {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  const { draft, consequences } = moves;
  const words = ({ startsAt, endsAt }: Span): string => {
    const [from, to] = [startsAt, endsAt].map((at) => formatClock(clockTimeOf(at, zone), language));
    return `${formatDay(dayOf(startsAt, zone), 'weekday', language)}, ${from} – ${to}`;
  };
  return (
    <div className={styles.strip}>
      <div role="status">
        {draft && (
          <>
            <b dir="auto">
              {t('board.moving', {
                name: draft.slot.post.name,
                before: words(draft.slot.shift),
                after: words(draft),
              })}
            </b>
            {consequences.length > 0 ? (
              <StatusMark kind="alert">{t('board.newConflicts', { count: consequences.length })}</StatusMark>
            ) : (
              <StatusMark kind="ok">{t('board.noNewConflict')}</StatusMark>
            )}
          </>
        )}
        {isMoving && <span>{t('board.movingHint')}</span>}
        {!draft && !isMoving && <span>{t('board.hint')}</span>}
      </div>
      {(draft || isMoving) && (
        // The bar keeps the focus: to lose it would be to drop the bar.
        <Button onPress={onCancel} excludeFromTabOrder preventFocusOnPress keys="Esc">
          {t('board.cancel')}
        </Button>
      )}
    </div>
  );
}
