import { formatClock, formatDay } from '@shared/domain/formatting';
import type { Language } from '@shared/domain/settings';
import type { TimeZone } from '@shared/domain/time';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { eventOfItem, isLong, type PlanningItem } from './planningItems';
import { clockOfWall, dayOfWall, firstDayNumber, lastDayNumber, type Wall } from './wallTime';

export type ItemWords = Readonly<{
  /** « 9 h », with its place when the clocks there are not ours; empty for a task and for what fills whole days. */
  time: (item: PlanningItem) => string;
  /** « 9 h – 17 h ». */
  hours: (item: PlanningItem) => string;
  /** « Montage, Journée des activités ». */
  title: (item: PlanningItem) => string;
  /** What is seen, then all that it means, for those who do not see it. */
  name: (item: PlanningItem) => string;
  /** The part of `name` after what is seen. */
  meaning: (item: PlanningItem) => string;
  /** « samedi 22 février 2025, de 9 h à 17 h ». */
  when: (from: Wall, to: Wall) => string;
}>;

/** `zone` is the one in which everything stands that does not say otherwise. */
export function useItemWords(zone: TimeZone): ItemWords {
  const { t } = useTranslation(['calendar', 'domain']);
  const language = useLanguage();
  return useMemo(() => {
    const clock = (wall: Wall): string => formatClock(clockOfWall(wall), language);
    const when = (from: Wall, to: Wall): string => {
      const [first, last] = [
        formatDay(dayOfWall(from), 'full', language),
        formatDay(lastOn(from, to), 'full', language),
      ];
      return first === last
        ? t('item.when', { day: first, from: clock(from), to: clock(to) })
        : t('item.whenDays', { first, last, from: clock(from), to: clock(to) });
    };
    const inPlace = (item: PlanningItem, time: string): string => {
      const own = eventOfItem(item)?.timeZone;
      return item.kind === 'task' || own === undefined || own === zone
        ? time
        : t('item.inZone', { time, place: placeOf(own) });
    };
    const time = (item: PlanningItem): string =>
      item.kind === 'task' || isLong(item) ? '' : inPlace(item, clock(item.from));
    const hours = (item: PlanningItem): string =>
      item.kind === 'task' ? '' : inPlace(item, `${clock(item.from)} – ${clock(item.to)}`);
    const title = (item: PlanningItem): string =>
      item.kind === 'setUp' || item.kind === 'teardown'
        ? t(`item.${item.kind}`, { name: item.title })
        : item.title;
    const meaning = (item: PlanningItem): string => {
      if (item.kind === 'task') {
        const day = formatDay(dayOfWall(item.from), 'full', language);
        const state = t(`item.state.${item.state}`);
        return item.event
          ? t('item.taskOf', { day, state, event: item.event.name })
          : t('item.task', { day, state });
      }
      const { event } = item.occurrence;
      if (item.kind !== 'opening') return when(item.from, item.to);
      return t('item.event', {
        when: when(item.from, item.to),
        kind: t(`domain:kind.${event.kind}`),
        role: t(`domain:role.${event.role}`),
        status: t(`domain:status.${event.status}`),
      });
    };
    const name = (item: PlanningItem): string => {
      const at = time(item);
      return t('item.name', { label: at ? `${at} ${title(item)}` : title(item), meaning: meaning(item) });
    };
    return { time, hours, title, name, meaning, when };
  }, [t, language, zone]);
}

/** « 9 h – 17 h », or only the beginning of what ends on another day. */
export function hoursText(from: Wall, to: Wall, language: Language): string {
  const [start, end] = [from, to].map((wall) => formatClock(clockOfWall(wall), language));
  return firstDayNumber(from) === lastDayNumber(to) || to - from < 1_440 ? `${start} – ${end}` : `${start}`;
}

/** The last part of a zone's name, which is a town. */
export function placeOf(zone: TimeZone): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** What ends at midnight is said to end at 0 h of the next day, so its last day is that one. */
function lastOn(from: Wall, to: Wall): string {
  return to - from <= 1_440 && lastDayNumber(to) === firstDayNumber(from) ? dayOfWall(from) : dayOfWall(to);
}
