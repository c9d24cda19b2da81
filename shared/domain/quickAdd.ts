import { dDayOf, type EventId, isSettled, type PlannedEvent } from './plannedEvent';
import { maxOffsetDays, type TaskPlan, type TaskPriority } from './task';
import { fold } from './text';
import { addDays, type Day, daysBetween, daySchema, weekdayOf } from './time';

/** A stretch of the typed line, half-open, that was taken for something else than the title. In order, never overlapping. */
export type Understood = Readonly<{
  from: number;
  to: number;
  kind: 'date' | 'priority' | 'tag' | 'owner' | 'team' | 'event';
}>;

/** Every text fits the task's schema; an empty title is for the caller to refuse. With a `plan`, `dueOn` is `null`: `plannedDueOn` dates it. */
export type QuickTask = Readonly<{
  title: string;
  dueOn: Day | null;
  plan: TaskPlan | null;
  priority: TaskPriority | null;
  tags: readonly string[];
  owner: string | null;
  team: string | null;
  eventId: EventId | null;
  understood: readonly Understood[];
}>;

export type QuickAddContext = Readonly<{
  today: Day;
  events: readonly PlannedEvent[];
  /** Where the line is typed: the task's event unless it names another. */
  event?: PlannedEvent | null;
  /** Names in use: those of several words need no quotes. */
  owners?: readonly string[];
  teams?: readonly string[];
}>;

/**
 * One line: « Relancer la mairie !haute @Agent 04 +Logistique #partenaires demain ». `!haute`, `!high` or `!1`; `#tag`; `@owner`; `+team`; `>event`
 * by the beginning or the middle of its name; `demain`, `lundi`, `12/05`, `12/05/2025`, ISO, « dans 3 jours » and, with an event, « J-30 » or `D+2`
 * counted from its opening. One word each, or several in quotes, or as many as make a known name; a word and a number of two or
 * three figures, `@Agent 04`, are one name. Of several dates the first counts, of several owners the last. A backslash keeps a word for the title. Never throws.
 */
export function parseQuickTask(line: string, context: QuickAddContext): QuickTask {
  const tokens = tokensOf(line.slice(0, longestLine));
  const marks = marksOf(tokens, context);
  const eventId = marks.findLast(({ says }) => says.eventId)?.says.eventId ?? context.event?.id ?? null;
  const date = dateOf(tokens, marks, context.today, eventId !== null);
  const found = [...marks, ...(date ? [date] : [])].sort((left, right) => left.at - right.at);
  return {
    ...found.reduce<Said>((said, { says }) => ({ ...said, ...says }), nothingSaid),
    title: titleOf(tokens, found),
    tags: tagsOf(found),
    eventId,
    understood: found.map(({ at, count, kind }) => ({
      from: tokens[at]?.from ?? 0,
      to: tokens[at + count - 1]?.to ?? 0,
      kind,
    })),
  };
}

type Token = Readonly<{ text: string; from: number; to: number }>;
type Said = Omit<QuickTask, 'title' | 'understood'>;
/** What `count` tokens say, from the one at `at`. */
type Found = Readonly<{ at: number; count: number; kind: Understood['kind']; says: Partial<Said> }>;

const nothingSaid: Said = {
  dueOn: null,
  plan: null,
  priority: null,
  tags: [],
  owner: null,
  team: null,
  eventId: null,
};
const longestLine = 1_000;
/** Bounds of the task's schema. */
const longest = { title: 200, name: 200, tag: 40, tags: 30 };

