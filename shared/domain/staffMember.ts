import { z } from 'zod';
import { type EventId, eventIdSchema } from './plannedEvent';
import { fold, idSchema, lineSchema, proseSchema, titleSchema } from './text';
import { clockTimeSchema, type Day, daySchema, instantSchema } from './time';
import { workProfileIdSchema } from './workProfile';

export const staffIdSchema = idSchema.brand('StaffId');
export type StaffId = z.infer<typeof staffIdSchema>;

/** A skill, or a certificate when it ends: « PSC1 », « permis BE », « BAFA ». Valid on `expiresOn`, not after. */
export const heldSkillSchema = z.object({ name: titleSchema, expiresOn: daySchema.nullable() });
export type HeldSkill = Readonly<z.infer<typeof heldSkillSchema>>;

/** Hours of one weekday in which somebody may work; `until` before `from` runs past midnight. */
export const weeklyHoursSchema = z.object({
  /** ISO: 1 is Monday. */
  weekday: z.int().min(1).max(7),
  from: clockTimeSchema,
  until: clockTimeSchema,
});
export type WeeklyHours = Readonly<z.infer<typeof weeklyHoursSchema>>;

export const absenceSchema = z
  .object({ startsAt: instantSchema, endsAt: instantSchema, reason: lineSchema })
  .refine((absence) => absence.startsAt < absence.endsAt, { path: ['endsAt'], message: 'endsBeforeStart' });
export type Absence = Readonly<z.infer<typeof absenceSchema>>;

export const eventAnswers = ['yes', 'maybe', 'no'] as const;
export type EventAnswer = (typeof eventAnswers)[number];

/** Somebody who may be put on a roster. Times are read in the time zone of the event at hand. */
export const staffMemberSchema = z
  .object({
    id: staffIdSchema,
    name: titleSchema,
    team: lineSchema,
    profileId: workProfileIdSchema.nullable(),
    skills: z.array(heldSkillSchema).max(60, 'tooMany'),
    languages: z.array(titleSchema).max(20, 'tooMany'),
    phone: lineSchema,
    email: z.union([z.literal(''), z.email('notAnEmail').max(200)]),
    /** Commune or quarter: for the way there, never the address. */
    homeArea: lineSchema,
    /** Only where an age has to be proven: minors, posts with a minimum age. */
    bornOn: daySchema.nullable(),
    /** Empty: at any time. */
    weeklyHours: z.array(weeklyHoursSchema).max(50, 'tooMany'),
    absences: z.array(absenceSchema).max(400, 'tooMany'),
    answers: z
      .array(z.object({ eventId: eventIdSchema, answer: z.enum(eventAnswers) }))
      .max(2_000, 'tooMany'),
    /** Own limits, under those of the profile. */
    mostDayMinutes: z.int().min(0).max(1_440, 'tooLong').nullable(),
    mostWeekMinutes: z.int().min(0).max(10_080, 'tooLong').nullable(),
    /** Names of posts or teams. */
    likes: z.array(titleSchema).max(50, 'tooMany'),
    dislikes: z.array(titleSchema).max(50, 'tooMany'),
    /** One naming is enough: a pair holds both ways. */
    together: z.array(staffIdSchema).max(50, 'tooMany'),
    apart: z.array(staffIdSchema).max(50, 'tooMany'),
    shirtSize: lineSchema,
    meals: lineSchema,
    notes: proseSchema,
    /** Left: kept for past rosters, never proposed. */
    hasLeft: z.boolean(),
    createdAt: instantSchema,
  })
  .refine((member) => !member.together.includes(member.id) && !member.apart.includes(member.id), {
    path: ['together'],
    message: 'pairWithOneself',
  })
  .refine((member) => !member.together.some((other) => member.apart.includes(other)), {
    path: ['apart'],
    message: 'pairContradicts',
  });
export type StaffMember = Readonly<z.infer<typeof staffMemberSchema>>;

/** Has this skill, whatever its spelling, and until when; `null` when not. The one that ends last counts. */
export function skillOf(member: StaffMember, skill: string): HeldSkill | null {
  const wanted = fold(skill);
  let best: HeldSkill | null = null;
  for (const held of member.skills) {
    if (fold(held.name) !== wanted) continue;
    if (held.expiresOn === null) return held;
    if (best === null || (best.expiresOn ?? '') < held.expiresOn) best = held;
  }
  return best;
}

/** Whole years on `day`; `null` when the birthday is not known. Born on 29 February: a year older on 1 March. */
export function ageOn(member: Pick<StaffMember, 'bornOn'>, day: Day): number | null {
  if (member.bornOn === null) return null;
  const years = Number(day.slice(0, 4)) - Number(member.bornOn.slice(0, 4));
  return day.slice(5) < member.bornOn.slice(5) ? years - 1 : years;
}

export function answerTo(member: StaffMember, eventId: EventId): EventAnswer | null {
  return member.answers.find((answer) => answer.eventId === eventId)?.answer ?? null;
}

/** Pairs that are asked to be together by one and apart by the other: neither can be honoured. */
export function contradictingPairs(members: readonly StaffMember[]): (readonly [StaffId, StaffId])[] {
  const apart = new Set(
    members.flatMap(({ id, apart: others }) => others.map((other) => pairKey(id, other))),
  );
  const told = new Set<string>();
  const found: (readonly [StaffId, StaffId])[] = [];
  for (const { id, together } of members) {
    for (const other of together) {
      const key = pairKey(id, other);
      if (!apart.has(key) || told.has(key)) continue;
      told.add(key);
      found.push([id, other]);
    }
  }
  return found;
}

function pairKey(left: StaffId, right: StaffId): string {
  return left < right ? `${left} ${right}` : `${right} ${left}`;
}
