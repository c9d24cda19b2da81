import { dDayOf, type EventId, type PlannedEvent } from './plannedEvent';
import type { TaskPlan, TaskPriority } from './task';
import { fold } from './text';
import { addDays, type Day, daySchema, weekdayOf } from './time';

/** A stretch of the typed line, half-open, that was taken for something else than the title. */
export type Understood = Readonly<{
  from: number;
  to: number;
  kind: 'date' | 'priority' | 'tag' | 'owner' | 'team' | 'event';
}>;

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

type Draft = { -readonly [K in keyof QuickTask]: QuickTask[K] } & {
  tags: string[];
  understood: Understood[];
};
type Token = { text: string; from: number; to: number };
type Known = { today: Day; events: readonly PlannedEvent[]; event?: PlannedEvent | null };

/**
 * One line: « Relancer la mairie !haute @"Agent 04" +Logistique #partenaires demain ». Dates in words, `12/05`, `12/05/2025`, ISO, « dans 3 jours »
 * and « J-30 » (a plan from the event's opening); `!haute` or `!1`; `#tag`; `@owner`; `+team`; `>event` by any part of its name. Quotes
 * hold several words together; a backslash keeps a word for the title. Never throws.
 */
export function parseQuickTask(line: string, { today, events, event = null }: Known): QuickTask {
  const draft: Draft = {
    title: '',
    dueOn: null,
    plan: null,
    priority: null,
    tags: [],
    owner: null,
    team: null,
    eventId: event?.id ?? null,
    understood: [],
  };
  const tokens = tokensOf(line.slice(0, 1_000));
  const title: string[] = [];
  let at = 0;
  while (at < tokens.length) {
    const taken = takeMark(draft, tokens, at, events) || takeDate(draft, tokens, at, today);
    if (taken === 0) {
      const { text } = tokens[at] as Token;
      title.push(text.startsWith('\\') ? text.slice(1) : text);
    }
    at += Math.max(taken, 1);
  }
  const chosen =
    events.find(({ id }) => id === draft.eventId) ?? (event?.id === draft.eventId ? event : null);
  if (draft.plan && !chosen) draft.plan = null;
  if (draft.plan && chosen) draft.dueOn = addDays(dDayOf(chosen), draft.plan.offsetDays);
  return { ...draft, title: title.join(' ').slice(0, 200).trim() };
}

const priorities: Record<string, TaskPriority> = {
  haute: 'high',
  high: 'high',
  '1': 'high',
  moyenne: 'medium',
  medium: 'medium',
  '2': 'medium',
  basse: 'low',
  low: 'low',
  '3': 'low',
};

/** How many tokens the mark at `at` takes; 0 when it is none. */
function takeMark(
  draft: Draft,
  tokens: readonly Token[],
  at: number,
  events: readonly PlannedEvent[],
): number {
  const token = tokens[at] as Token;
  const mark = token.text.charAt(0);
  const value = unquoted(token.text.slice(1)).slice(0, 200);
  if (value === '') return 0;
  const note = (kind: Understood['kind']): number => {
    draft.understood.push({ from: token.from, to: token.to, kind });
    return 1;
  };
  if (mark === '!') {
    const priority = priorities[fold(value)];
    if (!priority) return 0;
    draft.priority = priority;
    return note('priority');
  }
  if (mark === '#') {
    const tag = value.slice(0, 40);
    if (!draft.tags.includes(tag) && draft.tags.length < 30) draft.tags.push(tag);
    return note('tag');
  }
  if (mark === '@') {
    draft.owner = value;
    return note('owner');
  }
  if (mark === '+') {
    draft.team = value;
    return note('team');
  }
  if (mark === '>') {
    const wanted = fold(value);
    const named =
      events.find(({ name }) => fold(name).startsWith(wanted)) ??
      events.find(({ name }) => fold(name).includes(wanted));
    if (!named) return 0;
    draft.eventId = named.id;
    return note('event');
  }
  return 0;
}

const weekdays = [
  'lundi|monday',
  'mardi|tuesday',
  'mercredi|wednesday',
  'jeudi|thursday',
  'vendredi|friday',
  'samedi|saturday',
  'dimanche|sunday',
];

/** How many tokens the date at `at` takes; 0 when it is none, or when a date was given already. */
function takeDate(draft: Draft, tokens: readonly Token[], at: number, today: Day): number {
  if (draft.dueOn !== null || draft.plan !== null) return 0;
  const token = tokens[at] as Token;
  const word = fold(token.text);
  const note = (count: number): number => {
    const last = tokens[at + count - 1] as Token;
    draft.understood.push({ from: token.from, to: last.to, kind: 'date' });
    return count;
  };
  const plan = /^[jd]([+-])(\d{1,4})$/.exec(word);
  if (plan && Number(plan[2]) <= 1_500) {
    const offsetDays = Number(`${plan[1]}${plan[2]}`);
    draft.plan = { anchor: { kind: 'opening' }, offsetDays, unit: 'calendarDays' };
    return note(1);
  }
  const single = dayOfWord(word, today);
  if (single) {
    draft.dueOn = single;
    return note(1);
  }
  const [, count, unit] = [word, tokens[at + 1]?.text, fold(tokens[at + 2]?.text ?? '')];
  if ((word === 'dans' || word === 'in') && count && /^\d{1,3}$/.test(count)) {
    const length = { jour: 1, jours: 1, day: 1, days: 1, semaine: 7, semaines: 7, week: 7, weeks: 7 }[unit];
    if (length) {
      draft.dueOn = addDays(today, Number(count) * length);
      return note(3);
    }
  }
  return 0;
}

function dayOfWord(word: string, today: Day): Day | null {
  if (word === 'demain' || word === 'tomorrow') return addDays(today, 1);
  if (word === "aujourd'hui" || word === 'today') return today;
  const weekday = weekdays.findIndex((names) => names.split('|').includes(word));
  if (weekday >= 0) return addDays(today, ((weekday + 1 - weekdayOf(today) + 6) % 7) + 1);
  const iso = /^\d{4}-\d{2}-\d{2}$/.exec(word);
  if (iso) return validDay(word);
  const european = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(word);
  if (!european) return null;
  const [, day = '', month = '', year] = european;
  const inYear = (chosen: string): Day | null =>
    validDay(`${chosen}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (year) return inYear(year);
  const thisYear = inYear(today.slice(0, 4));
  return thisYear && thisYear >= today ? thisYear : inYear(String(Number(today.slice(0, 4)) + 1));
}

function validDay(text: string): Day | null {
  return daySchema.safeParse(text).success ? text : null;
}

/** Words, where a quote opened right after a mark holds until it closes. */
function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /[@+#>]"[^"]*"|\S+/gu;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    tokens.push({ text: match[0], from: match.index, to: match.index + match[0].length });
  }
  return tokens;
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.replaceAll('"', '').trim() : text;
}
