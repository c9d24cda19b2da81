import { formatNumber } from '../domain/formatting';
import type { EventKind, EventRole, EventStatus, HostRequestStatus } from '../domain/plannedEvent';
import type { Language } from '../domain/settings';
import type { NarrativeSlot, Recommendation } from '../domain/eventReport';
import type { Anchor, TaskStatus } from '../domain/task';
import type { IndicatorResult } from '../domain/completeness';
import type { TaskOutcome } from './taskOutcomes';

/** Narrow no-break space, before French high punctuation. */
const n = '\u202f';
type Counting = (count: number, one: string, other: string) => string;
/** French counts nothing in the singular, English in the plural. */
const someFr: Counting = (count, one, other) =>
  `${formatNumber(count, 'fr', 0)}\u00a0${count > 1 ? other : one}`;
const someEn: Counting = (count, one, other) =>
  `${formatNumber(count, 'en', 0)}\u00a0${count === 1 ? one : other}`;

const fr = {
  kindLabels: {
    report: 'Rapport d’évaluation',
    participation: 'Bilan de participation',
    session: 'Bilan de séance',
  },
  cover: {
    client: 'Commanditaire',
    author: 'Établi par',
    version: 'Version',
    release: 'Diffusion',
    releaseText: 'Après validation seulement',
    visa: 'Visa',
    visaNote: 'Nom, date et signature',
    versionOf: (version: string, day: string) => `${version} du ${day}`,
    partners: (count: number) => someFr(count, 'organisme partenaire', 'organismes partenaires'),
  },
  contents: 'Sommaire',
  page: 'page',
  continued: 'suite',
  annex: 'Annexe',
  table: 'Tableau',
  figure: 'Figure',
  running: (kind: string, version: string) => (version ? `${kind}, version ${version}` : kind),
  foot: (day: string, dataDay: string) =>
    day === dataDay
      ? `Établi le ${day}. Données arrêtées ce jour.`
      : `Établi le ${day}. Données arrêtées au ${dataDay}.`,
  sections: {
    summary: 'L’essentiel',
    sheet: 'Fiche de l’événement',
    stand: 'Notre participation',
    session: 'La séance',
    host: 'Informations demandées à l’organisateur',
    objectives: 'Objectifs et indicateurs',
    calendar: 'Calendrier',
    tasks: 'Tâches et délais',
    recommendations: 'Recommandations',
    taskList: 'Liste des tâches',
    partnerList: 'Organismes partenaires',
  },
  heads: {
    retained: 'Ce que nous retenons',
    contacts: 'Contacts par fonction',
    partners: 'Organismes partenaires',
    milestones: 'Repères',
    plan: 'Rétroplanning',
    byTeam: 'Par équipe',
    late: 'Tâches faites en retard',
    notDone: 'Tâches non faites',
    conclusion: 'Conclusion',
  },
  captions: {
    progress: 'De la valeur de référence à la cible',
    contacts: 'Qui joindre, par fonction',
    communes: 'Organismes par commune',
    host: 'Informations demandées et réponses reçues',
    indicators: 'Indicateurs, de la référence au réalisé',
    milestones: 'Dates de l’événement',
    plan: 'Échéances des équipes, et part faite',
    teams: 'Tâches par équipe',
    late: 'Tâches faites après leur échéance',
    notDone: 'Tâches non faites',
    recommendations: 'Ce qu’il faut garder, éviter, améliorer',
    tasks: 'Toutes les tâches, par échéance',
    partners: 'Organismes inscrits sur la fiche',
  },
  facts: {
    kind: 'Nature et rôle',
    status: 'État',
    opening: 'Ouverture au public',
    times: 'Horaires',
    setUp: 'Montage',
    teardown: 'Démontage',
    repetition: 'Séances',
    venue: 'Lieu',
    access: 'Accès',
    capacity: 'Jauge',
    expected: 'Fréquentation attendue',
    audiences: 'Publics',
    messages: 'Messages',
    format: 'Format',
    description: 'Description',
  },
  sessions: (count: number, last: string) => `${someFr(count, 'séance', 'séances')}, jusqu’au ${last}`,
  people: (count: string) => `${count}\u00a0personnes`,
  atOnce: (count: string) => `${count}\u00a0personnes en même temps`,
  partnersOf: (partners: number, communes: number) =>
    `${someFr(partners, 'organisme partenaire', 'organismes partenaires')}, de ${someFr(communes, 'commune', 'communes')}.`,
  roles: { organiser: 'organisateur', participant: 'participant' } satisfies Record<EventRole, string>,
  statuses: {
    idea: 'Idée',
    planned: 'Planifié',
    confirmed: 'Confirmé',
    running: 'En cours',
    closed: 'Clos',
    evaluated: 'Évalué',
    cancelled: 'Abandonné',
  } satisfies Record<EventStatus, string>,
  kinds: {
    activityDay: 'Journée d’activités',
    stand: 'Stand',
    training: 'Formation',
    meeting: 'Réunion',
    other: 'Autre événement',
  } satisfies Record<EventKind, string>,
  taskStatuses: {
    todo: 'à faire',
    doing: 'en cours',
    waiting: 'en attente',
    done: 'faite',
    dropped: 'abandonnée',
  } satisfies Record<TaskStatus, string>,
  hostStatuses: {
    toAsk: 'à demander',
    asked: 'demandée',
    reminded: 'relancée',
    received: 'reçue',
    confirmed: 'confirmée',
  } satisfies Record<HostRequestStatus, string>,
  recommendations: { keep: 'Garder', avoid: 'Éviter', improve: 'Améliorer' } satisfies Record<
    Recommendation['kind'],
    string
  >,
  columns: {
    indicator: 'Indicateur',
    baseline: 'Référence',
    target: 'Cible',
    actual: 'Réalisé',
    result: 'Appréciation',
    evidence: 'Preuve',
    subject: 'Information',
    answer: 'Réponse',
    state: 'État',
    duty: 'Fonction',
    organisation: 'Organisme',
    activity: 'Activité',
    commune: 'Commune',
    number: 'Nombre',
    task: 'Tâche',
    tasks: 'Tâches',
    team: 'Équipe',
    due: 'Échéance',
    doneOn: 'Faite le',
    lateBy: 'Retard',
    onTime: 'À temps',
    late: 'En retard',
    notDone: 'Non faites',
    dropped: 'Abandon.',
    rate: '% à temps',
    mark: 'N°',
    what: 'Recommandation',
    who: 'Porteur',
    milestone: 'Repère',
    when: 'Jour et heures',
    countdown: 'Jours',
    plan: 'Échéances',
    done: 'Faites',
  },
  total: 'Total',
  results: {
    reached: 'atteint',
    progress: 'en progrès',
    notReached: 'non atteint',
    toMeasure: 'relevé attendu',
    nobodyMeasures: 'personne ne mesure',
    noTarget: 'sans cible',
  } satisfies Record<IndicatorResult, string>,
  toEnter: 'à saisir',
  noValue: '–',
  evidenceToCite: 'preuve à citer',
  readOn: (day: string) => `relevé du ${day}`,
  expectedFrom: (means: string) => `attendu${n}: ${means}`,
  noMeans: 'aucun moyen de mesure',
  goal: (target: string, baseline: string) =>
    [target && `cible ${target}`, baseline && `référence ${baseline}`].filter(Boolean).join(', '),
  atMost: (value: string) => `${value} au plus`,
  progressText: (name: string, value: string, target: string, result: string) =>
    `${name}${n}: ${value}, cible ${target}, ${result}`,
  figures: {
    onTime: 'Tâches à temps',
    onTimeNote: (done: number, all: number) => `${someFr(done, 'faite', 'faites')} sur ${all}`,
    answers: 'Informations reçues',
    answersNote: 'sur celles demandées à l’organisateur',
    partners: 'Organismes partenaires',
    partnersNote: 'inscrits sur la fiche',
    expected: 'Personnes attendues',
    expectedNote: 'prévision de la fiche',
  },
  retained: {
    toEnter: 'Reste à saisir',
    others: (count: number) => `et ${someFr(count, 'autre', 'autres')}`,
  },
  references: (section: string, mark: string) => (mark ? `§${n}${section}, ${mark}` : `§${n}${section}`),
  sources: {
    figures: (objectives: string, annex: string) =>
      [objectives && `relevés et preuves au §${n}${objectives}`, annex && `tâches en annexe ${annex}`]
        .filter(Boolean)
        .join(`${n}; `),
    progress:
      'Le trait de gauche est la valeur de référence, le trait de droite la cible. Pleine, la barre atteint la cible\u202f; hachurée, elle a progressé\u202f; vide, elle recule ou stagne.',
    sheet: 'Source\u202f: fiche de l’événement.',
    communes: 'Source\u202f: fiche de l’événement. La liste est en annexe.',
    host: 'Source\u202f: suivi des demandes sur la fiche de l’événement.',
    indicators:
      'Source\u202f: fiche de l’événement et preuves citées. Un indicateur sans relevé reste affiché et n’est jamais estimé.',
    milestones: 'Source\u202f: fiche de l’événement. Les jours sont comptés depuis l’ouverture.',
    plan: 'Une barre va de la première à la dernière échéance de l’équipe\u202f; sa partie pleine est la part faite. Les lettres sont les repères du tableau précédent\u202f; les bandes grises, les jours fériés, périodes fermées et vacances scolaires. Source\u202f: liste des tâches.',
    shares: (day: string) =>
      `Situation au ${day}. Une tâche est à temps quand elle est faite au plus tard le jour de son échéance. Source\u202f: liste des tâches.`,
    teams:
      'Non faites\u202f: échues ou à venir. % à temps\u202f: part des tâches échues qui ont été faites à temps. Source\u202f: liste des tâches.',
    undated: (count: number) =>
      `${someFr(count, 'tâche faite n’avait pas d’échéance', 'tâches faites n’avaient pas d’échéance')}\u202f: ni à temps, ni en retard.`,
    tasks: 'Source\u202f: liste des tâches. Retard en jours calendaires.',
    recommendations: 'Source\u202f: équipe de l’événement.',
  },
  gaps: (names: readonly string[]) =>
    names.length === 1
      ? `Personne ne mesure «${n}${names[0]}${n}»${n}: aucun moyen de mesure n’est inscrit sur la fiche.`
      : `Personne ne mesure ces ${names.length} indicateurs, sans moyen de mesure sur la fiche${n}: ${names.join(`${n}; `)}.`,
  waiting: (names: readonly string[]) =>
    names.length === 1
      ? `Un relevé est attendu${n}: ${names[0]}.`
      : `${names.length}\u00a0relevés sont attendus${n}: ${names.join(`${n}; `)}.`,
  unanswered: (count: number, all: number) =>
    `${someFr(count, 'information demandée est restée', 'informations demandées sont restées')} sans réponse, sur ${all}.`,
  none: {
    summary: 'Rien n’est encore mesuré, fait ni écrit.',
    objectives: 'Aucun objectif n’est inscrit sur la fiche.',
    indicators: 'Aucun indicateur n’est inscrit.',
    tasks: 'Aucune tâche n’est inscrite.',
    recommendations: 'Aucune recommandation n’est encore écrite.',
    late: 'Aucune tâche n’a été faite en retard.',
    notDone: 'Toutes les tâches sont faites ou abandonnées.',
  },
  lateRange: (count: number, least: number, most: number, mean: string) =>
    least === most
      ? `${someFr(count, 'tâche a été faite', 'tâches ont été faites')} avec ${someFr(most, 'jour', 'jours')} de retard.`
      : `${someFr(count, 'tâche a été faite', 'tâches ont été faites')} avec ${least} à ${most}\u00a0jours de retard, ${mean} en moyenne.`,
  days: (count: number) => `+${count}\u00a0j`,
  toCome: 'à venir',
  noTeam: 'Sans équipe',
  noDate: 'sans date',
  outcomes: {
    onTime: () => 'à temps',
    late: () => 'en retard',
    undated: () => 'sans échéance',
    overdue: (count: number): string => (count > 1 ? 'échues, non faites' : 'échue, non faite'),
    toCome: () => 'à venir',
    dropped: (count: number): string => (count > 1 ? 'abandonnées' : 'abandonnée'),
  } satisfies Record<TaskOutcome, (count: number) => string>,
  sharesText: (parts: readonly string[]) => `Tâches${n}: ${parts.join(', ')}.`,
  barText: (name: string, from: string, to: string, done: string) =>
    from === to
      ? `${name}${n}: le ${from}, faites${n}: ${done}`
      : `${name}${n}: du ${from} au ${to}, faites${n}: ${done}`,
  prompts: {
    summary:
      'Écrire l’essentiel en trois phrases\u202f: le résultat, ce qui a marché, ce qui reste à reprendre.',
    context: 'Situer l’événement\u202f: pourquoi, avec qui, quelle place dans l’année.',
    objectives: 'Commenter les résultats\u202f: ce qui explique les écarts.',
    calendar: 'Commenter le calendrier\u202f: ce qui a avancé, ce qui a glissé.',
    tasks: 'Commenter les retards et ce qui n’a pas été fait.',
    conclusion: 'Conclure\u202f: reconduire, changer, arrêter.',
  } satisfies Record<NarrativeSlot, string>,
  anchors: {
    opening: 'Ouverture',
    closing: 'Fermeture',
    setUp: 'Montage',
    reportDue: 'Rapport à rendre',
    orderSigned: 'Bon de commande signé',
    custom: '',
  } satisfies Record<Anchor['kind'], string>,
  teardown: 'Démontage',
};

