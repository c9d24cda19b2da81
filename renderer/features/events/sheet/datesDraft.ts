import { changedEvent, type EventChange } from '@shared/domain/moveEvent';
import { type CustomAnchor, type PlannedEvent, plannedEventSchema } from '@shared/domain/plannedEvent';
import {
  addDays,
  type Day,
  daysBetween,
  daySchema,
  isKnownTimeZone,
  type Span,
  type TimeZone,
} from '@shared/domain/time';
import { readMoment, type TypedMoment, typedMomentOf } from '../eventHours';

export const spanNames = ['setUp', 'opening', 'teardown'] as const;
export type SpanName = (typeof spanNames)[number];
export type Side = 'starts' | 'ends';
type SpanDraft = Readonly<Record<Side, TypedMoment>>;
type AnchorDraft = Readonly<{ id: string; name: string; on: Day | null; movesWithEvent: boolean }>;

/** A field of the dates that may be wrong, or that somebody has changed. */
export type DatesField =
  | `${SpanName}.${Side}.${'on' | 'at'}`
  | 'reportDueOn'
  | 'orderSignedOn'
  | 'timeZone'
  | 'anchors'
  | `anchor.${string}`;

/** The dates of an event while they are typed: days and times as the clocks of the event's place show them. */
export type DatesDraft = Readonly<{
  spans: Readonly<Record<SpanName, SpanDraft | null>>;
  reportDueOn: Day | null;
  orderSignedOn: Day | null;
  anchors: readonly AnchorDraft[];
  timeZone: TimeZone;
  /** What was changed by hand, and so no longer follows the opening day. */
  touched: ReadonlySet<DatesField>;
}>;

export type DatesAnswer =
  | Readonly<{ kind: 'same' }>
  | Readonly<{ kind: 'read'; change: EventChange }>
  /** Codes of `errors`, by field. */
  | Readonly<{ kind: 'wrong'; problems: Readonly<Partial<Record<DatesField, string>>> }>;

export function datesDraftOf(event: PlannedEvent): DatesDraft {
  const { timeZone, setUp, teardown, opensAt, closesAt } = event;
  const span = (from: Span | null): SpanDraft | null =>
    from && { starts: typedMomentOf(from.startsAt, timeZone), ends: typedMomentOf(from.endsAt, timeZone) };
  return {
    spans: {
      setUp: span(setUp),
      opening: span({ startsAt: opensAt, endsAt: closesAt }),
      teardown: span(teardown),
    },
    reportDueOn: event.reportDueOn,
    orderSignedOn: event.orderSignedOn,
    anchors: event.customAnchors,
    timeZone,
    touched: new Set(),
  };
}

/** One day or time changed by hand. A new opening day carries along every date that nobody has touched. */
export function withMoment(
  draft: DatesDraft,
  event: PlannedEvent,
  place: Readonly<{ span: SpanName; side: Side }>,
  moment: TypedMoment,
): DatesDraft {
  const { span, side } = place;
  const before = draft.spans[span];
  if (!before) return draft;
  const touched = new Set(draft.touched);
  for (const part of ['on', 'at'] as const) {
    if (before[side][part] !== moment[part]) touched.add(`${span}.${side}.${part}`);
  }
  const changed: DatesDraft = {
    ...draft,
    spans: { ...draft.spans, [span]: { ...before, [side]: moment } },
    touched,
  };
  return span === 'opening' && side === 'starts' ? following(changed, event) : changed;
}

/** Set-up begins two hours before the opening, teardown ends two hours after the closing, until somebody says otherwise. */
export function withSpan(draft: DatesDraft, span: 'setUp' | 'teardown'): DatesDraft {
  const { opening } = draft.spans;
  if (!opening) return draft;
  const added: SpanDraft =
    span === 'setUp'
      ? { starts: hoursAway(opening.starts, -2), ends: opening.starts }
      : { starts: opening.ends, ends: hoursAway(opening.ends, 2) };
  return { ...draft, spans: { ...draft.spans, [span]: added }, touched: spanTouched(draft, span) };
}

