import { formatDay } from '@shared/domain/formatting';
import { openConflicts } from '@shared/domain/rosterConflicts';
import type { Day } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Menu } from '@renderer/ui/Menu';
import { Segmented } from '@renderer/ui/Segmented';
import { SelectField } from '@renderer/ui/SelectField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { rosterZooms } from './board/rosterScale';
import { PapersButton } from './papers/PapersButton';
import { RosterParts } from './RosterParts';
import type { RosterNow } from './useRoster';
import { useRosterFiles } from './useRosterFiles';
import { nothingOpen, rosterViews, useRosterSearch } from './useRosterSearch';
import styles from './RosterView.module.css';

type Props = {
  now: RosterNow;
  days: readonly Day[];
  /** The one that is shown; all of them when there is none. */
  day: Day | undefined;
  /** Opens the engine that fills what is left; without it there is no such button. */
  onFill?: (() => void) | undefined;
};

const mostDaysInRow = 4;

/** How the roster is looked at, what it is worth, and what can be done with the whole of it. */
export function RosterToolbar({ now, days, day: shown, onFill }: Props) {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  const [search, setSearch] = useRosterSearch();
  const entries = useRosterFiles(now);
  const { slots, onShift } = now.roster;
  const needed = slots.reduce((sum, { shift }) => sum + shift.headcount, 0);
  const held = slots.reduce(
    (sum, { shift }) => sum + Math.min(shift.headcount, onShift.get(shift.id)?.length ?? 0),
    0,
  );
  const people = new Set(
    slots.flatMap(({ shift }) => (onShift.get(shift.id) ?? []).map(({ assignment }) => assignment.personId)),
  ).size;
  const open = openConflicts(now.conflicts).length;
  const dayOptions = [
    { id: 'all', label: t('days.all') },
    ...days.map((day) => ({ id: day, label: formatDay(day, 'weekday', language) })),
  ];
  const dayField = {
    label: t('days.label'),
    value: shown ?? 'all',
    options: dayOptions,
    onChange: (day: string) => setSearch({ day }),
  };
  return (
    <div className={styles.bar} role="group" aria-label={t('toolbar')}>
      <div className={styles.row}>
        <RosterParts />
        <span className={styles.facts} role="status">
          <span>{t('seats', { held, needed })}</span>
          <span>{t('people', { count: people })}</span>
        </span>
        <Button variant="quiet" onPress={() => setSearch({ ...nothingOpen, over: 'conflicts' })}>
          <StatusMark kind={open > 0 ? 'alert' : 'ok'}>
            {open > 0 ? t('conflicts', { count: open }) : t('noConflict')}
          </StatusMark>
        </Button>
        {onFill && (
          <Button variant="primary" icon={<icons.people />} onPress={onFill}>
            {t('fill')}
          </Button>
        )}
        <Button icon={<icons.add />} onPress={() => setSearch({ ...nothingOpen, over: 'newPost' })}>
          {t('newPost')}
        </Button>
        <PapersButton eventId={now.facts.eventId} />
        <Menu
          label={t('actions.label')}
          trigger={<IconButton variant="plain" label={t('actions.label')} icon={<icons.more />} />}
          entries={entries}
        />
      </div>
      <div className={styles.row}>
        {days.length > 1 &&
          (days.length <= mostDaysInRow ? (
            <Segmented {...dayField} />
          ) : (
            <SelectField {...dayField} isLabelHidden />
          ))}
        <Segmented
          label={t('by.label')}
          value={search.by}
          options={rosterViews.map((id) => ({ id, label: t(`by.${id}`) }))}
          onChange={(by) => setSearch({ by: by === 'post' ? undefined : by })}
        />
        <Segmented
          label={t('zoom.label')}
          value={search.zoom}
          options={rosterZooms.map((id) => ({ id, label: t(`zoom.${id}`) }))}
          onChange={(zoom) => setSearch({ zoom: zoom === 'hour' ? undefined : zoom })}
        />
        {search.by === 'person' && (
          <CheckboxField
            isSelected={search.everybody === '1'}
            onChange={(isOn) => setSearch({ everybody: isOn ? '1' : undefined })}
          >
            {t('everybody')}
          </CheckboxField>
        )}
      </div>
    </div>
  );
}
