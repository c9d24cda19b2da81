import { Dexie } from 'dexie';

/** What each released version of the database declared: never edited, and written here once more so that an edit there is seen. */
const released: readonly Record<string, string>[] = [
  {
    settings: 'id',
    events: 'id, *$months',
    tasks: 'id, eventId, $loose, dueOn, doneOn, status, [$open+dueOn], [$open+owner]',
    templates: 'id',
    periods: 'id, firstOn',
    reports: 'id',
    changeSets: 'seq, id',
    meta: 'id',
  },
  { taskTallies: 'id' },
  { exchanges: 'id, eventId' },
  { retentions: 'id', erasures: 'id' },
];

/** A database as that version of the program left it, to be opened by this one. */
export function releasedDatabase(name: string, version: 1 | 2 | 3 | 4): Dexie {
  const database = new Dexie(name);
  for (const [index, stores] of released.slice(0, version).entries())
    database.version(index + 1).stores(stores);
  return database;
}
