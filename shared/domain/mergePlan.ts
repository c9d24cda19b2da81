import { recordSchemas, type TableName, tableNames } from './changeSet';
import { isSame } from './isSame';
import { type Difference, differencesOf, laidOver, madeUnknown, notKnown, type Plain } from './threeWayMerge';
import type { Workspace } from './workspace';

/** Tables whose records are merged. Versions are not: what is known of them is added up, never chosen. */
export type MergedTable = Exclude<TableName, 'exchanges'>;
export const mergedTables = tableNames.filter((name): name is MergedTable => name !== 'exchanges');

/** What both sides had, as far as it is known: `undefined` for a record that they did not have, or that nobody knows of. */
export type MergeBase = (table: MergedTable, key: string) => Plain | undefined;
export const noBase: MergeBase = () => undefined;

/**
 * A difference that the import takes or asks about. `fields` are told when several fields make one choice: each alone would leave a
 * record that cannot be, such as an event that closes before it opens.
 */
export type FieldChange = Difference & Readonly<{ fields?: readonly string[] }>;

/**
 * What the import would do with one record of ours. `removed`: they deleted it and we left it alone. A `conflict` has fields that both
 * changed, or was deleted on one side and changed on the other: then the record is missing on that side.
 */
export type RecordMerge = Readonly<{
  table: MergedTable;
  key: string;
  outcome: 'new' | 'changed' | 'removed' | 'conflict';
  ours: Plain | null;
  theirs: Plain | null;
  /** Those that are taken or asked about; none for a record that is whole on one side. */
  fields: readonly FieldChange[];
}>;

export type MergePlan = Readonly<{
  counts: Readonly<{
    new: number;
    changed: number;
    /** On both sides, with nothing to take. */
    same: number;
    removed: number;
    /** Choices to make: several in one record are counted one by one. */
    conflicts: number;
    /** Ours alone: a merge keeps them, and only replacing everything takes them away. */
    onlyOurs: number;
  }>;
  records: readonly RecordMerge[];
}>;

export type Side = 'ours' | 'theirs';
/** By the name that `choiceName` gives. */
export type Choices = ReadonlyMap<string, Side>;

/** Fields that make a whole record only together. */
const groups: Partial<Record<MergedTable, Readonly<Record<string, readonly string[]>>>> = {
  events: { dates: ['timeZone', 'opensAt', 'closesAt', 'setUp', 'teardown', 'repetition'] },
  tasks: { progress: ['status', 'doneOn'], place: ['eventId', 'plan'] },
  periods: { days: ['firstOn', 'lastOn'] },
};

/** What an import of `theirs` into `ours` would do, record by record and field by field. Linear in records. */
export function planMerge(ours: Workspace, theirs: Workspace, base: MergeBase): MergePlan {
  const records: RecordMerge[] = [];
  const counts = { new: 0, changed: 0, same: 0, removed: 0, conflicts: 0, onlyOurs: 0 };
  for (const table of mergedTables) {
    const other = byKey(theirs[table]);
    const here = byKey(ours[table]);
    const keys = new Set([...here.keys(), ...other.keys()]);
    for (const key of keys) {
      const merge = planRecord(table, key, base(table, key), here.get(key), other.get(key));
      if (typeof merge === 'string') {
        counts[merge] += 1;
        continue;
      }
      records.push(merge);
      if (merge.outcome === 'conflict') counts.conflicts += choicesOf(merge).length;
      else counts[merge.outcome] += 1;
    }
  }
  return { counts, records };
}

/** The choices that a record asks for, each under the name that answers it. */
export function choicesOf(merge: RecordMerge): { name: string; field: FieldChange | null }[] {
  if (merge.outcome !== 'conflict') return [];
  if (!merge.ours || !merge.theirs) return [{ name: choiceName(merge, null), field: null }];
  return merge.fields
    .filter(({ outcome }) => outcome === 'conflict')
    .map((field) => ({ name: choiceName(merge, field), field }));
}

export function choiceName({ table, key }: RecordMerge, field: FieldChange | null): string {
  return [table, key, ...(field?.path ?? [])].join('/');
}

export type MergedRecord =
  | Readonly<{ kind: 'put'; table: MergedTable; record: Plain }>
  | Readonly<{ kind: 'remove'; table: MergedTable; key: string }>;

