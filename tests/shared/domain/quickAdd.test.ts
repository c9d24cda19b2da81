import { parseQuickTask, type QuickTask } from '@shared/domain/quickAdd';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { type Task, taskSchema } from '@shared/domain/task';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, aTask } from '../../support/builders';

/** A Monday. */
const today = '2025-05-12';
const dumbea = anEvent({
  name: 'Journée des activités, Dumbéa',
  opensAt: '2025-06-20T22:00Z',
  closesAt: '2025-06-21T06:00Z',
});
const past = anEvent({
  name: 'Journée des activités, Dumbéa 2024',
  status: 'evaluated',
  opensAt: '2024-06-20T22:00Z',
  closesAt: '2024-06-21T06:00Z',
});
const fair = anEvent({
  name: 'Forum d’été à Koné',
  opensAt: '2025-07-20T22:00Z',
  closesAt: '2025-07-21T06:00Z',
});
const events = [past, fair, dumbea];

const nothing: Omit<QuickTask, 'title' | 'understood'> = {
  dueOn: null,
  plan: null,
  priority: null,
  tags: [],
  owner: null,
  team: null,
  eventId: null,
};
type Context = Partial<Parameters<typeof parseQuickTask>[1]>;
/** What was understood, as the words themselves. */
function read(line: string, context: Context = {}) {
  const { understood, ...task } = parseQuickTask(line, { today, events, ...context });
  return { ...task, understood: understood.map(({ from, to, kind }) => `${kind}: ${line.slice(from, to)}`) };
}
const dateOf = (line: string) => parseQuickTask(line, { today, events }).dueOn;
const jMinus = (offsetDays: number) => ({ anchor: { kind: 'opening' }, offsetDays, unit: 'calendarDays' });

describe('a line of quick add', () => {
  it('is its title when nothing else is said', () => {
    expect(read('  Relancer   la mairie ')).toEqual({
      ...nothing,
      title: 'Relancer la mairie',
      understood: [],
    });
    expect(read('')).toEqual({ ...nothing, title: '', understood: [] });
  });

  it('is read in French', () => {
    expect(read('Relancer la mairie !haute @Agent 04 +Logistique #partenaires demain')).toEqual({
      ...nothing,
      title: 'Relancer la mairie',
      priority: 'high',
      owner: 'Agent 04',
      team: 'Logistique',
      tags: ['partenaires'],
      dueOn: '2025-05-13',
      understood: [
        'priority: !haute',
        'owner: @Agent 04',
        'team: +Logistique',
        'tag: #partenaires',
        'date: demain',
      ],
    });
  });

  it('is read in English', () => {
    expect(read('Call the town hall !low @"Claire Martin" #partners in 3 days')).toEqual({
      ...nothing,
      title: 'Call the town hall',
      priority: 'low',
      owner: 'Claire Martin',
      tags: ['partners'],
      dueOn: '2025-05-15',
      understood: ['priority: !low', 'owner: @"Claire Martin"', 'tag: #partners', 'date: in 3 days'],
    });
  });

  it('keeps words for the title after a backslash', () => {
    expect(read('Écrire \\#5 \\demain \\>Dumbéa \\!haute \\@moi')).toEqual({
      ...nothing,
      title: 'Écrire #5 demain >Dumbéa !haute @moi',
      understood: [],
    });
  });

  it('keeps signs that mean nothing', () => {
    expect(read('5 > 3 et 2+2 # @ ! + >Rien !urgente >').title).toBe('5 > 3 et 2+2 # @ ! + >Rien !urgente >');
  });

  it('loses nothing but the marks of what it understood', () => {
    expect(read('Louer le fourgon J-30, 3 jours')).toEqual({
      ...nothing,
      title: 'Louer le fourgon J-30, 3 jours',
      understood: [],
    });
  });
});

