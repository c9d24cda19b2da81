import { z } from 'zod';
import { idSchema, lineSchema, proseSchema, tagsSchema, titleSchema } from './text';
import { type Day, dayOf, daySchema, instantSchema, spanSchema, timeZoneSchema } from './time';

export const eventIdSchema = idSchema.brand('EventId');
export type EventId = z.infer<typeof eventIdSchema>;

export const eventRoles = ['organiser', 'participant'] as const;
/** In the order of an event's life; `cancelled` may follow any of them. */
export const eventStatuses = [
  'idea',
  'planned',
  'confirmed',
  'running',
  'closed',
  'evaluated',
  'cancelled',
] as const;
export const eventKinds = ['activityDay', 'stand', 'training', 'meeting', 'other'] as const;

export type EventRole = (typeof eventRoles)[number];
export type EventStatus = (typeof eventStatuses)[number];
export type EventKind = (typeof eventKinds)[number];

export const venueSchema = z.object({
  name: lineSchema,
  address: lineSchema,
  commune: lineSchema,
  accessNotes: proseSchema,
  capacityPeople: z.int().min(0).max(1_000_000).nullable(),
});
export type Venue = Readonly<z.infer<typeof venueSchema>>;

/** A person by what they do for the event, never by more than is needed to reach them. */
export const contactSchema = z.object({
  id: idSchema,
  function: titleSchema,
  name: lineSchema,
  organisation: lineSchema,
  phone: lineSchema,
  email: z.union([z.literal(''), z.email('notAnEmail').max(200)]),
});
export type Contact = Readonly<z.infer<typeof contactSchema>>;

export const partnerSchema = z.object({
  id: idSchema,
  name: titleSchema,
  activity: lineSchema,
  commune: lineSchema,
});
export type Partner = Readonly<z.infer<typeof partnerSchema>>;

export const hostRequestStatuses = ['toAsk', 'asked', 'reminded', 'received', 'confirmed'] as const;
export type HostRequestStatus = (typeof hostRequestStatuses)[number];

/** A piece of information wanted from the organiser of an event in which we take part. */
export const hostRequestSchema = z.object({
  id: idSchema,
  subject: titleSchema,
  status: z.enum(hostRequestStatuses),
  changedOn: daySchema.nullable(),
  answer: proseSchema,
});
export type HostRequest = Readonly<z.infer<typeof hostRequestSchema>>;

export const indicatorDirections = ['increase', 'decrease'] as const;

export const indicatorSchema = z.object({
  id: idSchema,
  name: titleSchema,
  /** `%`, `F`, `min`, or empty for a plain count. */
  unit: z.string().trim().max(20, 'tooLong'),
  direction: z.enum(indicatorDirections),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  actual: z.number().nullable(),
  /** How the value will be obtained. Empty: nobody will measure it, the red gap. */
  meansOfMeasure: lineSchema,
  /** Where the actual value was read; the evidence that the report cites. */
  evidence: lineSchema,
  measuredOn: daySchema.nullable(),
});
export type Indicator = Readonly<z.infer<typeof indicatorSchema>>;

export const objectiveSchema = z.object({
  id: idSchema,
  title: titleSchema,
  indicators: z.array(indicatorSchema).max(50, 'tooMany'),
});
export type Objective = Readonly<z.infer<typeof objectiveSchema>>;

/** The bytes are kept by the host as a file named by `id`; the record holds what is shown. */
export const attachmentSchema = z.object({
  id: idSchema,
  name: titleSchema,
  mediaType: z.string().max(120),
  bytes: z.int().min(0),
  addedAt: instantSchema,
});
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>;

/** A date of the user's own that tasks may be planned from. */
export const customAnchorSchema = z.object({
  id: idSchema,
  name: titleSchema,
  on: daySchema,
  movesWithEvent: z.boolean(),
});
export type CustomAnchor = Readonly<z.infer<typeof customAnchorSchema>>;

/**
 * Every `every` weeks on the weekday of the first occurrence, or every `every` months on the same date
 * (`byDate`) or the same weekday of the month (`byWeekday`: the second Tuesday). Bounded: `untilOn` included.
 */
