import { mappingSignature } from '@shared/interchange/csv';
import { z } from 'zod';
import type { CsvMapping } from '../workers/csvImport';

/** Mappings that were corrected, by the headers of the file. */
export type MappingMemory<Column extends string> = Readonly<{
  /** The mapping corrected the last time for the same headers, or the one their names suggest. */
  mappingFor: (headers: readonly string[]) => CsvMapping<Column>;
  remember: (headers: readonly string[], mapping: CsvMapping<Column>) => void;
}>;

const mostKept = 30;

/** A preference of this machine, not data: it is kept beside the workspace under `key`, and losing it loses nothing. */
export function mappingMemory<Column extends string>(
  key: string,
  columns: readonly Column[],
  propose: (headers: readonly string[]) => CsvMapping<Column>,
): MappingMemory<Column> {
  const storedSchema = z.record(z.string(), z.array(z.enum(columns as [Column, ...Column[]]).nullable()));
  function stored(): Record<string, CsvMapping<Column>> {
    try {
      const answer = storedSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? '{}'));
      return answer.success ? (answer.data as Record<string, CsvMapping<Column>>) : {};
    } catch {
      return {};
    }
  }
  return {
    mappingFor(headers) {
      const known = stored()[mappingSignature(headers)];
      return known?.length === headers.length ? known : propose(headers);
    },
    remember(headers, mapping) {
      const others = Object.entries(stored()).filter(
        ([signature]) => signature !== mappingSignature(headers),
      );
      const next = Object.fromEntries([
        ...others.slice(1 - mostKept),
        [mappingSignature(headers), mapping] as const,
      ]);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage refused: the mapping is proposed again next time.
      }
    },
  };
}
