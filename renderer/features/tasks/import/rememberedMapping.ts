import { taskColumns } from '@shared/interchange/taskCells';
import type { TaskMapping } from '@shared/interchange/taskRow';
import { mappingSignature, proposeMapping } from '@shared/interchange/tasksCsv';
import { z } from 'zod';

const key = 'regie.import.tasks';
const storedSchema = z.record(z.string(), z.array(z.enum(taskColumns).nullable()));
const mostKept = 30;

/** The mapping corrected the last time for the same headers, or the one their names suggest. */
export function mappingFor(headers: readonly string[]): TaskMapping {
  const known = stored()[mappingSignature(headers)];
  return known?.length === headers.length ? known : proposeMapping(headers);
}

/** A preference of this machine, not data: it is kept beside the workspace, and losing it loses nothing. */
export function rememberMapping(headers: readonly string[], mapping: TaskMapping): void {
  const others = Object.entries(stored()).filter(([signature]) => signature !== mappingSignature(headers));
  const next = Object.fromEntries([...others.slice(1 - mostKept), [mappingSignature(headers), mapping]]);
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // Storage refused: the mapping is proposed again next time.
  }
}

function stored(): z.infer<typeof storedSchema> {
  try {
    const answer = storedSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? '{}'));
    return answer.success ? answer.data : {};
  } catch {
    return {};
  }
}
