import { freeNow, missingNow, notedPresence, rosterDays } from '@shared/domain/presenceBoard';
import type { Roster, RosterFacts } from '@shared/domain/roster';
import { dayOf, type TimeZone } from '@shared/domain/time';
import { useTranslation } from 'react-i18next';
import { useNow } from '@renderer/data/clock';
import { notePresenceOf } from '@renderer/data/presence';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { StatusMark } from '@renderer/ui/StatusMark';
import { clockOf, timesOf } from './presenceRows';
import styles from './Presence.module.css';

/** Who should be here at this minute and is not noted, and who is free. */
export function NowPart({ facts, roster, zone }: { facts: RosterFacts; roster: Roster; zone: TimeZone }) {
  const { t } = useTranslation('presence');
  const commit = useCommit();
  const language = useLanguage();
  const now = useNow();
  const isToday = rosterDays(roster).includes(dayOf(now, zone));
  const missing = missingNow(facts, now);
  const free = freeNow(roster, facts, now);
  const clock = (at: string): string => clockOf(at, zone, language);
  const title = t('now.title', { time: clock(now) });
  return (
    <aside className={styles.now} aria-label={title}>
      <h2>{title}</h2>
      {!isToday && missing.length === 0 ? (
        <p>{t('now.notToday')}</p>
      ) : (
        <>
          <h3>{t('now.missing')}</h3>
          {missing.length === 0 && <StatusMark kind="ok">{t('now.nobodyMissing')}</StatusMark>}
          <ul>
            {missing.map((row) => (
              <li key={row.assignment.id}>
                <span>
                  <b dir="auto">{row.member.name}</b>
                  <small dir="auto">{`${timesOf(row.shift, zone, language)} · ${row.post.name}`}</small>
                  {row.member.phone && <small>{row.member.phone}</small>}
                </span>
                <Button
                  aria-label={t('now.hasArrived', { name: row.member.name })}
                  onPress={() =>
                    void notePresenceOf(
                      commit,
                      facts,
                      row,
                      notedPresence(row.assignment.presence, 'arrived', null),
                    )
                  }
                >
                  {t('now.arrived')}
                </Button>
              </li>
            ))}
          </ul>
          <h3>{t('now.free')}</h3>
          {free.length === 0 && <p>{t('now.nobodyFree')}</p>}
          <ul>
            {free.map(({ member, until }) => (
              <li key={member.id}>
                <span>
                  <b dir="auto">{member.name}</b>
                  <small>{until === null ? t('now.untilEnd') : t('now.until', { time: clock(until) })}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
