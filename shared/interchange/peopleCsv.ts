import { blankMember, memberKey, mergedAbsences } from '../domain/directory';
import { isSame } from '../domain/isSame';
import type { Language } from '../domain/settings';
import {
  type HeldSkill,
  type StaffId,
  type StaffMember,
  staffMemberSchema,
  type WeeklyHours,
} from '../domain/staffMember';
import { fold } from '../domain/text';
import { addDays, type Day, dayOf, type Instant, type TimeZone } from '../domain/time';
import type { WorkProfileId } from '../domain/workProfile';
import { type CsvRow, type CsvTable, rowsBetweenShares, type TellShare, withoutGuard, writeCsv } from './csv';
import {
  type PeopleColumn,
  peopleColumns,
  peopleHeader,
  readAbsence,
  readHours,
  readPeopleHeader,
  readSkill,
  type ReadSkill,
  readWeekly,
  writeAbsence,
  writeDay,
  writeHours,
  writeSkill,
  writeWeekly,
  writeWords,
} from './peopleCells';
import { readDay, readYesOrNo, splitList, writtenWords } from './taskCells';

/** For each header of the file, the column it fills, or `null`. */
export type PeopleMapping = readonly (PeopleColumn | null)[];

export type PersonProblemCode =
  | 'nameMissing'
  | 'nameTooLong'
  | 'duplicateName'
  | 'ambiguousName'
  | 'unknownProfile'
  | 'notADay'
  | 'notASpan'
  | 'notWeeklyHours'
  | 'notHours'
  | 'notAnEmail'
  | 'notYesOrNo'
  | 'unknownPerson'
  | 'pairContradicts'
  | 'tooLong'
  | 'tooMany'
  | 'tooManyCells'
  | 'cellTooLong'
  | 'invalid';
/** `value` is what the file holds, cut at 200 characters; for a pair, the other's name. */
export type PersonProblem = Readonly<{ code: PersonProblemCode; column: PeopleColumn; value: string }>;

export type PeopleOutcome = 'created' | 'changed' | 'unchanged' | 'refused';
export type PersonImportRow = Readonly<{
  line: number;
  name: string;
  outcome: PeopleOutcome;
  member: StaffMember | null;
  before: StaffMember | null;
  changedFields: readonly (keyof StaffMember)[];
  problems: readonly PersonProblem[];
}>;

export type PeopleImportPlan = Readonly<{
  rows: readonly PersonImportRow[];
  counts: Readonly<Record<PeopleOutcome, number>>;
  /** Skills that the file only calls expired, and the day that ends them here. */
  expired: Readonly<{ count: number; on: Day }>;
}>;

export type PeopleImportContext = Readonly<{
  existing: readonly StaffMember[];
  /** Under every name by which a file may call them. */
  profiles: readonly Readonly<{ id: WorkProfileId; name: string }>[];
  timeZone: TimeZone;
  newId: () => string;
  now: Instant;
  today: Day;
}>;

