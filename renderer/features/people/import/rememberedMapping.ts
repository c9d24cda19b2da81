import { peopleColumns } from '@shared/interchange/peopleCells';
import { type PeopleMapping, proposePeopleMapping } from '@shared/interchange/peopleCsv';
import { mappingSignature } from '@shared/interchange/tasksCsv';
import { z } from 'zod';

const key = 'regie.import.people';
const storedSchema = z.record(z.string(), z.array(z.enum(peopleColumns).nullable()));
const mostKept = 30;

/** The mapping corrected the last time for the same headers, or the one their names suggest. */
export function mappingFor(headers: readonly string[]): PeopleMapping {
  const known = stored()[mappingSignature(headers)];
  return known?.length === headers.length ? known : proposePeopleMapping(headers);
}

/** A preference of this machine, not data: it is kept beside the workspace, and losing it loses nothing. */
export function rememberMapping(headers: readonly string[], mapping: PeopleMapping): void {
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
