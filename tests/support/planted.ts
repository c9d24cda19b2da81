import type { RecordOf, TableName } from '@shared/domain/changeSet';
import type { EventId } from '@shared/domain/plannedEvent';
import { type OpenMark, withTexts } from '@shared/domain/personalData';
import type { Workspace } from '@shared/domain/workspace';
import type { PostId } from '@shared/domain/post';
import type { ShiftId } from '@shared/domain/shift';
import {
  aContact,
  anAssignment,
  aPeriod,
  aPost,
  aProfile,
  aReport,
  aShift,
  aStaffMember,
  aTask,
  aTemplate,
  aTemplateTask,
  anEvent,
  anId,
  anIndicator,
  someSettings,
} from './builders';

/** A workspace with something in every text field of every table, each text rewritten: a person planted everywhere. */
export function plantedEverywhere(plant: (text: string, mark: OpenMark) => string): Workspace {
  const eventId = anId() as EventId;
  const postId = anId() as PostId;
  const shiftId = anId() as ShiftId;
  const event = anEvent({
    id: eventId,
    customAnchors: [{ id: anId(), name: 'x', on: '2025-02-01', movesWithEvent: true }],
    venue: { name: 'x', address: 'x', commune: 'x', accessNotes: 'x', capacityPeople: 10 },
    audiences: 'x',
    messages: ['x', 'x'],
    format: 'x',
    description: 'x',
    contacts: [aContact({ name: 'x', organisation: 'x', phone: '1', email: 'x@exemple.nc' })],
    partners: [{ id: anId(), name: 'x', activity: 'x', commune: 'x' }],
    hostRequests: [{ id: anId(), subject: 'x', status: 'asked', changedOn: '2025-01-10', answer: 'x' }],
    objectives: [{ id: anId(), title: 'x', indicators: [anIndicator({ actual: 1210, evidence: 'x' })] }],
    tags: ['x'],
    attachments: [
      { id: anId(), name: 'x', mediaType: 'application/pdf', bytes: 12, addedAt: '2025-01-01T00:00Z' },
    ],
  });
  const workspace: Workspace = {
    settings: [
      someSettings({ organisation: 'x', organisationUnit: 'x', contractingAuthority: 'x', me: 'x' }),
    ],
    events: [event],
    tasks: [
      aTask({
        eventId,
        owner: 'x',
        team: 'x',
        notes: 'x',
        checklist: [{ id: anId(), text: 'x', isDone: true }],
        tags: ['x'],
        status: 'done',
        doneOn: '2025-02-01',
      }),
    ],
    templates: [
      aTemplate({
        name: 'x',
        hostRequests: ['x'],
        tasks: [aTemplateTask({ title: 'x', team: 'x', checklist: ['x'] })],
      }),
    ],
    periods: [aPeriod({ name: 'x', source: 'x' })],
    reports: [
      aReport({
        id: eventId,
        version: 'x',
        author: 'x',
        narratives: { summary: 'x', conclusion: 'x' },
        recommendations: [{ id: anId(), kind: 'keep', title: 'x', details: 'x', owner: 'x' }],
      }),
    ],
    retentions: [{ id: 'contacts', months: 12, source: 'x', checkedOn: null }],
    erasures: [],
    exchanges: [],
    profiles: [aProfile({ source: 'x' })],
    people: [
      aStaffMember({
        name: 'x',
        team: 'x',
        skills: [{ name: 'x', expiresOn: null }],
        languages: ['x'],
        phone: '1',
        email: 'x@exemple.nc',
        homeArea: 'x',
        absences: [{ startsAt: '2025-02-01T00:00Z', endsAt: '2025-02-02T00:00Z', reason: 'x' }],
        likes: ['x'],
        dislikes: ['y'],
        shirtSize: 'x',
        meals: 'x',
        notes: 'x',
      }),
    ],
    posts: [
      aPost({ id: postId, eventId, name: 'x', team: 'x', place: 'x', meetingPoint: 'x', briefing: 'x' }),
    ],
    shifts: [aShift({ id: shiftId, eventId, postId, note: 'x' })],
    assignments: [
      anAssignment({
        eventId,
        shiftId,
        accepted: [{ rule: 'night', by: 'x', reason: 'x', at: '2025-02-01T00:00Z' }],
        presence: { status: 'arrived', arrivedAt: null, leftAt: null, replacedById: null, note: 'x' },
      }),
    ],
    travelTimes: [{ id: anId(), from: 'a', to: 'b', minutes: 20, source: 'x', checkedOn: null }],
  };
  const version: RecordOf<'exchanges'> = {
    id: anId(),
    eventId,
    isOwn: true,
    ancestors: [],
    contents: {
      event,
      tasks: [...workspace.tasks],
      report: workspace.reports[0] ?? null,
      posts: [...workspace.posts],
      shifts: [...workspace.shifts],
      assignments: [...workspace.assignments],
    },
  };
  const tables = Object.entries({ ...workspace, exchanges: [version] }).map(([table, records]) => [
    table,
    (records as readonly RecordOf<TableName>[]).map((record) => withTexts(table as TableName, record, plant)),
  ]);
  return Object.fromEntries(tables) as unknown as Workspace;
}
