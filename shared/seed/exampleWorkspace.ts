import type { EventReport } from '../domain/eventReport';
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
import { defaultSettings, type Language, type Settings } from '../domain/settings';
import type { Task } from '../domain/task';
import { tasksFromTemplate } from '../domain/taskTemplateApply';
import { addDays, type Day, daysBetween, type Instant, instantOnOrAfter, weekdayOf } from '../domain/time';
import { type WorkCalendar, workCalendarOf } from '../domain/workCalendar';
import { emptyWorkspace, type Workspace } from '../domain/workspace';
import { publicHolidays } from './publicHolidays';
import { schoolBreaks } from './schoolBreaks';
import { steadyId } from './steadyId';
import { shippedTemplates } from './templates';

const zone = defaultSettings.timeZone;

/** What a new workspace begins with: settings in the user's language, holidays around this year, school breaks, shipped templates. */
export async function emptyStart(today: Day, language: Language): Promise<Workspace> {
  const year = Number(today.slice(0, 4));
  const settings: Settings = { ...defaultSettings, language };
  const holidays = await publicHolidays(
    settings.holidaysRegion,
    [year - 1, year, year + 1, year + 2],
    language,
  );
  return {
    ...emptyWorkspace(),
    settings: [settings],
    periods: [...holidays, ...schoolBreaks(settings.holidaysRegion, language)],
    templates: shippedTemplates(language),
  };
}

/**
 * A workspace in full swing whose dates turn around `today`: a day that we organise in 12 days or a little more, two stands elsewhere, a weekly and a
 * monthly meeting, a training session, and the closed edition of last year with its report. Everything in it is invented.
 */
export async function exampleWorkspace(today: Day, language: Language): Promise<Workspace> {
  const start = await emptyStart(today, language);
  const calendar = workCalendarOf(defaultSettings, start.periods);
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const make = { today, language, calendar, say, templates: start.templates };

  const day = activityDay(make, nextSaturday(addDays(today, 12)), 'planned');
  const last = activityDay(make, nextSaturday(addDays(today, -350)), 'evaluated');
  const forum = stand(make, nextSaturday(addDays(today, 4)), 'forum');
  const fair = stand(make, nextSaturday(addDays(today, 30)), 'fair');
  const others = [coordination(make), office(make), session(make)];
  const settings: Settings = {
    ...defaultSettings,
    language,
    organisation: say('Province (exemple)', 'Province (example)'),
    organisationUnit: say('Programme jeunesse', 'Youth programme'),
    contractingAuthority: say(
      'Direction de la culture, de la jeunesse et des sports',
      'Department of culture, youth and sport',
    ),
    me: 'Agent 01',
  };
  return {
    ...start,
    settings: [settings],
    events: [day, last, forum, fair, ...others],
    tasks: [
      ...inFullSwing(planOf(make, day), today),
      ...closed(planOf(make, last), last),
      ...inFullSwing(planOf(make, forum), today),
      ...inFullSwing(planOf(make, fair), today),
      ...inFullSwing(planOf(make, others[2] as PlannedEvent), today),
      ...looseTasks(make),
    ],
    reports: [writtenReport(make, last)],
  };
}

type Make = {
  today: Day;
  language: Language;
  calendar: WorkCalendar;
  say: (fr: string, en: string) => string;
  templates: Workspace['templates'];
};

