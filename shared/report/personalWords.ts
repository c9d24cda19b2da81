import {
  insideVersion,
  type LegalBasis,
  type PersonCategory,
  type RetentionStart,
} from '../domain/personalData';
import type { TableName } from '../domain/changeSet';
import type { PersonalUse } from '../domain/retention';
import type { Language } from '../domain/settings';

/** What the fields that may name people are called, and what the documents about personal data say. */
export type PersonalWords = Readonly<{
  tables: Readonly<Record<TableName, string>>;
  /** By table, by field of `fieldMarks`. */
  fields: Readonly<Record<TableName, Readonly<Record<string, string>>>>;
  uses: Readonly<Record<PersonalUse, Readonly<{ name: string; purpose: string; origin: string }>>>;
  bases: Readonly<Record<LegalBasis, string>>;
  persons: Readonly<Record<PersonCategory, string>>;
  starts: Readonly<Record<RetentionStart, (months: string) => string>>;
  months: (count: number) => string;
  page: string;
  continued: string;
  foot: (madeOn: string) => string;
  none: string;
  toFill: string;
  toCheck: string;
  register: Readonly<{
    kind: string;
    title: string;
    lines: readonly string[];
    sections: Readonly<Record<'body' | 'summary' | 'security' | 'rights' | 'erasures', string>>;
    terms: Readonly<
      Record<
        | 'controller'
        | 'unit'
        | 'authority'
        | 'officer'
        | 'law'
        | 'scope'
        | 'purpose'
        | 'basis'
        | 'persons'
        | 'data'
        | 'sensitive'
        | 'origin'
        | 'recipients'
        | 'transfers'
        | 'retention'
        | 'source'
        | 'checked'
        | 'decisions',
        string
      >
    >;
    facts: Readonly<Record<'law' | 'scope' | 'sensitive' | 'recipients' | 'transfers' | 'decisions', string>>;
    summaryHeads: readonly [string, string, string, string];
    security: readonly string[];
    rights: readonly string[];
    erasures: (done: string, pending: string) => string;
  }>;
  access: Readonly<{
    kind: string;
    title: string;
    lines: (madeOn: string) => readonly string[];
    sections: Readonly<Record<'person' | 'records' | 'files' | 'history' | 'uses' | 'rights', string>>;
    terms: Readonly<Record<'names' | 'emails' | 'phones', string>>;
    heads: Readonly<{
      field: string;
      text: string;
      file: string;
      event: string;
      size: string;
      day: string;
      change: string;
      said: string;
    }>;
    noRecords: string;
    noFiles: string;
    noHistory: string;
    masked: string;
    rights: readonly string[];
    before: string;
    after: string;
    quoted: (text: string) => string;
  }>;
}>;

