import { type Assignment, type AssignmentId, expectedPresence } from '@shared/domain/assignment';
import type { CalendarPeriod } from '@shared/domain/calendarPeriod';
import { blankMember } from '@shared/domain/directory';
import { emptyReport, type EventReport } from '@shared/domain/eventReport';
import type { Contact, EventId, Indicator, PlannedEvent } from '@shared/domain/plannedEvent';
import type { Post, PostId } from '@shared/domain/post';
import type { Shift, ShiftId } from '@shared/domain/shift';
import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile, WorkProfileId } from '@shared/domain/workProfile';
import { defaultSettings, type Settings } from '@shared/domain/settings';
import type { Task, TaskId } from '@shared/domain/task';
import type { TaskTemplate, TemplateTask } from '@shared/domain/taskTemplate';

let made = 0;
/** The next of a run of valid, readable uuids. */
export function anId(): string {
  made += 1;
  return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`;
}

/** The Dumbéa day, without its plan: Saturday 22 February 2025, 9 to 17 h, set up the day before. */
export function anEvent(fields: Partial<PlannedEvent> = {}): PlannedEvent {
  return {
    id: anId() as EventId,
    name: 'Journée des activités',
    edition: '2025',
    role: 'organiser',
    status: 'planned',
    kind: 'activityDay',
    timeZone: 'Pacific/Noumea',
    opensAt: '2025-02-21T22:00Z',
    closesAt: '2025-02-22T06:00Z',
    setUp: { startsAt: '2025-02-21T02:00Z', endsAt: '2025-02-21T07:00Z' },
    teardown: { startsAt: '2025-02-22T06:00Z', endsAt: '2025-02-22T09:00Z' },
    reportDueOn: '2025-03-21',
    orderSignedOn: null,
    customAnchors: [],
    repetition: null,
    venue: { name: 'Complexe sportif', address: '', commune: 'Dumbéa', accessNotes: '', capacityPeople: 900 },
    expectedAttendancePeople: 1200,
    audiences: '',
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
    createdAt: '2024-10-01T00:00Z',
    ...fields,
  };
}

export function aTask(fields: Partial<Task> = {}): Task {
  return {
    id: anId() as TaskId,
    eventId: null,
    title: 'Réserver la sonorisation',
    owner: '',
    team: '',
    status: 'todo',
    priority: 'medium',
    dueOn: null,
    plan: null,
    isPinned: false,
    durationDays: 1,
    estimateMinutes: null,
    notes: '',
    checklist: [],
    dependsOn: [],
    tags: [],
    doneOn: null,
    createdAt: '2024-10-01T00:00Z',
    ...fields,
  };
}

export function aContact(fields: Partial<Contact> = {}): Contact {
  return {
    id: anId(),
    function: 'Régie générale',
    name: '',
    organisation: '',
    phone: '',
    email: '',
    ...fields,
  };
}

export function aReport(fields: Partial<EventReport> = {}): EventReport {
  return { ...emptyReport(anId() as EventId), ...fields };
}

export function anIndicator(fields: Partial<Indicator> = {}): Indicator {
  return {
    id: anId(),
    name: 'Entrées comptées',
    unit: '',
    direction: 'increase',
    baseline: 940,
    target: 1200,
    actual: null,
    meansOfMeasure: 'Compteurs des trois portes',
    evidence: '',
    measuredOn: null,
    ...fields,
  };
}

export function aPeriod(fields: Partial<CalendarPeriod> = {}): CalendarPeriod {
  return {
    id: anId(),
    kind: 'publicHoliday',
    name: 'Jour férié',
    firstOn: '2025-05-01',
    lastOn: '2025-05-01',
    source: '',
    checkedOn: null,
    ...fields,
  };
}

export function aTemplateTask(fields: Partial<TemplateTask> = {}): TemplateTask {
  return {
    key: 'salle',
    title: 'Réserver la salle',
    team: 'Logistique',
    priority: 'medium',
    anchor: 'opening',
    offsetDays: -30,
    unit: 'calendarDays',
    durationDays: 1,
    dependsOn: [],
    checklist: [],
    ...fields,
  };
}

export function aTemplate(fields: Partial<TaskTemplate> = {}): TaskTemplate {
  return {
    id: anId(),
    name: 'Réunion',
    kind: 'meeting',
    role: 'organiser',
    hostRequests: [],
    tasks: [aTemplateTask()],
    ...fields,
  };
}

export function someSettings(fields: Partial<Settings> = {}): Settings {
  return { ...defaultSettings, ...fields };
}

/** Rules of the metropolitan local civil service: 10 h a day, 12 h span, 11 h rest, 48 h a week. */
export function aProfile(fields: Partial<WorkProfile> = {}): WorkProfile {
  return {
    id: anId() as WorkProfileId,
    name: 'Agent public',
    dayMinutes: 600,
    spanMinutes: 720,
    dailyRestMinutes: 660,
    weeklyRestMinutes: 2_100,
    weekMinutes: 2_880,
    rolling: { weeks: 12, averageMinutes: 2_640 },
    pause: { afterMinutes: 360, pauseMinutes: 20 },
    night: null,
    youngest: 18,
    oldest: null,
    contractWeekMinutes: 2_340,
    costPerHourMinor: null,
    forbiddenSkills: [],
    source: '',
    checkedOn: null,
    ...fields,
  };
}

export function aStaffMember(fields: Partial<StaffMember> = {}): StaffMember {
  return { ...blankMember(anId() as StaffId, 'Agent 01', '2024-10-01T00:00Z'), ...fields };
}

export function aPost(fields: Partial<Post> = {}): Post {
  return {
    id: anId() as PostId,
    eventId: anId() as EventId,
    name: 'Accueil du public',
    team: '',
    place: '',
    meetingPoint: '',
    briefing: '',
    inChargeId: null,
    skills: { mode: 'all', names: [] },
    minimumAge: null,
    priority: 1,
    createdAt: '2024-10-01T00:00Z',
    ...fields,
  };
}

/** Saturday 22 February 2025, 9 to 13 h in Nouméa. */
export function aShift(fields: Partial<Shift> = {}): Shift {
  return {
    id: anId() as ShiftId,
    eventId: anId() as EventId,
    postId: anId() as PostId,
    startsAt: '2025-02-21T22:00Z',
    endsAt: '2025-02-22T02:00Z',
    headcount: 1,
    pauseMinutes: 0,
    note: '',
    ...fields,
  };
}

export function anAssignment(fields: Partial<Assignment> = {}): Assignment {
  return {
    id: anId() as AssignmentId,
    eventId: anId() as EventId,
    shiftId: anId() as ShiftId,
    personId: anId() as StaffId,
    isLocked: false,
    accepted: [],
    presence: expectedPresence,
    ...fields,
  };
}
