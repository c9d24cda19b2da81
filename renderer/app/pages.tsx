import { type ComponentType, lazy } from 'react';
import { icons } from '../ui/icons';
import { paths, type Path } from '../navigation/paths';

/** The pages of the left rail. A new page is a line here, its words in `shell.nav`, its address in `navigation/paths`. */
export type PageName =
  'today' | 'calendar' | 'events' | 'tasks' | 'people' | 'reports' | 'settings' | 'history' | 'import';

export type PageEntry = Readonly<{
  name: PageName;
  path: string;
  href: Path;
  icon: ComponentType;
  page: ComponentType;
  /** Second key after `g`. */
  goKey: string;
  isInRail: boolean;
}>;

export const pages: readonly PageEntry[] = [
  {
    name: 'today',
    path: '/',
    href: paths.today(),
    icon: icons.today,
    page: lazy(() => import('../features/today/TodayPage').then(({ TodayPage }) => ({ default: TodayPage }))),
    goKey: 't',
    isInRail: true,
  },
  {
    name: 'calendar',
    path: '/calendar',
    href: paths.calendar(),
    icon: icons.calendar,
    page: lazy(() => import('./joined').then(({ CalendarWithMoves }) => ({ default: CalendarWithMoves }))),
    goKey: 'c',
    isInRail: true,
  },
  {
    name: 'events',
    path: '/events',
    href: paths.events(),
    icon: icons.events,
    page: lazy(() =>
      import('../features/events/EventsPage').then(({ EventsPage }) => ({ default: EventsPage })),
    ),
    goKey: 'e',
    isInRail: true,
  },
  {
    name: 'tasks',
    path: '/tasks',
    href: paths.tasks(),
    icon: icons.tasks,
    page: lazy(() => import('../features/tasks/TasksPage').then(({ TasksPage }) => ({ default: TasksPage }))),
    goKey: 'k',
    isInRail: true,
  },
  {
    name: 'people',
    path: '/people',
    href: paths.people(),
    icon: icons.people,
    page: lazy(() =>
      import('../features/people/PeoplePage').then(({ PeoplePage }) => ({ default: PeoplePage })),
    ),
    goKey: 'p',
    isInRail: true,
  },
  {
    name: 'reports',
    path: '/reports',
    href: paths.reports(),
    icon: icons.reports,
    page: lazy(() =>
      import('../features/report/ReportsPage').then(({ ReportsPage }) => ({ default: ReportsPage })),
    ),
    goKey: 'r',
    isInRail: true,
  },
  {
    name: 'settings',
    path: '/settings',
    href: paths.settings(),
    icon: icons.settings,
    page: lazy(() =>
      import('./joined').then(({ SettingsWithTemplates }) => ({ default: SettingsWithTemplates })),
    ),
    goKey: 's',
    isInRail: true,
  },
  {
    name: 'history',
    path: '/history',
    href: paths.history(),
    icon: icons.history,
    page: lazy(() =>
      import('../features/history/HistoryPage').then(({ HistoryPage }) => ({ default: HistoryPage })),
    ),
    goKey: 'h',
    isInRail: false,
  },
  {
    name: 'import',
    path: '/import',
    href: paths.importArchive(),
    icon: icons.import,
    page: lazy(() => import('./joined').then(({ ImportWithSnapshot }) => ({ default: ImportWithSnapshot }))),
    goKey: 'i',
    isInRail: false,
  },
];
