import type { PlannedEvent } from '../domain/plannedEvent';
import type { Language } from '../domain/settings';
import type { Anchor, ChecklistItem, TaskPlan, TaskPriority, TaskStatus } from '../domain/task';
import { fold } from '../domain/text';
import { type Day, daySchema } from '../domain/time';

/** What a column of a file of tasks may hold. */
export const taskColumns = [
  'title',
  'team',
  'owner',
  'anchor',
  'offsetDays',
  'offsetUnit',
  'durationDays',
  'dependsOn',
  'priority',
  'dueOn',
  'isPinned',
  'status',
  'doneOn',
  'estimateMinutes',
  'tags',
  'checklist',
  'notes',
] as const;
export type TaskColumn = (typeof taskColumns)[number];

type FixedAnchor = Exclude<Anchor['kind'], 'custom'>;

/** For each thing, the word that an export writes, then the others that an import understands; folded, accents do not count. */
type Words = Readonly<{
  headers: Record<TaskColumn, readonly string[]>;
  anchors: Record<FixedAnchor, readonly string[]>;
  units: Record<TaskPlan['unit'], readonly string[]>;
  priorities: Record<TaskPriority, readonly string[]>;
  statuses: Record<TaskStatus, readonly string[]>;
  yes: readonly string[];
  no: readonly string[];
}>;

const french: Words = {
  headers: {
    title: ['tâche', 'tâches', 'titre', 'intitulé', 'libellé', 'nom', 'nom de la tâche', 'action'],
    team: ['équipe', 'service', 'pôle'],
    owner: ['responsable', 'porteur', 'pilote', 'assigné à', 'affecté à', 'personne', 'qui'],
    anchor: ['ancre', 'repère', 'jalon', 'point d’ancrage'],
    offsetDays: ['décalage en jours', 'décalage', 'décalage jours'],
    offsetUnit: ['jours comptés', 'unité du décalage', 'décompte'],
    durationDays: ['durée en jours', 'durée', 'durée jours', 'durée en jours ouvrés'],
    dependsOn: ['dépend de', 'dépendances', 'antécédents', 'antécédent', 'prédécesseurs', 'après'],
    priority: ['priorité'],
    dueOn: ['échéance', 'date d’échéance', 'date limite', 'pour le', 'date'],
    isPinned: ['date fixe', 'date fixée', 'épinglée'],
    status: ['statut', 'état', 'avancement'],
    doneOn: ['faite le', 'fait le', 'terminée le', 'date de réalisation'],
    estimateMinutes: [
      'temps estimé en minutes',
      'temps estimé',
      'temps estimé en heures',
      'temps estimé h',
      'temps estimé min',
      'estimation',
      'charge',
    ],
    tags: ['étiquettes', 'étiquette', 'mots-clés'],
    checklist: ['liste de contrôle', 'sous-tâches'],
    notes: ['notes', 'note', 'remarques', 'remarque', 'commentaires', 'commentaire', 'description'],
  },
  anchors: {
    opening: ['ouverture', 'jour J'],
    closing: ['fermeture', 'clôture'],
    setUp: ['montage', 'installation'],
    reportDue: ['rapport', 'bilan'],
    orderSigned: ['commande', 'bon de commande'],
  },
  units: {
    calendarDays: ['jours calendaires', 'calendaires', 'calendaire'],
    workingDays: ['jours ouvrés', 'ouvrés', 'ouvré'],
  },
  priorities: {
    high: ['haute', 'élevée', 'forte', 'urgente', 'urgent'],
    medium: ['moyenne', 'normale'],
    low: ['basse', 'faible'],
  },
  statuses: {
    todo: ['à faire', 'ouverte', 'à commencer'],
    doing: ['en cours', 'commencée'],
    waiting: ['en attente', 'bloquée'],
    done: ['faite', 'fait', 'terminée', 'terminé', 'réalisée'],
    dropped: ['abandonnée', 'abandonné', 'annulée', 'annulé'],
  },
  yes: ['oui', 'o', 'x', 'vrai', '1'],
  no: ['non', 'n', 'faux', '0'],
};

