import { useConflictSentence } from '@renderer/i18n/conflictSentence';
import { fr } from '@renderer/i18n/fr';
import { rosterRules } from '@shared/domain/assignment';
import { rosterOf } from '@shared/domain/roster';
import type { Conflict, Mend } from '@shared/domain/rosterConflicts';
import { describe, expect, it } from 'vitest';
import { typographyFaults } from '../../../support/typography';
import { renderPage } from '../../../support/renderPage';
import { agentProfile, event, people, posts, shifts } from './rosterBoards';

const roster = rosterOf({
  eventId: event.id,
  events: [event],
  posts: Object.values(posts),
  shifts: Object.values(shifts),
  assignments: [],
  people: Object.values(people),
  profiles: [agentProfile],
  travelTimes: [],
});
const mends: readonly Mend[] = [
  'replace',
  'shorten',
  'pause',
  'renew',
  'recruit',
  'release',
  'profile',
  'pair',
];
const inMinutes = new Set<string>(['shortRest', 'dailySpan', 'dayHours', 'travel', 'doubleBooked', 'night']);
const conflict = (rule: Conflict['rule'], mend: Mend, fields: Partial<Conflict> = {}): Conflict => ({
  rule,
  personIds: [people.first.id, people.second.id],
  shiftIds: [shifts.north.id, shifts.south.id],
  assignmentIds: [],
  amount: 90,
  limit: 660,
  unit: inMinutes.has(rule) ? 'minutes' : 'people',
  about: 'PSC1',
  mend,
  isWish: false,
  accepted: null,
  ...fields,
});

function Sentences({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { what, why, mend } = useConflictSentence(roster);
  return (
    <ul>
      {conflicts.map((one) => (
        <li key={`${one.rule} ${one.mend} ${one.amount}`}>{[what(one), why(one), mend(one)].join('\n')}</li>
      ))}
    </ul>
  );
}

async function said(conflicts: readonly Conflict[], language: 'fr' | 'en') {
  await renderPage(<Sentences conflicts={conflicts} />, { language });
  await expect.poll(() => document.querySelectorAll('li').length).toBe(conflicts.length);
  return [...document.querySelectorAll('li')].map(({ textContent }) => textContent ?? '');
}

describe('a conflict in words', () => {
  it.each(['fr', 'en'] as const)('has a sentence for each rule and each mending (%s)', async (language) => {
    const all = [
      ...rosterRules.map((rule) => conflict(rule, 'replace')),
      ...mends.map((mend, index) => conflict('shortRest', mend, { amount: index + 1 })),
    ];
    for (const text of await said(all, language)) {
      expect(text).not.toMatch(/\{\{|conflict\.|undefined|NaN/);
      for (const line of text.split('\n')) expect(line).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it('names the rule, the people, the shifts, by how much and the limit', async () => {
    const [rest, none, outside, swapped] = await said(
      [
        conflict('shortRest', 'shorten'),
        conflict('shortRest', 'shorten', { amount: 660 }),
        conflict('outsideHours', 'replace', { unit: 'minutes' }),
        conflict('doubleBooked', 'replace'),
      ],
      'fr',
    );
    expect(rest?.split('\n')[0]).toBe(
      'Agent 01 n’a que 9\u202fh\u202f30 de repos entre Porte Nord, sam. 22 févr., 9\u202fh\u202f–\u202f13\u202fh et Porte Sud, sam. 22 févr., 9\u202fh\u202f–\u202f13\u202fh\u202f: il en faut 11\u202fh, il manque 1\u202fh\u202f30.',
    );
    expect(none).toMatch(/aucun repos/);
    expect(outside).toMatch(/hors de ses heures/);
    expect(swapped).toMatch(/deux endroits pendant 1\u202fh\u202f30/);
  });

  it('is written as French is', () => {
    expect(typographyFaults(fr.roster)).toEqual([]);
  });
});
