import {
  type EventId,
  type EventKind,
  eventIdSchema,
  type EventRole,
  type PlannedEvent,
  plannedEventSchema,
} from '@shared/domain/plannedEvent';
import type { Instant, TimeZone } from '@shared/domain/time';
import { readMoment, type TypedMoment, usualHours } from './eventHours';

/** What the panel holds while it is filled in: as typed, right or wrong. */
export type NewEventForm = Readonly<{
  name: string;
  kind: EventKind;
  role: EventRole;
  /** `null`: without a template. */
  templateId: string | null;
  opens: TypedMoment;
  closes: TypedMoment;
  venueName: string;
}>;

export type NewEventField = 'name' | 'opensOn' | 'opensTime' | 'closesOn' | 'closesTime' | 'venueName';
/** Codes of `errors`, by field. */
export type NewEventProblems = Readonly<Partial<Record<NewEventField, string>>>;

export function emptyNewEvent(kind: EventKind, on: string | null): NewEventForm {
  const { opens, closes } = usualHours[kind];
  return {
    name: '',
    kind,
    role: usualRole(kind),
    templateId: null,
    opens: { on, at: opens },
    closes: { on, at: closes },
    venueName: '',
  };
}

/** A stand is held at somebody else's event; everything else is usually one's own. */
export function usualRole(kind: EventKind): EventRole {
  return kind === 'stand' ? 'participant' : 'organiser';
}

/** Hours follow the kind, and the last day follows the first, for as long as nobody has chosen them. */
export function withKind(form: NewEventForm, kind: EventKind): NewEventForm {
  const [was, is] = [usualHours[form.kind], usualHours[kind]];
  return {
    ...form,
    kind,
    role: form.role === usualRole(form.kind) ? usualRole(kind) : form.role,
    opens: { ...form.opens, at: form.opens.at === was.opens ? is.opens : form.opens.at },
    closes: { ...form.closes, at: form.closes.at === was.closes ? is.closes : form.closes.at },
  };
}

export function withOpeningDay(form: NewEventForm, on: string | null): NewEventForm {
  const isFollowing = form.closes.on === null || form.closes.on === form.opens.on;
  return {
    ...form,
    opens: { ...form.opens, on },
    closes: isFollowing ? { ...form.closes, on } : form.closes,
  };
}

/** The event as its form describes it, or what is wrong with the form. `id` and `now` come from outside. */
export function readNewEvent(
  form: NewEventForm,
  given: Readonly<{ id: string; timeZone: TimeZone; now: Instant }>,
): { kind: 'read'; event: PlannedEvent } | { kind: 'wrong'; problems: NewEventProblems } {
  const opens = readMoment(form.opens, given.timeZone);
  const closes = readMoment(form.closes, given.timeZone);
  const problems: Partial<Record<NewEventField, string>> = {};
  if (opens.kind === 'wrong') problems[opens.field === 'on' ? 'opensOn' : 'opensTime'] = opens.problem;
  if (closes.kind === 'wrong') problems[closes.field === 'on' ? 'closesOn' : 'closesTime'] = closes.problem;
  if (form.name.trim() === '') problems.name = 'empty';
  if (opens.kind === 'wrong' || closes.kind === 'wrong') return { kind: 'wrong', problems };
  const event = plannedEventSchema.safeParse({
    ...blankEvent(eventIdSchema.parse(given.id), given.timeZone, given.now),
    name: form.name,
    kind: form.kind,
    role: form.role,
    opensAt: opens.instant,
    closesAt: closes.instant,
    venue: { name: form.venueName, address: '', commune: '', accessNotes: '', capacityPeople: null },
  });
  if (event.success) return { kind: 'read', event: event.data };
  for (const issue of event.error.issues) problems[fieldOf(issue.path, form)] ??= issue.message;
  return { kind: 'wrong', problems };
}

function fieldOf(path: readonly PropertyKey[], form: NewEventForm): NewEventField {
  if (path[0] === 'name') return 'name';
  if (path[0] === 'venue') return 'venueName';
  return form.opens.on === form.closes.on ? 'closesTime' : 'closesOn';
}

function blankEvent(id: EventId, timeZone: TimeZone, now: Instant) {
  return {
    id,
    edition: '',
    status: 'idea',
    timeZone,
    setUp: null,
    teardown: null,
    reportDueOn: null,
    orderSignedOn: null,
    customAnchors: [],
    repetition: null,
    expectedAttendancePeople: null,
    audiences: '',
    messages: [],
    format: '',
    description: '',
    contacts: [],
    partners: [],
    hostRequests: [],
    objectives: [],
    tags: [],
    attachments: [],
    isPinned: false,
    createdAt: now,
  } satisfies Partial<PlannedEvent>;
}
