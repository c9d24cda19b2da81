import type { EventKind, EventRole } from '../domain/plannedEvent';
import type { Language } from '../domain/settings';
import type { TaskPriority } from '../domain/task';
import type { TaskTemplate, TemplateTask } from '../domain/taskTemplate';
import { steadyId } from './steadyId';

type Said = readonly [fr: string, en: string];
type TeamKey = keyof typeof teams;
/** key, French, English, team, anchor, calendar days from it, working days needed, what it waits for, priority. */
type Line = readonly [
  key: string,
  fr: string,
  en: string,
  team: TeamKey,
  anchor: TemplateTask['anchor'],
  offsetDays: number,
  durationDays: number,
  dependsOn: readonly string[],
  priority: TaskPriority,
];
type Plan = Readonly<{
  kind: EventKind;
  role: EventRole;
  name: Record<Language, string>;
  hostRequests: readonly Said[];
  lines: readonly Line[];
}>;

/** The plans shipped with the program, in one language; a starting point that the user edits. */
export function shippedTemplates(language: Language): TaskTemplate[] {
  return plans.map(({ kind, role, name, hostRequests, lines }) => ({
    id: steadyId(`template/${kind}/${role}/${language}`),
    name: name[language],
    kind,
    role,
    hostRequests: hostRequests.map((subject) => said(subject, language)),
    tasks: lines.map(([key, fr, en, team, anchor, offsetDays, durationDays, dependsOn, priority]) => ({
      key,
      title: said([fr, en], language),
      team: teams[team][language],
      priority,
      anchor,
      offsetDays,
      unit: 'calendarDays',
      durationDays,
      dependsOn: [...dependsOn],
      checklist: (checklists[`${kind}/${key}`] ?? []).map((item) => said(item, language)),
    })),
  }));
}

const teams = {
  lead: { fr: 'Coordination', en: 'Coordination' },
  logistics: { fr: 'Logistique', en: 'Logistics' },
  safety: { fr: 'Sécurité et secours', en: 'Safety and first aid' },
  partners: { fr: 'Partenaires', en: 'Partners' },
  media: { fr: 'Communication', en: 'Communication' },
  welcome: { fr: 'Accueil et comptage', en: 'Welcome and counting' },
  activities: { fr: 'Animation', en: 'Activities' },
  technical: { fr: 'Technique', en: 'Technical' },
  review: { fr: 'Évaluation', en: 'Evaluation' },
  catering: { fr: 'Restauration', en: 'Catering' },
} as const;

/** A team of the shipped templates, by its name in a language. */
export function teamName(team: keyof typeof teams, language: Language): string {
  return teams[team][language];
}

