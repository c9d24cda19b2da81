import { postIdSchema } from '@shared/domain/post';
import { shiftIdSchema } from '@shared/domain/shift';
import { daySchema } from '@shared/domain/time';
import { z } from 'zod';
import { useSearchState } from '@renderer/navigation/searchState';
import { rosterZooms } from './board/rosterScale';

export const rosterViews = ['post', 'person'] as const;
export type RosterView = (typeof rosterViews)[number];

const searchSchema = z.object({
  by: z.enum(rosterViews).default('post'),
  zoom: z.enum(rosterZooms).default('hour'),
  /** One day, or all of them; the opening day when it is not said and has shifts. */
  day: z.union([daySchema, z.literal('all')]).optional(),
  /** By person: those without work at the event too. */
  everybody: z.literal('1').optional(),
  /** The shift whose panel is open. */
  shift: shiftIdSchema.optional(),
  /** The post whose panel is open. */
  post: postIdSchema.optional(),
  over: z.enum(['conflicts', 'newPost', 'copy']).optional(),
  /** Opens the import instead of the board. */
  import: z.literal('1').optional(),
});
export type RosterSearch = z.infer<typeof searchSchema>;
export type ChangeRosterSearch = (change: Partial<Record<keyof RosterSearch, string | undefined>>) => void;

/** How the roster is looked at: in the address, so that it survives a reload and the back button. */
export function useRosterSearch(): [RosterSearch, ChangeRosterSearch] {
  return useSearchState(searchSchema);
}

/** Closes whatever stands beside the board. */
export const nothingOpen = { shift: undefined, post: undefined, over: undefined } as const;
