import type { EventId, PlannedEvent } from '../../shared/domain/plannedEvent';
import { defaultSettings } from '../../shared/domain/settings';
import type { Task, TaskId } from '../../shared/domain/task';
import { addDays, type Day, instantOnOrAfter } from '../../shared/domain/time';
import type { Workspace } from '../../shared/domain/workspace';
import { emptyStart } from '../../shared/seed/exampleWorkspace';
import { steadyId } from '../../shared/seed/steadyId';

/** The two sizes that the product is designed for, over five years; one event holds `tasksInOne` tasks. */
export const sizes = {
  coordinator: { events: 225, tasks: 5_500, tasksInOne: 66 },
  large: { events: 3_500, tasks: 100_000, tasksInOne: 1_060 },
} as const;
export type SizeName = keyof typeof sizes;

/** The same workspace for the same size and day, whatever the machine. The event in one month from now holds `tasksInOne` tasks. */
export async function workspaceOf(
  size: SizeName,
  today: Day,
): Promise<{ workspace: Workspace; bigEvent: PlannedEvent }> {
  const { events: eventCount, tasks: taskCount, tasksInOne } = sizes[size];
  const random = mulberry(20_251_124);
  const start = await emptyStart(today, 'fr');
  const events = Array.from({ length: eventCount }, (_, index) => anEvent(index, today, random));
  const bigEvent = {
    ...anEvent(eventCount, today, random),
    ...datesOn(addDays(today, 30)),
    name: 'Grande journée',
    isPinned: true,
  };
  const tasks: Task[] = Array.from({ length: tasksInOne }, (_, index) =>
    aTask(index, bigEvent, today, random),
  );
  for (let index = tasksInOne; index < taskCount; index += 1) {
    const event = events[Math.floor(random() * events.length)] as PlannedEvent;
    tasks.push(aTask(index, event, today, random));
  }
  const settings = [{ ...defaultSettings, language: 'fr' as const, me: 'Agent 01' }];
  return { workspace: { ...start, settings, events: [...events, bigEvent], tasks }, bigEvent };
}

const zone = defaultSettings.timeZone;
const subjects = [
  'Forum',
  'Journée',
  'Réunion',
  'Formation',
  'Stand',
  'Tournoi',
  'Atelier',
  'Rencontre',
] as const;
const places = ['Dumbéa', 'Nouméa', 'Païta', 'Thio', 'Koné', 'Mont-Dore', 'La Foa', 'Boulouparis'] as const;
const actions = [
  'Réserver',
  'Valider',
  'Relancer',
  'Imprimer',
  'Commander',
  'Préparer',
  'Envoyer',
  'Contrôler',
] as const;
const objects = [
  'la salle',
  'les affiches',
  'le fourgon',
  'la convention',
  'les repas',
  'le planning',
  'le matériel',
  'les badges',
] as const;
const teams = [
  'Coordination',
  'Logistique',
  'Communication',
  'Partenaires',
  'Technique',
  'Sécurité et secours',
] as const;

function anEvent(index: number, today: Day, random: () => number): PlannedEvent {
  const kind = (['activityDay', 'stand', 'training', 'meeting', 'stand'] as const)[index % 5] ?? 'stand';
  const day = addDays(today, Math.floor(random() * 1_825) - 1_400);
  const isPast = day < today;
  return {
    id: steadyId(`bench/event/${index}`) as EventId,
    name: `${pick(subjects, random)} ${pick(places, random)} ${index}`,
    edition: day.slice(0, 4),
    role: kind === 'stand' ? 'participant' : 'organiser',
    status: isPast ? 'evaluated' : 'planned',
    kind,
    timeZone: zone,
    ...datesOn(day),
    reportDueOn: addDays(day, 27),
    orderSignedOn: null,
    customAnchors: [],
    repetition: null,
    venue: {
      name: 'Complexe sportif',
      address: '',
      commune: pick(places, random),
      accessNotes: '',
      capacityPeople: 900,
    },
    expectedAttendancePeople: 1_200,
    audiences: 'Familles',
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
    createdAt: '2025-01-01T00:00Z',
  };
}

function datesOn(day: Day): Pick<PlannedEvent, 'opensAt' | 'closesAt' | 'setUp' | 'teardown'> {
  const at = (time: string, shift = 0) => instantOnOrAfter(addDays(day, shift), time, zone);
  return {
    opensAt: at('09:00'),
    closesAt: at('17:00'),
    setUp: { startsAt: at('13:00', -1), endsAt: at('18:00', -1) },
    teardown: { startsAt: at('17:00'), endsAt: at('20:00') },
  };
}

function aTask(index: number, event: PlannedEvent, today: Day, random: () => number): Task {
  const offsetDays = -Math.floor(random() * 120);
  const dueOn = addDays(event.opensAt.slice(0, 10), offsetDays);
  const isDone = dueOn < today && random() < 0.97;
  return {
    id: steadyId(`bench/task/${index}`) as TaskId,
    eventId: event.id,
    title: `${pick(actions, random)} ${pick(objects, random)} ${index}`,
    owner: `Agent ${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`,
    team: pick(teams, random),
    status: isDone ? 'done' : 'todo',
    priority: (['high', 'medium', 'low'] as const)[index % 3] ?? 'medium',
    dueOn,
    plan: { anchor: { kind: 'opening' }, offsetDays, unit: 'calendarDays' },
    isPinned: false,
    durationDays: 1 + Math.floor(random() * 5),
    estimateMinutes: null,
    notes: '',
    checklist: [],
    dependsOn: [],
    tags: [],
    doneOn: isDone ? dueOn : null,
    createdAt: '2025-01-01T00:00Z',
  };
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** A small seeded generator: the same run of numbers for the same seed. */
export function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
