import type { EventReport } from '../domain/eventReport';
import type { PlannedEvent } from '../domain/plannedEvent';
import type { Make } from './exampleEvents';
import { steadyId } from './steadyId';

/** What was written about the edition that is over; every figure in it is one of its indicators. */
export function writtenReport({ say }: Make, event: PlannedEvent): EventReport {
  const recommendation = (
    kind: EventReport['recommendations'][number]['kind'],
    key: string,
    title: string,
    details: string,
    owner: string,
  ) => ({
    id: steadyId(`example/${event.id}/recommendation/${key}`),
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
        'La journée a reçu 940 entrées, au-delà de la cible de 900. La note moyenne atteint sa cible\u202f; la recommandation nette progresse sans l’atteindre. Le stationnement et l’ombre restent les deux points à reprendre.',
        'The day received 940 entries, above the target of 900. The average mark meets its target; the net promoter score improves without meeting it. Parking and shade remain the two points to take up.',
      ),
      context: say(
        'Deuxième édition de la journée, organisée avec 26 organismes sur le même site.',
        'Second edition of the day, organised with 26 organisations on the same site.',
      ),
      objectives: say(
        'Les entrées, la part d’enfants et les organismes présents se lisent sur des relevés signés. Les portemonnaies ouverts restent sous la cible\u202f: l’aide à l’ouverture n’a commencé qu’à 11\u202fh.',
        'Entries, share of children and organisations present are read from signed statements. Wallets opened remain below target: help with opening them only began at 11:00.',
      ),
      calendar: say(
        'Le montage a tenu dans l’après-midi de la veille, le démontage dans la soirée.',
        'Set-up took the afternoon before, teardown the evening.',
      ),
      tasks: say(
        'Les retards viennent de l’impression et de la livraison des objets promotionnels, commandés trop tard. Le stationnement n’a pas été organisé.',
        'Delays come from printing and from the delivery of giveaways, ordered too late. Parking was not organised.',
      ),
      conclusion: say(
        'La journée est reconduite, avec une navette depuis le parking et des zones d’ombre sur l’esplanade.',
        'The day will be held again, with a shuttle from the car park and shaded areas on the esplanade.',
      ),
    },
    recommendations: [
      recommendation(
        'keep',
        'gates',
        say('Trois portes comptées par catégorie', 'Three gates counted by category'),
        say('Les chiffres ont été disponibles le soir même.', 'Figures were available the same evening.'),
        say('Accueil et comptage', 'Welcome and counting'),
      ),
      recommendation(
        'avoid',
        'power',
        say('Une seule alimentation pour la scène', 'A single power supply for the stage'),
        say(
          'La coupure de 13\u202fh\u202f36 a reporté toute la suite.',
          'The cut at 13:36 delayed everything that followed.',
        ),
        say('Technique', 'Technical'),
      ),
      recommendation(
        'improve',
        'shuttle',
        say('Ouvrir une navette avant 10\u202fh', 'Start a shuttle before 10:00'),
        say('Le parking était plein à 10\u202fh\u202f07.', 'The car park was full at 10:07.'),
        say('Sécurité et secours', 'Safety and first aid'),
      ),
      recommendation(
        'improve',
        'printing',
        say('Lancer les impressions six semaines avant', 'Start printing six weeks ahead'),
        say(
          'Les affiches sont arrivées six jours après la date prévue.',
          'The posters came six days after the planned date.',
        ),
        say('Communication', 'Communication'),
      ),
      recommendation(
        'improve',
        'shade',
        say('Créer des zones d’ombre sur l’esplanade', 'Create shaded areas on the esplanade'),
        say(
          'Les familles ont quitté l’esplanade entre 12\u202fh et 14\u202fh.',
          'Families left the esplanade between 12:00 and 14:00.',
        ),
        say('Logistique', 'Logistics'),
      ),
    ],
  };
}