/** Words, where quotes opened right after a mark hold until they close. */
function tokensOf(line: string): Token[] {
  return [...line.matchAll(/[@+#>]["“][^"”]*["”]|\S+/gu)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function marksOf(tokens: readonly Token[], context: QuickAddContext): Found[] {
  const marks: Found[] = [];
  for (let at = 0; at < tokens.length; at += marks.at(-1)?.at === at ? (marks.at(-1)?.count ?? 1) : 1) {
    const mark = markAt(tokens, at, context);
    if (mark) marks.push(mark);
  }
  return marks;
}

function markAt(tokens: readonly Token[], at: number, context: QuickAddContext): Found | null {
  const mark = tokens[at]?.text.charAt(0) ?? '';
  const words = wordsFrom(tokens, at);
  const [first = ''] = words;
  if (first === '') return null;
  switch (mark) {
    case '!': {
      const priority = priorities.get(fold(first));
      return priority ? { at, count: 1, kind: 'priority', says: { priority } } : null;
    }
    case '#':
      return { at, count: 1, kind: 'tag', says: { tags: [cut(first, longest.tag)] } };
    case '@': {
      const { name, count } = nameOf(words, context.owners ?? []);
      return { at, count, kind: 'owner', says: { owner: name } };
    }
    case '+': {
      const { name, count } = nameOf(words, context.teams ?? []);
      return { at, count, kind: 'team', says: { team: name } };
    }
    case '>': {
      const named = eventOf(words, context);
      return named && { at, count: named.count, kind: 'event', says: { eventId: named.event.id } };
    }
    default:
      return null;
  }
}

/** The word after the mark and those that may belong to it: none when it was quoted, and none from the next mark on. */
function wordsFrom(tokens: readonly Token[], at: number): string[] {
  const text = tokens[at]?.text.slice(1) ?? '';
  if (/^["“].*["”]$/u.test(text)) return [text.slice(1, -1).trim()];
  const next = tokens.slice(at + 1, at + mostWords).map((token) => token.text);
  const end = next.findIndex((word) => /^[!#@+>\\]/u.test(word));
  return [text, ...(end < 0 ? next : next.slice(0, end))].map((word) => word.replace(/[,;]+$/u, ''));
}

const mostWords = 12;

function nameOf(words: readonly string[], known: readonly string[]): { name: string; count: number } {
  const [first = '', second = ''] = words;
  const names = new Map(known.map((name) => [fold(name), name]));
  for (let count = words.length; count > 0; count -= 1) {
    const name = names.get(fold(words.slice(0, count).join(' ')));
    if (name) return { name: cut(name, longest.name), count };
  }
  const isNumbered = /^\p{L}+$/u.test(first) && /^\d{2,3}$/.test(second);
  return isNumbered
    ? { name: cut(`${first} ${second}`, longest.name), count: 2 }
    : { name: cut(first, longest.name), count: 1 };
}

/** The event that as many words as possible name. Of several: by its beginning, to come, nearest. */
function eventOf(
  words: readonly string[],
  { events, today }: QuickAddContext,
): { event: PlannedEvent; count: number } | null {
  let named = events.map((event) => ({ event, name: fold(event.name) }));
  let [count, wanted] = [0, ''];
  for (let taken = 1; taken <= words.length; taken += 1) {
    const longer = fold(words.slice(0, taken).join(' '));
    const left = named.filter(({ name }) => longer !== '' && name.includes(longer));
    if (left.length === 0) break;
    [named, count, wanted] = [left, taken, longer];
  }
  if (count === 0) return null;
  const [best] = named
    .map(({ event, name }) => ({ event, rank: likelihood(event, name, wanted, today) }))
    .sort((left, right) => compareLists(left.rank, right.rank));
  return best ? { event: best.event, count } : null;
}

/** Smaller is likelier, the first number that differs decides. */
function likelihood(event: PlannedEvent, name: string, wanted: string, today: Day): number[] {
  const days = daysBetween(today, dDayOf(event));
  return [Number(!name.startsWith(wanted)), Number(isSettled(event)), Number(days < 0), Math.abs(days)];
}

function compareLists(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

const priorities = new Map<string, TaskPriority>([
  ['haute', 'high'],
  ['high', 'high'],
  ['1', 'high'],
  ['moyenne', 'medium'],
  ['medium', 'medium'],
  ['2', 'medium'],
  ['basse', 'low'],
  ['low', 'low'],
  ['3', 'low'],
]);

/** The first date among the words that no mark has taken, with the little words before it. */
function dateOf(
  tokens: readonly Token[],
  marks: readonly Found[],
  today: Day,
  hasEvent: boolean,
): Found | null {
  const taken = takenBy(marks);
  const words = tokens.map(({ text }, index) => (taken.has(index) ? '' : fold(text.replace(/[,;.]+$/u, ''))));
  for (let at = 0; at < words.length; at += 1) {
    const date = planAt(words, at, hasEvent) ?? dayAt(words, at, today);
    if (date) {
      let first = at;
      while (connectives.has(words[first - 1] ?? '')) first -= 1;
      return { at: first, count: at - first + date.count, kind: 'date', says: date.says };
    }
  }
  return null;
}

type DateFound = Readonly<{ count: number; says: Pick<Said, 'dueOn'> | Pick<Said, 'plan'> }>;

const connectives = new Set(['le', 'pour', 'on', 'by', 'for']);

function planAt(words: readonly string[], at: number, hasEvent: boolean): DateFound | null {
  const match = /^[jd]([+\-−‑–])(\d{1,4})$/u.exec(words[at] ?? '');
  if (!match || !hasEvent) return null;
  const days = Number(match[2]);
  if (days > maxOffsetDays) return null;
  const offsetDays = match[1] === '+' || days === 0 ? days : -days;
  return { count: 1, says: { plan: { anchor: { kind: 'opening' }, offsetDays, unit: 'calendarDays' } } };
}

function dayAt(words: readonly string[], at: number, today: Day): DateFound | null {
  const [first = '', second = '', third = ''] = words.slice(at, at + 3);
  const found = (dueOn: Day | null, count: number): DateFound | null =>
    dueOn && daySchema.safeParse(dueOn).success ? { count, says: { dueOn } } : null;
  if (first === 'dans' || first === 'in') {
    const number = numberWords.get(second) ?? (/^\d{1,3}$/.test(second) ? Number(second) : null);
    const length = unitDays.get(third);
    return number === null || length === undefined ? null : found(addDays(today, number * length), 3);
  }
  const near = nearDays.get(first);
  if (near !== undefined) return found(addDays(today, near), 1);
  if (first === 'next' && weekdays.has(second)) return found(weekdayAfter(today, second), 2);
  if (weekdays.has(first)) return found(weekdayAfter(today, first), second === 'prochain' ? 2 : 1);
  return found(writtenDay(first, today), 1);
}

const numberWords = new Map([
  ['un', 1],
  ['une', 1],
  ['a', 1],
  ['one', 1],
]);
const unitDays = new Map([
  ['jour', 1],
  ['jours', 1],
  ['day', 1],
  ['days', 1],
  ['semaine', 7],
  ['semaines', 7],
  ['week', 7],
  ['weeks', 7],
]);
const nearDays = new Map([
  ["aujourd'hui", 0],
  ['today', 0],
  ['demain', 1],
  ['tomorrow', 1],
  ['apres-demain', 2],
]);
const weekdays = new Map(
  [
    ['lundi', 'monday'],
    ['mardi', 'tuesday'],
    ['mercredi', 'wednesday'],
    ['jeudi', 'thursday'],
    ['vendredi', 'friday'],
    ['samedi', 'saturday'],
    ['dimanche', 'sunday'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** Never today: « lundi » said on a Monday is the next one. */
function weekdayAfter(today: Day, name: string): Day {
  return addDays(today, (((weekdays.get(name) ?? 1) - weekdayOf(today) + 6) % 7) + 1);
}

/** `2025-05-12`, `12/05/2025`, `12/05/25`, `12/05`: day before month, and without a year the next time that it comes. */
function writtenDay(word: string, today: Day): Day | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return word;
  const match = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(word);
  if (!match) return null;
  const [, day = '', month = '', year] = match;
  const inYear = (chosen: string): Day => `${chosen}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year) return inYear(year.length === 2 ? `20${year}` : year);
  const thisYear = Number(today.slice(0, 4));
  // Eight years reach the next 29 February from anywhere.
  const candidates = Array.from({ length: 9 }, (_, index) => inYear(String(thisYear + index)));
  return candidates.find((on) => on >= today && daySchema.safeParse(on).success) ?? null;
}

function titleOf(tokens: readonly Token[], found: readonly Found[]): string {
  const taken = takenBy(found);
  const words = tokens.flatMap(({ text }, index) =>
    taken.has(index) ? [] : [text.startsWith('\\') ? text.slice(1) : text],
  );
  return cut(words.join(' '), longest.title);
}

function tagsOf(found: readonly Found[]): string[] {
  const tags = new Map<string, string>();
  for (const tag of found.flatMap(({ says }) => says.tags ?? [])) {
    if (!tags.has(fold(tag))) tags.set(fold(tag), tag);
  }
  return [...tags.values()].slice(0, longest.tags);
}

function takenBy(found: readonly Found[]): Set<number> {
  return new Set(found.flatMap(({ at, count }) => Array.from({ length: count }, (_, index) => at + index)));
}

/** At most `length` units, no character cut in two. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