// prettier-ignore
const activityDay: readonly Line[] = [
  ['frame', 'Cadrer l’édition (objectifs, format, budget cible)', 'Frame the edition (objectives, format, target budget)', 'lead', 'opening', -120, 5, [], 'high'],
  ['date', 'Arrêter la date et le lieu', 'Settle the date and the venue', 'lead', 'opening', -112, 3, ['frame'], 'high'],
  ['site', 'Déposer la demande d’occupation du site', 'Apply for the use of the site', 'lead', 'opening', -100, 2, ['date'], 'high'],
  ['budget', 'Rédiger la note de budget', 'Write the budget note', 'lead', 'opening', -98, 4, ['frame'], 'high'],
  ['invited', 'Lister les organismes à inviter', 'List the organisations to invite', 'partners', 'opening', -95, 4, ['frame'], 'medium'],
  ['budgetOk', 'Faire valider le budget', 'Have the budget approved', 'lead', 'opening', -84, 3, ['budget'], 'high'],
  ['invite', 'Envoyer l’invitation aux organismes', 'Send the invitation to organisations', 'partners', 'opening', -80, 2, ['invited'], 'high'],
  ['mediaPlan', 'Rédiger le plan de communication', 'Write the communication plan', 'media', 'opening', -75, 5, ['frame'], 'medium'],
  ['quotes', 'Consulter les fournisseurs et comparer les devis', 'Ask suppliers and compare quotes', 'logistics', 'opening', -70, 8, ['budgetOk'], 'high'],
  ['declare', 'Déclarer la manifestation à la mairie', 'Declare the event to the town hall', 'safety', 'opening', -66, 2, ['date'], 'high'],
  ['staffNeed', 'Estimer les besoins en personnel', 'Estimate staff needs', 'lead', 'opening', -65, 3, ['frame'], 'medium'],
  ['agreement', 'Obtenir la convention de mise à disposition du site', 'Obtain the agreement for the site', 'lead', 'opening', -60, 10, ['site'], 'high'],
  ['stocktake', 'Faire l’inventaire des lieux de stockage', 'Take stock in the storage places', 'logistics', 'opening', -58, 3, [], 'medium'],
  ['identity', 'Créer l’identité visuelle de la journée', 'Create the visual identity of the day', 'media', 'opening', -58, 8, ['mediaPlan'], 'medium'],
  ['remind', 'Relancer les organismes sans réponse', 'Remind organisations without an answer', 'partners', 'opening', -55, 5, ['invite'], 'medium'],
  ['safetyFile', 'Rédiger le dossier de sécurité', 'Write the safety file', 'safety', 'opening', -50, 6, ['declare'], 'high'],
  ['orders', 'Signer les bons de commande', 'Sign the purchase orders', 'lead', 'opening', -49, 3, ['quotes'], 'high'],
  ['proof', 'Valider le bon à tirer de l’affiche', 'Approve the final proof of the poster', 'media', 'opening', -46, 2, ['identity'], 'high'],
  ['firstAid', 'Réserver le poste de secours', 'Book the first-aid post', 'safety', 'opening', -44, 2, ['orders'], 'high'],
  ['sound', 'Réserver la sonorisation', 'Book the sound system', 'technical', 'opening', -44, 2, ['orders'], 'medium'],
  ['giveaways', 'Commander les objets promotionnels', 'Order the giveaways', 'media', 'opening', -43, 3, ['orders'], 'medium'],
  ['material', 'Réserver le matériel', 'Reserve the material', 'logistics', 'opening', -42, 2, ['stocktake'], 'high'],
  ['partnersList', 'Arrêter la liste des organismes présents', 'Settle the list of organisations present', 'partners', 'opening', -40, 2, ['remind'], 'high'],
  ['volunteers', 'Recruter les bénévoles', 'Recruit the volunteers', 'welcome', 'opening', -40, 14, ['staffNeed'], 'high'],
  ['printing', 'Imprimer les affiches et les dépliants', 'Print posters and leaflets', 'media', 'opening', -38, 4, ['proof'], 'high'],
  ['safetyMeeting', 'Réunion de sécurité avec la commune et les secours', 'Safety meeting with the town and the rescue services', 'safety', 'opening', -35, 1, ['safetyFile'], 'high'],
  ['needs', 'Recueillir les besoins techniques des organismes', 'Collect the technical needs of organisations', 'partners', 'opening', -30, 5, ['partnersList'], 'medium'],
  ['availability', 'Recueillir les disponibilités', 'Collect availabilities', 'welcome', 'opening', -30, 5, ['volunteers'], 'high'],
  ['announce', 'Annoncer la journée sur les réseaux', 'Announce the day on social networks', 'media', 'opening', -30, 1, ['proof'], 'medium'],
  ['van', 'Louer le fourgon', 'Hire the van', 'logistics', 'opening', -30, 1, ['orders'], 'medium'],
  ['officials', 'Inviter les élus et les partenaires institutionnels', 'Invite officials and institutional partners', 'lead', 'opening', -28, 3, ['proof'], 'medium'],
  ['programme', 'Construire le programme des animations', 'Build the activity programme', 'activities', 'opening', -27, 6, ['partnersList'], 'high'],
  ['certificates', 'Vérifier les attestations PSC1 et BAFA', 'Check first-aid and youth-work certificates', 'safety', 'opening', -24, 3, ['availability'], 'high'],
  ['parking', 'Organiser le stationnement et la navette', 'Organise parking and the shuttle', 'safety', 'opening', -24, 3, ['safetyMeeting'], 'medium'],
  ['layout', 'Établir le plan d’implantation des stands', 'Draw the site layout plan', 'logistics', 'opening', -21, 4, ['needs', 'agreement'], 'high'],
  ['posters', 'Distribuer les affiches dans les communes', 'Distribute posters in the municipalities', 'media', 'opening', -20, 6, ['printing'], 'medium'],
  ['rights', 'Déclarer les œuvres diffusées (droits d’auteur)', 'Declare the works performed (copyright)', 'lead', 'opening', -18, 1, ['programme'], 'low'],
  ['survey', 'Préparer le questionnaire de satisfaction', 'Prepare the satisfaction questionnaire', 'review', 'opening', -17, 3, ['frame'], 'medium'],
  ['supplies', 'Compléter les achats de consommables', 'Complete the purchase of consumables', 'logistics', 'opening', -17, 3, ['material'], 'medium'],
  ['parents', 'Recueillir les autorisations parentales des mineurs', 'Collect parental consent for minors', 'welcome', 'opening', -16, 3, ['availability'], 'high'],
  ['roster', 'Établir le planning du personnel', 'Draw up the roster', 'lead', 'opening', -15, 4, ['availability'], 'high'],
  ['delivery', 'Réceptionner les objets promotionnels', 'Receive the giveaways', 'logistics', 'opening', -14, 1, ['giveaways'], 'high'],
  ['installSheet', 'Envoyer aux organismes la feuille d’installation', 'Send organisations the set-up sheet', 'partners', 'opening', -12, 2, ['layout'], 'medium'],
  ['signs', 'Fabriquer la signalétique', 'Make the signs', 'media', 'opening', -11, 5, ['layout'], 'medium'],
  ['press', 'Envoyer le communiqué de presse', 'Send the press release', 'media', 'opening', -10, 2, ['announce'], 'medium'],
  ['runOfShow', 'Valider le conducteur de la scène', 'Approve the run-of-show of the stage', 'technical', 'opening', -10, 2, ['programme'], 'high'],
  ['meals', 'Commander les repas des équipes', 'Order meals for the teams', 'catering', 'opening', -9, 1, ['roster'], 'medium'],
  ['briefing', 'Envoyer les feuilles de route individuelles', 'Send the personal briefing sheets', 'lead', 'opening', -8, 2, ['roster'], 'high'],
  ['training', 'Former les bénévoles au comptage', 'Train the volunteers to count', 'welcome', 'opening', -7, 1, ['roster'], 'medium'],
  ['packing', 'Préparer la liste de colisage', 'Prepare the packing list', 'logistics', 'opening', -6, 2, ['material', 'roster'], 'high'],
  ['tablets', 'Tester les tablettes de comptage', 'Test the counting tablets', 'technical', 'opening', -4, 1, ['training'], 'medium'],
  ['weather', 'Décider du maintien selon la météo', 'Decide to go ahead according to the weather', 'lead', 'opening', -1, 1, [], 'high'],
  ['load', 'Charger le fourgon', 'Load the van', 'logistics', 'setUp', -1, 1, ['packing', 'van'], 'high'],
  ['mark', 'Baliser le site', 'Mark out the site', 'logistics', 'setUp', 0, 1, ['load'], 'high'],
  ['stage', 'Monter la scène et la sonorisation', 'Set up the stage and the sound', 'technical', 'setUp', 0, 1, ['load', 'sound'], 'high'],
  ['power', 'Contrôler les installations électriques', 'Check the electrical installations', 'technical', 'setUp', 0, 1, ['load'], 'high'],
  ['clean', 'Rendre le site propre', 'Leave the site clean', 'logistics', 'closing', 0, 1, [], 'high'],
  ['giveBack', 'Retourner le matériel emprunté', 'Return borrowed material', 'logistics', 'closing', 3, 1, ['clean'], 'medium'],
  ['checkStock', 'Contrôler le stock au retour', 'Check the stock on return', 'logistics', 'closing', 9, 2, ['giveBack'], 'medium'],
  ['enter', 'Saisir les questionnaires papier', 'Enter the paper questionnaires', 'review', 'closing', 6, 3, [], 'medium'],
  ['thanks', 'Remercier les organismes et les bénévoles', 'Thank organisations and volunteers', 'partners', 'closing', 6, 1, [], 'low'],
  ['lessons', 'Réunion de retour d’expérience', 'After-action review', 'lead', 'closing', 11, 1, ['enter'], 'high'],
  ['invoices', 'Contrôler les factures', 'Check the invoices', 'lead', 'closing', 10, 3, [], 'medium'],
  ['report', 'Rédiger le rapport d’évaluation', 'Write the evaluation report', 'review', 'reportDue', -7, 3, ['lessons', 'invoices'], 'high'],
  ['reportOk', 'Faire valider le rapport', 'Have the report approved', 'lead', 'reportDue', -1, 2, ['report'], 'high'],
  ['release', 'Diffuser le rapport et les recommandations', 'Release the report and its recommendations', 'lead', 'reportDue', 0, 1, ['reportOk'], 'high'],
];

