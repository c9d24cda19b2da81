import type {
  Contact,
  EventId,
  EventKind,
  EventStatus,
  HostRequest,
  HostRequestStatus,
  Indicator,
  PlannedEvent,
} from '../domain/plannedEvent';
import { defaultSettings, type Language } from '../domain/settings';
import type { TaskTemplate } from '../domain/taskTemplate';
import { addDays, type Day, type Instant, instantOnOrAfter, weekdayOf } from '../domain/time';
import type { WorkCalendar } from '../domain/workCalendar';
import { steadyId } from './steadyId';

/** What the example is made with. `say` chooses between the two languages. */
export type Make = {
  today: Day;
  language: Language;
  calendar: WorkCalendar;
  say: (fr: string, en: string) => string;
  templates: readonly TaskTemplate[];
};

const zone = defaultSettings.timeZone;

export function activityDay({ say, language }: Make, day: Day, status: EventStatus): PlannedEvent {
  const year = day.slice(0, 4);
  const isOver = status === 'evaluated';
  const key = `day/${status}`;
  const indicator = (
    words: readonly [string, string],
    unit: string,
    direction: Indicator['direction'],
    values: readonly [number | null, number | null, number | null],
    means: readonly [string, string],
    evidence: readonly [string, string],
  ): Indicator => ({
    id: steadyId(`example/${key}/${words[0]}`),
    name: say(...words),
    unit,
    direction,
    baseline: values[0],
    target: values[1],
    actual: isOver ? values[2] : null,
    meansOfMeasure: say(...means),
    evidence: isOver ? say(...evidence) : '',
    measuredOn: isOver && values[2] !== null ? addDays(day, 6) : null,
  });
  const gates: readonly [string, string] = ['Compteurs des trois portes', 'Counters at the three gates'];
  return {
    ...blankEvent(
      say('Journée des activités, Dumbéa', 'Activity day, Dumbéa'),
      key,
      'activityDay',
      day,
      '09:00',
      '17:00',
    ),
    edition: year,
    status,
    setUp: { startsAt: at(addDays(day, -1), '13:00'), endsAt: at(addDays(day, -1), '18:00') },
    teardown: { startsAt: at(day, '17:00'), endsAt: at(day, '20:00') },
    reportDueOn: addDays(day, 27),
    orderSignedOn: addDays(day, -49),
    venue: {
      name: say('Complexe sportif de Dumbéa', 'Dumbéa sports complex'),
      address: '',
      commune: 'Dumbéa',
      accessNotes: say(
        'Trois accès sont comptés\u202f: la porte Nord, la porte Sud et le portail du parking. En cas de pluie, repli dans la salle omnisports.',
        'Three gates are counted: North, South and the car park. If it rains, move to the sports hall.',
      ),
      capacityPeople: 900,
    },
    expectedAttendancePeople: 1200,
    audiences: say(
      'Enfants de 5 à 12 ans et leurs parents, adolescents de 13 à 17 ans, familles des quartiers de Koutio, de Dumbéa-sur-Mer et d’Apogoti, tribus et communes voisines.',
      'Children aged 5 to 12 and their parents, teenagers aged 13 to 17, families of Koutio, Dumbéa-sur-Mer and Apogoti, tribes and neighbouring municipalities.',
    ),
    messages: [
      say(
        'Une activité près de chez soi, à un prix accessible.',
        'An activity close to home, at a fair price.',
      ),
      say(
        'Le portemonnaie jeunesse s’ouvre en dix minutes, sur place.',
        'The youth wallet is opened in ten minutes, on the spot.',
      ),
      say(
        'Essayer, choisir, s’inscrire\u202f: les clubs sont là pour répondre.',
        'Try, choose, sign up: the clubs are there to answer.',
      ),
    ],
    format: say(
      'Journée portes ouvertes\u202f: une scène, un plateau sportif, un dojo, une salle d’arts, une esplanade et un village des organismes.',
      'Open day: a stage, a sports ground, a dojo, an arts room, an esplanade and a village of organisations.',
    ),
    description: say(
      'La province invite les familles à découvrir l’offre sportive, artistique et culturelle des organismes partenaires.',
      'The province invites families to discover the sports, arts and culture offered by its partner organisations.',
    ),
    contacts: contactsOf(key, [
      [
        say('Régisseur du complexe sportif', 'Manager of the sports complex'),
        say('Commune, service des sports', 'Town, sports department'),
      ],
      [
        say('Responsable de la voie publique', 'Head of public roads'),
        say('Commune, police municipale', 'Town, municipal police'),
      ],
      [
        say('Astreinte électricité', 'Electricity on call'),
        say('Commune, service technique', 'Town, technical department'),
      ],
      [say('Chef du centre de secours', 'Head of the rescue centre'), say('Secours', 'Rescue services')],
    ]),
    partners: partnerActivities
      .slice(0, isOver ? partnersBefore : undefined)
      .map(([fr, en, commune], index) => ({
        id: steadyId(`example/${key}/partner/${index}`),
        name: `${say('Organisme', 'Organisation')} ${String(index + 1).padStart(2, '0')}`,
        activity: language === 'fr' ? fr : en,
        commune,
      })),
    objectives: [
      {
        id: steadyId(`example/${key}/objective/1`),
        title: say(
          'Faire découvrir aux familles l’offre sportive, artistique et culturelle.',
          'Let families discover the sports, arts and culture on offer.',
        ),
        indicators: [
          indicator(
            ['Entrées comptées', 'Entries counted'],
            '',
            'increase',
            [isOver ? 810 : 940, isOver ? 900 : 1200, 940],
            gates,
            ['1\u202f846 passages horodatés, trois portes', '1,846 timestamped passages, three gates'],
          ),
          indicator(
            [
              'Part d’enfants parmi les entrées hors groupes',
              'Share of children among entries outside groups',
            ],
            '%',
            'increase',
            [isOver ? 51 : 54, isOver ? 55 : 60, 54],
            gates,
            ['Compteurs, catégories enfant et adulte', 'Counters, child and adult categories'],
          ),
        ],
      },
      {
        id: steadyId(`example/${key}/objective/2`),
        title: say('Satisfaire les visiteurs.', 'Satisfy visitors.'),
        indicators: [
          indicator(
            ['Note globale moyenne', 'Average overall mark'],
            '/ 5',
            'increase',
            [3.7, isOver ? 3.9 : 4.2, 3.9],
            ['Questionnaire de sortie', 'Exit questionnaire'],
            ['142 questionnaires saisis', '142 questionnaires entered'],
          ),
          indicator(
            ['Recommandation nette (NPS)', 'Net promoter score'],
            '',
            'increase',
            [isOver ? 22 : 31, 40, isOver ? 31 : null],
            ['Questionnaire de sortie', 'Exit questionnaire'],
            ['142 questionnaires saisis', '142 questionnaires entered'],
          ),
        ],
      },
      {
        id: steadyId(`example/${key}/objective/3`),
        title: say('Mobiliser le réseau des organismes.', 'Mobilise the network of organisations.'),
        indicators: [
          indicator(
            ['Organismes présents', 'Organisations present'],
            '',
            'increase',
            [isOver ? 21 : 26, isOver ? 26 : 34, 26],
            ['Feuille d’émargement des organismes', 'Attendance sheet of organisations'],
            ['Feuille d’émargement, 26 signatures', 'Attendance sheet, 26 signatures'],
          ),
          indicator(
            ['Portemonnaies ouverts sur place', 'Wallets opened on site'],
            '',
            'increase',
            [isOver ? 60 : 88, isOver ? 100 : 150, 88],
            isOver
              ? ['Relevé de la plateforme au soir de la journée', 'Platform statement at the end of the day']
              : ['', ''],
            ['Relevé de la plateforme', 'Platform statement'],
          ),
        ],
      },
      {
        id: steadyId(`example/${key}/objective/4`),
        title: say('Tenir les moyens.', 'Stay within budget.'),
        indicators: [
          indicator(
            ['Coût réel HT par entrée', 'Actual cost per entry, excl. tax'],
            'F',
            'decrease',
            [isOver ? 4200 : 3900, isOver ? 4000 : 3500, 3900],
            ['Suivi des dépenses et compteurs', 'Expense tracking and counters'],
            ['État des dépenses arrêté à J+16', 'Expense statement closed at D+16'],
          ),
          indicator(
            ['Durée moyenne de résolution des incidents', 'Average time to resolve incidents'],
            'min',
            'decrease',
            [isOver ? 41 : 34, 30, isOver ? 34 : null],
            ['Main courante', 'Event log'],
            ['11 incidents, main courante', '11 incidents, event log'],
          ),
        ],
      },
    ],
    tags: [say('jeunesse', 'youth'), 'sport'],
    isPinned: !isOver,
  };
}

