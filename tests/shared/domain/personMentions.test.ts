import type { Person } from '@shared/domain/person';
import { nobody } from '@shared/domain/person';
import {
  directoryOf,
  masked,
  matcherOf,
  mentionsOf,
  namesIn,
  recordWithout,
  wholePerson,
} from '@shared/domain/personMentions';
import { recordSchemas } from '@shared/domain/changeSet';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { aContact, anEvent, anId, aReport, aTask, someSettings } from '../../support/builders';
import { theChangeThatMakes } from '../../support/workspaces';

const hélène: Person = {
  names: ['Hélène Wéa-Poigoune'],
  emails: ['h.wea@exemple.nc'],
  phones: ['+687 26 12 34'],
};
const found = (text: string, person: Person = hélène) =>
  matcherOf(person)(text).map(({ from, to }) => text.slice(from, to));
const aWorkspace = (fields: Partial<Workspace>): Workspace => ({ ...emptyWorkspace(), ...fields });

describe('a person is known again', () => {
  test.each([
    ['accents and case', 'Voir HELENE wea-poigoune demain', ['HELENE wea-poigoune']],
    ['the other order, with a comma', 'Wéa-Poigoune, Hélène (DCJS)', ['Wéa-Poigoune, Hélène']],
    ['spaces for hyphens, over two lines', 'Hélène Wéa\n   Poigoune', ['Hélène Wéa\n   Poigoune']],
    [
      'letters and accents apart',
      'He\u0301le\u0300ne We\u0301a-Poigoune',
      ['He\u0301le\u0300ne We\u0301a-Poigoune'],
    ],
    ['in the name of a file', 'CV_helene_wea-poigoune.pdf', ['helene_wea-poigoune']],
    ['twice', 'Hélène Wéa-Poigoune et Hélène Wéa-Poigoune', ['Hélène Wéa-Poigoune', 'Hélène Wéa-Poigoune']],
    ['by address', 'Écrire à <H.Wea@Exemple.NC>.', ['H.Wea@Exemple.NC']],
    ['by number without its prefix', 'Tél. 26.12.34', ['26.12.34']],
    [
      'by number with its prefix',
      'Tél. : +687 261 234 ou 00 687 26 12 34',
      ['+687 261 234', '00 687 26 12 34'],
    ],
  ])('by %s', (_how, text, expected) => expect(found(text)).toEqual(expected));

  test.each([
    ['another person of the family', 'Paul Wéa-Poigoune'],
    ['only the first name', 'Hélène viendra'],
    ['within longer words', 'Hélène Wéa-Poigounettes'],
    ['words far apart', 'Hélène, qui connaît bien Wéa et Poigoune'],
    ['another address', 'xh.wea@exemple.nc, h.wea@exemple.nc.org'],
    ['a longer number', '126 12 34, 26 12 345'],
    ['a day', '2026-12-34'],
  ])('but not in %s', (_what, text) => expect(found(text)).toEqual([]));

  it('and nobody is never found', () => {
    expect(found('Tout le monde, 26 12 34, a@b.nc', nobody)).toEqual([]);
    expect(found('Tout le monde', { names: ['', ' - '], emails: [''], phones: ['12'] })).toEqual([]);
  });
});

const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{3,9}$/);
test('whatever the name, the order, the case and what stands around it: found once, and gone once masked', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 2, maxLength: 4, selector: (each) => each.toLowerCase() }),
      fc.constantFrom(' ', '-', ', ', '\u00a0', "'"),
      fc.constantFrom(['', ''], ['Vu avec ', ' hier'], ['(', ')'], ['« ', ' »'], ['12_', '_34.pdf']),
      fc.constantFrom('same', 'upper', 'reversed'),
      (parts, gap, [before = '', after = ''], how) => {
        const person = { ...nobody, names: [parts.join(' ')] };
        const order = how === 'reversed' ? parts.toReversed() : parts;
        const name = order.join(gap);
        const written = how === 'upper' ? name.toLocaleUpperCase('fr') : name;
        const text = `${before}${written}${after}`;
        const find = matcherOf(person);
        expect(find(text).map(({ from, to }) => text.slice(from, to))).toEqual([written]);
        expect(find(masked(text, find(text), '[…]'))).toEqual([]);
      },
    ),
  );
});

describe('everything that names a person', () => {
  const event = anEvent({
    name: 'Journée',
    contacts: [aContact({ name: 'WÉA-POIGOUNE Hélène', phone: '26 12 34' })],
    attachments: [
      {
        id: anId(),
        name: 'cv-helene-wea-poigoune.pdf',
        mediaType: 'application/pdf',
        bytes: 1,
        addedAt: '2025-01-01T00:00Z',
      },
    ],
  });
  const task = aTask({
    notes: `${'Long. '.repeat(30)}Appeler Hélène Wéa-Poigoune avant le ${'soir. '.repeat(30)}`,
  });
  const report = aReport({ narratives: { conclusion: 'Merci à h.wea@exemple.nc' } });
  const workspace = aWorkspace({ events: [event, anEvent()], tasks: [task, aTask()], reports: [report] });

  it('has its table, its record, its place and the words around it', () => {
    const places = mentionsOf(workspace, hélène).map(({ table, key, path, excerpt }) => [
      table,
      key,
      path.join('.'),
      excerpt,
    ]);
    expect(places).toEqual([
      ['events', event.id, 'contacts.0.name', 'WÉA-POIGOUNE Hélène'],
      ['events', event.id, 'contacts.0.phone', '26 12 34'],
      ['events', event.id, 'attachments.0.name', 'cv-helene-wea-poigoune.pdf'],
      ['tasks', task.id, 'notes', expect.stringMatching(/^….*Appeler Hélène Wéa-Poigoune avant le.*…$/)],
      ['reports', report.id, 'narratives.conclusion', 'Merci à h.wea@exemple.nc'],
    ]);
  });

  it('is in the history too: in a label, in what stood before or came after', () => {
    const change = theChangeThatMakes(workspace);
    const plain = theChangeThatMakes(aWorkspace({ tasks: [aTask()] }));
    const labelled = {
      ...plain,
      label: { key: 'taskChanged', params: { title: 'Voir Hélène Wéa-Poigoune' } },
    };
    const find = matcherOf(hélène);
    expect([change, plain, labelled].map((each) => namesIn(each, find))).toEqual([true, false, true]);
  });
});