const en: typeof fr = {
  kindLabels: {
    report: 'Evaluation report',
    participation: 'Participation review',
    session: 'Session review',
  },
  cover: {
    client: 'Contracting authority',
    author: 'Prepared by',
    version: 'Version',
    release: 'Release',
    releaseText: 'After approval only',
    visa: 'Approval',
    visaNote: 'Name, date and signature',
    versionOf: (version, day) => `${version} of ${day}`,
    partners: (count) => someEn(count, 'partner organisation', 'partner organisations'),
  },
  contents: 'Contents',
  page: 'page',
  continued: 'continued',
  annex: 'Annex',
  table: 'Table',
  figure: 'Figure',
  running: (kind, version) => (version ? `${kind}, version ${version}` : kind),
  foot: (day, dataDay) =>
    day === dataDay
      ? `Prepared on ${day}. Data as of that day.`
      : `Prepared on ${day}. Data as of ${dataDay}.`,
  sections: {
    summary: 'Summary',
    sheet: 'Event sheet',
    stand: 'Our participation',
    session: 'The session',
    host: 'Information asked of the organiser',
    objectives: 'Objectives and indicators',
    calendar: 'Calendar',
    tasks: 'Tasks and deadlines',
    recommendations: 'Recommendations',
    taskList: 'Task list',
    partnerList: 'Partner organisations',
  },
  heads: {
    retained: 'What we retain',
    contacts: 'Contacts by function',
    partners: 'Partner organisations',
    milestones: 'Milestones',
    plan: 'Backward schedule',
    byTeam: 'By team',
    late: 'Tasks done late',
    notDone: 'Tasks not done',
    conclusion: 'Conclusion',
  },
  captions: {
    progress: 'From baseline to target',
    contacts: 'Whom to reach, by function',
    communes: 'Organisations by municipality',
    host: 'Information asked for and answers received',
    indicators: 'Indicators, from baseline to actual',
    milestones: 'Dates of the event',
    plan: 'Due days of the teams, and the share done',
    teams: 'Tasks by team',
    late: 'Tasks done after their due day',
    notDone: 'Tasks not done',
    recommendations: 'What to keep, avoid and improve',
    tasks: 'Every task, by due day',
    partners: 'Organisations listed on the sheet',
  },
  facts: {
    kind: 'Kind and role',
    status: 'Status',
    opening: 'Open to the public',
    times: 'Times',
    setUp: 'Set-up',
    teardown: 'Teardown',
    repetition: 'Sessions',
    venue: 'Venue',
    access: 'Access',
    capacity: 'Capacity',
    expected: 'Expected attendance',
    audiences: 'Audiences',
    messages: 'Messages',
    format: 'Format',
    description: 'Description',
  },
  sessions: (count, last) => `${someEn(count, 'session', 'sessions')}, until ${last}`,
  people: (count) => `${count}\u00a0people`,
  atOnce: (count) => `${count}\u00a0people at the same time`,
  partnersOf: (partners, communes) =>
    `${someEn(partners, 'partner organisation', 'partner organisations')}, from ${someEn(communes, 'municipality', 'municipalities')}.`,
  roles: { organiser: 'organiser', participant: 'participant' },
  statuses: {
    idea: 'Idea',
    planned: 'Planned',
    confirmed: 'Confirmed',
    running: 'Running',
    closed: 'Closed',
    evaluated: 'Evaluated',
    cancelled: 'Cancelled',
  },
  kinds: {
    activityDay: 'Activity day',
    stand: 'Stand',
    training: 'Training session',
    meeting: 'Meeting',
    other: 'Other event',
  },
  taskStatuses: { todo: 'to do', doing: 'in progress', waiting: 'waiting', done: 'done', dropped: 'dropped' },
  hostStatuses: {
    toAsk: 'to ask',
    asked: 'asked',
    reminded: 'reminded',
    received: 'received',
    confirmed: 'confirmed',
  },
  recommendations: { keep: 'Keep', avoid: 'Avoid', improve: 'Improve' },
  columns: {
    indicator: 'Indicator',
    baseline: 'Baseline',
    target: 'Target',
    actual: 'Actual',
    result: 'Result',
    evidence: 'Evidence',
    subject: 'Information',
    answer: 'Answer',
    state: 'Status',
    duty: 'Function',
    organisation: 'Organisation',
    activity: 'Activity',
    commune: 'Municipality',
    number: 'Number',
    task: 'Task',
    tasks: 'Tasks',
    team: 'Team',
    due: 'Due',
    doneOn: 'Done on',
    lateBy: 'Late by',
    onTime: 'On time',
    late: 'Late',
    notDone: 'Not done',
    dropped: 'Dropped',
    rate: '% on time',
    mark: 'No.',
    what: 'Recommendation',
    who: 'Owner',
    milestone: 'Milestone',
    when: 'Day and times',
    countdown: 'Days',
    plan: 'Due days',
    done: 'Done',
  },
  total: 'Total',
  results: {
    reached: 'reached',
    progress: 'improving',
    notReached: 'not reached',
    toMeasure: 'reading expected',
    nobodyMeasures: 'nobody measures',
    noTarget: 'no target',
  },
  toEnter: 'to enter',
  noValue: '–',
  evidenceToCite: 'evidence to cite',
  readOn: (day) => `read on ${day}`,
  expectedFrom: (means) => `expected: ${means}`,
  noMeans: 'no means of measure',
  goal: (target, baseline) =>
    [target && `target ${target}`, baseline && `baseline ${baseline}`].filter(Boolean).join(', '),
  atMost: (value) => `${value} at most`,
  progressText: (name, value, target, result) => `${name}: ${value}, target ${target}, ${result}`,
  figures: {
    onTime: 'Tasks on time',
    onTimeNote: (done, all) => `${done} done of ${all}`,
    answers: 'Answers received',
    answersNote: 'of those asked of the organiser',
    partners: 'Partner organisations',
    partnersNote: 'listed on the sheet',
    expected: 'People expected',
    expectedNote: 'forecast of the sheet',
  },
  retained: {
    toEnter: 'Still to enter',
    others: (count) => `and ${someEn(count, 'other', 'others')}`,
  },
  references: (section, mark) => (mark ? `§\u00a0${section}, ${mark}` : `§\u00a0${section}`),
  sources: {
    figures: (objectives, annex) =>
      [objectives && `readings and evidence in §\u00a0${objectives}`, annex && `tasks in annex ${annex}`]
        .filter(Boolean)
        .join('; '),
    progress:
      'The line on the left is the baseline, the one on the right the target. A solid bar reaches the target; a hatched one improved; an empty one fell or stood still.',
    sheet: 'Source: event sheet.',
    communes: 'Source: event sheet. The list is in an annex.',
    host: 'Source: follow-up of requests on the event sheet.',
    indicators:
      'Source: event sheet and the evidence cited. An indicator without a reading stays shown and is never estimated.',
    milestones: 'Source: event sheet. Days are counted from the opening.',
    plan: 'A bar goes from the first to the last due day of the team; its solid part is the share done. Letters are the milestones of the table above; grey bands are public holidays, closed periods and school breaks. Source: task list.',
    shares: (day) =>
      `As of ${day}. A task is on time when it is done by its due day at the latest. Source: task list.`,
    teams:
      'Not done: overdue or still to come. % on time: share of the tasks due that were done on time. Source: task list.',
    undated: (count) =>
      `${someEn(count, 'task done had no due day', 'tasks done had no due day')}: neither on time nor late.`,
    tasks: 'Source: task list. Late by calendar days.',
    recommendations: 'Source: the event’s team.',
  },
  gaps: (names) =>
    names.length === 1
      ? `Nobody measures “${names[0]}”: no means of measure is on the sheet.`
      : `Nobody measures these ${names.length} indicators, without a means of measure on the sheet: ${names.join('; ')}.`,
  waiting: (names) =>
    names.length === 1
      ? `One reading is expected: ${names[0]}.`
      : `${names.length}\u00a0readings are expected: ${names.join('; ')}.`,
  unanswered: (count, all) => `${someEn(count, 'request', 'requests')} of ${all} had no answer.`,
  none: {
    summary: 'Nothing is measured, done or written yet.',
    objectives: 'No objective is on the sheet.',
    indicators: 'No indicator is listed.',
    tasks: 'No task is listed.',
    recommendations: 'No recommendation is written yet.',
    late: 'No task was done late.',
    notDone: 'Every task is done or dropped.',
  },
  lateRange: (count, least, most, mean) =>
    least === most
      ? `${someEn(count, 'task was', 'tasks were')} done ${someEn(most, 'day', 'days')} late.`
      : `${someEn(count, 'task was', 'tasks were')} done ${least} to ${most}\u00a0days late, ${mean} on average.`,
  days: (count) => `+${count}\u00a0d`,
  toCome: 'to come',
  noTeam: 'No team',
  noDate: 'no date',
  outcomes: {
    onTime: () => 'on time',
    late: () => 'late',
    undated: () => 'without a due day',
    overdue: () => 'overdue',
    toCome: () => 'to come',
    dropped: () => 'dropped',
  },
  sharesText: (parts) => `Tasks: ${parts.join(', ')}.`,
  barText: (name, from, to, done) =>
    from === to ? `${name}: ${from}, ${done} done` : `${name}: ${from} to ${to}, ${done} done`,
  prompts: {
    summary: 'Write the summary in three sentences: the result, what worked, what is left to take up.',
    context: 'Place the event: why, with whom, its place in the year.',
    objectives: 'Comment on the results: what explains the gaps.',
    calendar: 'Comment on the calendar: what went ahead, what slipped.',
    tasks: 'Comment on delays and on what was not done.',
    conclusion: 'Conclude: renew, change, stop.',
  },
  anchors: {
    opening: 'Opening',
    closing: 'Closing',
    setUp: 'Set-up',
    reportDue: 'Report due',
    orderSigned: 'Order signed',
    custom: '',
  },
  teardown: 'Teardown',
};

export type ReportWords = typeof fr;
export const reportWords: Record<Language, ReportWords> = { fr, en };