function at(day: Day, time: string): Instant {
  return instantOnOrAfter(day, time, zone);
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

function activityDay({ say, language }: Make, day: Day, status: EventStatus): PlannedEvent {
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
  const gates: readonly [string, string] = ['Compteurs des trois portes', 'Counters of the three gates'];
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
        'Trois accès sont comptés : la porte Nord, la porte Sud et le portail du parking. En cas de pluie, repli dans la salle omnisports.',
        'Three gates are counted: North, South and the car park. If it rains, move to the sports hall.',
      ),
      capacityPeople: 900,
    },
    expectedAttendancePeople: 1200,
    audiences: say(
      'Enfants de 5 à 12 ans et leurs parents, adolescents de 13 à 17 ans, familles des quartiers de Koutio, de Dumbéa-sur-Mer et d’Apogoti, tribus et communes voisines.',
      'Children aged 5 to 12 and their parents, teenagers aged 13 to 17, families of the neighbourhoods around, tribes and neighbouring municipalities.',
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
        'Essayer, choisir, s’inscrire : les clubs sont là pour répondre.',
        'Try, choose, sign up: the clubs are there to answer.',
      ),
    ],
    format: say(
      'Journée portes ouvertes : une scène, un plateau sportif, un dojo, une salle d’arts, une esplanade et un village des organismes.',
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
    partners: partnerActivities.map(([fr, en, commune], index) => ({
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
            ['2 012 passages horodatés, trois portes', '2,012 timestamped passages, three gates'],
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
        title: say('Tenir les moyens.', 'Keep within means.'),
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

function stand({ say, today }: Make, day: Day, key: 'forum' | 'fair'): PlannedEvent {
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
  const subjects = [
    say('Emplacement et plan du site', 'Place on the site and layout plan'),
    say('Horaires d’installation et de démontage', 'Times for set-up and teardown'),
    say('Accès des véhicules et stationnement', 'Vehicle access and parking'),
    say('Prises électriques et puissance', 'Sockets and power'),
    say('Tables, chaises et abri fournis', 'Tables, chairs and shelter provided'),
    say('Nombre de badges et de repas', 'Number of badges and meals'),
    say('Contact sur place le jour même', 'Contact on site on the day'),
    say('Consignes de sécurité', 'Safety instructions'),
    say('Fréquentation attendue', 'Attendance expected'),
  ];
  const answers = [
    say('Allée B, stand 12', 'Row B, stand 12'),
    say('Installation de 7 h à 8 h 30', 'Set-up from 7:00 to 8:30'),
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
            meansOfMeasure: say('Compteur du stand', 'Counter of the stand'),
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

function coordination({ say, today }: Make): PlannedEvent {
  const first = addDays(today, -21 - ((weekdayOf(today) + 4) % 7));
  const meeting = blankEvent(
    say('Réunion de coordination', 'Coordination meeting'),
    'coordination',
    'meeting',
    first,
    '08:30',
    '10:00',
  );
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
      exceptions: [{ kind: 'skipped', on: skipped }],
    },
  };
}

function office({ say, today }: Make): PlannedEvent {
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

function session({ say, calendar, today }: Make): PlannedEvent {
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

function planOf({ templates, calendar }: Make, event: PlannedEvent): Task[] {
  const template = templates.find(({ kind, role }) => kind === event.kind && role === event.role);
  if (!template) return [];
  let made = 0;
  const newId = (): string => steadyId(`example/${event.id}/task/${(made += 1)}`);
  return tasksFromTemplate(template, event, calendar, newId, event.createdAt);
}

/** What is due is done, but for a few late ones; the next ones have begun; owners in turn. */
function inFullSwing(tasks: readonly Task[], today: Day): Task[] {
  const due = tasks.filter(({ dueOn }) => dueOn !== null && dueOn < today).map(({ id }) => id);
  const late = new Set(due.slice(-9).filter((_, index) => index % 3 === 1));
  return tasks.map((task, index): Task => {
    const owner = owners[index % owners.length] ?? '';
    const inDays = task.dueOn ? daysBetween(today, task.dueOn) : 99;
    if (inDays < 0 && !late.has(task.id))
      return { ...task, owner, status: 'done', doneOn: doneOn(task, index, today) };
    return { ...task, owner, status: inDays < 5 && index % 2 === 0 ? 'doing' : 'todo' };
  });
}

/** All over: most on time, a few late by some days, two dropped. */
function closed(tasks: readonly Task[], event: PlannedEvent): Task[] {
  return tasks.map((task, index): Task => {
    const owner = owners[index % owners.length] ?? '';
    if (index % 29 === 17) return { ...task, owner, status: 'dropped' };
    const lateDays = index % 8 === 5 ? 2 + (index % 5) : -(index % 3);
    return {
      ...task,
      owner,
      status: 'done',
      doneOn: addDays(task.dueOn ?? event.reportDueOn ?? '2025-01-01', lateDays),
    };
  });
}

function doneOn(task: Task, index: number, today: Day): Day {
  const wanted = addDays(task.dueOn ?? today, index % 6 === 4 ? 2 : -(index % 3));
  return wanted > today ? today : wanted;
}

function looseTasks({ say, today, calendar }: Make): Task[] {
  const loose = (key: string, title: string, inDays: number, fields: Partial<Task> = {}): Task => ({
    id: steadyId(`example/loose/${key}`) as Task['id'],
    eventId: null,
    title,
    owner: 'Agent 01',
    team: say('Coordination', 'Coordination'),
    status: 'todo',
    priority: 'medium',
    dueOn: calendar.onOrAfter(addDays(today, inDays)),
    plan: null,
    isPinned: false,
    durationDays: 1,
    estimateMinutes: null,
    notes: '',
    checklist: [],
    dependsOn: [],
    tags: [],
    doneOn: null,
    createdAt: at(addDays(today, -20), '08:00'),
    ...fields,
  });
  return [
    loose('calendar', say('Mettre à jour le calendrier annuel', 'Update the annual calendar'), 3, {
      priority: 'high',
    }),
    loose('stock', say('Commander les étiquettes de stockage', 'Order the storage labels'), 6, {
      tags: ['stock'],
    }),
    loose('invoice', say('Relancer la facture du transporteur', 'Remind the carrier of the invoice'), 0, {
      status: 'waiting',
    }),
  ];
}

function writtenReport({ say }: Make, event: PlannedEvent): EventReport {
  const recommendation = (
    kind: EventReport['recommendations'][number]['kind'],
    title: string,
    details: string,
    owner: string,
  ) => ({
    id: steadyId(`example/${event.id}/recommendation/${title}`),
    kind,
    title,
    details,
    owner,
  });
  return {
    id: event.id,
    version: '1.0',
    establishedOn: event.reportDueOn,
    author: say('Coordination des événements', 'Event coordination'),
    narratives: {
      summary: say(
        'La journée a reçu 940 entrées, au-delà de la cible de 900. La satisfaction atteint sa cible ; la recommandation progresse sans l’atteindre. Le stationnement et l’ombre restent les deux points à reprendre.',
        'The day received 940 entries, above the target of 900. Satisfaction meets its target; recommendation improves without meeting it. Parking and shade remain the two points to take up.',
      ),
      context: say(
        'Deuxième édition de la journée, organisée avec 26 organismes sur le même site.',
        'Second edition of the day, organised with 26 organisations on the same site.',
      ),
      objectives: say(
        'Les entrées, la part d’enfants et les organismes présents se lisent sur des relevés signés. Les portemonnaies ouverts restent sous la cible : l’aide à l’ouverture n’a commencé qu’à 11 h.',
        'Entries, share of children and organisations present are read from signed statements. Wallets opened remain below target: help with opening only began at 11.',
      ),
      tasks: say(
        'Les retards viennent de l’impression et de la livraison des objets promotionnels, commandés trop tard.',
        'Delays come from printing and from the delivery of giveaways, ordered too late.',
      ),
      conclusion: say(
        'La journée est reconduite, avec une navette depuis le parking et des zones d’ombre sur l’esplanade.',
        'The day is renewed, with a shuttle from the car park and shaded areas on the esplanade.',
      ),
    },
    recommendations: [
      recommendation(
        'keep',
        say('Trois portes comptées par catégorie', 'Three gates counted by category'),
        say('Les chiffres ont été disponibles le soir même.', 'Figures were available the same evening.'),
        say('Accueil et comptage', 'Welcome and counting'),
      ),
      recommendation(
        'avoid',
        say('Une seule alimentation pour la scène', 'A single power supply for the stage'),
        say(
          'La coupure de 13 h 36 a reporté toute la suite.',
          'The cut at 13:36 delayed everything that followed.',
        ),
        say('Technique', 'Technical'),
      ),
      recommendation(
        'improve',
        say('Ouvrir une navette avant 10 h', 'Start a shuttle before 10'),
        say('Le parking était plein à 10 h 07.', 'The car park was full at 10:07.'),
        say('Sécurité et secours', 'Safety and first aid'),
      ),
    ],
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

function nextSaturday(day: Day): Day {
  return addDays(day, (6 - weekdayOf(day) + 7) % 7);
}

const owners = ['Agent 01', 'Agent 02', 'Agent 03', 'Agent 04', 'Agent 05'] as const;

const partnerActivities: readonly (readonly [fr: string, en: string, commune: string])[] = [
  ['judo', 'judo', 'Dumbéa'],
  ['karaté', 'karate', 'Dumbéa'],
  ['basket-ball', 'basketball', 'Dumbéa'],
  ['handball', 'handball', 'Nouméa'],
  ['athlétisme', 'athletics', 'Dumbéa'],
  ['escalade', 'climbing', 'Nouméa'],
  ['natation', 'swimming', 'Dumbéa'],
  ['voile', 'sailing', 'Nouméa'],
  ['va’a', 'va’a', 'Mont-Dore'],
  ['danse contemporaine', 'contemporary dance', 'Nouméa'],
  ['hip-hop', 'hip-hop', 'Dumbéa'],
  ['danse traditionnelle', 'traditional dance', 'Païta'],
  ['percussions', 'percussion', 'Mont-Dore'],
  ['chorale', 'choir', 'Nouméa'],
  ['théâtre', 'theatre', 'Nouméa'],
  ['cirque', 'circus', 'Dumbéa'],
  ['tressage et vannerie', 'weaving and basketry', 'Thio'],
  ['robotique', 'robotics', 'Dumbéa'],
  ['échecs', 'chess', 'Païta'],
  ['médiathèque', 'library', 'Dumbéa'],
];
