import { accessExportOf } from '@shared/domain/accessExport';
import type { Person } from '@shared/domain/person';
import { emptyWorkspace, type Workspace } from '@shared/domain/workspace';
import { describe, expect, it } from 'vitest';
import { aContact, anEvent, anId, aReport, aTask } from '../../support/builders';
import { plantedEverywhere } from '../../support/planted';
import { theChangeThatMakes } from '../../support/workspaces';

const zoé: Person = { names: ['Zoé Qenegei'], emails: ['zoe@exemple.nc'], phones: ['78 45 12'] };
const others = ['Paul Martin', 'Marie-Ange Xozame', 'paul@exemple.nc', '79 00 11', 'Ludovic Hnaisilin'];

const event = anEvent({
  name: 'Forum des Métiers',
  contacts: [
    aContact({
      name: 'Qenegei Zoé',
      function: 'Trésorière',
      organisation: 'Sports pour Tous',
      phone: '78 45 12',
      email: 'zoe@exemple.nc',
    }),
    aContact({ name: 'Paul Martin', function: 'Président', phone: '79 00 11', email: 'paul@exemple.nc' }),
  ],
  description:
    'Avec Marie-Ange Xozame.\nZoé Qenegei tient la caisse avec M. Martin (79 00 11) et Ludovic Hnaisilin.\nPaul Martin ouvre.',
  attachments: [
    {
      id: anId(),
      name: 'Zoe Qenegei et Paul Martin.pdf',
      mediaType: '',
      bytes: 12,
      addedAt: '2025-01-01T00:00Z',
    },
    { id: anId(), name: 'Paul Martin.pdf', mediaType: '', bytes: 12, addedAt: '2025-01-01T00:00Z' },
  ],
});
const own = aTask({
  eventId: event.id,
  title: 'Tenir la caisse avec Paul Martin',
  owner: 'Zoé Qenegei',
  status: 'done',
  doneOn: '2025-02-01',
  team: 'Accueil',
});
const others1 = aTask({ eventId: event.id, title: 'Ouvrir', owner: 'Paul Martin', notes: 'Le 79 00 11' });
const report = aReport({
  id: event.id,
  author: 'Marie-Ange Xozame',
  narratives: { conclusion: 'Merci à Zoé Qenegei et à Paul Martin.' },
});
const workspace: Workspace = {
  ...emptyWorkspace(),
  events: [event],
  tasks: [own, others1],
  reports: [report],
};

describe('everything about one person', () => {
  const change = theChangeThatMakes({ ...emptyWorkspace(), tasks: [own] });
  const labelled = {
    ...theChangeThatMakes({ ...emptyWorkspace(), tasks: [others1] }, 2),
    label: { key: 'taskChanged', params: { title: 'Zoé Qenegei remplace Paul Martin' } },
  };
  const unrelated = theChangeThatMakes({ ...emptyWorkspace(), tasks: [others1] }, 3);
  const answer = accessExportOf(workspace, [change, labelled, unrelated], zoé, '2025-03-03');

  it('is what the records say of them, what the files are called and what the history kept, and nothing of others', () => {
    expect(answer).toEqual({
      format: 'regie-access-export',
      formatVersion: 1,
      madeOn: '2025-03-03',
      person: zoé,
      records: [
        {
          table: 'events',
          key: event.id,
          title: 'Forum des Métiers 2025',
          event: 'Forum des Métiers',
          fields: [
            { field: 'description', text: 'Zoé Qenegei tient la caisse avec M. […] ([…]) et […].' },
            { field: 'contacts[].name', text: 'Qenegei Zoé' },
            { field: 'contacts[].function', text: 'Trésorière' },
            { field: 'contacts[].organisation', text: 'Sports pour Tous' },
            { field: 'contacts[].phone', text: '78 45 12' },
            { field: 'contacts[].email', text: 'zoe@exemple.nc' },
            { field: 'attachments[].name', text: 'Zoe Qenegei et […].pdf' },
          ],
        },
        {
          table: 'tasks',
          key: own.id,
          title: 'Tenir la caisse avec […]',
          event: 'Forum des Métiers',
          fields: [
            { field: 'owner', text: 'Zoé Qenegei' },
            { field: 'team', text: 'Accueil' },
            { field: 'status', text: 'done' },
            { field: 'doneOn', text: '2025-02-01' },
          ],
        },
        {
          table: 'reports',
          key: event.id,
          title: 'Forum des Métiers',
          event: 'Forum des Métiers',
          fields: [{ field: 'narratives{}', text: 'Merci à Zoé Qenegei et à […].' }],
        },
      ],
      files: [
        {
          name: 'Zoe Qenegei et […].pdf',
          event: 'Forum des Métiers',
          addedAt: '2025-01-01T00:00Z',
          bytes: 12,
        },
      ],
      history: [
        {
          at: '2025-03-03T00:00Z',
          kind: 'do',
          label: { key: 'exampleOpened', params: {} },
          fields: [{ table: 'tasks', key: own.id, field: 'owner', before: '', after: 'Zoé Qenegei' }],
        },
        {
          at: '2025-03-03T00:00Z',
          kind: 'do',
          label: { key: 'taskChanged', params: { title: 'Zoé Qenegei remplace […]' } },
          fields: [],
        },
      ],
    });
    for (const other of others) expect(JSON.stringify(answer)).not.toContain(other);
  });

  it('has every planted fact, and none of whoever is planted beside', () => {
    let fact = 0;
    const planted = plantedEverywhere((_text, mark) => {
      fact += 1;
      if (mark.kind === 'personal' && mark.data === 'email') return 'zoe@exemple.nc';
      if (mark.kind === 'personal' && mark.data === 'phone') return '78 45 12';
      return `Zoé Qenegei, fait ${fact}f`;
    });
    const beside = plantedEverywhere((_text, mark) =>
      mark.kind === 'personal' && mark.data === 'email' ? 'paul@exemple.nc' : 'Paul Martin secret',
    );
    const both = Object.fromEntries(
      Object.entries(planted).map(([table, records]) => [table, [...records, ...beside[table as 'tasks']]]),
    ) as unknown as Workspace;
    const text = JSON.stringify(accessExportOf(both, [], zoé, '2025-03-03'));
    const told = new Set([...text.matchAll(/fait (\d+)f/g)].map(([, number]) => Number(number)));
    const plantedFacts = new Set(
      [...JSON.stringify(planted).matchAll(/fait (\d+)f/g)].map(([, number]) => Number(number)),
    );
    expect([[...plantedFacts].filter((each) => !told.has(each)), text.match(/Martin|secret|paul@/g)]).toEqual(
      [[], null],
    );
    expect(plantedFacts.size).toBeGreaterThan(40);
  });
});