export function stand({ say, today, templates }: Make, day: Day, key: 'forum' | 'fair'): PlannedEvent {
  const isForum = key === 'forum';
  const statuses: readonly HostRequestStatus[] = isForum
    ? [
        'confirmed',
        'received',
        'reminded',
        'asked',
        'received',
        'confirmed',
        'received',
        'confirmed',
        'received',
      ]
    : ['received', 'asked', 'asked', 'toAsk', 'asked', 'toAsk', 'toAsk', 'toAsk', 'received'];
  const subjects = templates.find((template) => template.kind === 'stand')?.hostRequests ?? [];
  const answers = [
    say('Allée B, stand 12', 'Row B, stand 12'),
    say('Installation de 7\u202fh à 8\u202fh\u202f30', 'Set-up from 7:00 to 8:30'),
  ];
  const hostRequests = subjects.map((subject, index): HostRequest => {
    const status = statuses[index] ?? 'toAsk';
    const isAnswered = status === 'received' || status === 'confirmed';
    return {
      id: steadyId(`example/${key}/${index}`),
      subject,
      status,
      changedOn: status === 'toAsk' ? null : addDays(today, -4 - index),
      answer: isAnswered ? (answers[index] ?? say('Reçu par courriel', 'Received by e-mail')) : '',
    };
  });
  return {
    ...blankEvent(
      isForum
        ? say('Forum des associations, Païta', 'Associations forum, Païta')
        : say('Salon des sports, Nouméa', 'Sports fair, Nouméa'),
      key,
      'stand',
      day,
      '09:00',
      '16:00',
    ),
    role: 'participant',
    status: isForum ? 'confirmed' : 'planned',
    setUp: { startsAt: at(day, '07:00'), endsAt: at(day, '08:30') },
    teardown: { startsAt: at(day, '16:00'), endsAt: at(day, '17:30') },
    venue: {
      name: isForum
        ? say('Place centrale', 'Central square')
        : say('Parc des expositions', 'Exhibition park'),
      address: '',
      commune: isForum ? 'Païta' : 'Nouméa',
      accessNotes: '',
      capacityPeople: null,
    },
    contacts: contactsOf(key, [
      [say('Responsable des exposants', 'Head of exhibitors'), say('Organisateur', 'Organiser')],
    ]),
    hostRequests,
    objectives: [
      {
        id: steadyId(`example/${key}/objective`),
        title: say('Faire connaître le programme aux familles.', 'Make the programme known to families.'),
        indicators: [
          {
            id: steadyId(`example/${key}/indicator`),
            name: say('Familles renseignées', 'Families informed'),
            unit: '',
            direction: 'increase',
            baseline: null,
            target: isForum ? 120 : 200,
            actual: null,
            meansOfMeasure: say('Compteur du stand', 'Counter at the stand'),
            evidence: '',
            measuredOn: null,
          },
        ],
      },
    ],
    tags: [say('stand', 'stand')],
    isPinned: isForum,
  };
}