// prettier-ignore
const stand: readonly Line[] = [
  ['accept', 'Répondre à l’invitation de l’organisateur', 'Answer the organiser’s invitation', 'lead', 'opening', -45, 1, [], 'high'],
  ['ask', 'Demander les informations à l’organisateur', 'Ask the organiser for information', 'lead', 'opening', -40, 1, ['accept'], 'high'],
  ['aims', 'Fixer les objectifs du stand et leurs mesures', 'Set the objectives of the stand and their measures', 'lead', 'opening', -38, 2, ['accept'], 'medium'],
  ['message', 'Choisir le message et les supports', 'Choose the message and the supports', 'media', 'opening', -32, 2, ['aims'], 'medium'],
  ['supports', 'Faire valider les supports de communication', 'Have the communication supports approved', 'media', 'opening', -25, 2, ['message'], 'high'],
  ['remind', 'Relancer l’organisateur sur ce qui manque', 'Remind the organiser of what is missing', 'lead', 'opening', -21, 1, ['ask'], 'medium'],
  ['print', 'Imprimer les supports', 'Print the supports', 'media', 'opening', -18, 3, ['supports'], 'medium'],
  ['material', 'Réserver le matériel du stand', 'Reserve the material of the stand', 'logistics', 'opening', -18, 1, ['ask'], 'high'],
  ['giveaways', 'Compter les objets promotionnels', 'Count the giveaways', 'logistics', 'opening', -16, 1, ['material'], 'medium'],
  ['team', 'Constituer l’équipe du stand', 'Form the team of the stand', 'lead', 'opening', -15, 2, [], 'high'],
  ['activity', 'Préparer l’animation du stand', 'Prepare the activity of the stand', 'activities', 'opening', -12, 3, ['message'], 'medium'],
  ['layout', 'Dessiner l’aménagement du stand', 'Draw the layout of the stand', 'logistics', 'opening', -10, 1, ['remind', 'material'], 'medium'],
  ['brief', 'Envoyer les feuilles de route', 'Send the briefing sheets', 'lead', 'opening', -6, 1, ['team'], 'high'],
  ['packing', 'Préparer les caisses', 'Pack the cases', 'logistics', 'opening', -3, 1, ['material', 'print'], 'high'],
  ['load', 'Charger le véhicule', 'Load the vehicle', 'logistics', 'opening', -1, 1, ['packing'], 'high'],
  ['setUp', 'Monter le stand', 'Set up the stand', 'logistics', 'setUp', 0, 1, ['load'], 'high'],
  ['count', 'Compter les visiteurs et les contacts', 'Count visitors and contacts', 'welcome', 'opening', 0, 1, [], 'medium'],
  ['back', 'Contrôler le matériel au retour', 'Check the material on return', 'logistics', 'closing', 2, 1, [], 'medium'],
  ['contacts', 'Rappeler les contacts pris', 'Call back the contacts made', 'partners', 'closing', 7, 2, [], 'medium'],
  ['thanks', 'Remercier l’organisateur', 'Thank the organiser', 'lead', 'closing', 5, 1, [], 'low'],
  ['report', 'Rendre le bilan du stand', 'Hand in the review of the stand', 'review', 'closing', 14, 2, ['contacts'], 'high'],
];

