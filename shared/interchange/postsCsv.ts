import type { PlannedEvent } from '../domain/plannedEvent';
import type { Post, PostId } from '../domain/post';
import type { Roster } from '../domain/roster';
import type { Language } from '../domain/settings';
import { maxHeadcount, maxShiftMinutes, type Shift, type ShiftId } from '../domain/shift';
import type { StaffMember } from '../domain/staffMember';
import { fold } from '../domain/text';
import { clockTimeOf, dayOf, type Instant, instantOf, minutesBetween, type TimeZone } from '../domain/time';
import { type CsvRow, type CsvTable, rowsBetweenShares, type TellShare, withoutGuard, writeCsv } from './csv';
import { joinList, readDay, readInteger, splitList } from './taskCells';

/** What a column of a file of posts may hold: one shift a line. */
export const postColumns = [
  'name',
  'team',
  'startsAt',
  'endsAt',
  'headcount',
  'skill',
  'place',
  'pause',
  'note',
] as const;
export type PostColumn = (typeof postColumns)[number];
/** Without one of these nothing can be read. */
export const neededColumns = [
  'name',
  'startsAt',
  'endsAt',
  'headcount',
] as const satisfies readonly PostColumn[];

/** The word that an export writes, then the others that an import understands; folded, accents do not count. */
const headers: Record<Language, Record<PostColumn, readonly string[]>> = {
  fr: {
    name: ['poste', 'postes', 'nom', 'intitulé', 'mission'],
    team: ['équipe', 'service', 'pôle'],
    startsAt: ['début', 'commence', 'de', 'heure de début'],
    endsAt: ['fin', 'finit', 'à', 'heure de fin'],
    headcount: ['effectif', 'nombre', 'besoin', 'personnes'],
    skill: ['compétence', 'compétences', 'habilitation'],
    place: ['lieu', 'site', 'zone'],
    pause: ['pause en minutes', 'pause'],
    note: ['note', 'notes', 'remarque'],
  },
  en: {
    name: ['post', 'posts', 'name', 'position'],
    team: ['team', 'department'],
    startsAt: ['start', 'starts', 'from'],
    endsAt: ['end', 'ends', 'until', 'to'],
    headcount: ['headcount', 'people', 'needed'],
    skill: ['skill', 'skills', 'certificate'],
    place: ['place', 'location'],
    pause: ['break in minutes', 'break'],
    note: ['note', 'notes', 'comment'],
  },
};

/** For each header of the file, the column it fills, or `null`. */
export type PostMapping = readonly (PostColumn | null)[];

