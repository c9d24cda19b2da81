import type { EventId } from '@shared/domain/plannedEvent';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import { Suspense } from 'react';
import { type EventTab, eventTabs } from '../navigation/paths';
import { EventWorkspace } from './EventWorkspace';
import { PageBoundary } from './PageBoundary';
import { PageMissing } from './PageMissing';
import { pages } from './pages';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: PageMissing });

const pageRoutes = pages.map(({ name, path, page: Page }) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: () => (
      <PageBoundary key={name}>
        <Suspense>
          <Page />
        </Suspense>
      </PageBoundary>
    ),
  }),
);

const eventRoute = createRoute({
  getParentRoute: () => root,
  path: '/events/$eventId/$tab',
  component: function EventRoute() {
    const { eventId, tab } = eventRoute.useParams();
    return (eventTabs as readonly string[]).includes(tab) ? (
      <EventWorkspace key={eventId} eventId={eventId as EventId} tab={tab as EventTab} />
    ) : (
      <PageMissing />
    );
  },
});

const bareEventRoute = createRoute({
  getParentRoute: () => root,
  path: '/events/$eventId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: `/events/${params.eventId}/overview` });
  },
});

/** Addresses live after the hash, so that they survive a reload in the desktop and in a plain browser alike. */
export function createPageRouter() {
  return createRouter({
    routeTree: root.addChildren([...pageRoutes, eventRoute, bareEventRoute]),
    history: createHashHistory(),
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text ? `?${text}` : '';
    },
  });
}
