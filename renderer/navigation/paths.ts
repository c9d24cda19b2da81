import type { EventId } from '@shared/domain/plannedEvent';
import type { TaskId } from '@shared/domain/task';
import type { Day } from '@shared/domain/time';

/** Where everything is: hash addresses that survive a reload. `href` of links; `useGo` follows one from code. */
export type Path = `#/${string}`;

export const eventTabs = ['overview', 'tasks', 'roster', 'evaluation'] as const;
export type EventTab = (typeof eventTabs)[number];

export const paths = {
  today: (): Path => '#/',
  calendar: (day?: Day, view?: string): Path => withSearch('#/calendar', { day, view }),
  /** With `new: '1'` the panel of a new event is open; `newKind`, `day`, `opens`, `until` and `closes` fill it in. */
  events: (search: Search = {}): Path => withSearch('#/events', search),
  event: (id: EventId, tab: EventTab = 'overview', search: Search = {}): Path =>
    withSearch(`#/events/${id}/${tab}`, search),
  /** A task opens in its event's tasks, or in the list of all tasks when it has none. */
  task: (id: TaskId, eventId: EventId | null): Path =>
    withSearch(eventId ? `#/events/${eventId}/tasks` : '#/tasks', { task: id }),
  tasks: (search: Search = {}): Path => withSearch('#/tasks', search),
  /** With `person` the panel of one of them is open. */
  people: (search: Search = {}): Path => withSearch('#/people', search),
  reports: (): Path => '#/reports',
  history: (): Path => '#/history',
  importArchive: (): Path => '#/import',
  settings: (section?: string): Path => withSearch('#/settings', { section }),
} as const;

type Search = Record<string, string | undefined>;

function withSearch(path: Path, search: Search): Path {
  const given = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