export function withoutSpan(draft: DatesDraft, span: 'setUp' | 'teardown'): DatesDraft {
  return { ...draft, spans: { ...draft.spans, [span]: null }, touched: spanTouched(draft, span) };
}

export function withDay(
  draft: DatesDraft,
  field: 'reportDueOn' | 'orderSignedOn',
  on: Day | null,
): DatesDraft {
  return { ...draft, [field]: on, touched: new Set([...draft.touched, field]) };
}

export function withAnchor(draft: DatesDraft, anchor: AnchorDraft): DatesDraft {
  const isKnown = draft.anchors.some(({ id }) => id === anchor.id);
  return {
    ...draft,
    anchors: isKnown
      ? draft.anchors.map((one) => (one.id === anchor.id ? anchor : one))
      : [...draft.anchors, anchor],
    touched: new Set<DatesField>([...draft.touched, `anchor.${anchor.id}`]),
  };
}

export function withoutAnchor(draft: DatesDraft, id: string): DatesDraft {
  return {
    ...draft,
    anchors: draft.anchors.filter((anchor) => anchor.id !== id),
    touched: new Set<DatesField>([...draft.touched, 'anchors']),
  };
}

/** The change that the draft asks for, or what is wrong with it, field by field. */
export function readDates(draft: DatesDraft, event: PlannedEvent): DatesAnswer {
  const problems: Partial<Record<DatesField, string>> = {};
  if (!isKnownTimeZone(draft.timeZone)) {
    return { kind: 'wrong', problems: { timeZone: 'unknownTimeZone' } };
  }
  const opening = readSpan('opening', draft, problems);
  const setUp = readSpan('setUp', draft, problems);
  const teardown = readSpan('teardown', draft, problems);
  const customAnchors = readAnchors(draft, problems);
  for (const field of ['reportDueOn', 'orderSignedOn'] as const) {
    if (draft[field] !== null && !daySchema.safeParse(draft[field]).success) problems[field] = 'notADay';
  }
  if (!opening || Object.keys(problems).length > 0) return { kind: 'wrong', problems };
  const change: EventChange = {
    kind: 'reschedule',
    opensAt: opening.startsAt,
    closesAt: opening.endsAt,
    setUp,
    teardown,
    reportDueOn: draft.reportDueOn,
    orderSignedOn: draft.orderSignedOn,
    customAnchors,
    timeZone: draft.timeZone,
  };
  const after = changedEvent(event, change);
  const days = draftDays(draft, event);
  const shift: EventChange = { kind: 'shiftDays', days };
  // The plain shift says the same of the days, and carries a series' exceptions along.
  const chosen = days !== 0 && sameDates(after, changedEvent(event, shift)) ? shift : change;
  const checked = plannedEventSchema.safeParse(changedEvent(event, chosen));
  if (!checked.success) {
    for (const { path, message } of checked.error.issues) problems[fieldAt(path, draft)] ??= message;
    return { kind: 'wrong', problems };
  }
  return sameDates(after, event) ? { kind: 'same' } : { kind: 'read', change: chosen };
}

/** Dates that nobody touched keep their distance to the opening day; a year half typed moves nothing yet. */
function following(draft: DatesDraft, event: PlannedEvent): DatesDraft {
  const days = draftDays(draft, event);
  const origin = datesDraftOf(event);
  const spans = { ...draft.spans };
  for (const name of spanNames) {
    const [now, was] = [spans[name], origin.spans[name]];
    if (!now || !was) continue;
    const side = (which: Side): TypedMoment => {
      const isLeft = (name === 'opening' && which === 'starts') || draft.touched.has(`${name}.${which}.on`);
      return isLeft ? now[which] : { ...now[which], on: moved(was[which].on, days) };
    };
    spans[name] = { starts: side('starts'), ends: side('ends') };
  }
  return {
    ...draft,
    spans,
    reportDueOn: draft.touched.has('reportDueOn') ? draft.reportDueOn : moved(origin.reportDueOn, days),
    anchors: draft.anchors.map((anchor) => {
      const was = origin.anchors.find(({ id }) => id === anchor.id);
      const isLeft = !was || !anchor.movesWithEvent || draft.touched.has(`anchor.${anchor.id}`);
      return isLeft ? anchor : { ...anchor, on: moved(was.on, days) };
    }),
  };
}

