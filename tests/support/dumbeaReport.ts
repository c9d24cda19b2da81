import type { EventReport } from '@shared/domain/eventReport';
import type { Indicator, PlannedEvent } from '@shared/domain/plannedEvent';
import type { Settings } from '@shared/domain/settings';
import type { Task } from '@shared/domain/task';
import { addDays, type Day } from '@shared/domain/time';
import { buildReport } from '@shared/report/buildReport';
import type { ReportInput } from '@shared/report/context';
import type { ReportDocument } from '@shared/report/document';
import { anEvent, anId, someSettings } from './builders';

/** The whole sheet of the Dumbéa day, closed, with what its own files measure: two indicators have no reading. */
export function dumbeaSheet(fields: Partial<PlannedEvent> = {}): PlannedEvent {
  return anEvent({
    name: 'Journée des activités, Dumbéa',
    edition: '2025',
    status: 'closed',
    orderSignedOn: '2025-01-04',
    venue: {
      name: 'Complexe sportif de Dumbéa',
      address: '',
      commune: 'Dumbéa',
      accessNotes: 'Trois accès sont comptés : la porte Nord, la porte Sud et le portail du parking.',
      capacityPeople: 900,
    },
    audiences:
      "Enfants de 5 à 12 ans et leurs parents, adolescents de 13 à 17 ans, familles des quartiers de Koutio, de Dumbéa-sur-Mer et d'Apogoti, tribus et communes voisines. Les centres et les maisons de quartier viennent en groupes constitués.",
    messages: [
      'Une activité près de chez soi, à un prix accessible.',
      "Le portemonnaie jeunesse s'ouvre en dix minutes, sur place.",
      "Essayer, choisir, s'inscrire : les clubs sont là pour répondre.",
    ],
    format:
      "Journée portes ouvertes avec une scène, un plateau sportif, un dojo, une salle d'arts, une esplanade et un village des organismes. En cas de pluie, repli dans la salle omnisports.",
    contacts: hostContacts.map(([duty, organisation]) => ({
      id: anId(),
      function: duty,
      name: '',
      organisation,
      phone: '',
      email: '',
    })),
    partners: organisations.map(([activity, commune], index) => ({
      id: anId(),
      name: `Organisme ${String(index + 1).padStart(2, '0')}`,
      activity,
      commune,
    })),
    objectives: [
      objective("Faire découvrir aux familles l'offre sportive, artistique et culturelle.", [
        indicator('Entrées comptées', '', [940, 1200, 1238], gates, '2 405 passages horodatés, trois portes'),
        indicator(
          'Part d’enfants parmi les entrées hors groupes',
          '%',
          [54, 60, 57.5],
          gates,
          'Compteurs, catégories enfant et adulte',
        ),
      ]),
      objective('Satisfaire les visiteurs.', [
        indicator(
          'Note globale moyenne',
          '/ 5',
          [3.9, 4.2, 4],
          exitForm,
          '176 réponses sur 180 questionnaires',
        ),
        indicator(
          'Recommandation nette (NPS)',
          '',
          [31, 40, 36],
          exitForm,
          '174 réponses sur 180 questionnaires',
        ),
      ]),
      objective('Mobiliser le réseau des organismes.', [
        indicator('Organismes présents', '', [26, 34, null], "Feuille d'émargement des organismes", ''),
        indicator('Portemonnaies ouverts sur place', '', [88, 150, null], '', ''),
      ]),
      objective('Tenir les moyens.', [
        indicator(
          'Coût réel HT par entrée',
          'F',
          [3900, 3500, 3424],
          'Suivi des dépenses et compteurs',
          '46 factures sur 47',
          'decrease',
        ),
        indicator(
          'Durée moyenne de résolution des incidents',
          'min',
          [34, 30, 27],
          'Main courante',
          '8 incidents résolus sur 9',
          'decrease',
        ),
      ]),
    ],
    ...fields,
  });
}

/** What a coordinator wrote in the report of that day. */
export function dumbeaReport(event: PlannedEvent, fields: Partial<EventReport> = {}): EventReport {
  return {
    id: event.id,
    version: '1.0',
    establishedOn: '2025-03-21',
    author: 'Coordination des événements',
    narratives: {
      summary:
        'La journée a reçu 1 238 entrées, au-delà de la cible de 1 200 et 32 % de plus qu’en 2024. Le coût réel par entrée baisse à 3 424 F. La satisfaction progresse sans atteindre la cible ; le parking et l’ombre restent les deux points à reprendre.',
      context:
        "Troisième édition de la journée « Élan&Moi' », organisée par la province avec 34 organismes du réseau, sur le même site qu’en 2024.",
      objectives:
        "Les entrées et les coûts se lisent sur des relevés ; la satisfaction, sur 180 questionnaires. Aucune feuille d'émargement n’a été retrouvée : le nombre d’organismes présents reste à saisir.",
      calendar:
        'Le bon à tirer a été validé après la date prévue pour l’impression, ce qui a décalé la distribution des affiches.',
      tasks: 'Les retards viennent de la communication : un seul bon à tirer en a retardé cinq.',
      conclusion:
        'La journée mérite d’être reconduite en 2026, au même endroit, avec une navette ouverte avant 10 h et des abris sur l’esplanade.',
    },
    recommendations: [
      recommendation(
        'keep',
        'Compter les trois portes par catégorie',
        'Les chiffres étaient disponibles le soir même, et la part d’enfants se lit sans enquête.',
        'Accueil et comptage',
      ),
      recommendation(
        'keep',
        'Aider à ouvrir le portemonnaie au village',
        'L’aide a été continue de 9 h à 17 h.',
        'Partenaires',
      ),
      recommendation(
        'avoid',
        'Alimenter la scène par un seul câble',
        '19 minutes d’arrêt à 13 h 36, reportées sur toute la suite.',
        'Technique',
      ),
      recommendation(
        'improve',
        'Ouvrir une navette avant 10 h',
        'Le parking était plein à 10 h 07, et l’accès saturé pendant 45 minutes.',
        'Sécurité et secours',
      ),
      recommendation(
        'improve',
        'Faire signer la feuille d’émargement à l’accueil des organismes',
        'Sans elle, personne ne peut dire combien sont venus.',
        'Partenaires',
      ),
    ],
    ...fields,
  };
}