export function proposePeopleMapping(headers: readonly string[]): PeopleMapping {
  const taken = new Set<PeopleColumn>();
  return headers.map((header) => {
    const column = readPeopleHeader(header);
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}

/**
 * What an import would do, before it does it. Rows are matched to people by name, in any order of its words and any spelling; a column that is not
 * mapped, or an empty cell, leaves its field alone. Skills and absences are added to those known, and a skill said again takes the file's end; other
 * lists take the place of what stood. « (expiré) » ends a skill on the eve of the first day that the file speaks of, or of today when that is earlier: it
 * must not count for the event that the file was made for. A refused row changes nothing at all, and takes down those that name it in a pair.
 */
export function planPeopleImport(
  table: CsvTable,
  mapping: PeopleMapping,
  context: PeopleImportContext,
  tellShare: TellShare = () => undefined,
): PeopleImportPlan {
  const known = byKey(context.existing);
  const profiles = new Map(context.profiles.map(({ id, name }) => [fold(name), id]));
  const drafts = table.rows.map((row, index) => {
    if (index % rowsBetweenShares === 0) tellShare(index / table.rows.length);
    return readRow(row, mapping, known, profiles, context);
  });
  refuseDoubles(drafts);
  const expiredOn = eveOfFile(drafts, context);
  for (const draft of drafts) setSkills(draft, expiredOn);
  linkPairs(drafts, known);
  const rows = drafts.map((draft) => finish(draft, context));
  const counts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const count = drafts
    .filter(({ problems }) => problems.length === 0)
    .reduce((sum, { skills }) => sum + skills.filter(({ isExpired }) => isExpired).length, 0);
  return { rows, counts, expired: { count, on: expiredOn } };
}

/** What to write: only who is new or changed. */
export function importedPeople(plan: PeopleImportPlan): StaffMember[] {
  return plan.rows.flatMap(({ outcome, member }) =>
    member && (outcome === 'created' || outcome === 'changed') ? [member] : [],
  );
}

export type PeopleExportContext = Readonly<{
  language: Language;
  timeZone: TimeZone;
  profiles: readonly Readonly<{ id: WorkProfileId; name: string }>[];
  /** Where the names of pairs are looked for. */
  people: readonly StaffMember[];
}>;

/** A file that the import above reads back as unchanged: every field but keys, the day of creation and the answers to events. */
export function exportPeopleCsv(
  members: readonly StaffMember[],
  { language, timeZone, profiles, people }: PeopleExportContext,
): Uint8Array<ArrayBuffer> {
  const names = new Map([...people, ...members].map(({ id, name }) => [id, name]));
  const profileNames = new Map(profiles.map(({ id, name }) => [id, name]));
  const { yesOrNo } = writtenWords(language);
  const paired = (ids: readonly StaffId[]): string => writeWords(ids.flatMap((id) => names.get(id) ?? []));
  const cells: Record<PeopleColumn, (member: StaffMember) => string> = {
    name: ({ name }) => name,
    team: ({ team }) => team,
    profile: ({ profileId }) => (profileId === null ? '' : (profileNames.get(profileId) ?? '')),
    skills: ({ skills }) => writeWords(skills.map((skill) => writeSkill(skill, language))),
    absences: ({ absences }) => writeWords(absences.map((absence) => writeAbsence(absence, timeZone))),
    mostDayMinutes: ({ mostDayMinutes }) => writeHours(mostDayMinutes),
    mostWeekMinutes: ({ mostWeekMinutes }) => writeHours(mostWeekMinutes),
    weeklyHours: ({ weeklyHours }) => writeWords(weeklyHours.map((hours) => writeWeekly(hours, language))),
    languages: ({ languages }) => writeWords(languages),
    phone: ({ phone }) => phone,
    email: ({ email }) => email,
    homeArea: ({ homeArea }) => homeArea,
    bornOn: ({ bornOn }) => (bornOn === null ? '' : writeDay(bornOn)),
    likes: ({ likes }) => writeWords(likes),
    dislikes: ({ dislikes }) => writeWords(dislikes),
    together: ({ together }) => paired(together),
    apart: ({ apart }) => paired(apart),
    shirtSize: ({ shirtSize }) => shirtSize,
    meals: ({ meals }) => meals,
    notes: ({ notes }) => notes,
    hasLeft: ({ hasLeft }) => yesOrNo(hasLeft),
  };
  return writeCsv(
    peopleColumns.map((column) => peopleHeader(column, language)),
    members.map((member) => peopleColumns.map((column) => cells[column](member))),
  );
}

type Values = { -readonly [K in keyof StaffMember]?: StaffMember[K] };
/** A row as it was read, before it is known what becomes of it. */
type Draft = {
  line: number;
  name: string;
  key: string;
  cell: (column: PeopleColumn) => string;
  values: Values;
  skills: ReadSkill[];
  pairs: Record<'together' | 'apart', string[]>;
  problems: PersonProblem[];
  before: StaffMember | null;
  id: StaffId;
};
/** People by the key of their name; `several` when it names more than one. */
type Known = ReadonlyMap<string, StaffMember | 'several'>;

function byKey(people: readonly StaffMember[]): Known {
  const known = new Map<string, StaffMember | 'several'>();
  for (const member of people) {
    const key = memberKey(member.name);
    known.set(key, known.has(key) ? 'several' : member);
  }
  return known;
}

function readRow(
  { line, cells, fault }: CsvRow,
  mapping: PeopleMapping,
  known: Known,
  profiles: ReadonlyMap<string, WorkProfileId>,
  context: PeopleImportContext,
): Draft {
  const cell = (column: PeopleColumn): string => {
    const index = mapping.indexOf(column);
    const raw = index < 0 ? '' : (cells[index] ?? '');
    return withoutGuard(column === 'notes' && raw.trim() !== '' ? raw : raw.trim());
  };
  const name = cell('name');
  const key = memberKey(name);
  const match = known.get(key);
  const before = match === undefined || match === 'several' ? null : match;
  const draft: Draft = {
    line,
    name,
    key,
    cell,
    values: {},
    skills: [],
    pairs: { together: splitList(cell('together')), apart: splitList(cell('apart')) },
    problems: [],
    before,
    id: before?.id ?? (context.newId() as StaffId),
  };
  if (fault) draft.problems.push({ code: fault.kind, column: 'name', value: fault.value });
  if (name === '') refuse(draft, 'nameMissing', 'name');
  if (name.length > 200) refuse(draft, 'nameTooLong', 'name');
  if (match === 'several') refuse(draft, 'ambiguousName', 'name');
  readWords(draft);
  readRules(draft, profiles);
  readTimes(draft, context);
  return draft;
}

function refuse(
  draft: Draft,
  code: PersonProblemCode,
  column: PeopleColumn,
  value = draft.cell(column),
): null {
  draft.problems.push({ code, column, value: value.slice(0, 200) });
  return null;
}

function readWords({ cell, values }: Draft): void {
  for (const field of ['team', 'phone', 'email', 'homeArea', 'shirtSize', 'meals', 'notes'] as const) {
    if (cell(field) !== '') values[field] = cell(field);
  }
  for (const field of ['languages', 'likes', 'dislikes'] as const) {
    if (cell(field) !== '') values[field] = [...new Set(splitList(cell(field)))];
  }
}

function readRules(draft: Draft, profiles: ReadonlyMap<string, WorkProfileId>): void {
  const { cell, values } = draft;
  if (cell('profile') !== '') {
    const profileId = profiles.get(fold(cell('profile')));
    if (profileId === undefined) refuse(draft, 'unknownProfile', 'profile');
    else values.profileId = profileId;
  }
  for (const field of ['mostDayMinutes', 'mostWeekMinutes'] as const) {
    if (cell(field) === '') continue;
    const minutes = readHours(cell(field));
    const most = field === 'mostDayMinutes' ? 1_440 : 10_080;
    if (minutes === null || minutes > most) refuse(draft, 'notHours', field);
    else values[field] = minutes;
  }
  if (cell('hasLeft') !== '') {
    const hasLeft = readYesOrNo(cell('hasLeft'));
    if (hasLeft === null) refuse(draft, 'notYesOrNo', 'hasLeft');
    else values.hasLeft = hasLeft;
  }
  for (const text of splitList(cell('skills'))) {
    const skill = readSkill(text);
    if (skill) draft.skills.push(skill);
    else refuse(draft, 'notADay', 'skills', text);
  }
}

function readTimes(draft: Draft, { timeZone }: PeopleImportContext): void {
  const { cell, values, before } = draft;
  if (cell('bornOn') !== '') {
    const bornOn = readDay(cell('bornOn'));
    if (bornOn === null) refuse(draft, 'notADay', 'bornOn');
    else values.bornOn = bornOn;
  }
  if (cell('weeklyHours') !== '') {
    const hours: WeeklyHours[] = [];
    for (const text of splitList(cell('weeklyHours'))) {
      const read = readWeekly(text);
      if (read) hours.push(read);
      else refuse(draft, 'notWeeklyHours', 'weeklyHours', text);
    }
    values.weeklyHours = hours;
  }
  if (cell('absences') !== '') {
    const absences = splitList(cell('absences')).flatMap((text) => {
      const read = readAbsence(text, timeZone);
      if (read.kind === 'read') return [read.absence];
      refuse(draft, read.code, 'absences', text);
      return [];
    });
    const ours = before?.absences ?? [];
    const all = mergedAbsences(ours, absences);
    // What brings nothing new leaves even the order alone.
    values.absences = all.length === ours.length && isSame(all, mergedAbsences(ours, [])) ? [...ours] : all;
  }
}

/** Neither of two rows of one person is believed: which is right cannot be told. */
function refuseDoubles(drafts: readonly Draft[]): void {
  const byName = new Map<string, Draft[]>();
  for (const draft of drafts) byName.set(draft.key, [...(byName.get(draft.key) ?? []), draft]);
  for (const [key, alike] of byName) {
    if (key === '' || alike.length < 2) continue;
    for (const draft of alike) refuse(draft, 'duplicateName', 'name');
  }
}

function eveOfFile(drafts: readonly Draft[], { timeZone, today }: PeopleImportContext): Day {
  let first = today;
  for (const { cell } of drafts) {
    for (const text of splitList(cell('absences'))) {
      const read = readAbsence(text, timeZone);
      if (read.kind !== 'read') continue;
      const day = dayOf(read.absence.startsAt, timeZone);
      if (day < first) first = day;
    }
  }
  return addDays(first, -1);
}

function setSkills({ skills, values, before }: Draft, expiredOn: Day): void {
  if (skills.length === 0) return;
  const known = new Map<string, HeldSkill>((before?.skills ?? []).map((skill) => [fold(skill.name), skill]));
  for (const { name, until, isExpired } of skills) {
    const held = known.get(fold(name));
    const isOver = held?.expiresOn != null && held.expiresOn <= expiredOn;
    if (isExpired) {
      if (!held || !isOver) known.set(fold(name), { name: held?.name ?? name, expiresOn: expiredOn });
    } else if (!held || until !== null) {
      known.set(fold(name), { name: held?.name ?? name, expiresOn: until });
    }
  }
  values.skills = [...known.values()];
}

/** Names of pairs become identities; who is nowhere, or refused and new, takes the row down, and so on until nothing changes. */
function linkPairs(drafts: readonly Draft[], known: Known): void {
  const inFile = new Map(drafts.map((draft) => [draft.key, draft]));
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const draft of drafts) {
      if (draft.problems.length > 0) continue;
      for (const field of ['together', 'apart'] as const) {
        if (draft.pairs[field].length === 0) continue;
        draft.values[field] = [
          ...new Set(
            draft.pairs[field].flatMap((name) => {
              const id = idOf(memberKey(name), inFile, known);
              if (id === null) refuse(draft, 'unknownPerson', field, name);
              return id ?? [];
            }),
          ),
        ];
      }
      if (draft.problems.length > 0) isChanged = true;
    }
  }
}

