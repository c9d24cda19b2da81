import { RosterPage } from '@renderer/features/roster/RosterPage';
import type { Host } from '@renderer/host/host';
import type { Assignment } from '@shared/domain/assignment';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Language } from '@shared/domain/settings';
import type { Post } from '@shared/domain/post';
import type { Shift } from '@shared/domain/shift';
import type { StaffMember } from '@shared/domain/staffMember';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { anAssignment, anEvent, aPost, aProfile, aShift, aStaffMember } from '../../../support/builders';
import { renderPage } from '../../../support/renderPage';

/** The Dumbéa day with two gates, a first-aid post and four people: Porte Nord in the morning is held by Agent 01. */
export const event = anEvent({ name: 'Journée de Dumbéa' });
export const agentProfile = aProfile();
const person = (name: string, fields: Partial<StaffMember> = {}) =>
  aStaffMember({ name, profileId: agentProfile.id, ...fields });
export const people = {
  first: person('Agent 01'),
  second: person('Agent 02'),
  aider: person('Agent 03', { skills: [{ name: 'PSC1', expiresOn: null }], team: 'Secours' }),
  away: person('Agent 04', {
    absences: [{ startsAt: '2025-02-21T20:00Z', endsAt: '2025-02-22T10:00Z', reason: 'formation' }],
  }),
} as const;
export const posts = {
  north: aPost({ eventId: event.id, name: 'Porte Nord', team: 'Accueil' }),
  south: aPost({ eventId: event.id, name: 'Porte Sud', team: 'Accueil' }),
  aid: aPost({
    eventId: event.id,
    name: 'Poste de secours',
    team: 'Secours',
    skills: { mode: 'all', names: ['PSC1'] },
  }),
} as const;
const morning = { startsAt: '2025-02-21T22:00Z', endsAt: '2025-02-22T02:00Z' } as const;
const shiftOf = (post: Post, fields: Partial<Shift> = {}) =>
  aShift({ eventId: event.id, postId: post.id, ...morning, ...fields });
export const shifts = {
  north: shiftOf(posts.north, { headcount: 2 }),
  south: shiftOf(posts.south),
  aid: shiftOf(posts.aid),
} as const;
export const on = (shift: Shift, member: StaffMember, fields: Partial<Assignment> = {}) =>
  anAssignment({ eventId: event.id, shiftId: shift.id, personId: member.id, ...fields });
export const firstOnNorth = on(shifts.north, people.first);

type Options = {
  assignments?: readonly Assignment[];
  search?: string;
  posts?: readonly Post[];
  shifts?: readonly Shift[];
  people?: readonly StaffMember[];
  /** Besides the Dumbéa day. */
  events?: readonly PlannedEvent[];
  language?: Language;
  host?: Host;
};

export async function showRoster({ assignments = [firstOnNorth], search = '', ...given }: Options = {}) {
  const shown = await renderPage(
    <main style={{ display: 'flex', height: '780px' }}>
      <RosterPage eventId={event.id} />
    </main>,
    {
      workspace: {
        events: [event, ...(given.events ?? [])],
        posts: [...(given.posts ?? Object.values(posts))],
        shifts: [...(given.shifts ?? Object.values(shifts))],
        people: [...(given.people ?? Object.values(people))],
        profiles: [agentProfile],
        assignments: [...assignments],
      },
      address: `/events/${event.id}/roster${search}`,
      ...(given.language ? { language: given.language } : {}),
      ...(given.host ? { host: given.host } : {}),
    },
  );
  return shown;
}

export const bar = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}, sam\\.`) });

export async function focusBar(name: string) {
  await expect.element(bar(name)).toBeInTheDocument();
  (bar(name).element() as HTMLElement).focus();
}