// prettier-ignore
const training: readonly Line[] = [
  ['aims', 'Définir le contenu et les acquis visés', 'Define the content and what must be learnt', 'lead', 'opening', -40, 3, [], 'high'],
  ['trainer', 'Réserver le formateur', 'Book the trainer', 'lead', 'opening', -35, 1, ['aims'], 'high'],
  ['room', 'Réserver la salle et le vidéoprojecteur', 'Book the room and the projector', 'logistics', 'opening', -30, 1, ['aims'], 'high'],
  ['invite', 'Envoyer les invitations', 'Send the invitations', 'partners', 'opening', -25, 1, ['room', 'trainer'], 'high'],
  ['handout', 'Préparer le support de formation', 'Prepare the handout', 'media', 'opening', -15, 4, ['aims'], 'medium'],
  ['remind', 'Relancer les organismes sans réponse', 'Remind organisations without an answer', 'partners', 'opening', -12, 1, ['invite'], 'medium'],
  ['list', 'Arrêter la liste des inscrits', 'Settle the list of registered people', 'partners', 'opening', -7, 1, ['remind'], 'high'],
  ['print', 'Imprimer les supports et la feuille d’émargement', 'Print handouts and the attendance sheet', 'logistics', 'opening', -4, 1, ['handout', 'list'], 'medium'],
  ['confirm', 'Confirmer la séance aux inscrits', 'Confirm the session to those registered', 'partners', 'opening', -3, 1, ['list'], 'medium'],
  ['setUp', 'Installer la salle', 'Set up the room', 'logistics', 'opening', 0, 1, [], 'medium'],
  ['sign', 'Faire signer la feuille d’émargement', 'Have the attendance sheet signed', 'welcome', 'opening', 0, 1, ['print'], 'high'],
  ['survey', 'Recueillir les avis à chaud', 'Collect feedback on the spot', 'review', 'closing', 0, 1, [], 'medium'],
  ['certificates', 'Envoyer les attestations', 'Send the certificates', 'partners', 'closing', 5, 1, ['sign'], 'medium'],
  ['review', 'Rédiger le bilan de la séance', 'Write the review of the session', 'review', 'closing', 10, 1, ['survey'], 'high'],
];

