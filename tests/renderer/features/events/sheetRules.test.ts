import { afterLetter, withRequestStatus } from '@renderer/features/events/sheet/hostRequests';
import { letterHtml } from '@renderer/features/events/sheet/letterHtml';
import { mediaTypeOf } from '@renderer/features/events/sheet/mediaType';
import { partnerOf } from '@renderer/features/events/sheet/partnerLines';
import { statusChangeOf } from '@renderer/features/events/statusChange';
import { type HostRequest, hostRequestStatuses } from '@shared/domain/plannedEvent';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, anIndicator } from '../../../support/builders';

const today = '2025-02-10';

function aRequest(fields: Partial<HostRequest> = {}): HostRequest {
  return { id: anId(), subject: 'Plan du site', status: 'toAsk', changedOn: null, answer: '', ...fields };
}

describe('information asked of a host', () => {
  it('bears the day of its last step, and none while it is still to ask', () => {
    const asked = withRequestStatus(aRequest(), 'asked', today);
    expect([asked.status, asked.changedOn]).toEqual(['asked', today]);
    expect(withRequestStatus(asked, 'asked', '2025-03-01')).toBe(asked);
    expect(withRequestStatus(asked, 'toAsk', '2025-03-01').changedOn).toBeNull();
  });

  it('moves on by one step once the letter has left, but for what was already received', () => {
    const before = hostRequestStatuses.map((status) => aRequest({ status, changedOn: '2025-01-01' }));
    expect(afterLetter(before, today).map(({ status, changedOn }) => [status, changedOn])).toEqual([
      ['asked', today],
      ['reminded', today],
      ['reminded', today],
      ['received', '2025-01-01'],
      ['confirmed', '2025-01-01'],
    ]);
  });
});

describe('the letter on paper', () => {
  it('prints what was typed as text, never as markup', () => {
    const html = letterHtml(
      '<b>Objet</b>',
      'Bonjour <script>alert(1)</script>\nligne 2\n\nFin & merci',
      'fr',
    );
    expect(html).toContain('<title>&lt;b&gt;Objet&lt;/b&gt;</title>');
    expect(html).toContain('<p>Bonjour &lt;script&gt;alert(1)&lt;/script&gt;<br>ligne 2</p>');
    expect(html).toContain('<p>Fin &amp; merci</p>');
    expect(html).not.toContain('<script');
  });
});

describe('a pasted list of organisations', () => {
  it.each([
    ['- Organisme 13 – danse contemporaine (Nouméa)', ['Organisme 13', 'danse contemporaine', 'Nouméa']],
    ['Organisme 12 – va’a (Mont-Dore)', ['Organisme 12', 'va’a', 'Mont-Dore']],
    ['3. Judo-club', ['Judo-club', '', '']],
    ['Médiathèque (Dumbéa)', ['Médiathèque', '', 'Dumbéa']],
    ['  • Club - tennis - débutants  ', ['Club', 'tennis - débutants', '']],
  ])('reads « %s »', (line, [name, activity, commune]) => {
    const id = anId();
    expect(partnerOf(line, id)).toEqual({ id, name, activity, commune });
  });
});

describe('a change of status', () => {
  const ready = {
    contacts: [{ id: anId(), function: 'Régie', name: '', organisation: '', phone: '', email: '' as const }],
  };
  const aims = (means: string) => [
    { id: anId(), title: 'Découvrir', indicators: [anIndicator({ meansOfMeasure: means })] },
  ];

  it('is allowed one step on when nothing is missing, and refused with its reason otherwise', () => {
    const complete = anEvent({ ...ready, objectives: aims('Compteurs') });
    const gap = anEvent({ ...ready, objectives: aims('') });
    const idea = anEvent({ status: 'idea' });
    const there = anEvent({ status: 'confirmed' });
    expect(statusChangeOf([complete, gap, idea, there], 'confirmed')).toEqual({
      allowed: [complete],
      refused: [
        { event: gap, to: 'confirmed', reason: 'missing', count: 1 },
        { event: idea, to: 'confirmed', reason: 'order' },
      ],
    });
  });

  it('asks for nothing to go back or to give up', () => {
    const bare = anEvent({ status: 'confirmed', venue: { ...anEvent().venue, name: '' } });
    expect(statusChangeOf([bare], 'planned').allowed).toEqual([bare]);
    expect(statusChangeOf([bare], 'cancelled').allowed).toEqual([bare]);
  });
});

describe('the type of an attachment', () => {
  it('is read from the end of its name', () => {
    expect(['Plan.PDF', 'photo.jpeg', 'archive.tar.xyz', 'sans extension'].map(mediaTypeOf)).toEqual([
      'application/pdf',
      'image/jpeg',
      'application/octet-stream',
      'application/octet-stream',
    ]);
  });
});