export function coordination({ say, today }: Make): PlannedEvent {
  const first = addDays(today, -21 - ((weekdayOf(today) + 4) % 7));
  const meeting = blankEvent(
    say('Réunion de coordination', 'Coordination meeting'),
    'coordination',
    'meeting',
    first,
    '08:30',
    '10:00',
  );
  const moved = addDays(first, 28);
  const skipped = addDays(first, 42);
  return {
    ...meeting,
    status: 'confirmed',
    venue: {
      name: say('Salle 2', 'Room 2'),
      address: '',
      commune: 'Nouméa',
      accessNotes: '',
      capacityPeople: 12,
    },
    repetition: {
      frequency: 'weekly',
      every: 1,
      untilOn: addDays(first, 182),
      exceptions: [
        {
          kind: 'moved',
          on: moved,
          opensAt: at(addDays(moved, 1), '14:00'),
          closesAt: at(addDays(moved, 1), '15:30'),
        },
        { kind: 'skipped', on: skipped },
      ],
    },
  };
}

export function office({ say, today }: Make): PlannedEvent {
  const first = addDays(today, -60 - ((weekdayOf(today) + 5) % 7));
  return {
    ...blankEvent(
      say('Bureau des programmes', 'Programme office'),
      'office',
      'meeting',
      first,
      '14:00',
      '15:30',
    ),
    status: 'confirmed',
    venue: {
      name: say('Salle du conseil', 'Council room'),
      address: '',
      commune: 'Nouméa',
      accessNotes: '',
      capacityPeople: 20,
    },
    repetition: { frequency: 'monthlyByWeekday', every: 1, untilOn: addDays(first, 330), exceptions: [] },
  };
}