// prettier-ignore
const meeting: readonly Line[] = [
  ['agenda', 'Arrêter l’ordre du jour', 'Settle the agenda', 'lead', 'opening', -8, 1, [], 'high'],
  ['room', 'Réserver la salle', 'Book the room', 'logistics', 'opening', -8, 1, [], 'medium'],
  ['notice', 'Envoyer la convocation', 'Send the notice to attend', 'lead', 'opening', -7, 1, ['agenda'], 'high'],
  ['papers', 'Réunir les documents', 'Gather the documents', 'lead', 'opening', -3, 1, ['agenda'], 'medium'],
  ['present', 'Confirmer les présences', 'Confirm who will attend', 'lead', 'opening', -2, 1, ['notice'], 'low'],
  ['minutes', 'Rédiger le compte rendu', 'Write the minutes', 'lead', 'closing', 2, 1, [], 'high'],
  ['send', 'Diffuser le relevé de décisions', 'Release the decision list', 'lead', 'closing', 4, 1, ['minutes'], 'high'],
  ['follow', 'Suivre les décisions', 'Follow up the decisions', 'lead', 'closing', 12, 1, ['send'], 'medium'],
];

/** What is forgotten most often, under the kind of the plan and the key of the task. */
const checklists: Readonly<Record<string, readonly Said[]>> = {
  'activityDay/safetyFile': [
    ['Plan du site et accès des secours', 'Site plan and access for rescue services'],
    ['Dispositif de secours et effectifs', 'First-aid scheme and headcount'],
    ['Conduite à tenir en cas d’alerte cyclonique', 'What to do in a cyclone alert'],
    ['Numéros d’urgence', 'Emergency numbers'],
  ],
  'activityDay/briefing': [
    ['Horaires et lieu de rendez-vous', 'Hours and meeting point'],
    ['Poste et responsable', 'Post and person in charge'],
    ['Numéros utiles', 'Useful numbers'],
    ['Plan de repli', 'Contingency plan'],
  ],
  'activityDay/weather': [
    ['Bulletin du matin lu', 'Morning bulletin read'],
    ['Niveau de vigilance noté', 'Alert level noted'],
    ['Décision annoncée aux équipes et aux organismes', 'Decision told to teams and organisations'],
  ],
  'activityDay/load': [
    ['Tables et chaises', 'Tables and chairs'],
    ['Abris et lests', 'Shelters and ballast'],
    ['Signalétique', 'Signs'],
    ['Trousse de premiers secours', 'First-aid kit'],
    ['Tablettes chargées', 'Tablets charged'],
  ],
  'activityDay/power': [
    ['Protections différentielles essayées', 'Residual-current devices tried'],
    ['Câbles couverts aux passages', 'Cables covered where people walk'],
    ['Groupe de secours démarré', 'Back-up generator started'],
  ],
  'activityDay/report': [
    ['Chiffres et sources relus', 'Figures and sources read again'],
    ['Photographies autorisées', 'Photographs cleared'],
    ['Recommandations attribuées', 'Recommendations assigned'],
  ],
  'stand/packing': [
    ['Habillage du stand', 'Dressing of the stand'],
    ['Dépliants et fiches', 'Leaflets and sheets'],
    ['Objets promotionnels', 'Giveaways'],
    ['Compteur et feuille de comptage', 'Counter and tally sheet'],
    ['Rallonge et multiprise', 'Extension lead and power strip'],
  ],
  'training/setUp': [
    ['Tables en U', 'Tables in a U'],
    ['Vidéoprojecteur essayé', 'Projector tried'],
    ['Feuille d’émargement et stylos', 'Attendance sheet and pens'],
  ],
  'meeting/notice': [
    ['Ordre du jour', 'Agenda'],
    ['Lieu et accès', 'Place and access'],
    ['Documents joints', 'Documents attached'],
  ],
};