const english: Words = {
  headers: {
    title: ['task', 'tasks', 'title', 'name', 'task name', 'summary'],
    team: ['team', 'department'],
    owner: ['owner', 'assignee', 'assigned to', 'responsible', 'person', 'who'],
    anchor: ['anchor', 'milestone'],
    offsetDays: ['offset in days', 'offset', 'offset days'],
    offsetUnit: ['days counted', 'offset unit'],
    durationDays: ['duration in days', 'duration', 'duration days', 'duration in working days'],
    dependsOn: ['depends on', 'dependencies', 'predecessors', 'predecessor', 'blocked by', 'after'],
    priority: ['priority'],
    dueOn: ['due date', 'due', 'due on', 'due day', 'deadline'],
    isPinned: ['fixed date', 'pinned'],
    status: ['status', 'state', 'progress'],
    doneOn: ['done on', 'completed on', 'completed at'],
    estimateMinutes: [
      'estimate in minutes',
      'estimate',
      'estimate in hours',
      'estimated time',
      'estimated minutes',
      'estimated hours',
    ],
    tags: ['tags', 'tag', 'labels', 'keywords'],
    checklist: ['checklist', 'subtasks'],
    notes: ['notes', 'note', 'comments', 'comment', 'remarks', 'description'],
  },
  anchors: {
    opening: ['opening', 'D-day'],
    closing: ['closing'],
    setUp: ['set-up', 'setup'],
    reportDue: ['report', 'report due'],
    orderSigned: ['order', 'order signed'],
  },
  units: {
    calendarDays: ['calendar days', 'calendar'],
    workingDays: ['working days', 'working', 'business days'],
  },
  priorities: { high: ['high', 'urgent'], medium: ['medium', 'normal'], low: ['low'] },
  statuses: {
    todo: ['to do', 'todo', 'open', 'not started'],
    doing: ['in progress', 'doing', 'started'],
    waiting: ['waiting', 'on hold', 'blocked'],
    done: ['done', 'completed', 'complete'],
    dropped: ['dropped', 'cancelled', 'canceled'],
  },
  yes: ['yes', 'y', 'true'],
  no: ['no', 'false'],
};

const words: Record<Language, Words> = { fr: french, en: english };

/** The first word of each: what an export writes. */
export function writtenWords(language: Language) {
  const { headers, anchors, units, priorities, statuses, yes, no } = words[language];
  return {
    header: (column: TaskColumn): string => headers[column][0] ?? column,
    anchor: (kind: FixedAnchor): string => anchors[kind][0] ?? kind,
    unit: (unit: TaskPlan['unit']): string => units[unit][0] ?? unit,
    priority: (priority: TaskPriority): string => priorities[priority][0] ?? priority,
    status: (status: TaskStatus): string => statuses[status][0] ?? status,
    yesOrNo: (isSo: boolean): string => (isSo ? yes : no)[0] ?? '',
  };
}

const headerColumns = understood(({ headers }) => headers);
const anchorKinds = understood(({ anchors }) => anchors);
const unitNames = understood(({ units }) => units);
const priorityNames = understood(({ priorities }) => priorities);
const statusNames = understood(({ statuses }) => statuses);
const answers = understood(({ yes, no }) => ({ yes, no }));

/** The column that a header names in French or in English, accents, case and punctuation aside. */
export function readHeader(text: string): TaskColumn | null {
  return headerColumns.get(plain(text)) ?? null;
}

/** One of the known anchors, or one of the event's own by its name. */
export function readAnchor(text: string, event: PlannedEvent | null): Anchor | null {
  const name = plain(text);
  const kind = anchorKinds.get(name);
  if (kind) return { kind };
  const own = event?.customAnchors.find((anchor) => plain(anchor.name) === name);
  return own ? { kind: 'custom', anchorId: own.id } : null;
}

export function readUnit(text: string): TaskPlan['unit'] | null {
  return unitNames.get(plain(text)) ?? null;
}