const frFields = {
  settings: {
    organisation: 'Organisation',
    organisationUnit: 'Service ou programme',
    contractingAuthority: 'Commanditaire',
    me: 'Utilisateur du programme',
  },
  events: {
    name: 'Nom',
    edition: 'Édition',
    'customAnchors[].name': 'Date repère',
    'venue.name': 'Lieu',
    'venue.address': 'Adresse du lieu',
    'venue.commune': 'Commune',
    'venue.accessNotes': 'Accès',
    audiences: 'Publics',
    'messages[]': 'Messages',
    format: 'Format',
    description: 'Description',
    'contacts[].function': 'Fonction d’un contact',
    'contacts[].name': 'Nom d’un contact',
    'contacts[].organisation': 'Organisme d’un contact',
    'contacts[].phone': 'Téléphone d’un contact',
    'contacts[].email': 'Adresse électronique d’un contact',
    'partners[].name': 'Partenaire',
    'partners[].activity': 'Activité d’un partenaire',
    'partners[].commune': 'Commune d’un partenaire',
    'hostRequests[].subject': 'Demande à l’organisateur',
    'hostRequests[].answer': 'Réponse de l’organisateur',
    'objectives[].title': 'Objectif',
    'objectives[].indicators[].name': 'Indicateur',
    'objectives[].indicators[].meansOfMeasure': 'Moyen de mesure',
    'objectives[].indicators[].evidence': 'Justificatif',
    'tags[]': 'Étiquette',
    'attachments[].name': 'Nom d’une pièce jointe',
  },
  tasks: {
    title: 'Intitulé',
    owner: 'Responsable',
    team: 'Équipe',
    status: 'État',
    dueOn: 'Échéance',
    doneOn: 'Faite le',
    notes: 'Notes',
    'checklist[].text': 'Point à vérifier',
    'tags[]': 'Étiquette',
  },
  templates: {
    name: 'Nom',
    'hostRequests[]': 'Demande à l’organisateur',
    'tasks[].title': 'Intitulé d’une tâche',
    'tasks[].team': 'Équipe d’une tâche',
    'tasks[].checklist[]': 'Point à vérifier',
  },
  periods: { name: 'Nom', source: 'Source' },
  reports: {
    version: 'Version',
    establishedOn: 'Établi le',
    author: 'Auteur',
    'narratives{}': 'Texte rédigé',
    'recommendations[].title': 'Recommandation',
    'recommendations[].kind': 'Nature de la recommandation',
    'recommendations[].details': 'Détail d’une recommandation',
    'recommendations[].owner': 'Responsable d’une recommandation',
  },
  retentions: { source: 'Source' },
  erasures: { salt: 'Sel', 'names[].digest': 'Empreinte' },
  profiles: {
    name: 'Nom',
    'forbiddenSkills[]': 'Compétence exclue',
    source: 'Source',
  },
  people: {
    name: 'Nom',
    team: 'Équipe',
    'skills[].name': 'Compétence ou habilitation',
    'languages[]': 'Langue',
    phone: 'Téléphone',
    email: 'Adresse électronique',
    homeArea: 'Secteur de résidence',
    'absences[].reason': 'Motif d’indisponibilité',
    'likes[]': 'Poste préféré',
    'dislikes[]': 'Poste à éviter',
    shirtSize: 'Taille de tenue',
    meals: 'Repas',
    notes: 'Notes',
  },
  posts: {
    name: 'Nom',
    team: 'Équipe',
    place: 'Lieu',
    meetingPoint: 'Point de rendez-vous',
    briefing: 'Consignes',
    'skills.names[]': 'Compétence demandée',
  },
  shifts: {
    note: 'Note',
  },
  assignments: {
    'accepted[].by': 'Dérogation acceptée par',
    'accepted[].reason': 'Motif d’une dérogation',
    'presence.note': 'Note de présence',
  },
  travelTimes: {
    from: 'Départ',
    to: 'Arrivée',
    source: 'Source',
  },
};

