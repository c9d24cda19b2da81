import { type AccessExport, accessExportOf } from '@shared/domain/accessExport';
import { retentionProposalsOf, type RetentionProposal } from '@shared/domain/anonymiseEvent';
import type { RecordOf, TableName } from '@shared/domain/changeSet';
import { type ErasurePlan, erasurePlanOf } from '@shared/domain/erasePerson';
import type { Person } from '@shared/domain/person';
import { fieldOf } from '@shared/domain/personalData';
import {
  directoryOf,
  type KnownPerson,
  matcherOf,
  mentionsOf,
  namesIn,
  wholePerson,
} from '@shared/domain/personMentions';
import type { EventId } from '@shared/domain/plannedEvent';
import type { TaskId } from '@shared/domain/task';
import type { Day } from '@shared/domain/time';
import type { Workspace } from '@shared/domain/workspace';
import type { Database } from './database';
import { retentionsOf } from './personalData';
import { wholeWorkspace } from './workspace';

/** What is asked of the whole workspace at once: long work, for a worker. */
export type PersonalQuestion = Readonly<
  | { kind: 'people' }
  | { kind: 'person'; person: Person }
  | { kind: 'access'; person: Person; today: Day }
  | { kind: 'proposals'; today: Day }
>;
export type PersonalAnswer = Readonly<
  | { kind: 'people'; people: readonly KnownPerson[] }
  | { kind: 'person'; found: FoundPerson }
  | { kind: 'access'; access: AccessExport }
  | { kind: 'proposals'; proposals: readonly RetentionProposal[] }
>;

/** A place that names the person, with what a link to it needs. */
export type PersonPlace = Readonly<{
  table: TableName;
  key: string;
  field: string;
  excerpt: string;
  /** What the record is called; empty where it has no name. */
  title: string;
  eventId: EventId | null;
  taskId: TaskId | null;
}>;

export type FoundPerson = Readonly<{
  /** With the addresses and numbers found beside the name. */
  person: Person;
  /** The first of them. */
  places: readonly PersonPlace[];
  total: number;
  /** Changes of the history that name the person. */
  changes: number;
  plan: ErasurePlan;
}>;

const mostPlaces = 500;

export async function answerAbout(database: Database, question: PersonalQuestion): Promise<PersonalAnswer> {
  const workspace = await wholeWorkspace(database);
  switch (question.kind) {
    case 'people':
      return { kind: 'people', people: directoryOf(workspace) };
    case 'person':
      return { kind: 'person', found: await foundPerson(database, workspace, question.person) };
    case 'access': {
      const changes = await database.changeSets.toArray();
      return { kind: 'access', access: accessExportOf(workspace, changes, question.person, question.today) };
    }
    case 'proposals': {
      const retentions = await retentionsOf(database);
      return { kind: 'proposals', proposals: retentionProposalsOf(workspace, retentions, question.today) };
    }
  }
}

async function foundPerson(database: Database, workspace: Workspace, asked: Person): Promise<FoundPerson> {
  const person = wholePerson(workspace, asked);
  const find = matcherOf(person);
  const mentions = mentionsOf(workspace, person);
  const changes = await database.changeSets.toArray();
  const records = new Map<string, RecordOf<TableName>>();
  const shown = mentions.slice(0, mostPlaces);
  const wanted = new Set(shown.map(({ table, key }) => `${table}/${key}`));
  for (const table of new Set(shown.map((mention) => mention.table))) {
    for (const record of workspace[table]) {
      if (wanted.has(`${table}/${record.id}`)) records.set(`${table}/${record.id}`, record);
    }
  }
  const eventNames = new Map(workspace.events.map(({ id, name }) => [id as string, name]));
  return {
    person,
    places: shown.map(({ table, key, path, excerpt }) => ({
      table,
      key,
      field: fieldOf(table, path),
      excerpt,
      ...linkOf(table, records.get(`${table}/${key}`), eventNames),
    })),
    total: mentions.length,
    changes: changes.filter((change) => namesIn(change, find)).length,
    plan: erasurePlanOf(workspace, person),
  };
}

function linkOf(
  table: TableName,
  record: RecordOf<TableName> | undefined,
  eventNames: ReadonlyMap<string, string>,
): Pick<PersonPlace, 'title' | 'eventId' | 'taskId'> {
  if (!record) return { title: '', eventId: null, taskId: null };
  switch (table) {
    case 'events':
      return { title: eventNames.get(record.id) ?? '', eventId: record.id as EventId, taskId: null };
    case 'reports':
      return { title: eventNames.get(record.id) ?? '', eventId: record.id as EventId, taskId: null };
    case 'tasks': {
      const { title, eventId, id } = record as RecordOf<'tasks'>;
      return { title, eventId, taskId: id };
    }
    case 'templates':
    case 'periods':
    case 'profiles':
    case 'people':
      return { title: (record as RecordOf<'templates'>).name, eventId: null, taskId: null };
    case 'exchanges': {
      const { eventId } = record as RecordOf<'exchanges'>;
      return { title: eventNames.get(eventId) ?? '', eventId, taskId: null };
    }
    case 'posts':
    case 'shifts':
    case 'assignments': {
      const { eventId } = record as RecordOf<'shifts'>;
      return { title: eventNames.get(eventId) ?? '', eventId, taskId: null };
    }
    case 'settings':
    case 'retentions':
    case 'erasures':
    case 'travelTimes':
      return { title: '', eventId: null, taskId: null };
  }
}
