import { eventKinds, eventRoles, eventStatuses } from '@shared/domain/plannedEvent';
import { daySchema } from '@shared/domain/time';
import { z } from 'zod';
import { planningViews } from './calendarGrid';
import { type ItemFilter, type Layer, layers, withoutTeam } from './planningItems';

/** What the address keeps of the calendar. A reload, a bookmark and the back button bring all of it back. */
export const calendarSearch = z.object({
  view: z.enum(planningViews).default('month'),
  day: daySchema.optional(),
  q: z.string().max(200).optional(),
  kind: z.enum(eventKinds).optional(),
  role: z.enum(eventRoles).optional(),
  status: z.enum(eventStatuses).optional(),
  team: z.string().max(200).optional(),
  /** Layers that are not shown, joined by commas. */
  hide: z.string().max(200).optional(),
  panel: z.enum(['open', 'closed']).optional(),
});
export type CalendarSearch = z.infer<typeof calendarSearch>;

export function filterOf({ q, kind, role, status, team }: CalendarSearch): ItemFilter {
  return {
    text: q ?? '',
    kind: kind ?? null,
    role: role ?? null,
    status: status ?? null,
    team: team === undefined ? null : team === withoutTeam ? '' : team,
  };
}

export function hiddenLayers({ hide = '' }: CalendarSearch): ReadonlySet<Layer> {
  const names = hide.split(',');
  return new Set(layers.filter((layer) => names.includes(layer)));
}

/** The address's word for it; `undefined` when every layer is shown. */
export function hideText(hidden: ReadonlySet<Layer>): string | undefined {
  return hidden.size === 0 ? undefined : layers.filter((layer) => hidden.has(layer)).join(',');
}
