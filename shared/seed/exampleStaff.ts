import { blankMember } from '../domain/directory';
import type { EventId } from '../domain/plannedEvent';
import type { Absence, EventAnswer, HeldSkill, StaffId, StaffMember } from '../domain/staffMember';
import { addDays, type ClockTime } from '../domain/time';
import type { WorkProfileId } from '../domain/workProfile';
import { at, type Make, nextSaturday } from './exampleEvents';
import { steadyId } from './steadyId';
import { teamName } from './templates';

type Sort = 'agent' | 'employee' | 'volunteer' | 'minor' | 'contractor';
/** As the working profiles are keyed, and the names of people, in both languages. */
const sorts: Readonly<Record<Sort, Readonly<{ profile: string; fr: string; en: string }>>> = {
  agent: { profile: 'publicAgent', fr: 'Agent', en: 'Agent' },
  employee: { profile: 'employee39', fr: 'Salarié', en: 'Employee' },
  volunteer: { profile: 'volunteer', fr: 'Bénévole', en: 'Volunteer' },
  minor: { profile: 'minor', fr: 'Mineur', en: 'Minor' },
  contractor: { profile: 'contractor', fr: 'Prestataire', en: 'Contractor' },
};

type Line = Readonly<{
  sort: Sort;
  number: number;
  team: Parameters<typeof teamName>[0];
  area: string;
  fields?: Partial<StaffMember>;
}>;

/** What the people of the example know how to do. French certificates keep their names: profiles forbid some of them by it. */
export function exampleSkills({ say }: Make) {
  return {
    firstAid: 'PSC1',
    leader: 'BAFA',
    trailer: 'permis BE',
    electricity: 'habilitation électrique',
    sound: say('régie son', 'sound desk'),
    hygiene: say('hygiène alimentaire', 'food hygiene'),
  } as const;
}

/** The same for ever: what refers to somebody of the example asks for them here. `number` from 1. */
export function exampleStaffId(sort: Sort, number: number): StaffId {
  return steadyId(`example/staff/${sort}/${number}`) as StaffId;
}

/**
 * 24 invented people around the day that is being prepared, always in the same order: nine agents (five of them own tasks), three
 * employees, eight volunteers, two minors, two contractors. Not all is well, for the program to show: one certificate is over, another ends before the
 * day, a third soon after; some are away, one has declined.
 */
