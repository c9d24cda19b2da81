import type { StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import { useRef, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { changePeople } from '@renderer/data/people';
import { useCommit } from '@renderer/data/workspaceContext';
import { Button } from '@renderer/ui/Button';
import { ComboField } from '@renderer/ui/ComboField';
import { icons } from '@renderer/ui/icons';
import { Menu } from '@renderer/ui/Menu';
import { usedWords } from './peopleList';
import styles from '@renderer/ui/BulkBar.module.css';

type Props = {
  chosen: readonly StaffMember[];
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  onDelete: () => void;
  onClear: () => void;
};

const mostCharacters = 200;

/** The same change for every chosen person: one gesture, one undo. */
export function BulkBar({ chosen, people, profiles, onDelete, onClear }: Props) {
  const { t } = useTranslation('people');
  const commit = useCommit();
  const haveAllLeft = chosen.every(({ hasLeft }) => hasLeft);
  const change = (fields: Partial<StaffMember>): void => void changePeople(commit, chosen, fields);
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('bulk.label')}>
      <b role="status">{t('bulk.chosen', { count: chosen.length })}</b>
      <DialogTrigger>
        <Button icon={<icons.down />}>{t('bulk.team')}</Button>
        <Popover className={styles.popover}>
          <Dialog aria-label={t('bulk.team')} className={styles.dialog}>
            {({ close }) => (
              <TeamPart
                teams={usedWords(people, ({ team }) => team)}
                onChoose={(team) => (change({ team }), close())}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Menu
        label={t('bulk.profile')}
        trigger={<Button icon={<icons.down />}>{t('bulk.profile')}</Button>}
        entries={[
          ...profiles.map(({ id, name }) => ({
            id: id as string,
            label: name,
            onAction: () => change({ profileId: id }),
          })),
          { id: 'none', label: t('bulk.noProfile'), onAction: () => change({ profileId: null }) },
        ]}
      />
      <Button icon={<icons.person />} onPress={() => (change({ hasLeft: !haveAllLeft }), onClear())}>
        {t(haveAllLeft ? 'bulk.markBack' : 'bulk.markLeft')}
      </Button>
      <Button icon={<icons.delete />} onPress={onDelete}>
        {t('bulk.delete')}
      </Button>
      <span className={styles.grow} />
      <Button variant="quiet" onPress={onClear}>
        {t('bulk.clear')}
      </Button>
    </div>
  );
}

function TeamPart({ teams, onChoose }: { teams: readonly string[]; onChoose: (team: string) => void }) {
  const { t } = useTranslation('people');
  const typed = useRef('');
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  function choose(): void {
    const team = typed.current.trim();
    if (team.length > mostCharacters) setError(t('bulk.tooLong', { count: mostCharacters }));
    else onChoose(team);
  }
  return (
    // Enter in the field is the button.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.parts}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) choose();
      }}
    >
      <ComboField
        label={t('bulk.team')}
        value={value}
        error={error}
        suggestions={teams}
        onCommit={(text) => {
          typed.current = text;
          setValue(text);
          setError(undefined);
        }}
      />
      <Button onPress={choose}>{t('bulk.set')}</Button>
    </div>
  );
}