function draftDays(draft: DatesDraft, event: PlannedEvent): number {
  const [was, now] = [datesDraftOf(event).spans.opening?.starts.on, draft.spans.opening?.starts.on];
  if (!was || !now || !daySchema.safeParse(now).success) return 0;
  return daysBetween(was, now);
}

function moved(on: Day | null, days: number): Day | null {
  return on && addDays(on, days);
}

function readSpan(
  name: SpanName,
  draft: DatesDraft,
  problems: Partial<Record<DatesField, string>>,
): Span | null {
  const span = draft.spans[name];
  if (!span) return null;
  const [starts, ends] = (['starts', 'ends'] as const).map((side) => {
    const read = readMoment(span[side], draft.timeZone);
    if (read.kind === 'read') return read.instant;
    problems[`${name}.${side}.${read.field}`] = read.problem;
    return null;
  });
  return starts && ends ? { startsAt: starts, endsAt: ends } : null;
}

function readAnchors(draft: DatesDraft, problems: Partial<Record<DatesField, string>>): CustomAnchor[] {
  return draft.anchors.flatMap((anchor) => {
    const { on } = anchor;
    if (on !== null && daySchema.safeParse(on).success) return [{ ...anchor, on }];
    problems[`anchor.${anchor.id}`] = 'notADay';
    return [];
  });
}

function fieldAt(path: readonly PropertyKey[], draft: DatesDraft): DatesField {
  const [first, second] = path.map(String);
  const ends = (name: SpanName): DatesField => {
    const span = draft.spans[name];
    return span && span.starts.on !== null && span.ends.on !== null && span.starts.on > span.ends.on
      ? `${name}.ends.on`
      : `${name}.ends.at`;
  };
  if (first === 'setUp') return second === 'startsAt' ? 'setUp.starts.on' : ends('setUp');
  if (first === 'teardown') return ends('teardown');
  if (first === 'customAnchors') return 'anchors';
  if (first === 'reportDueOn' || first === 'orderSignedOn') return first;
  return ends('opening');
}

const comparedFields = [
  'timeZone',
  'opensAt',
  'closesAt',
  'setUp',
  'teardown',
  'reportDueOn',
  'orderSignedOn',
  'customAnchors',
] as const;

function sameDates(left: PlannedEvent, right: PlannedEvent): boolean {
  return comparedFields.every((field) => JSON.stringify(left[field]) === JSON.stringify(right[field]));
}

function spanTouched(draft: DatesDraft, span: SpanName): ReadonlySet<DatesField> {
  const fields = (['starts', 'ends'] as const).flatMap((side): DatesField[] => [
    `${span}.${side}.on`,
    `${span}.${side}.at`,
  ]);
  return new Set([...draft.touched, ...fields]);
}

/** By the clock face: over midnight the day changes too. */
function hoursAway({ on, at }: TypedMoment, hours: number): TypedMoment {
  if (on === null || at === null) return { on, at };
  const minutes = Number(at.slice(0, 2)) * 60 + Number(at.slice(3)) + hours * 60;
  const days = Math.floor(minutes / 1440);
  const rest = minutes - days * 1440;
  const two = (value: number): string => String(value).padStart(2, '0');
  return { on: addDays(on, days), at: `${two(Math.floor(rest / 60))}:${two(rest % 60)}` };
}
