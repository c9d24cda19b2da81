import { presences } from '@shared/domain/assignment';
import { useTranslation } from 'react-i18next';
import { rosterShortcuts } from '../features/roster/rosterShortcuts';
import { taskShortcuts } from '../features/tasks/taskShortcuts';
import { Dialog } from '../ui/Dialog';
import { Kbd } from '../ui/Kbd';
import { eventTabs } from '../navigation/paths';
import { pages } from './pages';
import styles from './KeyboardMap.module.css';

type Entry = readonly [words: string, ...keys: string[]];

/** Every key, in one place. */
export function KeyboardMap({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['shell', 'tasks', 'people', 'roster', 'presence']);
  const groups: readonly (readonly [string, readonly Entry[]])[] = [
    [
      t('keyboard.groups.everywhere'),
      [
        [t('keyboard.palette'), 'Ctrl', 'K'],
        [t('keyboard.undo'), 'Ctrl', 'Z'],
        [t('keyboard.redo'), 'Ctrl', 'Shift', 'Z'],
        [t('keyboard.newEvent'), 'Ctrl', 'N'],
        [t('keyboard.print'), 'Ctrl', 'P'],
        [t('keyboard.escape'), 'Esc'],
        [t('keyboard.help'), '?'],
      ],
    ],
    [
      t('keyboard.groups.go'),
      [
        ...pages.map(({ name, goKey }): Entry => [t(`nav.${name}`), 'g', goKey]),
        [t('keyboard.eventTab'), 'Alt', `1…${eventTabs.length}`],
      ],
    ],
    [
      t('keyboard.groups.tables'),
      [
        [t('keyboard.tableMove'), '↑', '↓'],
        [t('keyboard.tableEnds'), 'Home', 'End'],
        [t('keyboard.tableSelect'), 'Space'],
        [t('keyboard.tableOpen'), 'Enter'],
      ],
    ],
    [
      t('keyboard.groups.tasks'),
      taskShortcuts.map(({ id, keys }): Entry => [t(`tasks:shortcuts.${id}`), ...keys]),
    ],
    [t('roster:title'), rosterShortcuts.map(({ id, keys }): Entry => [t(`roster:shortcuts.${id}`), ...keys])],
    [
      t('keyboard.groups.people'),
      [
        [t('people:shortcuts.new'), 'n'],
        [t('people:shortcuts.find'), '/'],
        [t('people:shortcuts.delete'), 'Delete'],
      ],
    ],
    [
      t('presence:bar'),
      presences.map((status): Entry => [t(`presence:status.${status}`), t(`presence:key.${status}`)]),
    ],
    [
      t('keyboard.groups.calendar'),
      [
        [t('keyboard.calendarPeriod'), '←', '→'],
        [t('keyboard.calendarToday'), 't'],
        [t('keyboard.calendarMove'), 'm'],
      ],
    ],
  ];
  return (
    <Dialog title={t('keyboard.title')} onClose={onClose} isWide>
      {/* Longer than a small window: the keyboard must reach it to scroll. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.groups} role="group" aria-label={t('keyboard.title')} tabIndex={0}>
        {groups.map(([title, entries]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {entries.map(([words, ...keys]) => (
                <div key={words}>
                  <dt>{words}</dt>
                  <dd>
                    {keys.map((key) => (
                      <Kbd key={key}>{key.replace('Shift', t('keyboard.shift'))}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
