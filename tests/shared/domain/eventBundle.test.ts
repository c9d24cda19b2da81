import { attachmentIdsOf, bundleOf } from '@shared/domain/eventBundle';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import { expect, test } from 'vitest';
import {
  anAssignment,
  anEvent,
  anId,
  aPeriod,
  aPost,
  aReport,
  aShift,
  aStaffMember,
  aTask,
  aTemplate,
  someSettings,
} from '../../support/builders';

test('an event leaves with its tasks, its report, its roster and its files, and with nothing of the laptop', () => {
  const file = {
    id: anId(),
    name: 'plan.pdf',
    mediaType: 'application/pdf',
    bytes: 3,
    addedAt: '2025-01-01T00:00Z',
  };
  const [event, other] = [anEvent({ attachments: [file] }), anEvent()];
  const [task, ...others] = [aTask({ eventId: event.id }), aTask({ eventId: other.id }), aTask()];
  const report = aReport({ id: event.id, author: 'A' });
  const post = aPost({ eventId: event.id });
  const shift = aShift({ eventId: event.id, postId: post.id });
  const held = anAssignment({ eventId: event.id, shiftId: shift.id });
  const workspace: Workspace = {
    ...emptyWorkspace(),
    settings: [someSettings()],
    events: [other, event],
    tasks: [...others, ...(task ? [task] : [])],
    reports: [aReport({ id: other.id }), report],
    templates: [aTemplate()],
    periods: [aPeriod()],
    posts: [aPost(), post],
    shifts: [aShift(), shift],
    assignments: [anAssignment(), held],
    people: [aStaffMember()],
  };
  expect([bundleOf(workspace, event.id), attachmentIdsOf({ event })]).toEqual([
    { event, tasks: [task], report, posts: [post], shifts: [shift], assignments: [held] },
    [file.id],
  ]);
  expect([
    bundleOf({ ...workspace, reports: [] }, other.id)?.report,
    bundleOf(workspace, anEvent().id),
  ]).toEqual([null, null]);
});