/** What is to be written once every choice is made; a choice that is not made keeps ours. */
export function mergedRecords(plan: MergePlan, choices: Choices): MergedRecord[] {
  return plan.records.flatMap((merge): MergedRecord[] => {
    const { table, key, outcome, ours, theirs } = merge;
    if (outcome === 'removed') return [{ kind: 'remove', table, key }];
    if (!ours || !theirs) {
      const isTaken = outcome === 'new' || choices.get(choiceName(merge, null)) === 'theirs';
      if (!isTaken) return [];
      return theirs ? [{ kind: 'put', table, record: theirs }] : [{ kind: 'remove', table, key }];
    }
    const taken = merge.fields.filter(
      (field) => field.outcome === 'theirs' || choices.get(choiceName(merge, field)) === 'theirs',
    );
    return taken.length === 0 ? [] : [{ kind: 'put', table, record: withTaken(ours, theirs, taken) }];
  });
}

/** The differences between two versions of a record, those that make one choice put together. */
export function recordDifferences(
  table: MergedTable,
  base: Plain | typeof notKnown,
  ours: Plain,
  theirs: Plain,
): FieldChange[] {
  let found: FieldChange[] = differencesOf(base, ours, theirs);
  if (found.length === 0) return found;
  for (const [name, fields] of Object.entries(groups[table] ?? {})) {
    const inside = found.filter(({ path }) => fields.includes(path[0] ?? ''));
    const taken = inside.filter(({ outcome }) => outcome === 'theirs');
    const isAsked = inside.some(({ outcome }) => outcome === 'conflict');
    const isMixed = taken.length > 0 && taken.length < inside.length;
    if (!isAsked && !(isMixed && !recordSchemas[table].safeParse(withTaken(ours, theirs, taken)).success))
      continue;
    if (inside.length === 1) continue;
    const outside = found.filter((one) => !inside.includes(one));
    const known = base === notKnown ? {} : base;
    const together: FieldChange = {
      path: [name],
      fields: fields.filter((field) => inside.some(({ path }) => path[0] === field)),
      outcome: 'conflict',
      base: only(known, fields),
      ours: only(ours, fields),
      theirs: only(theirs, fields),
    };
    found = [...outside, together];
  }
  return found;
}

/**
 * What two versions that were both merged into ours and into theirs would make together: the base of a merge when neither is behind the
 * other. Where they leave a choice, nothing is known: it has been made since, perhaps in two ways.
 */
export function mergedBase(table: MergedTable, base: Plain | undefined, one: Plain, other: Plain): Plain {
  return recordDifferences(table, base ?? notKnown, one, other).reduce((merged, field) => {
    if (field.outcome === 'ours') return merged;
    const lay = field.outcome === 'theirs' ? laidOver : madeUnknown;
    return placesOf(field).reduce((record, path) => lay(record, other, path), merged);
  }, one);
}

function planRecord(
  table: MergedTable,
  key: string,
  base: Plain | undefined,
  ours: Plain | undefined,
  theirs: Plain | undefined,
): RecordMerge | 'same' | 'onlyOurs' {
  const whole = { table, key, ours: ours ?? null, theirs: theirs ?? null, fields: [] };
  if (!ours) {
    if (!base) return { ...whole, outcome: 'new' };
    return isSame(base, theirs) ? 'same' : { ...whole, outcome: 'conflict' };
  }
  if (!theirs) {
    if (!base) return 'onlyOurs';
    return isSame(base, ours) ? { ...whole, outcome: 'removed' } : { ...whole, outcome: 'conflict' };
  }
  const fields = recordDifferences(table, base ?? notKnown, ours, theirs).filter(
    ({ outcome }) => outcome !== 'ours',
  );
  if (fields.length === 0) return 'same';
  const isConflict = fields.some(({ outcome }) => outcome === 'conflict');
  return { ...whole, outcome: isConflict ? 'conflict' : 'changed', fields };
}

function withTaken(ours: Plain, theirs: Plain, taken: readonly FieldChange[]): Plain {
  return taken.flatMap(placesOf).reduce((record, path) => laidOver(record, theirs, path), ours);
}

function placesOf({ path, fields }: FieldChange): (readonly string[])[] {
  return fields ? fields.map((field) => [field]) : [path];
}

function only(record: Plain, fields: readonly string[]): Plain {
  return Object.fromEntries(fields.map((field) => [field, record[field]]));
}

function byKey(records: readonly { id: string }[]): Map<string, Plain> {
  return new Map(records.map((record) => [record.id, record as unknown as Plain]));
}
