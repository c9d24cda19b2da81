import type { CalendarPeriod } from '@shared/domain/calendarPeriod';
import { type Day } from '@shared/domain/time';
import type { Database } from './database';
import { type Commit, put, remove } from './writeDoor';

/** Holidays, school breaks and closed periods, earliest first: a few hundred at most. */
export function allPeriods(database: Database): Promise<CalendarPeriod[]> {
  return database.periods.orderBy('firstOn').toArray();
}

/** Those with at least one day between two days, both included. */
export function periodsBetween(database: Database, firstOn: Day, lastOn: Day): Promise<CalendarPeriod[]> {
  return database.periods
    .where('firstOn')
    .belowOrEqual(lastOn)
    .and((period) => period.lastOn >= firstOn)
    .toArray();
}

export function savePeriods(commit: Commit, periods: readonly CalendarPeriod[]) {
  const label = { key: 'periodsSaved', params: { name: periods[0]?.name ?? '', count: periods.length } };
  return commit(
    label,
    periods.map((period) => put('periods', period)),
  );
}

export function deletePeriod(commit: Commit, period: CalendarPeriod) {
  return commit({ key: 'periodDeleted', params: { name: period.name } }, [remove('periods', period.id)]);
}
