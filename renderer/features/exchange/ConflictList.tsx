import type { Choices, Side } from '@shared/domain/mergePlan';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import type { ConflictChoice } from './MergePlanView';
import type { ExchangeWords } from './useExchangeWords';
import styles from './Exchange.module.css';

const shownAtOnce = 50;
const sides = ['ours', 'theirs'] as const;

type Props = {
  conflicts: readonly ConflictChoice[];
  choices: Choices;
  words: ExchangeWords;
  onChoose: (names: readonly string[], side: Side) => void;
};

/** Each thing that both sides changed differently: what it was, what it is here, what it is in the file, and which stays. */
export function ConflictList({ conflicts, choices, words, onChoose }: Props) {
  const { t } = useTranslation('exchange');
  const [shown, setShown] = useState(shownAtOnce);
  const names = conflicts.map(({ name }) => name);
  const more = conflicts.length - shown;
  return (
    <section className={styles.conflicts} aria-labelledby="conflicts">
      <header>
        <h2 id="conflicts" className={styles.title}>
          {t('import.choices')}
        </h2>
        <p>{t('import.choicesHelp')}</p>
        <Button onPress={() => onChoose(names, 'ours')}>{t('import.allOurs')}</Button>
        <Button onPress={() => onChoose(names, 'theirs')}>{t('import.allTheirs')}</Button>
      </header>
      <ul>
        {conflicts.slice(0, shown).map((conflict) => (
          <Conflict
            key={conflict.name}
            conflict={conflict}
            words={words}
            chosen={choices.get(conflict.name)}
            onChoose={(side) => onChoose([conflict.name], side)}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button variant="quiet" onPress={() => setShown(shown + shownAtOnce)}>
          {t('import.moreChoices', { count: Math.min(more, shownAtOnce) })}
        </Button>
      )}
    </section>
  );
}

type ConflictProps = {
  conflict: ConflictChoice;
  words: ExchangeWords;
  chosen: Side | undefined;
  onChoose: (side: Side) => void;
};

function Conflict({ conflict: { name, merge, field }, words, chosen, onChoose }: ConflictProps) {
  const { t } = useTranslation('exchange');
  const record = words.nameOf(merge);
  const place = field
    ? words.placeOf(merge, field)
    : t(merge.theirs ? 'import.deletedHere' : 'import.deletedThere');
  const title = `${record}, ${place}`;
  const valueOf = (side: Side): string => {
    if (field) return words.textOf(merge, field, field[side]);
    return t(merge[side] ? 'import.kept' : 'import.deleted');
  };
  return (
    <li>
      <p dir="auto">
        <b>{place}</b> <span>{record}</span>
        {field?.base !== undefined && (
          <small>{t('import.was', { value: words.textOf(merge, field, field.base) })}</small>
        )}
      </p>
      <div role="radiogroup" aria-label={title} className={styles.sides}>
        {sides.map((side) => (
          <label key={side}>
            <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
            <span>{t(`import.${side}`)}</span>
            <span dir="auto" className={styles.value}>
              {valueOf(side)}
            </span>
          </label>
        ))}
      </div>
    </li>
  );
}
