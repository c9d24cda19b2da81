import type { Assignment } from '@shared/domain/assignment';
import type { Contact, PlannedEvent } from '@shared/domain/plannedEvent';
import type { Post } from '@shared/domain/post';
import type { RosterFacts } from '@shared/domain/roster';
import type { Shift } from '@shared/domain/shift';
import type { StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import { aContact, anAssignment, anEvent, aPost, aProfile, aShift, aStaffMember } from './builders';

/** One event with its roster, as the tests of papers, presence and hours want it. */
export type SomeRoster = Readonly<{
  event: PlannedEvent;
  posts: readonly Post[];
  shifts: readonly Shift[];
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  assignments: readonly Assignment[];
  facts: RosterFacts;
}>;

/**
 * Saturday 22 February 2025 in Nouméa. « Accueil », 9 to 13 h with 30 minutes of pause, for two: Ana and Bruno. « Buvette », 13 to 17 h,
 * for two: Ana alone. « Scène », 22 h to 2 h the next morning, for one: Chloé. David holds nothing.
 */
export function aSmallRoster(): SomeRoster {
  const event = anEvent({
    name: 'Journée du jeu',
    edition: '2025',
    opensAt: '2025-02-21T22:00Z',
    closesAt: '2025-02-22T06:00Z',
    setUp: null,
    teardown: null,
    contacts: [
      aContact({
        function: 'Coordination',
        name: 'Zoé Qenegei',
        phone: '78 45 12',
        organisation: 'Province',
      }),
    ],
  });
  const agents = aProfile({ name: 'Agent public', costPerHourMinor: 2_000, contractWeekMinutes: 360 });
  const volunteers = aProfile({ name: 'Bénévole', contractWeekMinutes: null });
  const ana = aStaffMember({ name: 'Ana', team: 'Accueil', phone: '71 00 01', profileId: agents.id });
  const bruno = aStaffMember({ name: 'Bruno', team: 'Accueil', phone: '71 00 02', profileId: volunteers.id });
  const chloe = aStaffMember({ name: 'Chloé', team: 'Technique', profileId: agents.id });
  const david = aStaffMember({ name: 'David', team: 'Accueil' });
  const eventId = event.id;
  const welcome = aPost({
    eventId,
    name: 'Accueil',
    team: 'Accueil',
    place: 'Entrée nord',
    meetingPoint: 'Grille du parc',
    briefing: 'Compter chaque visiteur.\nNe jamais laisser l’entrée seule.',
    inChargeId: ana.id,
  });
  const bar = aPost({ eventId, name: 'Buvette', team: 'Accueil' });
  const stage = aPost({ eventId, name: 'Scène', team: 'Technique' });
  const morning = aShift({ eventId, postId: welcome.id, headcount: 2, pauseMinutes: 30 });
  const afternoon = aShift({
    eventId,
    postId: bar.id,
    headcount: 2,
    startsAt: '2025-02-22T02:00Z',
    endsAt: '2025-02-22T06:00Z',
  });
  const night = aShift({
    eventId,
    postId: stage.id,
    startsAt: '2025-02-22T11:00Z',
    endsAt: '2025-02-22T15:00Z',
  });
  const on = (shift: Shift, person: StaffMember): Assignment =>
    anAssignment({ eventId, shiftId: shift.id, personId: person.id });
  return assembled({
    event,
    posts: [welcome, bar, stage],
    shifts: [morning, afternoon, night],
    people: [ana, bruno, chloe, david],
    profiles: [agents, volunteers],
    assignments: [on(morning, ana), on(morning, bruno), on(afternoon, ana), on(night, chloe)],
  });
}

/** A roster of many people over two days, with long texts: what has to be cut into pages. Always the same. */
export function aLargeRoster(count = 40): SomeRoster {
  const contacts: Contact[] = [
    ['Coordination', 'Zoé Qenegei', 'Province Sud'],
    ['Régie technique', 'Paul Martin', 'Son & Lumière du Pacifique'],
    ['Secours', '', 'Croix-Rouge, délégation de Nouvelle-Calédonie'],
    ['Sécurité', 'Marie-Jeanne Wamytan', 'Ville de Dumbéa'],
    ['Propreté', '', 'Ville de Dumbéa'],
  ].map(([duty = '', name = '', organisation = ''], index) =>
    aContact({ function: duty, name, organisation, phone: `78 45 ${10 + index}` }),
  );
  const event = anEvent({
    name: 'Journée Sport et Jeunesse',
    edition: '2025',
    opensAt: '2025-02-21T22:00Z',
    closesAt: '2025-02-23T06:00Z',
    setUp: null,
    teardown: null,
    venue: {
      name: 'Parc Fayard',
      address: 'Rue Fayard, Koutio',
      commune: 'Dumbéa',
      accessNotes: 'Entrée du personnel par la rue de l’Iris. Parking P2, badge obligatoire après 8 h.',
      capacityPeople: 3_000,
    },
    contacts,
  });
  const eventId = event.id;
  const profile = aProfile({ costPerHourMinor: 2_150 });
  const names = ['Accueil', 'Buvette', 'Secours', 'Scène', 'Parking', 'Jeux en bois', 'Tournoi de futsal'];
  const teams = ['Accueil', 'Accueil', 'Sécurité', 'Technique', 'Sécurité', 'Animation', 'Animation'];
  const people = Array.from({ length: count }, (_, index) =>
    aStaffMember({
      name: `${firstNames[index % firstNames.length]} ${lastNames[(index * 7) % lastNames.length]}${index >= 60 ? ` ${index}` : ''}`,
      team: teams[index % teams.length] ?? '',
      phone:
        index % 9 === 4 ? '' : `7${index % 10} ${String(10 + (index % 80))} ${String(20 + (index % 70))}`,
      profileId: profile.id,
    }),
  );
  const posts = names.map((name, index) =>
    aPost({
      eventId,
      name,
      team: teams[index] ?? '',
      place:
        ['Entrée nord', 'Allée centrale', 'Tente rouge', 'Grand plateau', 'P2', 'Pelouse', 'Salle'][index] ??
        '',
      meetingPoint: index % 2 === 0 ? 'Tente de la coordination, derrière la scène' : '',
      briefing:
        index % 3 === 0
          ? 'Arriver un quart d’heure avant. Porter le gilet et le badge.\nNe jamais laisser le poste vide\u202f: attendre la relève, et la signer sur la feuille d’émargement.'
          : '',
      inChargeId: people[index]?.id ?? null,
    }),
  );
  const shifts = posts.flatMap((post, index) =>
    [0, 1].flatMap((day) =>
      [0, 4, 8].map((hour) =>
        aShift({
          eventId,
          postId: post.id,
          startsAt: at(day, hour),
          endsAt: at(day, hour + 4),
          headcount: 2 + (index % 3),
          pauseMinutes: hour === 4 ? 30 : 0,
          note: hour === 8 && index === 3 ? 'Démontage compris' : '',
        }),
      ),
    ),
  );
  const assignments = shifts.flatMap((shift, index) =>
    Array.from({ length: Math.max(0, shift.headcount - (index % 4 === 3 ? 2 : 0)) }, (_, seat) =>
      anAssignment({
        eventId,
        shiftId: shift.id,
        personId: (people[(index * 3 + seat * 11) % people.length] as StaffMember).id,
      }),
    ),
  );
  return assembled({ event, posts, shifts, people, profiles: [profile], assignments });
}

function assembled(parts: Omit<SomeRoster, 'facts'>): SomeRoster {
  const { event, ...records } = parts;
  return { ...parts, facts: { eventId: event.id, events: [event], ...records, travelTimes: [] } };
}

/** Hours after 9 h of 22 February in Nouméa. */
function at(day: number, hours: number): string {
  return `${new Date(Date.UTC(2025, 1, 21 + day, 22 + hours)).toISOString().slice(0, 16)}Z`;
}

const firstNames = [
  'Ana',
  'Bruno',
  'Chloé',
  'David',
  'Élodie',
  'Fabrice',
  'Gaëlle',
  'Hnaissilin',
  'Inès',
  'Jean-Baptiste',
];
const lastNames = [
  'Wamytan',
  'Martin',
  'Qenegei',
  'Le Goff',
  'Tjibaou',
  'Nguyen',
  'Pidjot',
  'Hnamano',
  'Robert',
  'Vakié',
  'Kaloï',
];