describe('the date of a line', () => {
  it.each([
    ["aujourd'hui", '2025-05-12'],
    ['aujourd’hui', '2025-05-12'],
    ['today', '2025-05-12'],
    ['Demain', '2025-05-13'],
    ['tomorrow', '2025-05-13'],
    ['après-demain', '2025-05-14'],
    ['lundi', '2025-05-19'],
    ['Monday', '2025-05-19'],
    ['mardi', '2025-05-13'],
    ['dimanche', '2025-05-18'],
    ['lundi prochain', '2025-05-19'],
    ['next friday', '2025-05-16'],
    ['12/05', '2025-05-12'],
    ['11/05', '2026-05-11'],
    ['1/6', '2025-06-01'],
    ['29/02', '2028-02-29'],
    ['12/05/2024', '2024-05-12'],
    ['12/05/26', '2026-05-12'],
    ['2025-12-01', '2025-12-01'],
    ['dans 3 jours', '2025-05-15'],
    ['dans une semaine', '2025-05-19'],
    ['in 2 weeks', '2025-05-26'],
    ['dans 0 jour', '2025-05-12'],
  ])('« %s » is %s', (words, expected) => {
    expect(dateOf(`Louer ${words}`)).toBe(expected);
    expect(read(`Louer ${words} le fourgon`)).toEqual({
      ...nothing,
      dueOn: expected,
      title: 'Louer le fourgon',
      understood: [`date: ${words}`],
    });
  });

  it.each([
    '31/02',
    '0/1',
    '12/13',
    '2025-02-29',
    '2025-13-01',
    '1899-01-01',
    'dans 3 ans',
    'dans jours',
    'in',
    'lundis',
    'J-1501',
    '12/5/205',
  ])('is not « %s »', (words) => {
    expect(read(words, { event: dumbea })).toEqual({
      ...nothing,
      eventId: dumbea.id,
      title: words,
      understood: [],
    });
  });

  it('takes along the little words before it, and the comma after it', () => {
    expect(read('Commander les repas pour le 12/06, sans viande')).toEqual({
      ...nothing,
      dueOn: '2025-06-12',
      title: 'Commander les repas sans viande',
      understood: ['date: pour le 12/06,'],
    });
    expect(read('Send it by Friday').title).toBe('Send it');
    expect(read('Relire le dossier demain').title).toBe('Relire le dossier');
  });

  it('is the first one given', () => {
    expect(read('Reporter demain à lundi')).toEqual({
      ...nothing,
      dueOn: '2025-05-13',
      title: 'Reporter à lundi',
      understood: ['date: demain'],
    });
  });

  it.each([
    ['J-30', -30],
    ['j-30', -30],
    ['D-30', -30],
    ['J−7', -7],
    ['J+2', 2],
    ['D+0', 0],
    ['J-0', 0],
  ])('is counted from the opening of the event: %s', (words, offsetDays) => {
    expect(read(`Imprimer ${words}`, { event: dumbea })).toEqual({
      ...nothing,
      title: 'Imprimer',
      eventId: dumbea.id,
      plan: jMinus(offsetDays),
      understood: [`date: ${words}`],
    });
  });

  it('may be counted from an event named after it', () => {
    expect(read('Imprimer J-30 >Koné')).toEqual({
      ...nothing,
      title: 'Imprimer',
      eventId: fair.id,
      plan: jMinus(-30),
      understood: ['date: J-30', 'event: >Koné'],
    });
  });
});

describe('the people and the tags of a line', () => {
  it('need no quotes once they are known, accents and case aside', () => {
    const context = { owners: ['Claire', 'Jean-Marc Wéa', 'Agent 04'], teams: ['Accueil et comptage'] };
    expect(read('Former @jean-marc wea +accueil et comptage demain', context)).toEqual({
      ...nothing,
      title: 'Former',
      owner: 'Jean-Marc Wéa',
      team: 'Accueil et comptage',
      dueOn: '2025-05-13',
      understood: ['owner: @jean-marc wea', 'team: +accueil et comptage', 'date: demain'],
    });
    expect(read('Coller @Claire 12 affiches', context)).toEqual({
      ...nothing,
      title: 'Coller 12 affiches',
      owner: 'Claire',
      understood: ['owner: @Claire'],
    });
  });

  it('are one word otherwise, or a word and a number of two or three figures', () => {
    expect(read('Former @Jean Marc').owner).toBe('Jean');
    expect(read('Former @Bénévole 12').owner).toBe('Bénévole 12');
    expect(read('Coller @Claire 3 affiches').owner).toBe('Claire');
    expect(read('Coller @“Claire Martin” affiches').owner).toBe('Claire Martin');
  });

  it('are tags each once, and the last of two owners', () => {
    expect(read('Louer #Stand #stand #"plan B" @Ana, @Léo')).toEqual({
      ...nothing,
      title: 'Louer',
      tags: ['Stand', 'plan B'],
      owner: 'Léo',
      understood: ['tag: #Stand', 'tag: #stand', 'tag: #"plan B"', 'owner: @Ana,', 'owner: @Léo'],
    });
  });
});

