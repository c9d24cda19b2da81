import { formatClock, formatCountdown } from '@shared/domain/formatting';
import { clockTimeOf, daysBetween } from '@shared/domain/time';
import { dDayOf } from '@shared/domain/plannedEvent';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useToday } from '../data/clock';
import { pinnedEvents } from '../data/events';
import { useSettings } from '../data/settingsContext';
import { useDoor, useQuestion } from '../data/workspaceContext';
import { useLanguage } from '../i18n/i18n';
import { paths } from '../navigation/paths';
import { icons } from '../ui/icons';
import { Kbd } from '../ui/Kbd';
import { StatusMark } from '../ui/StatusMark';
import { pages } from './pages';
import styles from './Rail.module.css';

export function Rail({ onFind }: { onFind: () => void }) {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const language = useLanguage();
  const today = useToday();
  const pinned = useQuestion(pinnedEvents, []) ?? [];
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <div className={styles.brand}>
        <icons.brand />
        Régie
      </div>
      <button type="button" className={styles.find} onClick={onFind}>
        <icons.search />
        {t('nav.find')}
        <Kbd>Ctrl K</Kbd>
      </button>
      {pages
        .filter(({ isInRail }) => isInRail)
        .map(({ name, href, path, icon: Icon }) => (
          <a key={name} href={href} aria-current={isAt(pathname, path) ? 'page' : undefined}>
            <Icon />
            {t(`nav.${name}`)}
          </a>
        ))}
      {pinned.length > 0 && (
        <>
          <h2 className={styles.pinned}>{t('nav.pinned')}</h2>
          {pinned.map((event) => (
            <a
              key={event.id}
              className={styles.event}
              href={paths.event(event.id)}
              aria-current={pathname.startsWith(`/events/${event.id}`) ? 'page' : undefined}
              title={event.name}
            >
              <span className={styles.cut} dir="auto">
                {event.name}
              </span>
              <span className={styles.countdown}>
                {formatCountdown(daysBetween(today, dDayOf(event)), language)}
              </span>
            </a>
          ))}
        </>
      )}
      <footer>
        <SavedState />
        <a className={styles.history} href={paths.history()}>
          {t('nav.history')}
        </a>
      </footer>
    </nav>
  );
}

function SavedState() {
  const { t } = useTranslation('shell');
  const { timeZone } = useSettings();
  const { save } = useDoor().current;
  const language = useLanguage();
  const words = {
    saving: () => t('save.saving'),
    refused: () => t('save.refused'),
    frozen: () => t('save.frozen'),
    saved: () =>
      save.kind === 'saved' && save.at
        ? t('save.saved', { at: formatClock(clockTimeOf(save.at, timeZone), language) })
        : t('save.ready'),
  };
  const kind = { saving: 'info', saved: 'ok', refused: 'alert', frozen: 'alert' } as const;
  return (
    <div role="status">
      <StatusMark kind={kind[save.kind]}>{words[save.kind]()}</StatusMark>
    </div>
  );
}

function isAt(pathname: string, path: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path;
}