const fr: PersonalWords = {
  tables: {
    settings: 'Réglages',
    events: 'Événement',
    tasks: 'Tâche',
    templates: 'Modèle de tâches',
    periods: 'Période du calendrier',
    reports: 'Rapport d’évaluation',
    retentions: 'Durée de conservation',
    erasures: 'Effacement',
    exchanges: 'Version échangée',
    profiles: 'Profil de travail',
    people: 'Personne de l’équipe',
    posts: 'Poste',
    shifts: 'Créneau',
    assignments: 'Affectation',
    travelTimes: 'Temps de trajet',
  },
  fields: { ...frFields, exchanges: insideVersion(frFields) },
  uses: {
    contacts: {
      name: 'Contacts des événements',
      purpose:
        'Joindre les personnes qui concourent à un événement\u202f: partenaires, prestataires, services.',
      origin: 'Les personnes elles-mêmes, ou leur organisme.',
    },
    owners: {
      name: 'Responsables des tâches',
      purpose:
        'Répartir le travail de préparation et de conduite des événements, et savoir à qui s’adresser.',
      origin: 'Le service organisateur.',
    },
    staff: {
      name: 'Équipes et plannings',
      purpose:
        'Affecter chacun à un poste qu’il peut tenir, dans le respect des repos, et lui remettre sa feuille de route.',
      origin: 'Les personnes elles-mêmes, ou leur service.',
    },
    reports: {
      name: 'Rapports d’évaluation',
      purpose:
        'Rendre compte des événements au commanditaire\u202f: auteur du rapport, responsables des recommandations.',
      origin: 'Le service organisateur.',
    },
    texts: {
      name: 'Notes et textes libres',
      purpose:
        'Garder la mémoire de la préparation. Ces textes peuvent nommer des personnes\u202f; ce n’est pas leur objet.',
      origin: 'L’utilisateur du programme.',
    },
    user: {
      name: 'Utilisateur du programme',
      purpose: 'Montrer à l’utilisateur les tâches qui lui reviennent.',
      origin: 'L’utilisateur lui-même.',
    },
    erasures: {
      name: 'Effacements',
      purpose:
        'Ne pas laisser revenir une personne effacée lorsqu’une copie plus ancienne est reprise. Seules des empreintes salées sont gardées, jamais le nom\u202f; elles restent des données personnelles.',
      origin: 'Les demandes d’effacement.',
    },
  },
  bases: {
    publicTask: 'Mission d’intérêt public (RGPD, art. 6, 1, e)',
    legalObligation: 'Obligation légale (RGPD, art. 6, 1, c)',
  },
  persons: {
    staff: 'agents du service et des services associés',
    partnerContacts: 'interlocuteurs des organismes partenaires',
    volunteers: 'bénévoles',
    suppliers: 'interlocuteurs des prestataires',
    user: 'utilisateur du programme',
    erased: 'personnes effacées',
  },
  starts: {
    eventEnd: (months) => `${months} après la fin de l’événement, puis anonymisation proposée`,
    use: () => 'Tant que le programme est utilisé par cette personne',
    erasure: (months) => `${months} après l’effacement, ou tant qu’une copie plus ancienne existe`,
  },
  months: (count) => `${count} mois`,
  page: 'page',
  continued: 'suite',
  foot: (madeOn) => `Établi le ${madeOn}`,
  none: 'Aucun',
  toFill: '…………………………',
  toCheck: 'à vérifier',
  register: {
    kind: 'Registre des activités de traitement',
    title: 'Gestion des événements',
    lines: ['Tenu en application de l’article 30 du règlement général sur la protection des données'],
    sections: {
      body: 'Organisme et portée',
      summary: 'Vue d’ensemble',
      security: 'Mesures de sécurité',
      rights: 'Droits des personnes',
      erasures: 'Effacements réalisés',
    },
    terms: {
      controller: 'Responsable du traitement',
      unit: 'Service',
      authority: 'Commanditaire',
      officer: 'Délégué à la protection des données',
      law: 'Textes',
      scope: 'Portée',
      purpose: 'Finalité',
      basis: 'Base légale',
      persons: 'Personnes concernées',
      data: 'Catégories de données',
      sensitive: 'Données sensibles',
      origin: 'Origine des données',
      recipients: 'Destinataires',
      transfers: 'Transferts hors de France',
      retention: 'Conservation',
      source: 'Fondement de la durée',
      checked: 'Durée vérifiée le',
      decisions: 'Décision automatisée',
    },
    facts: {
      law: 'Loi n°\u00a078-17 du 6 janvier 1978 relative à l’informatique, aux fichiers et aux libertés, applicable en Nouvelle-Calédonie avec les règles du règlement (UE) 2016/679 depuis le 1ᵉʳ juin 2019 (ordonnance n°\u00a02018-1125 du 12 décembre 2018).',
      scope:
        'Le logiciel de planification Régie, sur un poste. Chaque champ du logiciel qui peut nommer une personne figure dans une des activités ci-dessous.',
      sensitive: 'Aucune n’est demandée. Les textes libres n’ont pas à en contenir.',
      recipients:
        'Le service organisateur. Aucun autre\u202f: les données restent sur un poste et ne sont transmises à aucun tiers\u202f; les documents imprimés ou exportés le sont par l’utilisateur.',
      transfers: 'Aucun',
      decisions: 'Aucune, ni profilage',
    },
    summaryHeads: ['Activité', 'Finalité', 'Base légale', 'Conservation'],
    security: [
      'Les données restent sur un seul poste. Le logiciel fonctionne sans réseau et n’envoie rien.',
      'Chaque changement est écrit dans un journal sur le disque avant d’être dit enregistré\u202f; des copies sont faites et relues.',
      'Les accès du poste (session, mot de passe, chiffrement du disque) relèvent de l’organisme et de ses règles.',
      'La fenêtre du logiciel n’exécute que son propre code, n’ouvre pas de site et refuse les autorisations du système.',
      'Les fichiers importés sont vérifiés entièrement avant d’être repris.',
    ],
    rights: [
      'Information\u202f: les personnes sont informées par le service organisateur lors de la collecte.',
      'Accès\u202f: le logiciel rassemble tout ce qui nomme une personne, historique compris, en un document et un fichier\u202f; les autres personnes y sont masquées.',
      'Rectification\u202f: chaque champ se corrige à sa place.',
      'Effacement\u202f: le nom, l’adresse et le numéro sont retirés de tous les champs, textes, historiques et copies du poste\u202f; l’effacement est appliqué de nouveau à toute copie plus ancienne qui serait reprise.',
      'Limitation et opposition\u202f: sur demande au service organisateur.',
      'Réclamation\u202f: Commission nationale de l’informatique et des libertés (CNIL), 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.',
    ],
    erasures: (done, pending) =>
      `Effacements et anonymisations achevés\u202f: ${done}. En attente\u202f: ${pending}.`,
  },
  access: {
    kind: 'Réponse à une demande d’accès',
    title: 'Données vous concernant',
    lines: (madeOn) => [`Telles qu’elles sont conservées au ${madeOn}`],
    sections: {
      person: 'La personne',
      records: 'Ce qui est conservé',
      files: 'Pièces jointes dont le nom vous désigne',
      history: 'Ce que l’historique garde',
      uses: 'À quoi servent ces données',
      rights: 'Vos droits',
    },
    terms: { names: 'Noms recherchés', emails: 'Adresses électroniques', phones: 'Téléphones' },
    heads: {
      field: 'Donnée',
      text: 'Texte',
      file: 'Fichier',
      event: 'Événement',
      size: 'Taille',
      day: 'Date',
      change: 'Changement',
      said: 'Ce qui vous désigne',
    },
    noRecords: 'Rien de ce qui est conservé ne vous nomme.',
    noFiles: 'Aucun nom de fichier ne vous désigne. Le contenu des fichiers n’est pas lu par le logiciel.',
    noHistory: 'L’historique gardé ne vous nomme pas.',
    masked: 'Les autres personnes sont masquées\u202f: […].',
    rights: [
      'Vous pouvez demander au service organisateur de rectifier ces données, de les effacer, d’en limiter l’usage, ou vous opposer à leur usage.',
      'Vous pouvez adresser une réclamation à la CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.',
    ],
    before: 'avant',
    after: 'après',
    quoted: (text) => `«\u202f${text}\u202f»`,
  },
};