describe('the people of the name fields', () => {
  it('are put together whatever the spelling, with what their contact lines have', () => {
    const workspace = aWorkspace({
      settings: [someSettings({ me: 'Marie Dupont' })],
      events: [
        anEvent({
          contacts: [
            aContact({ name: 'DUPONT Marie', email: 'm@x.nc' }),
            aContact({ name: 'Éric Naisseline', phone: '78 00 11' }),
          ],
        }),
      ],
      tasks: [aTask({ owner: 'Marie Dupont' }), aTask({ owner: '' })],
      reports: [
        aReport({
          author: 'Eric Naisseline',
          recommendations: [{ id: anId(), kind: 'keep', title: 'Garder', details: '', owner: 'Logistique' }],
        }),
      ],
    });
    expect(directoryOf(workspace)).toEqual([
      { key: 'dupont marie', name: 'Marie Dupont', emails: ['m@x.nc'], phones: [], count: 3 },
      { key: 'eric naisseline', name: 'Éric Naisseline', emails: [], phones: ['78 00 11'], count: 2 },
      { key: 'logistique', name: 'Logistique', emails: [], phones: [], count: 1 },
    ]);
  });
});

describe('a whole person', () => {
  const lines = [
    aContact({ name: 'Jeanne Dupont', email: 'jeanne@x.nc', phone: '26 00 00' }),
    aContact({ name: 'J. Dupont', email: 'jeanne@x.nc', phone: '79 11 11' }),
    aContact({ name: 'Paul Martin', email: 'accueil@x.nc', phone: '26 00 00' }),
    aContact({ name: 'DUPONT Jeanne', email: 'accueil@x.nc' }),
  ];
  const workspace = aWorkspace({ events: [anEvent({ contacts: lines })] });

  it('has the addresses and numbers that are theirs alone, and the other spellings beside them', () => {
    expect(wholePerson(workspace, { ...nobody, names: ['jeanne dupont'] })).toEqual({
      names: ['jeanne dupont', 'J. Dupont'],
      emails: ['jeanne@x.nc'],
      phones: ['79 11 11'],
    });
  });
  it('asked for by address alone, gets the names beside it', () => {
    expect(wholePerson(workspace, { ...nobody, emails: ['JEANNE@x.nc'] }).names).toEqual([
      'Jeanne Dupont',
      'J. Dupont',
    ]);
  });
});

describe('a record without a person', () => {
  const words = { person: 'Personne effacée', text: '[…]' };

  it('says so in a field for names, empties the address and the number of their own lines, and masks them in texts', () => {
    const switchboard = '27 00 00';
    const other = aContact({ name: 'Paul Martin', phone: switchboard, email: 'paul@x.nc' });
    const own = aContact({
      name: 'Hélène Wéa-Poigoune',
      phone: switchboard,
      email: 'autre@x.nc',
      organisation: 'DCJS',
    });
    const event = anEvent({ description: 'Avec Hélène Wéa-Poigoune (26 12 34).', contacts: [own, other] });
    expect(recordWithout('events', event, matcherOf(hélène), words)).toEqual({
      ...event,
      description: 'Avec […] ([…]).',
      contacts: [{ ...own, name: 'Personne effacée', phone: '', email: '' }, other],
    });
  });

  it('is the same record when nobody is named in it', () => {
    const task = aTask({ notes: 'Rien' });
    expect(recordWithout('tasks', task, matcherOf(hélène), words)).toBe(task);
  });

  it('stays valid when the mask is longer than the name and the field is full', () => {
    const person = { ...nobody, names: ['Li'] };
    const task = aTask({ owner: `Li ${'a'.repeat(197)}`, tags: ['Li'], title: 'Li' });
    const made = recordWithout('tasks', task, matcherOf(person), words);
    expect(recordSchemas.tasks.safeParse(made).success).toBe(true);
    expect(mentionsOf(aWorkspace({ tasks: [made] }), person)).toEqual([]);
  });
});

test('100 000 tasks are read for one person in a few seconds', () => {
  const tasks = Array.from({ length: 100_000 }, (_, index) =>
    aTask({
      title: `Réserver la sonorisation n° ${index}`,
      owner: index % 7 === 0 ? 'Agent Sept' : 'Équipe technique',
      notes: 'Devis demandé à trois sociétés ; à relancer avant la fin du mois, au 25 00 00.',
    }),
  );
  const planted = aTask({ owner: 'Hélène Wéa-Poigoune' });
  const started = performance.now();
  const mentions = mentionsOf(aWorkspace({ tasks: [...tasks, planted] }), hélène);
  expect(mentions.map(({ key }) => key)).toEqual([planted.id]);
  expect(performance.now() - started).toBeLessThan(8_000);
});