function idOf(key: string, inFile: ReadonlyMap<string, Draft>, known: Known): StaffId | null {
  const member = known.get(key);
  if (member !== undefined && member !== 'several') return member.id;
  const draft = inFile.get(key);
  return draft && draft.problems.length === 0 ? draft.id : null;
}

const columnOf: Readonly<Partial<Record<keyof StaffMember, PeopleColumn>>> = { profileId: 'profile' };

function finish(draft: Draft, { now }: PeopleImportContext): PersonImportRow {
  const { line, name, before, values, problems } = draft;
  const row = { line, name, before, changedFields: [], problems };
  if (problems.length > 0) return { ...row, outcome: 'refused', member: null };
  const answer = staffMemberSchema.safeParse({ ...(before ?? blankMember(draft.id, name, now)), ...values });
  if (!answer.success) {
    const [issue] = answer.error.issues;
    const field = issue?.path[0] as keyof StaffMember | undefined;
    const column = (field && columnOf[field]) ?? peopleColumns.find((one) => one === field) ?? 'name';
    const codes = ['tooLong', 'tooMany', 'notAnEmail', 'pairContradicts'] as const;
    const code = codes.find((one) => one === issue?.message) ?? 'invalid';
    const value = draft.cell(column).slice(0, 200);
    return { ...row, outcome: 'refused', member: null, problems: [{ code, column, value }] };
  }
  const member = answer.data;
  if (!before) return { ...row, outcome: 'created', member };
  const changedFields = (Object.keys(member) as (keyof StaffMember)[]).filter(
    (field) => !isSame(member[field], before[field]),
  );
  return { ...row, outcome: changedFields.length > 0 ? 'changed' : 'unchanged', member, changedFields };
}