function said([fr, en]: Said, language: Language): string {
  return language === 'fr' ? fr : en;
}

const plans: readonly Plan[] = [
  {
    kind: 'activityDay',
    role: 'organiser',
    name: { fr: 'Journée organisée', en: 'Organised day' },
    hostRequests: [],
    lines: activityDay,
  },
  {
    kind: 'stand',
    role: 'participant',
    name: { fr: 'Stand chez un organisateur', en: 'Stand at another organiser’s event' },
    hostRequests: [
      ['Emplacement et plan du site', 'Place on the site and layout plan'],
      ['Horaires d’installation et de démontage', 'Times for set-up and teardown'],
      ['Accès des véhicules et stationnement', 'Vehicle access and parking'],
      ['Prises électriques et puissance', 'Sockets and power'],
      ['Tables, chaises et abri fournis', 'Tables, chairs and shelter provided'],
      ['Nombre de badges et de repas', 'Number of badges and meals'],
      ['Contact sur place le jour même', 'Contact on site on the day'],
      ['Consignes de sécurité', 'Safety instructions'],
      ['Fréquentation attendue', 'Attendance expected'],
    ],
    lines: stand,
  },
  {
    kind: 'training',
    role: 'organiser',
    name: { fr: 'Séance de formation', en: 'Training session' },
    hostRequests: [],
    lines: training,
  },
  {
    kind: 'meeting',
    role: 'organiser',
    name: { fr: 'Réunion', en: 'Meeting' },
    hostRequests: [],
    lines: meeting,
  },
];
