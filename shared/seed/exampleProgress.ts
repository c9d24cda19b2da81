import type { PlannedEvent } from '../domain/plannedEvent';
import type { Task } from '../domain/task';
import { tasksFromTemplate } from '../domain/taskTemplateApply';
import { addDays, daysBetween } from '../domain/time';
import { at, type Make } from './exampleEvents';
import { steadyId } from './steadyId';

/** A task of the example and its key in the template that it comes from. */
type Planned = Readonly<{ key: string; task: Task }>;

/** The event's own plan, from the shipped template of its kind, with its owners and estimates. */
export function plannedTasks({ templates, calendar }: Make, event: PlannedEvent): Planned[] {
  const template = templates.find(({ kind, role }) => kind === event.kind && role === event.role);
  if (!template) return [];
  let made = 0;
  const newId = (): string => steadyId(`example/${event.id}/task/${(made += 1)}`);
  return tasksFromTemplate(template, event, calendar, newId, event.createdAt).map((task, index) => ({
    key: template.tasks[index]?.key ?? '',
    task: {
      ...task,
      owner: owners[index % owners.length] ?? '',
      estimateMinutes: task.priority === 'high' ? task.durationDays * 180 : null,
    },
  }));
}

/**
 * What was due is done, but for `lateCount` tasks for which nothing that is done had to wait; what begins now is under way where it can be. The rest is to do, or waits for a
 * late task.
 */
export function inFullSwing(
  { today, calendar }: Make,
  planned: readonly Planned[],
  lateCount: number,
): Planned[] {
  const due = new Set(
    planned.filter(({ task }) => task.dueOn !== null && task.dueOn < today).map(({ task }) => task.id),
  );
  const holdsUp = new Set(planned.flatMap(({ task }) => (due.has(task.id) ? task.dependsOn : [])));
  const mayBeLate = planned.map(({ task }) => task.id).filter((id) => due.has(id) && !holdsUp.has(id));
  const late = new Set(lateCount === 0 ? [] : mayBeLate.slice(-lateCount));
  return planned.map(({ key, task }, index): Planned => {
    const done = (on: string): Task => ({
      ...task,
      status: 'done',
      doneOn: on > today ? today : on,
      checklist: task.checklist.map((item) => ({ ...item, isDone: true })),
    });
    if (due.has(task.id) && !late.has(task.id)) {
      const days = index % 7 === 4 ? 2 : -(index % 3);
      return { key, task: done(calendar.onOrBefore(addDays(task.dueOn ?? today, days))) };
    }
    const waits = task.dependsOn.some((id) => late.has(id));
    const canStart = task.dependsOn.every((id) => due.has(id) && !late.has(id));
    const isNear = task.dueOn !== null && daysBetween(today, task.dueOn) <= 6;
    const status = waits && isNear ? 'waiting' : canStart && isNear ? 'doing' : 'todo';
    return { key, task: { ...task, status } };
  });
}

/** What makes the day to come look lived in: notes where something is going on, and one date chosen against the plan, too early for what it waits for. */
export function livedIn({ say, calendar }: Make, planned: readonly Planned[]): Task[] {
  const notes: Readonly<Record<string, string>> = {
    layout: say(
      'Deux organismes demandent une prise de 32 A, qui n’est pas au plan.',
      'Two organisations ask for a 32 A socket, which is not on the plan.',
    ),
    roster: say(
      'Il manque trois personnes à la porte Sud entre 13\u202fh et 15\u202fh.',
      'Three people are missing at the South gate between 13:00 and 15:00.',
    ),
    meals: say('46 repas, dont quatre végétariens.', '46 meals, four of them vegetarian.'),
    signs: say(
      'Attendre le plan d’implantation avant de lancer.',
      'Wait for the layout plan before starting.',
    ),
    tablets: say(
      'Le technicien ne vient que ce jour-là\u202f; la formation au comptage est à avancer.',
      'The technician only comes on that day; the training on counting is to be brought forward.',
    ),
    weather: say(
      'Appeler le régisseur du complexe à 6\u202fh 30.',
      'Call the manager of the complex at 6:30.',
    ),
  };
  const tags: Readonly<Record<string, string>> = {
    printing: say('affiche', 'poster'),
    posters: say('affiche', 'poster'),
    giveaways: 'stock',
    delivery: 'stock',
    material: 'stock',
    supplies: 'stock',
    packing: 'stock',
    safetyFile: say('dossier', 'file'),
    declare: say('dossier', 'file'),
  };
  const training = planned.find(({ key }) => key === 'training')?.task;
  return planned.map(({ key, task }): Task => {
    const [note, tag] = [notes[key], tags[key]];
    const lived = { ...task, notes: note ?? '', tags: tag ? [tag] : [] };
    if (key !== 'tablets' || !training?.dueOn) return lived;
    return { ...lived, dueOn: calendar.addWorkingDays(training.dueOn, -1), isPinned: true };
  });
}

/** Days late, by task, in the edition that is over: printing and giveaways, ordered too late. */
const lateThen: Readonly<Record<string, number>> = {
  printing: 6,
  posters: 4,
  giveaways: 5,
  delivery: 6,
  signs: 2,
  roster: 1,
  enter: 3,
};
const droppedThen = new Set(['parking', 'officials']);

/** All over: most of it on time, some late, two tasks given up. */
export function over({ calendar }: Make, planned: readonly Planned[]): Task[] {
  return planned.map(({ key, task }, index): Task => {
    if (droppedThen.has(key)) return { ...task, status: 'dropped' };
    const lateDays = lateThen[key];
    const wanted = addDays(task.dueOn ?? task.createdAt.slice(0, 10), lateDays ?? -(index % 3));
    const isOfTheDay = task.plan?.offsetDays === 0;
    const doneOn = isOfTheDay
      ? task.dueOn
      : lateDays
        ? calendar.onOrAfter(wanted)
        : calendar.onOrBefore(wanted);
    return {
      ...task,
      status: 'done',
      doneOn,
      checklist: task.checklist.map((item) => ({ ...item, isDone: true })),
    };
  });
}

/** What belongs to no event. */
export function looseTasks({ say, today, calendar }: Make): Task[] {
  const loose = (key: string, title: string, inDays: number, fields: Partial<Task> = {}): Task => ({
    id: steadyId(`example/loose/${key}`) as Task['id'],
    eventId: null,
    title,
    owner: 'Agent 01',
    team: 'Coordination',
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
    loose('invoice', say('Relancer la facture du transporteur', 'Chase the carrier’s invoice'), 0, {
      status: 'waiting',
    }),
    loose(
      'breaks',
      say('Vérifier les dates des vacances scolaires', 'Check the dates of the school breaks'),
      12,
      { priority: 'low' },
    ),
  ];
}

const owners = ['Agent 01', 'Agent 02', 'Agent 03', 'Agent 04', 'Agent 05'] as const;