export function session({ say, calendar, today }: Make): PlannedEvent {
  const day = calendar.onOrAfter(addDays(today, 17));
  return {
    ...blankEvent(
      say('Formation des organismes, Thio', 'Training of organisations, Thio'),
      'session',
      'training',
      day,
      '08:00',
      '12:00',
    ),
    venue: {
      name: say('Maison commune', 'Community hall'),
      address: '',
      commune: 'Thio',
      accessNotes: '',
      capacityPeople: 25,
    },
    contacts: contactsOf('session', [
      [say('Secrétariat de mairie', 'Town hall office'), say('Commune de Thio', 'Town of Thio')],
    ]),
  };
}

function blankEvent(
  name: string,
  key: string,
  kind: EventKind,
  day: Day,
  opens: string,
  closes: string,
): PlannedEvent {
  return {
    id: steadyId(`example/${key}`) as EventId,
    name,
    edition: '',
    role: 'organiser',
    status: 'planned',
    kind,
    timeZone: zone,
    opensAt: at(day, opens),
    closesAt: at(day, closes),
    setUp: null,
    teardown: null,
    reportDueOn: null,
    orderSignedOn: null,
    customAnchors: [],
    repetition: null,
    venue: { name: '', address: '', commune: '', accessNotes: '', capacityPeople: null },
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
    createdAt: at(addDays(day, -130), '08:00'),
  };
}

function contactsOf(key: string, lines: readonly (readonly [string, string])[]): Contact[] {
  return lines.map(([duty, organisation], index) => ({
    id: steadyId(`example/${key}/contact/${index}`),
    function: duty,
    name: '',
    organisation,
    phone: '',
    email: '',
  }));
}

export function at(day: Day, time: string): Instant {
  return instantOnOrAfter(day, time, zone);
}

export function nextSaturday(day: Day): Day {
  return addDays(day, (6 - weekdayOf(day) + 7) % 7);
}
const partnerActivities: readonly (readonly [fr: string, en: string, commune: string])[] = [
  ['judo', 'judo', 'Dumbéa'],
  ['karaté', 'karate', 'Dumbéa'],
  ['basket-ball', 'basketball', 'Dumbéa'],
  ['handball', 'handball', 'Nouméa'],
  ['athlétisme', 'athletics', 'Dumbéa'],
  ['taekwondo', 'taekwondo', 'Nouméa'],
  ['lutte', 'wrestling', 'Païta'],
  ['cyclisme', 'cycling', 'Païta'],
  ['escalade', 'climbing', 'Nouméa'],
  ['natation', 'swimming', 'Dumbéa'],
  ['voile', 'sailing', 'Nouméa'],
  ['va’a', 'va’a', 'Mont-Dore'],
  ['danse contemporaine', 'contemporary dance', 'Nouméa'],
  ['hip-hop', 'hip-hop', 'Dumbéa'],
  ['danse traditionnelle', 'traditional dance', 'Païta'],
  ['percussions', 'percussion', 'Mont-Dore'],
  ['chorale', 'choir', 'Dumbéa'],
  ['guitare', 'guitar', 'Nouméa'],
  ['théâtre', 'theatre', 'Nouméa'],
  ['cirque', 'circus', 'Dumbéa'],
  ['slam et écriture', 'slam and writing', 'Dumbéa'],
  ['bande dessinée', 'comics', 'Nouméa'],
  ['sérigraphie', 'screen printing', 'Nouméa'],
  ['tressage et vannerie', 'weaving and basketry', 'Thio'],
  ['photographie', 'photography', 'Mont-Dore'],
  ['robotique', 'robotics', 'Dumbéa'],
  ['échecs', 'chess', 'Païta'],
  ['médiathèque', 'library', 'Dumbéa'],
  ['maison de quartier', 'community centre', 'Dumbéa'],
  ['équitation', 'horse riding', 'La Foa'],
  ['tennis', 'tennis', 'Dumbéa'],
  ['football', 'football', 'Païta'],
  ['éveil de l’enfant', 'early learning', 'Dumbéa'],
  ['jardin et nature', 'gardening and nature', 'Boulouparis'],
];

/** How many of them came to the edition before. */
const partnersBefore = 26;
