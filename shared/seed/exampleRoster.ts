import { type Assignment, type AssignmentId, expectedPresence } from '../domain/assignment';
import { dDayOf, type PlannedEvent } from '../domain/plannedEvent';
import type { Post, PostId } from '../domain/post';
import type { Shift, ShiftId } from '../domain/shift';
import { addDays, type ClockTime } from '../domain/time';
import { at, type Make } from './exampleEvents';
import { exampleSkills, exampleStaffId } from './exampleStaff';
import { steadyId } from './steadyId';
import { teamName } from './templates';

/** Somebody of the example: the first letter of what they are (agent, employee, volunteer, minor, contractor) and a number; a star locks. */
type Seat = `${'a' | 'e' | 'v' | 'm' | 'c'}${number}` | `${'a' | 'e' | 'v' | 'm' | 'c'}${number}*`;
const sorts = { a: 'agent', e: 'employee', v: 'volunteer', m: 'minor', c: 'contractor' } as const;

type Line = Readonly<{
  /** The same line name is the same post. */
  key: string;
  name: string;
  team: Parameters<typeof teamName>[0];
  place?: string;
  skill?: string;
  priority?: Post['priority'];
  minimumAge?: number;
  /** Days from the opening day. */
  on: number;
  from: ClockTime;
  until: ClockTime;
  headcount: number;
  seats: readonly Seat[];
}>;

/**
 * The roster of the day that is being prepared: 16 posts, three quarters filled. Not all is well, for the program to show: an expired
 * certificate and one that was accepted, somebody who is away, a day that is too long, two friends who are not together, empty seats.
 */