const enFields = {
  settings: {
    organisation: 'Organisation',
    organisationUnit: 'Department or programme',
    contractingAuthority: 'Contracting authority',
    me: 'User of the program',
  },
  events: {
    name: 'Name',
    edition: 'Edition',
    'customAnchors[].name': 'Reference date',
    'venue.name': 'Venue',
    'venue.address': 'Address of the venue',
    'venue.commune': 'Town',
    'venue.accessNotes': 'Access',
    audiences: 'Audiences',
    'messages[]': 'Messages',
    format: 'Format',
    description: 'Description',
    'contacts[].function': 'Function of a contact',
    'contacts[].name': 'Name of a contact',
    'contacts[].organisation': 'Organisation of a contact',
    'contacts[].phone': 'Telephone of a contact',
    'contacts[].email': 'E-mail address of a contact',
    'partners[].name': 'Partner',
    'partners[].activity': 'Activity of a partner',
    'partners[].commune': 'Town of a partner',
    'hostRequests[].subject': 'Request to the organiser',
    'hostRequests[].answer': 'Answer of the organiser',
    'objectives[].title': 'Objective',
    'objectives[].indicators[].name': 'Indicator',
    'objectives[].indicators[].meansOfMeasure': 'Means of measure',
    'objectives[].indicators[].evidence': 'Evidence',
    'tags[]': 'Tag',
    'attachments[].name': 'Name of an attachment',
  },
  tasks: {
    title: 'Title',
    owner: 'Owner',
    team: 'Team',
    status: 'Status',
    dueOn: 'Due',
    doneOn: 'Done on',
    notes: 'Notes',
    'checklist[].text': 'Checklist item',
    'tags[]': 'Tag',
  },
  templates: {
    name: 'Name',
    'hostRequests[]': 'Request to the organiser',
    'tasks[].title': 'Title of a task',
    'tasks[].team': 'Team of a task',
    'tasks[].checklist[]': 'Checklist item',
  },
  periods: { name: 'Name', source: 'Source' },
  reports: {
    version: 'Version',
    establishedOn: 'Established on',
    author: 'Author',
    'narratives{}': 'Written text',
    'recommendations[].title': 'Recommendation',
    'recommendations[].kind': 'Kind of recommendation',
    'recommendations[].details': 'Details of a recommendation',
    'recommendations[].owner': 'Owner of a recommendation',
  },
  retentions: { source: 'Source' },
  erasures: { salt: 'Salt', 'names[].digest': 'Digest' },
  profiles: {
    name: 'Name',
    'forbiddenSkills[]': 'Excluded skill',
    source: 'Source',
  },
  people: {
    name: 'Name',
    team: 'Team',
    'skills[].name': 'Skill or certificate',
    'languages[]': 'Language',
    phone: 'Telephone',
    email: 'E-mail address',
    homeArea: 'Home area',
    'absences[].reason': 'Reason of an absence',
    'likes[]': 'Preferred post',
    'dislikes[]': 'Post to avoid',
    shirtSize: 'Size of clothes',
    meals: 'Meals',
    notes: 'Notes',
  },
  posts: {
    name: 'Name',
    team: 'Team',
    place: 'Place',
    meetingPoint: 'Meeting point',
    briefing: 'Instructions',
    'skills.names[]': 'Skill asked for',
  },
  shifts: {
    note: 'Note',
  },
  assignments: {
    'accepted[].by': 'Exception accepted by',
    'accepted[].reason': 'Reason of an exception',
    'presence.note': 'Note on presence',
  },
  travelTimes: {
    from: 'From',
    to: 'To',
    source: 'Source',
  },
};