export function proposePostMapping(titles: readonly string[]): PostMapping {
  const taken = new Set<PostColumn>();
  return titles.map((title) => {
    const column = postColumns.find((one) =>
      [...headers.fr[one], ...headers.en[one]].some((word) => fold(word) === fold(title)),
    );
    if (!column || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}

export type PostRowProblemCode =
  | 'nameMissing'
  | 'tooLong'
  | 'startUnreadable'
  | 'endUnreadable'
  | 'skippedHour'
  | 'endsBeforeStart'
  | 'shiftTooLong'
  | 'headcountUnreadable'
  | 'headcountOutOfBounds'
  | 'pauseUnreadable'
  | 'tooMany'
  | 'duplicateShift'
  | 'tooManyCells'
  | 'cellTooLong';
/** `value` is what the file holds, cut at 200 characters. */
export type PostRowProblem = Readonly<{ code: PostRowProblemCode; value: string }>;
export type PostRowWarning = Readonly<{ code: 'unknownSkill' | 'pauseAdded'; value: string }>;
export type PostRowOutcome = 'created' | 'changed' | 'unchanged' | 'refused';

export type PostRow = Readonly<{
  line: number;
  name: string;
  outcome: PostRowOutcome;
  shift: Shift | null;
  before: Shift | null;
  problems: readonly PostRowProblem[];
  warnings: readonly PostRowWarning[];
}>;

export type PostNote = Readonly<{ code: 'pause' | 'unknownSkill' | 'refused'; count: number }>;

export type PostImportPlan = Readonly<{
  rows: readonly PostRow[];
  counts: Readonly<Record<PostRowOutcome, number>>;
  /** Only those that count something. */
  notes: readonly PostNote[];
  /** What is to be written: posts that are not there yet, shifts that are new or changed. */
  posts: readonly Post[];
  shifts: readonly Shift[];
  /** Posts that the file names, new or known. */
  postCount: number;
}>;

export type PostImportContext = Readonly<{
  event: PlannedEvent;
  posts: readonly Post[];
  shifts: readonly Shift[];
  people: readonly StaffMember[];
  newId: () => string;
  now: Instant;
}>;

/** A shift that is longer gets `addedPauseMinutes` of pause when the file says nothing of it: the prudent rule of 20 minutes in 6 hours. */
export const longShiftMinutes = 360;
export const addedPauseMinutes = 20;

/**
 * What an import would do, before it does it. Rows with the same name, team and skills are the shifts of one post; a post of the event with
 * the same three, and its shift at the same times, are the ones that were imported before. A refused row takes nothing with it.
 */
export function planPostImport(
  table: CsvTable,
  mapping: PostMapping,
  context: PostImportContext,
  tellShare: TellShare = () => undefined,
): PostImportPlan {
  const known = new Map(
    context.posts.map((post) => [postKey(post.name, post.team, post.skills.names), post]),
  );
  const shiftsOf = new Map(context.shifts.map((shift) => [shiftKey(shift), shift]));
  const skills = new Set(context.people.flatMap((member) => member.skills.map(({ name }) => fold(name))));
  const made = new Map<string, Post>();
  const seen = new Set<string>();
  const named = new Set<string>();
  const rows = table.rows.map((row, index): PostRow => {
    if (index % rowsBetweenShares === 0) tellShare(index / table.rows.length);
    const read = readRow(row, mapping, context.event.timeZone);
    const told = { line: row.line, name: read.name };
    const refused = (problems: readonly PostRowProblem[]): PostRow => ({
      ...told,
      outcome: 'refused',
      shift: null,
      before: null,
      problems,
      warnings: [],
    });
    if (read.problems.length > 0) return refused(read.problems);
    const key = postKey(read.name, read.team, read.skills);
    const post = known.get(key) ?? made.get(key) ?? newPost(read, context);
    const before = shiftsOf.get(shiftKey({ postId: post.id, ...read.span })) ?? null;
    const times = `${key}\n${read.span.startsAt} ${read.span.endsAt}`;
    if (seen.has(times)) return refused([{ code: 'duplicateShift', value: read.name }]);
    seen.add(times);
    named.add(key);
    if (!known.has(key)) made.set(key, post);
    const isLong = minutesBetween(read.span.startsAt, read.span.endsAt) > longShiftMinutes;
    const isPauseAdded = read.pause === null && isLong && before === null;
    const shift: Shift = {
      ...(before ?? { id: context.newId() as ShiftId, eventId: context.event.id, postId: post.id, note: '' }),
      ...read.span,
      headcount: read.headcount,
      pauseMinutes: read.pause ?? before?.pauseMinutes ?? (isLong ? addedPauseMinutes : 0),
      ...(read.note === '' ? {} : { note: read.note }),
    };
    const isSame =
      before?.headcount === shift.headcount &&
      before.pauseMinutes === shift.pauseMinutes &&
      before.note === shift.note;
    return {
      ...told,
      outcome: before === null ? 'created' : isSame ? 'unchanged' : 'changed',
      shift,
      before,
      problems: [],
      warnings: [
        ...(isPauseAdded ? [{ code: 'pauseAdded' as const, value: '' }] : []),
        ...read.skills
          .filter((skill) => !skills.has(fold(skill)))
          .map((value) => ({ code: 'unknownSkill' as const, value })),
      ],
    };
  });
  const counts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const warned = (code: PostRowWarning['code']): number =>
    rows.filter(({ warnings }) => warnings.some((warning) => warning.code === code)).length;
  const notes: PostNote[] = [
    { code: 'refused', count: counts.refused },
    { code: 'unknownSkill', count: warned('unknownSkill') },
    { code: 'pause', count: warned('pauseAdded') },
  ];
  return {
    rows,
    counts,
    notes: notes.filter(({ count }) => count > 0),
    posts: [...made.values()],
    shifts: rows.flatMap(({ outcome, shift }) =>
      shift && (outcome === 'created' || outcome === 'changed') ? [shift] : [],
    ),
    postCount: named.size,
  };
}

/** Every shift of the event, one a line, as the import above reads it back. Times are those of the event's clocks. */
export function exportPostsCsv(roster: Roster, language: Language): Uint8Array<ArrayBuffer> {
  const zone = roster.events.get(roster.eventId)?.timeZone ?? 'UTC';
  return writeCsv(
    postColumns.map((column) => headers[language][column][0] ?? column),
    roster.slots.map(({ post, shift }) => [
      post.name,
      post.team,
      writeMoment(shift.startsAt, zone),
      writeMoment(shift.endsAt, zone),
      shift.headcount,
      joinList(post.skills.names),
      post.place,
      shift.pauseMinutes,
      shift.note,
    ]),
  );
}

/** `22/02/2025 08:30`, as the clocks of the zone say it. */
export function writeMoment(at: Instant, zone: TimeZone): string {
  return `${dayOf(at, zone).split('-').reverse().join('/')} ${clockTimeOf(at, zone)}`;
}

type Read = Readonly<{
  name: string;
  team: string;
  place: string;
  note: string;
  skills: readonly string[];
  span: { startsAt: Instant; endsAt: Instant };
  headcount: number;
  pause: number | null;
  problems: readonly PostRowProblem[];
}>;

function readRow({ cells, fault }: CsvRow, mapping: PostMapping, zone: TimeZone): Read {
  const cell = (column: PostColumn): string => {
    const index = mapping.indexOf(column);
    return withoutGuard((index < 0 ? '' : (cells[index] ?? '')).trim());
  };
  const problems: PostRowProblem[] = [];
  const refuse = (code: PostRowProblemCode, value: string): void => {
    problems.push({ code, value: value.slice(0, 200) });
  };
  if (fault) refuse(fault.kind, fault.value);
  const name = cell('name');
  if (name === '') refuse('nameMissing', name);
  for (const column of ['name', 'team', 'place', 'note'] as const)
    if (cell(column).length > 200) refuse('tooLong', cell(column));
  const skills = splitList(cell('skill'));
  if (skills.length > 20) refuse('tooMany', cell('skill'));
  if (skills.some((skill) => skill.length > 200)) refuse('tooLong', cell('skill'));
  const startsAt = readMoment(cell('startsAt'), zone);
  const endsAt = readMoment(cell('endsAt'), zone);
  if (startsAt.kind === 'unreadable') refuse('startUnreadable', cell('startsAt'));
  if (endsAt.kind === 'unreadable') refuse('endUnreadable', cell('endsAt'));
  if (startsAt.kind === 'skipped') refuse('skippedHour', cell('startsAt'));
  if (endsAt.kind === 'skipped') refuse('skippedHour', cell('endsAt'));
  const span = { startsAt: startsAt.at, endsAt: endsAt.at };
  const length = span.startsAt && span.endsAt ? minutesBetween(span.startsAt, span.endsAt) : null;
  if (length !== null && length <= 0) refuse('endsBeforeStart', cell('endsAt'));
  if (length !== null && length > maxShiftMinutes)
    refuse('shiftTooLong', `${cell('startsAt')} – ${cell('endsAt')}`);
  const headcount = readInteger(cell('headcount'));
  if (headcount === null) refuse('headcountUnreadable', cell('headcount'));
  else if (headcount < 0 || headcount > maxHeadcount) refuse('headcountOutOfBounds', cell('headcount'));
  const pauseText = cell('pause');
  const pause = pauseText === '' ? null : readInteger(pauseText);
  if (pauseText !== '' && (pause === null || pause < 0 || pause > 480 || (length ?? 1_440) <= pause))
    refuse('pauseUnreadable', pauseText);
  return {
    name,
    team: cell('team'),
    place: cell('place'),
    note: cell('note'),
    skills,
    span,
    headcount: headcount ?? 0,
    pause,
    problems,
  };
}

/** `22/02/2025 08:30`, `2025-02-22T08:30`, `22/02/25 8h30`; `skipped` for an hour that the clocks leave out that day. */
function readMoment(text: string, zone: TimeZone): ReadMoment {
  const unreadable = { kind: 'unreadable', at: '' } as const;
  const parts = /^(\S+?)(?:T|,?\s+)(\d{1,2})\s*(?:[:h]\s*(\d{2})?)(?::\d{2})?$/i.exec(text);
  const day = parts && readDay(parts[1] ?? '');
  if (!parts || !day) return unreadable;
  const [hours, minutes] = [parts[2], parts[3] ?? '00'].map((part = '') => part.padStart(2, '0'));
  if (Number(hours) > 23 || Number(minutes) > 59) return unreadable;
  const at = instantOf(day, `${hours}:${minutes}`, zone);
  return at === null ? { kind: 'skipped', at: '' } : { kind: 'read', at };
}

/** `at` is empty unless it was read. */
type ReadMoment = Readonly<{ kind: 'read' | 'unreadable' | 'skipped'; at: Instant }>;

function newPost({ name, team, place, skills }: Read, { event, newId, now }: PostImportContext): Post {
  return {
    id: newId() as PostId,
    eventId: event.id,
    name,
    team,
    place,
    meetingPoint: '',
    briefing: '',
    inChargeId: null,
    skills: { mode: 'all', names: [...skills] },
    minimumAge: null,
    priority: 1,
    createdAt: now,
  };
}

function postKey(name: string, team: string, skills: readonly string[]): string {
  return [fold(name), fold(team), ...skills.map(fold).sort()].join('\n');
}

function shiftKey({ postId, startsAt, endsAt }: Pick<Shift, 'postId' | 'startsAt' | 'endsAt'>): string {
  return `${postId} ${startsAt} ${endsAt}`;
}
