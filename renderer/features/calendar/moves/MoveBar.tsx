import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import type { ItemWords } from '../useItemWords';
import { firstDayNumber } from '../wallTime';
import { afterKey, type KeyboardMove, type MoveSteps } from './keyboardMove';
import styles from './moves.module.css';

type Props = {
  move: KeyboardMove;
  steps: MoveSteps;
  words: ItemWords;
  onChange: (move: KeyboardMove) => void;
  onApply: () => void;
  onLeave: () => void;
};

/** Holds the keyboard while a block is moved with it, and says at each key where the block would be. */
export function MoveBar({ move, steps, words, onChange, onApply, onLeave }: Props) {
  const { t } = useTranslation(['calendar', 'common']);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => bar.current?.focus(), []);
  const { item, from, to } = move;
  const days = firstDayNumber(from) - firstDayNumber(item.from);
  const name = words.title(item);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Every key is this bar's while a block is on its way: none may change the view below it.
    event.stopPropagation();
    if (event.target !== bar.current && event.key !== 'Escape') return;
    const next = afterKey(move, event.key, event.shiftKey, steps);
    if (next) onChange(next);
    else if (event.key === 'Enter') onApply();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  }

  const hint =
    item.kind === 'task' ? 'moving.keysTask' : steps === 'hours' ? 'moving.keysTime' : 'moving.keysDays';
  return (
    // The bar is what the arrows move: it takes the focus as a whole.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={bar}
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.bar}
      aria-label={t('moving.bar', { name })}
      aria-describedby="move-keys"
      onKeyDown={onKeyDown}
    >
      <div className={styles.where}>
        <b dir="auto">{t('moving.bar', { name })}</b>
        <span role="status">
          {t('moving.to', { when: words.when(from, to) })},{' '}
          {days < 0 ? t('moving.daysBack', { count: -days }) : t('moving.days', { count: days })}
        </span>
        <small id="move-keys">{t(hint)}</small>
      </div>
      <Button onPress={onLeave}>{t('common:cancel')}</Button>
      <Button variant="primary" onPress={onApply}>
        {t('moving.apply')}
      </Button>
    </div>
  );
}
