import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import { fold } from '@shared/domain/text';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '@renderer/navigation/paths';
import { ComboField } from '@renderer/ui/ComboField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { byAlphabet, namesOf } from '../peopleList';
import styles from './PersonPanel.module.css';

type Props = {
  field: 'together' | 'apart';
  member: StaffMember;
  people: readonly StaffMember[];
  error: string | undefined;
  onChange: (ids: StaffId[]) => void;
};

/** Who somebody is to be with, or apart from. A pair named on the other's record is shown as well, and changed there. */
export function PairsField({ field, member, people, error, onChange }: Props) {
  const { t } = useTranslation('people');
  const [asked, setAsked] = useState('');
  const [unknown, setUnknown] = useState<string>();
  const byId = useMemo(() => new Map(people.map((one) => [one.id, one])), [people]);
  const own = member[field];
  const others = useMemo(
    () => people.filter((one) => one[field].includes(member.id) && !own.includes(one.id)),
    [people, field, member.id, own],
  );
  const offered = useMemo(
    () =>
      namesOf(
        people
          .filter(({ id, hasLeft }) => id !== member.id && !hasLeft && !own.includes(id))
          .sort((left, right) => byAlphabet(left.name, right.name)),
      ),
    [people, member.id, own],
  );
  const nameOf = (id: StaffId): string => byId.get(id)?.name ?? t('panel.goneName');

  function add(text: string): void {
    setAsked(text);
    setUnknown(undefined);
    const wanted = fold(text);
    if (wanted === '') return;
    const found = [...offered].find(([name]) => fold(name) === wanted)?.[1];
    if (!found) return setUnknown(t('panel.unknownPerson', { name: text }));
    onChange([...own, found.id]);
    setAsked('');
  }
  return (
    <div className={styles.part} role="group" aria-label={t(`panel.${field}`)}>
      <h4>{t(`panel.${field}`)}</h4>
      {own.length + others.length > 0 && (
        <ul>
          {own.map((id) => (
            <li key={id} className={styles.row}>
              <a href={paths.people({ person: id })} dir="auto">
                {nameOf(id)}
              </a>
              <IconButton
                label={t('panel.removePair', { name: nameOf(id) })}
                icon={<icons.remove />}
                onPress={() => onChange(own.filter((one) => one !== id))}
              />
            </li>
          ))}
          {others.map(({ id, name }) => (
            <li key={id} className={styles.row}>
              <a href={paths.people({ person: id })} dir="auto">
                {name}
              </a>
              <small>{t('panel.otherSide', { name })}</small>
            </li>
          ))}
        </ul>
      )}
      <ComboField
        key={own.length}
        label={t(field === 'together' ? 'panel.addTogether' : 'panel.addApart')}
        isLabelHidden
        placeholder={t('panel.choosePerson')}
        value={asked}
        error={unknown ?? error}
        suggestions={[...offered.keys()]}
        onCommit={add}
      />
    </div>
  );
}