describe('the event of a line', () => {
  it.each([
    ['by its beginning', '>forum', fair.id],
    ['by its middle', '>koné', fair.id],
    ['without its accents', '>DUMBEA', dumbea.id],
    ['by several words', '>"forum d\'été"', fair.id],
    ['by as many words as follow', ">Forum d'été à Koné", fair.id],
    ['to come rather than evaluated', '>Journée', dumbea.id],
    ['even evaluated, when nothing else fits', '>2024', past.id],
  ])('is named %s', (_, words, expected) => {
    expect(read(`Louer ${words} demain`)).toEqual({
      ...nothing,
      title: 'Louer',
      eventId: expected,
      dueOn: '2025-05-13',
      understood: [`event: ${words}`, 'date: demain'],
    });
  });

  it('is, of several, the one named by its beginning, then to follow, then to come, then nearest', () => {
    const held = (name: string, day: string, status: PlannedEvent['status'] = 'planned') =>
      anEvent({ name, status, opensAt: `${day}T00:00Z`, closesAt: `${day}T05:00Z` });
    const near = held('Grand salon', '2025-05-20');
    const byName = held('Salon', '2025-09-01');
    const yesterday = held('Salon', '2025-05-11');
    const later = held('Salon', '2025-10-01');
    const cancelled = held('Salon', '2025-06-01', 'cancelled');
    const chosen = (...among: PlannedEvent[]) => read('Louer >salon', { events: among }).eventId;
    expect([
      chosen(near, byName),
      chosen(cancelled, byName),
      chosen(yesterday, byName),
      chosen(later, byName),
      chosen(cancelled, yesterday),
    ]).toEqual([byName.id, byName.id, byName.id, byName.id, yesterday.id]);
  });

  it('is where the line is typed, unless it names another', () => {
    expect(read('Louer', { event: fair }).eventId).toBe(fair.id);
    expect(read('Louer >Dumbéa', { event: fair }).eventId).toBe(dumbea.id);
    expect(read('Louer >Poindimié', { event: fair })).toEqual({
      ...nothing,
      eventId: fair.id,
      title: 'Louer >Poindimié',
      understood: [],
    });
  });
});

describe('whatever is typed', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '@',
      '#',
      '>',
      '!',
      '+',
      '\\',
      '"',
      '“',
      ' ',
      'J-',
      'demain',
      'dans',
      '99',
      'semaines',
      '31/12',
      '>Journée',
      '@Agent',
      '04',
      '😀',
      'é',
    ),
  );
  const lines = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(' ').replaceAll('  ', ''));

  it('gives a task that its schema takes, and stretches of the line in order', () => {
    fc.assert(
      fc.property(fc.oneof(lines, fc.string({ unit: 'binary', maxLength: 1_500 })), (line) => {
        const { understood, title, tags, priority, owner, team, ...rest } = parseQuickTask(line, {
          today,
          events,
        });
        const task: Task = {
          ...aTask(),
          ...rest,
          title: title || 'sans titre',
          tags: [...tags],
          owner: owner ?? '',
          team: team ?? '',
          priority: priority ?? 'medium',
        };
        const edges = understood.flatMap(({ from, to }) => [from, to]);
        expect(taskSchema.parse(task)).toEqual(task);
        expect(edges).toEqual([...edges].sort((left, right) => left - right));
        expect(understood.every(({ from, to }) => from < to && to <= line.length)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('of great length is cut, no character in two', () => {
    const { title, owner, tags } = parseQuickTask(
      `${'x'.repeat(199)}😀 #${'y'.repeat(39)}😀 @${'z'.repeat(300)}`,
      { today, events },
    );
    expect([title, owner, tags]).toEqual(['x'.repeat(199), 'z'.repeat(200), ['y'.repeat(39)]]);
  });
});