/** In words, or 1 to 3 as many trackers have it. */
export function readPriority(text: string): TaskPriority | null {
  const numbered = { '1': 'high', '2': 'medium', '3': 'low' } as const;
  const known = text === '1' || text === '2' || text === '3' ? numbered[text] : null;
  return known ?? priorityNames.get(plain(text)) ?? null;
}

export function readStatus(text: string): TaskStatus | null {
  return statusNames.get(plain(text)) ?? null;
}

export function readYesOrNo(text: string): boolean | null {
  const answer = answers.get(plain(text));
  return answer === undefined ? null : answer === 'yes';
}

/** `22/02/2025`, `22/2/25`, `22.02.2025`, `2025-02-22`; a time of day after it is left out. The day comes first, never the month. */
export function readDay(text: string): Day | null {
  const [, date = text] = /^(\S+?)(?:T|\s+)\d{1,2}[:h]\d{2}.*$/s.exec(text) ?? [];
  const european = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(date);
  const [, day = '', month = '', year = ''] = european ?? [];
  const iso = european ? `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : date;
  return daySchema.safeParse(iso).success ? iso : null;
}

/** Whole numbers, with French or plain grouping and either minus sign; `12,0` is whole. */
export function readInteger(text: string): number | null {
  const value = readNumber(text);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

/** `-30`, `J-30`, `D+7`. */
export function readOffset(text: string): number | null {
  return readInteger(text.replace(/^[jd]\s*(?=[+\-−])/i, ''));
}

/** « J-30 », « D+7 » and nothing else. */
export function looksLikeOffset(text: string): boolean {
  return /^[jd]\s*[+\-−]\s*\d+$/i.test(text);
}

/** Minutes: `90`, `1 h 30`, `1h30`, `1:30`, `1,5 h`, `45 min`; a bare number is hours when the header says so. */
export function readMinutes(text: string, header: string): number | null {
  const clock = /^(\d{1,5})\s*(?:h|:)\s*([0-5]\d)(?:\s*min)?$/i.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const [, amount = '', unit = ''] = /^(.*?)\s*(h|heures?|hours?|min|minutes?)?$/i.exec(text) ?? [];
  const isHours = unit === '' ? /\b(h|heures?|hours?)\b/.test(plain(header)) : /^h/i.test(unit);
  const value = readNumber(amount);
  const minutes = value === null ? null : value * (isHours ? 60 : 1);
  return minutes !== null && Number.isSafeInteger(minutes) ? minutes : null;
}

/** The parts of a cell between `|`; `\|` is a bar inside a part. */
export function splitList(text: string): string[] {
  return text
    .split(/(?<!\\)\|/)
    .map((part) => part.replaceAll('\\|', '|').trim())
    .filter((part) => part !== '');
}

export function joinList(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll('|', '\\|')).join('|');
}

/** `[x] done | [ ] to do | to do`. */
export function readChecklist(text: string): Pick<ChecklistItem, 'text' | 'isDone'>[] {
  return splitList(text).flatMap((part) => {
    const [, mark, item = part] = /^\[([ xX]?)\]\s*(.*)$/s.exec(part) ?? [];
    return item === '' ? [] : [{ text: item, isDone: mark?.toLowerCase() === 'x' }];
  });
}

export function writeChecklist(items: readonly ChecklistItem[]): string {
  return joinList(items.map(({ text, isDone }) => `[${isDone ? 'x' : ' '}] ${text}`));
}

/** At most 9 digits before the comma: more is no count of days or minutes. */
function readNumber(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  return /^[+-]?\d{1,9}([.,]\d{1,6})?$/.test(digits) ? Number(digits.replace(',', '.')) : null;
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** From every word of both languages to the thing it names; of two, the first keeps it. */
function understood<K extends string>(
  pick: (from: Words) => Record<K, readonly string[]>,
): ReadonlyMap<string, K> {
  const names = new Map<string, K>();
  for (const from of [french, english]) {
    for (const [thing, known] of Object.entries(pick(from)) as [K, readonly string[]][]) {
      for (const word of known) if (!names.has(plain(word))) names.set(plain(word), thing);
    }
  }
  return names;
}