export function exampleStaff(make: Make): StaffMember[] {
  const { say, today, language } = make;
  const skills = exampleSkills(make);
  const day = nextSaturday(addDays(today, 12));
  const dayBefore = addDays(day, -1);
  const dayId = steadyId('example/day/planned') as EventId;
  const held = (name: string, inDays: number | null = null): HeldSkill => ({
    name,
    expiresOn: inDays === null ? null : addDays(today, inDays),
  });
  const away = (
    on: typeof day,
    from: ClockTime,
    until: ClockTime,
    reason: readonly [string, string],
  ): Absence => ({ startsAt: at(on, from), endsAt: at(on, until), reason: say(...reason) });
  const answer = (given: EventAnswer): Pick<StaffMember, 'answers'> => ({
    answers: [{ eventId: dayId, answer: given }],
  });
  const english = say('anglais', 'English');
  const course = ['formation', 'training'] as const;
  const family = ['raison familiale', 'family matter'] as const;

  // prettier-ignore
  const lines: readonly Line[] = [
    { sort: 'agent', number: 1, team: 'lead', area: 'Nouméa', fields: { languages: [english], ...answer('yes') } },
    { sort: 'agent', number: 2, team: 'activities', area: 'Dumbéa', fields: { skills: [held(skills.leader)], ...answer('yes') } },
    { sort: 'agent', number: 3, team: 'partners', area: 'Nouméa', fields: { languages: [english, say('drehu', 'Drehu')], ...answer('yes') } },
    { sort: 'agent', number: 4, team: 'safety', area: 'Païta', fields: { skills: [held(skills.firstAid, 400)], ...answer('yes') } },
    { sort: 'agent', number: 5, team: 'logistics', area: 'Dumbéa', fields: { skills: [held(skills.trailer)], ...answer('yes') } },
    { sort: 'agent', number: 6, team: 'safety', area: 'Nouméa', fields: { skills: [held(skills.firstAid, 8)], ...answer('yes') } },
    { sort: 'agent', number: 7, team: 'review', area: 'Nouméa', fields: { absences: [away(dayBefore, '13:00', '15:00', course)], ...answer('maybe') } },
    { sort: 'agent', number: 8, team: 'technical', area: 'Mont-Dore', fields: { skills: [held(skills.sound)], ...answer('yes') } },
    { sort: 'agent', number: 9, team: 'catering', area: 'Nouméa', fields: { skills: [held(skills.hygiene, 300)], ...answer('yes') } },
    { sort: 'employee', number: 1, team: 'activities', area: 'Nouméa', fields: { skills: [held(skills.leader), held(skills.firstAid, 200)], mostWeekMinutes: 39 * 60, ...answer('yes') } },
    { sort: 'employee', number: 2, team: 'technical', area: 'Dumbéa', fields: { skills: [held(skills.electricity, 45)], mostWeekMinutes: 39 * 60, ...answer('yes') } },
    { sort: 'employee', number: 3, team: 'media', area: 'Nouméa', fields: { absences: [away(day, '06:00', '09:30', family)], mostWeekMinutes: 39 * 60, ...answer('yes') } },
    { sort: 'volunteer', number: 1, team: 'welcome', area: 'Dumbéa', fields: { together: [exampleStaffId('volunteer', 2)], likes: [teamName('welcome', language)], ...answer('yes') } },
    { sort: 'volunteer', number: 2, team: 'welcome', area: 'Dumbéa', fields: { mostDayMinutes: 450, ...answer('yes') } },
    { sort: 'volunteer', number: 3, team: 'safety', area: 'Païta', fields: { skills: [held(skills.firstAid, -40)], ...answer('yes') } },
    { sort: 'volunteer', number: 4, team: 'activities', area: 'Mont-Dore', fields: { skills: [held(skills.leader)], apart: [exampleStaffId('volunteer', 7)], ...answer('yes') } },
    { sort: 'volunteer', number: 5, team: 'safety', area: 'Nouméa', fields: { skills: [held(skills.firstAid, 500)], absences: [away(day, '12:45', '18:00', family)], ...answer('yes') } },
    { sort: 'volunteer', number: 6, team: 'logistics', area: 'Dumbéa', fields: { skills: [held(skills.trailer)], weeklyHours: [5, 6, 7].map((weekday) => ({ weekday, from: '07:00', until: '20:00' })), ...answer('yes') } },
    { sort: 'volunteer', number: 7, team: 'activities', area: 'Nouméa', fields: { skills: [held(skills.leader)], dislikes: [teamName('catering', language)], ...answer('yes') } },
    { sort: 'volunteer', number: 8, team: 'catering', area: 'Païta', fields: { skills: [held(skills.hygiene)], ...answer('no') } },
    { sort: 'minor', number: 1, team: 'welcome', area: 'Dumbéa', fields: { bornOn: addDays(today, -6_110), weeklyHours: [{ weekday: 3, from: '12:00', until: '18:00' }, { weekday: 6, from: '08:00', until: '18:00' }], mostDayMinutes: 420, ...answer('yes') } },
    { sort: 'minor', number: 2, team: 'welcome', area: 'Dumbéa', fields: { bornOn: addDays(today, -6_350), weeklyHours: [{ weekday: 6, from: '08:00', until: '18:00' }], mostDayMinutes: 420, ...answer('yes') } },
    { sort: 'contractor', number: 1, team: 'technical', area: 'Nouméa', fields: { skills: [held(skills.sound), held(skills.electricity, 250)] } },
    { sort: 'contractor', number: 2, team: 'logistics', area: 'Nouméa', fields: { skills: [held(skills.trailer), held(skills.electricity, 90)] } },
  ];
  const shirts = ['S', 'M', 'L', 'XL'] as const;
  return lines.map(({ sort, number, team, area, fields }, index): StaffMember => {
    const twoDigits = String(number).padStart(2, '0');
    const isOutside = sort === 'contractor';
    return {
      ...blankMember(
        exampleStaffId(sort, number),
        `${sorts[sort][language]} ${twoDigits}`,
        at(addDays(today, -200), '08:00'),
      ),
      team: teamName(team, language),
      profileId: steadyId(`profile/${sorts[sort].profile}`) as WorkProfileId,
      phone: `00 01 ${String(index + 1).padStart(2, '0')}`,
      email: `${sort}${twoDigits}@example.org`,
      homeArea: area,
      shirtSize: isOutside ? '' : (shirts[index % shirts.length] ?? ''),
      meals: index % 7 === 3 ? say('végétarien', 'vegetarian') : '',
      ...fields,
    };
  });
}
