import type { Conflict } from '@shared/domain/rosterConflicts';
import { planPauses } from '@shared/domain/planPauses';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setPauses } from '@renderer/data/roster';
import { useCommit } from '@renderer/data/workspaceContext';
import { useConflictSentence } from '@renderer/i18n/conflictSentence';
import { Button } from '@renderer/ui/Button';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { SidePanel } from '@renderer/ui/SidePanel';
import { StatusMark } from '@renderer/ui/StatusMark';
import type { RosterNow } from '../useRoster';
import { ConflictLine, conflictLineKey } from './ConflictLine';
import styles from './Panels.module.css';

type Props = {
  now: RosterNow;
  onShow: (conflict: Conflict) => void;
  onStep: (step: 1 | -1) => void;
  onClose: () => void;
};

const shownAtFirst = 40;
const groups = ['toDecide', 'accepted', 'wishes'] as const;

/** Everything wrong with the roster, what asks for a decision first, each leading to its bar. */
export function ConflictsPanel({ now, onShow, onStep, onClose }: Props) {
  const { t } = useTranslation(['roster', 'shell']);
  const sentences = useConflictSentence(now.roster);
  const commit = useCommit();
  const pauses = useMemo(() => planPauses(now.roster, now.conflicts), [now.roster, now.conflicts]);
  return (
    <SidePanel
      title={t('conflictPanel.title')}
      closeLabel={t('conflictPanel.close')}
      onClose={onClose}
      actions={
        <>
          <IconButton
            label={t('conflictPanel.previous')}
            keys={`${t('shell:keyboard.shift')}+c`}
            icon={<icons.previous />}
            onPress={() => onStep(-1)}
          />
          <IconButton
            label={t('conflictPanel.next')}
            keys="c"
            icon={<icons.next />}
            onPress={() => onStep(1)}
          />
        </>
      }
    >
      {pauses.length > 0 && (
        <Button onPress={() => void setPauses(commit, pauses)}>
          {t('conflictPanel.pauses', { count: pauses.length })}
        </Button>
      )}
      {now.conflicts.length === 0 && <StatusMark kind="ok">{t('conflictPanel.none')}</StatusMark>}
      {groups.map((group) => {
        const members = now.conflicts.filter((conflict) => groupOf(conflict) === group);
        return (
          members.length > 0 && (
            <Group key={group} title={t(`conflictPanel.${group}`)} members={members}>
              {(conflict) => (
                <ConflictLine
                  key={conflictLineKey(conflict)}
                  now={now}
                  conflict={conflict}
                  sentences={sentences}
                >
                  <Button variant="quiet" onPress={() => onShow(conflict)}>
                    {t('conflictPanel.show')}
                  </Button>
                </ConflictLine>
              )}
            </Group>
          )
        );
      })}
    </SidePanel>
  );
}

type GroupProps = {
  title: string;
  members: readonly Conflict[];
  children: (conflict: Conflict) => ReactNode;
};

function Group({ title, members, children }: GroupProps) {
  const { t } = useTranslation('roster');
  const [limit, setLimit] = useState(shownAtFirst);
  return (
    <section className={styles.group} aria-label={title}>
      <h3>
        {title} <span>{members.length}</span>
      </h3>
      <ul>{members.slice(0, limit).map(children)}</ul>
      {members.length > limit && (
        <Button variant="quiet" onPress={() => setLimit(limit + shownAtFirst)}>
          {t('conflictPanel.more', { count: members.length - limit })}
        </Button>
      )}
    </section>
  );
}

function groupOf({ accepted, isWish }: Conflict): (typeof groups)[number] {
  if (accepted) return 'accepted';
  return isWish ? 'wishes' : 'toDecide';
}
