import { taskIdSchema } from '@shared/domain/task';
import { z } from 'zod';
import { useSearchState } from '@renderer/navigation/searchState';
import { taskGroups, taskScopes } from './taskList';

export const taskViews = ['list', 'board', 'timeline'] as const;

const searchSchema = z.object({
  view: z.enum(taskViews).default('list'),
  scope: z.enum(taskScopes).optional(),
  group: z.enum(taskGroups).default('due'),
  team: z.string().default(''),
  words: z.string().default(''),
  sort: z.string().default(''),
  /** The task whose panel is open. */
  task: taskIdSchema.optional(),
  /** What stands over the list: `new` puts the cursor in the quick line. */
  new: z.string().optional(),
  over: z.enum(['import', 'template', 'saveTemplate', 'replan', 'problems']).optional(),
});

/** How the tasks are looked at: in the address, so that it survives a reload and the back button. */
export function useTaskSearch() {
  return useSearchState(searchSchema);
}