export function exampleRoster(
  make: Make,
  event: PlannedEvent,
): { posts: Post[]; shifts: Shift[]; assignments: Assignment[] } {
  const { say, today, language } = make;
  const skills = exampleSkills(make);
  const day = dDayOf(event);
  const north = say('Porte Nord', 'North gate');
  const welcome = say('Accueil du public', 'Welcoming the public');
  const control = say('PC organisation', 'Control room');
  const stage = say('Régie de la scène', 'Stage desk');
  const aid = say('Poste de secours', 'First-aid post');
  const sport = say('Animation, pôle sport', 'Activities, sports area');
  const esplanade = say('Esplanade', 'Esplanade');

  // prettier-ignore
  const lines: readonly Line[] = [
    { key: 'setUp', name: say('Montage des barnums et du mobilier', 'Setting up tents and furniture'), team: 'logistics', place: esplanade, on: -1, from: '13:00', until: '18:00', headcount: 5, seats: ['a5', 'v6', 'c2', 'e3'] },
    { key: 'stageUp', name: say('Montage de la scène', 'Building the stage'), team: 'technical', place: esplanade, skill: skills.electricity, on: -1, from: '13:00', until: '17:00', headcount: 2, seats: ['e2', 'c1*'] },
    { key: 'control', name: control, team: 'lead', priority: 3, on: 0, from: '08:00', until: '13:00', headcount: 1, seats: ['a1*'] },
    { key: 'control', name: control, team: 'lead', priority: 3, on: 0, from: '13:00', until: '17:30', headcount: 1, seats: ['a3*'] },
    { key: 'partners', name: say('Accueil des organismes', 'Welcoming organisations'), team: 'partners', place: say('Village des organismes', 'Village of organisations'), on: 0, from: '07:00', until: '09:00', headcount: 2, seats: ['a3', 'a7'] },
    { key: 'north', name: north, team: 'welcome', place: north, on: 0, from: '08:30', until: '13:00', headcount: 2, seats: ['m1', 'v2'] },
    { key: 'north', name: north, team: 'welcome', place: north, on: 0, from: '13:00', until: '17:30', headcount: 2, seats: ['m2'] },
    { key: 'welcome', name: welcome, team: 'welcome', place: esplanade, on: 0, from: '08:30', until: '13:00', headcount: 2, seats: ['v1', 'e3'] },
    { key: 'welcome', name: welcome, team: 'welcome', place: esplanade, on: 0, from: '13:00', until: '17:30', headcount: 3, seats: ['v2', 'm1'] },
    { key: 'sport', name: sport, team: 'activities', place: say('Plateau sportif', 'Sports ground'), skill: skills.leader, on: 0, from: '08:30', until: '13:00', headcount: 2, seats: ['a2', 'v4'] },
    { key: 'sport', name: sport, team: 'activities', place: say('Plateau sportif', 'Sports ground'), skill: skills.leader, on: 0, from: '13:00', until: '17:00', headcount: 2, seats: ['e1', 'v7'] },
    { key: 'stage', name: stage, team: 'technical', place: esplanade, skill: skills.sound, on: 0, from: '08:00', until: '13:00', headcount: 1, seats: ['a8*'] },
    { key: 'stage', name: stage, team: 'technical', place: esplanade, skill: skills.sound, on: 0, from: '13:00', until: '17:30', headcount: 1, seats: ['a8'] },
    { key: 'aid', name: aid, team: 'safety', place: say('Salle omnisports', 'Sports hall'), skill: skills.firstAid, priority: 3, minimumAge: 18, on: 0, from: '08:30', until: '13:00', headcount: 3, seats: ['a4*', 'v3', 'a6'] },
    { key: 'aid', name: aid, team: 'safety', place: say('Salle omnisports', 'Sports hall'), skill: skills.firstAid, priority: 3, minimumAge: 18, on: 0, from: '13:00', until: '17:30', headcount: 3, seats: ['a4'] },
    { key: 'meals', name: say('Repas des équipes', 'Meals of the teams'), team: 'catering', skill: skills.hygiene, on: 0, from: '10:00', until: '14:30', headcount: 1, seats: ['a9'] },
    { key: 'review', name: say('Questionnaires de sortie', 'Exit questionnaires'), team: 'review', place: north, on: 0, from: '14:00', until: '17:00', headcount: 2, seats: ['a7'] },
    { key: 'down', name: say('Démontage', 'Teardown'), team: 'logistics', place: esplanade, on: 0, from: '17:00', until: '20:00', headcount: 5, seats: ['a5', 'v6', 'v4'] },
    { key: 'stageDown', name: say('Démontage de la scène', 'Taking the stage down'), team: 'technical', place: esplanade, skill: skills.sound, on: 0, from: '17:30', until: '20:00', headcount: 1, seats: ['a8'] },
    { key: 'van', name: say('Conduite du fourgon', 'Driving the van'), team: 'logistics', skill: skills.trailer, priority: 2, minimumAge: 18, on: -1, from: '13:00', until: '16:00', headcount: 1, seats: [] },
    { key: 'van', name: say('Conduite du fourgon', 'Driving the van'), team: 'logistics', skill: skills.trailer, priority: 2, minimumAge: 18, on: 0, from: '17:30', until: '20:00', headcount: 1, seats: ['c2'] },
  ];

  const briefings: Readonly<Record<string, string>> = {
    aid: say(
      'Deux personnes au poste, une en ronde. Chaque soin est noté dans la main courante.',
      'Two people at the post, one on the rounds. Each treatment is written in the event log.',
    ),
    north: say(
      'Un compteur à l’entrée, un à la sortie. Relever les chiffres chaque heure.',
      'One counter at the way in, one at the way out. Write the figures down every hour.',
    ),
  };
  const posts = new Map<string, Post>();
  const shifts: Shift[] = [];
  const assignments: Assignment[] = [];
  for (const [index, line] of lines.entries()) {
    const post = posts.get(line.key) ?? postOf(line);
    posts.set(line.key, post);
    const on = addDays(day, line.on);
    const shift: Shift = {
      id: steadyId(`example/shift/${line.key}/${index}`) as ShiftId,
      eventId: event.id,
      postId: post.id,
      startsAt: at(on, line.from),
      endsAt: at(on, line.until),
      headcount: line.headcount,
      pauseMinutes: 0,
      note: '',
    };
    shifts.push(shift);
    assignments.push(...line.seats.map((seat) => assignmentOf(shift, seat)));
  }
  return { posts: [...posts.values()], shifts, assignments };

  function postOf({ key, name, team, place = '', skill, priority = 1, minimumAge }: Line): Post {
    return {
      id: steadyId(`example/post/${key}`) as PostId,
      eventId: event.id,
      name,
      team: teamName(team, language),
      place,
      meetingPoint:
        place === '' ? '' : say('PC organisation, 15 minutes avant', 'Control room, 15 minutes before'),
      briefing: briefings[key] ?? '',
      inChargeId: key === 'aid' ? exampleStaffId('agent', 4) : null,
      skills: { mode: 'all', names: skill === undefined ? [] : [skill] },
      minimumAge: minimumAge ?? null,
      priority,
      createdAt: at(addDays(today, -30), '08:00'),
    };
  }

  function assignmentOf(shift: Shift, seat: Seat): Assignment {
    const sort = sorts[seat[0] as keyof typeof sorts];
    const number = Number.parseInt(seat.slice(1), 10);
    const isAccepted = seat === 'a6';
    return {
      id: steadyId(`example/assignment/${shift.id}/${seat.replace('*', '')}`) as AssignmentId,
      eventId: event.id,
      shiftId: shift.id,
      personId: exampleStaffId(sort, number),
      isLocked: seat.endsWith('*'),
      accepted: isAccepted
        ? [
            {
              rule: 'expiredSkill',
              by: 'Agent 01',
              reason: say(
                'Recyclage inscrit, attestation attendue',
                'Refresher course booked, certificate on its way',
              ),
              at: at(addDays(today, -2), '10:30'),
            },
          ]
        : [],
      presence: expectedPresence,
    };
  }
}