export const repetitionSchema = z.object({
  frequency: z.enum(['weekly', 'monthlyByDate', 'monthlyByWeekday']),
  every: z.int().min(1).max(12),
  untilOn: daySchema,
  exceptions: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('skipped'), on: daySchema }),
        z.object({
          kind: z.literal('moved'),
          on: daySchema,
          opensAt: instantSchema,
          closesAt: instantSchema,
        }),
      ]),
    )
    .max(520, 'tooMany'),
});
export type Repetition = Readonly<z.infer<typeof repetitionSchema>>;

/** Longest stretch from set-up to teardown, in days: beyond it a date was mistyped. */
export const maxEventDays = 400;

export const plannedEventSchema = z
  .object({
    id: eventIdSchema,
    name: titleSchema,
    edition: lineSchema,
    role: z.enum(eventRoles),
    status: z.enum(eventStatuses),
    kind: z.enum(eventKinds),
    timeZone: timeZoneSchema,
    /** Opening hours to the public; half-open. */
    opensAt: instantSchema,
    closesAt: instantSchema,
    setUp: spanSchema.nullable(),
    teardown: spanSchema.nullable(),
    reportDueOn: daySchema.nullable(),
    orderSignedOn: daySchema.nullable(),
    customAnchors: z.array(customAnchorSchema).max(20, 'tooMany'),
    repetition: repetitionSchema.nullable(),
    venue: venueSchema,
    expectedAttendancePeople: z.int().min(0).max(10_000_000).nullable(),
    audiences: proseSchema,
    messages: z.array(lineSchema).max(30, 'tooMany'),
    format: proseSchema,
    description: proseSchema,
    contacts: z.array(contactSchema).max(200, 'tooMany'),
    partners: z.array(partnerSchema).max(1_000, 'tooMany'),
    hostRequests: z.array(hostRequestSchema).max(200, 'tooMany'),
    objectives: z.array(objectiveSchema).max(50, 'tooMany'),
    tags: tagsSchema,
    attachments: z.array(attachmentSchema).max(500, 'tooMany'),
    isPinned: z.boolean(),
    createdAt: instantSchema,
  })
  .check((context) => {
    const event = context.value;
    const refuse = (path: string[], message: string): void => {
      context.issues.push({ code: 'custom', path, message, input: event });
    };
    if (event.opensAt >= event.closesAt) refuse(['closesAt'], 'endsBeforeStart');
    if (event.setUp && event.setUp.startsAt > event.opensAt)
      refuse(['setUp', 'startsAt'], 'setUpAfterOpening');
    if (event.teardown && event.teardown.endsAt < event.closesAt) {
      refuse(['teardown', 'endsAt'], 'teardownBeforeClosing');
    }
    const { startsAt, endsAt } = occupiedSpan(event);
    if (Date.parse(endsAt) - Date.parse(startsAt) > maxEventDays * 86_400_000) {
      refuse(['closesAt'], 'eventTooLong');
    }
    if (event.repetition && event.repetition.untilOn < dayOf(event.opensAt, event.timeZone)) {
      refuse(['repetition', 'untilOn'], 'endsBeforeStart');
    }
  });
/** Never `Event`: that name is the DOM's. */
export type PlannedEvent = Readonly<z.infer<typeof plannedEventSchema>>;

/** From the first moment of set-up to the last of teardown. */
export function occupiedSpan(event: Pick<PlannedEvent, 'opensAt' | 'closesAt' | 'setUp' | 'teardown'>) {
  return {
    startsAt: event.setUp && event.setUp.startsAt < event.opensAt ? event.setUp.startsAt : event.opensAt,
    endsAt: event.teardown && event.teardown.endsAt > event.closesAt ? event.teardown.endsAt : event.closesAt,
  };
}

/** The day on which the event opens, in its own zone: « jour J ». */
export function dDayOf(event: PlannedEvent): Day {
  return dayOf(event.opensAt, event.timeZone);
}

/** Is it over, or will it not take place? Then it asks for nothing more. */
export function isSettled(event: PlannedEvent): boolean {
  return event.status === 'evaluated' || event.status === 'cancelled';
}