const en: PersonalWords = {
  tables: {
    settings: 'Settings',
    events: 'Event',
    tasks: 'Task',
    templates: 'Task template',
    periods: 'Calendar period',
    reports: 'Evaluation report',
    retentions: 'Retention period',
    erasures: 'Erasure',
    exchanges: 'Exchanged version',
    profiles: 'Working profile',
    people: 'Person of the team',
    posts: 'Post',
    shifts: 'Shift',
    assignments: 'Assignment',
    travelTimes: 'Travel time',
  },
  fields: { ...enFields, exchanges: insideVersion(enFields) },
  uses: {
    contacts: {
      name: 'Contacts of events',
      purpose: 'Reach the people who contribute to an event: partners, suppliers, departments.',
      origin: 'The people themselves, or their organisation.',
    },
    owners: {
      name: 'Owners of tasks',
      purpose: 'Share out the work of preparing and running events, and know whom to ask.',
      origin: 'The organising department.',
    },
    staff: {
      name: 'Staff and rosters',
      purpose:
        'Putting everybody on a post that they can hold, with the rest that is due, and handing them their briefing sheet.',
      origin: 'The persons themselves, or their department.',
    },
    reports: {
      name: 'Evaluation reports',
      purpose:
        'Account for events to the contracting authority: author of the report, owners of recommendations.',
      origin: 'The organising department.',
    },
    texts: {
      name: 'Notes and free texts',
      purpose:
        'Remember how an event was prepared. These texts may name people; that is not what they are for.',
      origin: 'The user of the program.',
    },
    user: {
      name: 'User of the program',
      purpose: 'Show the user which tasks are theirs.',
      origin: 'The user.',
    },
    erasures: {
      name: 'Erasures',
      purpose:
        'Keep an erased person from coming back with an older copy. Only salted digests are kept, never the name; they remain personal data.',
      origin: 'Requests for erasure.',
    },
  },
  bases: {
    publicTask: 'Task in the public interest (GDPR, art. 6 (1) (e))',
    legalObligation: 'Legal obligation (GDPR, art. 6 (1) (c))',
  },
  persons: {
    staff: 'staff of the department and of associated departments',
    partnerContacts: 'contacts at partner organisations',
    volunteers: 'volunteers',
    suppliers: 'contacts at suppliers',
    user: 'user of the program',
    erased: 'erased people',
  },
  starts: {
    eventEnd: (months) => `${months} after the end of the event; anonymising is then proposed`,
    use: () => 'As long as that person uses the program',
    erasure: (months) => `${months} after the erasure, or as long as an older copy exists`,
  },
  months: (count) => (count === 1 ? '1 month' : `${count} months`),
  page: 'page',
  continued: 'continued',
  foot: (madeOn) => `Established on ${madeOn}`,
  none: 'None',
  toFill: '…………………………',
  toCheck: 'to be checked',
  register: {
    kind: 'Record of processing activities',
    title: 'Event management',
    lines: ['Kept under article 30 of the General Data Protection Regulation'],
    sections: {
      body: 'Body and scope',
      summary: 'Overview',
      security: 'Security measures',
      rights: 'Rights of data subjects',
      erasures: 'Erasures carried out',
    },
    terms: {
      controller: 'Controller',
      unit: 'Department',
      authority: 'Contracting authority',
      officer: 'Data protection officer',
      law: 'Law',
      scope: 'Scope',
      purpose: 'Purpose',
      basis: 'Legal basis',
      persons: 'Data subjects',
      data: 'Categories of data',
      sensitive: 'Special categories',
      origin: 'Origin of the data',
      recipients: 'Recipients',
      transfers: 'Transfers outside France',
      retention: 'Retention',
      source: 'Ground of the period',
      checked: 'Period checked on',
      decisions: 'Automated decisions',
    },
    facts: {
      law: 'French law no. 78-17 of 6 January 1978 on information technology, data files and civil liberties, which applies in New Caledonia with the rules of Regulation (EU) 2016/679 since 1 June 2019 (ordinance no. 2018-1125 of 12 December 2018).',
      scope:
        'The planning program Régie, on one computer. Every field of the program that may name a person belongs to one of the activities below.',
      sensitive: 'None is asked for. Free texts have no need of any.',
      recipients:
        'The organising department. Nobody else: data stays on one computer and is passed to no third party; documents are printed or exported by the user.',
      transfers: 'None',
      decisions: 'None, nor profiling',
    },
    summaryHeads: ['Activity', 'Purpose', 'Legal basis', 'Retention'],
    security: [
      'Data stays on a single computer. The program works without a network and sends nothing.',
      'Each change is written to a journal on disk before it is said to be saved; copies are made and read back.',
      'Access to the computer (session, password, disk encryption) is governed by the body and its rules.',
      'The window of the program runs only its own code, opens no site and refuses the permissions of the system.',
      'Imported files are checked whole before they are taken in.',
    ],
    rights: [
      'Information: people are informed by the organising department when data is collected.',
      'Access: the program gathers all that names a person, history included, into a document and a file; other people are masked in them.',
      'Rectification: each field is corrected where it stands.',
      'Erasure: name, address and number are taken out of all fields, texts, histories and copies on the computer; the erasure is applied again to any older copy that is restored.',
      'Restriction and objection: on request to the organising department.',
      'Complaint: Commission nationale de l’informatique et des libertés (CNIL), 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France.',
    ],
    erasures: (done, pending) => `Erasures and anonymisations completed: ${done}. Pending: ${pending}.`,
  },
  access: {
    kind: 'Answer to a request for access',
    title: 'Data about you',
    lines: (madeOn) => [`As kept on ${madeOn}`],
    sections: {
      person: 'The person',
      records: 'What is kept',
      files: 'Attachments whose name names you',
      history: 'What the history keeps',
      uses: 'What this data is for',
      rights: 'Your rights',
    },
    terms: { names: 'Names searched for', emails: 'E-mail addresses', phones: 'Telephones' },
    heads: {
      field: 'Datum',
      text: 'Text',
      file: 'File',
      event: 'Event',
      size: 'Size',
      day: 'Date',
      change: 'Change',
      said: 'What names you',
    },
    noRecords: 'Nothing that is kept names you.',
    noFiles: 'No file is named after you. The program does not read what files hold.',
    noHistory: 'The history that is kept does not name you.',
    masked: 'Other people are masked: […].',
    rights: [
      'You may ask the organising department to correct this data, to erase it, to restrict its use, or object to its use.',
      'You may complain to the CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France.',
    ],
    before: 'before',
    after: 'after',
    quoted: (text) => `“${text}”`,
  },
};

export const personalWords: Readonly<Record<Language, PersonalWords>> = { fr, en };
