import { taskIdSchema, taskPriorities, taskStatuses } from '@shared/domain/task';
import { z } from 'zod';
import { useSearchState } from '@renderer/navigation/searchState';
import { taskGroupings, taskScopes } from './taskList';
import { zooms } from './timeline/timelineScale';

export const taskViews = ['list', 'board', 'timeline'] as const;
export type TaskView = (typeof taskViews)[number];

const chosen = z.string().max(200).default('');
const searchSchema = z.object({
  view: z.enum(taskViews).default('list'),
  /** All the open ones, or the whole plan of an event, when it is not said. */
  scope: z.enum(taskScopes).optional(),
  group: z.enum(taskGroupings).default('due'),
  /** A column; a minus before it turns the order. */
  sort: z.string().max(40).default(''),
  q: chosen,
  team: chosen,
  owner: chosen,
  tag: chosen,
  status: z.enum(taskStatuses).optional(),
  priority: z.enum(taskPriorities).optional(),
  zoom: z.enum(zooms).default('week'),
  rows: z.enum(['plan', 'team']).default('plan'),
  critical: z.literal('1').optional(),
  /** The task whose panel is open. */
  task: taskIdSchema.optional(),
  /** Puts the cursor in the quick line. */
  new: z.literal('1').optional(),
  /** Opens the import instead of the list. */
  import: z.literal('1').optional(),
  over: z.enum(['template', 'saveTemplate', 'replan', 'problems']).optional(),
});
export type TaskSearch = z.infer<typeof searchSchema>;
export type ChangeTaskSearch = (change: Partial<Record<keyof TaskSearch, string | undefined>>) => void;

/** How the tasks are looked at: in the address, so that it survives a reload and the back button. */
export function useTaskSearch(): [TaskSearch, ChangeTaskSearch] {
  return useSearchState(searchSchema);
}

/** Takes away all that narrows the list. */
export const everyTask = {
  q: undefined,
  team: undefined,
  owner: undefined,
  tag: undefined,
  status: undefined,
  priority: undefined,
} as const;
