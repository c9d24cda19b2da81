import { type Task, taskPriorities, taskStatuses } from '@shared/domain/task';
import { type Day } from '@shared/domain/time';
import { type ReactNode, useRef, useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { ComboField } from '@renderer/ui/ComboField';
import { DateField } from '@renderer/ui/DateField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Menu } from '@renderer/ui/Menu';
import { NumberField } from '@renderer/ui/NumberField';
import { usedValues } from '../taskList';
import { useKnownOwners } from '../useKnownOwners';
import { useTaskActions } from '../useTaskActions';
import styles from '@renderer/ui/BulkBar.module.css';

type Props = { tasks: readonly Task[]; known: readonly Task[]; onClear: () => void };

/** The same change for every chosen task: one gesture, one undo. */
export function BulkBar({ tasks, known, onClear }: Props) {
  const { t } = useTranslation(['tasks', 'domain']);
  const actions = useTaskActions();
  const { owners, teams } = useKnownOwners(known);
  const arePinned = tasks.every(({ isPinned }) => isPinned);
  return (
    <div className={styles.bulk} role="toolbar" aria-label={t('bulk.label')}>
      <b role="status">{t('bulk.chosen', { count: tasks.length })}</b>
      <Button icon={<icons.tick />} onPress={() => actions.toggleDone(tasks)}>
        {t('bulk.done')}
      </Button>
      <Menu
        label={t('bulk.status')}
        trigger={<Button icon={<icons.down />}>{t('bulk.status')}</Button>}
        entries={taskStatuses.map((id) => ({
          id,
          label: t(`domain:taskStatus.${id}`),
          onAction: () => actions.setStatus(tasks, id),
        }))}
      />
      <Menu
        label={t('bulk.priority')}
        trigger={<Button icon={<icons.down />}>{t('bulk.priority')}</Button>}
        entries={taskPriorities.map((id) => ({
          id,
          label: t(`domain:priority.${id}`),
          onAction: () => actions.setPriority(tasks, id),
        }))}
      />
      <BulkPopover label={t('bulk.due')}>
        {(close) => (
          <DuePart
            onSet={(dueOn) => (actions.setDueOn(tasks, dueOn), close())}
            onShift={(days) => (actions.shift(tasks, days), close())}
          />
        )}
      </BulkPopover>
      <BulkPopover label={t('bulk.owner')}>
        {(close) => (
          <TextPart
            label={t('bulk.owner')}
            suggestions={owners}
            choices={[
              { label: t('bulk.set'), onChoose: (owner) => (actions.setOwner(tasks, owner), close()) },
            ]}
          />
        )}
      </BulkPopover>
      <BulkPopover label={t('bulk.team')}>
        {(close) => (
          <TextPart
            label={t('bulk.team')}
            suggestions={teams}
            choices={[{ label: t('bulk.set'), onChoose: (team) => (actions.setTeam(tasks, team), close()) }]}
          />
        )}
      </BulkPopover>
      <BulkPopover label={t('bulk.tag')}>
        {(close) => (
          <TextPart
            label={t('bulk.tag')}
            mostCharacters={40}
            isNeeded
            suggestions={usedValues(known, ({ tags }) => tags)}
            choices={[
              { label: t('bulk.addTag'), onChoose: (tag) => (actions.addTag(tasks, tag), close()) },
              { label: t('bulk.removeTag'), onChoose: (tag) => (actions.removeTag(tasks, tag), close()) },
            ]}
          />
        )}
      </BulkPopover>
      <IconButton
        label={arePinned ? t('bulk.unpin') : t('bulk.pin')}
        icon={<icons.pin />}
        onPress={() => actions.togglePin(tasks)}
      />
      <IconButton
        label={t('bulk.delete')}
        icon={<icons.delete />}
        onPress={() => (actions.remove(tasks), onClear())}
      />
      <span className={styles.grow} />
      <Button variant="quiet" onPress={onClear}>
        {t('bulk.clear')}
      </Button>
    </div>
  );
}

function BulkPopover({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  return (
    <DialogTrigger>
      <Button icon={<icons.down />}>{label}</Button>
      <Popover className={styles.popover}>
        <Dialog aria-label={label} className={styles.dialog}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function DuePart({
  onSet,
  onShift,
}: {
  onSet: (dueOn: Day | null) => void;
  onShift: (workingDays: number) => void;
}) {
  const { t } = useTranslation('tasks');
  const [dueOn, setDueOn] = useState<Day | null>(null);
  const [days, setDays] = useState<number | null>(1);
  return (
    <div className={styles.parts}>
      <div className={styles.part}>
        <DateField label={t('bulk.dueOn')} value={dueOn} onChange={setDueOn} />
        <Button isDisabled={dueOn === null} onPress={() => onSet(dueOn)}>
          {t('bulk.set')}
        </Button>
      </div>
      <div className={styles.part}>
        <NumberField label={t('bulk.shift')} value={days} min={-400} max={400} onCommit={setDays} />
        <Button isDisabled={!days} onPress={() => onShift(days ?? 0)}>
          {t('bulk.shiftNow')}
        </Button>
      </div>
      <p>{t('bulk.shiftHelp')}</p>
      <Button variant="quiet" onPress={() => onSet(null)}>
        {t('bulk.noDue')}
      </Button>
    </div>
  );
}

function TextPart({
  label,
  suggestions,
  choices,
  isNeeded = false,
  mostCharacters = 200,
}: {
  label: string;
  suggestions: readonly string[];
  choices: readonly { label: string; onChoose: (text: string) => void }[];
  /** An empty text may not be chosen. */
  isNeeded?: boolean;
  mostCharacters?: number;
}) {
  const { t } = useTranslation('tasks');
  const typed = useRef('');
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  function choose(onChoose: (text: string) => void): void {
    const text = typed.current.trim();
    if (isNeeded && text === '') setError(t('bulk.needed'));
    else if (text.length > mostCharacters) setError(t('bulk.tooLong', { count: mostCharacters }));
    else onChoose(text);
  }
  const [first] = choices;
  return (
    // Enter in the field is the first button.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.parts}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && first)
          choose(first.onChoose);
      }}
    >
      <ComboField
        label={label}
        value={value}
        error={error}
        suggestions={suggestions}
        onCommit={(text) => {
          typed.current = text;
          setValue(text);
          setError(undefined);
        }}
      />
      <div className={styles.buttons}>
        {choices.map((choice) => (
          <Button key={choice.label} onPress={() => choose(choice.onChoose)}>
            {choice.label}
          </Button>
        ))}
      </div>
    </div>
  );
}
