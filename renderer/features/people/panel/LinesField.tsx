import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useSentence } from '@renderer/i18n/sentence';
import { Button } from '@renderer/ui/Button';
import { FieldError } from '@renderer/ui/Field';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import styles from './PersonPanel.module.css';

/** What a line comes to: an item, nothing yet, or why not (a code of the schema). */
export type ReadLine<Item> =
  | Readonly<{ kind: 'read'; item: Item }>
  | Readonly<{ kind: 'incomplete' }>
  | Readonly<{ kind: 'refused'; code: string }>;

type Props<Draft, Item> = {
  label: string;
  help?: ReactNode;
  addLabel: string;
  /** Of fields in a line; two unless said. */
  columns?: 2 | 3;
  items: readonly Item[];
  toDraft: (item: Item) => Draft;
  blank: () => Draft;
  read: (draft: Draft) => ReadLine<Item>;
  error: string | undefined;
  onChange: (items: Item[]) => void;
  fields: (draft: Draft, set: (fields: Partial<Draft>) => void) => ReactNode;
};
type Line<Draft> = Readonly<{ key: string; draft: Draft }>;

/**
 * Lines edited where they stand. What is complete is saved at once; a line that is not yet, or is refused, stays as typed under its sentence, and
 * the others are saved without it. Items that change underneath take the place of the lines.
 */
export function LinesField<Draft, Item>(props: Props<Draft, Item>) {
  const { label, help, addLabel, columns = 2, items, toDraft, blank, read, error, onChange, fields } = props;
  const { t } = useTranslation('people');
  const sentence = useSentence();
  const fresh = (): Line<Draft>[] => items.map((item) => ({ key: newUuid(), draft: toDraft(item) }));
  const stored = JSON.stringify(items);
  const [state, setState] = useState(() => ({ seen: stored, given: stored, lines: fresh() }));
  let lines = state.lines;
  if (state.seen !== stored) {
    // What comes back from the database is what was given: the lines, incomplete ones among them, stay.
    lines = state.given === stored ? lines : fresh();
    setState({ seen: stored, given: stored, lines });
  }

  function change(next: readonly Line<Draft>[]): void {
    const made = next.flatMap(({ draft }) => {
      const answer = read(draft);
      return answer.kind === 'read' ? [answer.item] : [];
    });
    const given = JSON.stringify(made);
    setState({ seen: stored, given, lines: [...next] });
    if (given !== stored) onChange(made);
  }
  const set = (key: string, given: Partial<Draft>): void =>
    change(lines.map((line) => (line.key === key ? { key, draft: { ...line.draft, ...given } } : line)));

  return (
    <div className={styles.part} role="group" aria-label={label}>
      <h4>{label}</h4>
      {help && <p className={styles.quiet}>{help}</p>}
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map(({ key, draft }, index) => {
            const answer = read(draft);
            return (
              <li key={key} className={styles.line}>
                <div className={styles.fields} data-columns={columns}>
                  {fields(draft, (given) => set(key, given))}
                </div>
                <IconButton
                  label={t('panel.removeLine', { number: index + 1, list: label })}
                  icon={<icons.remove />}
                  onPress={() => change(lines.filter((line) => line.key !== key))}
                />
                {answer.kind === 'incomplete' && <p className={styles.quiet}>{t('panel.incomplete')}</p>}
                {answer.kind === 'refused' && <FieldError error={sentence(answer.code)} />}
              </li>
            );
          })}
        </ul>
      )}
      <FieldError error={error} />
      <div className={styles.add}>
        <Button
          variant="quiet"
          icon={<icons.add />}
          onPress={() => change([...lines, { key: newUuid(), draft: blank() }])}
        >
          {addLabel}
        </Button>
      </div>
    </div>
  );
}