/** The report as the program builds it, of that sheet and what was written of it. */
export function dumbeaDocument(fields: Partial<ReportInput> = {}): ReportDocument {
  const event = fields.event ?? dumbeaSheet();
  return buildReport({
    event,
    tasks: [],
    report: dumbeaReport(event),
    settings: provinceSettings(),
    periods: [],
    language: 'fr',
    today: '2025-03-24',
    logo: null,
    ...fields,
  });
}

export function provinceSettings(fields: Partial<Settings> = {}): Settings {
  return someSettings({
    organisation: 'Province',
    organisationUnit: "Programme jeunesse « Élan&Moi' »",
    contractingAuthority: 'Direction de la culture, de la jeunesse et des sports',
    language: 'fr',
    ...fields,
  });
}

/** The plan as it was lived: most done by their day, every ninth some days late, the last two still open, one dropped. */
export function lived(tasks: readonly Task[], openTitles: readonly string[]): Task[] {
  return tasks.map((task, index): Task => {
    if (openTitles.includes(task.title)) return { ...task, status: 'todo', doneOn: null };
    if (task.title === 'Louer le fourgon') return { ...task, status: 'dropped', doneOn: null };
    const isLate = index % 9 === 4;
    return {
      ...task,
      status: 'done',
      doneOn: after(task.dueOn ?? '2025-02-22', isLate ? 1 + (index % 7) : -(index % 3)),
    };
  });
}

function after(day: Day, days: number): Day {
  return addDays(day, days);
}

const gates = 'Compteurs des trois portes';
const exitForm = 'Questionnaire de sortie';

function objective(title: string, indicators: Indicator[]) {
  return { id: anId(), title, indicators };
}

function indicator(
  name: string,
  unit: string,
  [baseline, target, actual]: readonly [number, number, number | null],
  meansOfMeasure: string,
  evidence: string,
  direction: Indicator['direction'] = 'increase',
): Indicator {
  const measuredOn = actual === null ? null : '2025-03-10';
  return {
    id: anId(),
    name,
    unit,
    direction,
    baseline,
    target,
    actual,
    meansOfMeasure,
    evidence,
    measuredOn,
  };
}

function recommendation(
  kind: EventReport['recommendations'][number]['kind'],
  title: string,
  details: string,
  owner: string,
) {
  return { id: anId(), kind, title, details, owner };
}

const hostContacts = [
  ['Régisseur du complexe sportif', 'Commune, service des sports'],
  ['Responsable de la voie publique', 'Commune, police municipale'],
  ['Astreinte électricité', 'Commune, service technique'],
  ['Chef du centre de secours', 'Secours'],
  ['Référent du comité de quartier', 'Riverains'],
] as const;

const organisations = [
  ['judo', 'Dumbéa'],
  ['karaté', 'Dumbéa'],
  ['basket-ball', 'Dumbéa'],
  ['handball', 'Nouméa'],
  ['athlétisme', 'Dumbéa'],
  ['taekwondo', 'Nouméa'],
  ['lutte', 'Païta'],
  ['cyclisme', 'Païta'],
  ['escalade', 'Nouméa'],
  ['natation', 'Dumbéa'],
  ['voile', 'Nouméa'],
  ["va'a", 'Mont-Dore'],
  ['danse contemporaine', 'Nouméa'],
  ['hip-hop', 'Dumbéa'],
  ['danse traditionnelle', 'Païta'],
  ['percussions', 'Mont-Dore'],
  ['chorale', 'Dumbéa'],
  ['guitare', 'Nouméa'],
  ['théâtre', 'Nouméa'],
  ['cirque', 'Dumbéa'],
  ['slam et écriture', 'Dumbéa'],
  ['bande dessinée', 'Nouméa'],
  ['sérigraphie', 'Nouméa'],
  ['tressage et vannerie', 'Thio'],
  ['photographie', 'Mont-Dore'],
  ['robotique', 'Dumbéa'],
  ['échecs', 'Païta'],
  ['médiathèque', 'Dumbéa'],
  ['maison de quartier', 'Dumbéa'],
  ['équitation', 'La Foa'],
  ['tennis', 'Dumbéa'],
  ['football', 'Païta'],
  ["éveil de l'enfant", 'Dumbéa'],
  ['jardin et nature', 'Boulouparis'],
] as const;
