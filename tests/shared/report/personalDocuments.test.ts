import { accessExportOf } from '@shared/domain/accessExport';
import { tableNames } from '@shared/domain/changeSet';
import { fieldMarks } from '@shared/domain/personalData';
import { personalUses } from '@shared/domain/retention';
import { emptyWorkspace } from '@shared/domain/workspace';
import { reportDocumentSchema } from '@shared/report/document';
import { accessDocument, processingRegister } from '@shared/report/personalDocuments';
import { personalWords } from '@shared/report/personalWords';
import { retentionDefaults } from '@shared/seed/retentions';
import { describe, expect, it, test } from 'vitest';
import { aContact, anEvent, anId, aTask, someSettings } from '../../support/builders';
import { typographyFaults } from '../../support/typography';

const languages = ['fr', 'en'] as const;
const retentions = Object.values(retentionDefaults);
const settings = someSettings({
  organisation: 'Province',
  organisationUnit: 'Jeunesse',
  contractingAuthority: 'Direction',
});
const frame = (language: 'fr' | 'en') => ({ settings, language, today: '2025-03-03', logo: null });
const erasure = {
  id: anId(),
  salt: '0'.repeat(32),
  names: [],
  erasedOn: '2025-01-01',
  status: 'done',
  attachmentIds: [],
} as const;

test.each(languages)('every field that may name people has a name (%s)', (language) => {
  const missing = tableNames.flatMap((table) =>
    Object.entries(fieldMarks[table]).flatMap(([field, { kind }]) =>
      kind !== 'impersonal' && !(field in personalWords[language].fields[table]) ? [`${table} ${field}`] : [],
    ),
  );
  expect(missing).toEqual([]);
});

describe('the register of processing', () => {
  it.each(languages)(
    'says of each activity what article 30 asks for, and names every field once (%s)',
    (language) => {
      const words = personalWords[language];
      const register = processingRegister(frame(language), retentions, [
        { ...erasure, attachmentIds: [], names: [] },
      ]);
      expect(reportDocumentSchema.parse(register)).toEqual(register);
      const activities = register.sections.filter(({ id }) => id.startsWith('use-'));
      expect(activities.map(({ title }) => title)).toEqual(personalUses.map((use) => words.uses[use].name));
      const { terms } = words.register;
      for (const { blocks } of activities) {
        const [facts] = blocks;
        expect(facts?.kind === 'facts' && facts.rows.map(({ term }) => term)).toEqual([
          terms.purpose,
          terms.basis,
          terms.persons,
          terms.data,
          terms.sensitive,
          terms.origin,
          terms.recipients,
          terms.transfers,
          terms.decisions,
          terms.retention,
          terms.source,
          terms.checked,
        ]);
        expect(facts?.kind === 'facts' && facts.rows.filter(({ text }) => text === '')).toEqual([]);
      }
      expect(JSON.stringify(activities)).toContain(words.fields.events['contacts[].email']?.toLowerCase());
    },
  );

  it('has the retentions as they are set', () => {
    const own = { id: 'owners', months: 7, source: 'Décision 12', checkedOn: '2025-02-01' } as const;
    const register = processingRegister(frame('fr'), [own], []);
    const [facts] = register.sections.find(({ id }) => id === 'use-owners')?.blocks ?? [];
    expect(facts?.kind === 'facts' && facts.rows.slice(-3).map(({ text }) => text)).toEqual([
      '7 mois après la fin de l’événement, puis anonymisation proposée',
      'Décision 12',
      '1ᵉʳ février 2025',
    ]);
  });
});

describe('the answer to a request for access', () => {
  const event = anEvent({ name: 'Forum', contacts: [aContact({ name: 'Zoé Qenegei', phone: '78 45 12' })] });
  const task = aTask({ eventId: event.id, title: 'Tenir la caisse', owner: 'Zoé Qenegei' });
  const workspace = { ...emptyWorkspace(), events: [event], tasks: [task] };
  const person = { names: ['Zoé Qenegei'], emails: [], phones: ['78 45 12'] };
  const say = {
    change: () => 'Modifier',
    value: (_table: string, field: string, text: string) => (field === 'status' ? 'à faire' : text),
  };

  it('lists each field under its record, in words', () => {
    const access = accessExportOf(workspace, [], person, '2025-03-03');
    const answer = accessDocument(frame('fr'), access, retentions, say);
    expect(reportDocumentSchema.parse(answer)).toEqual(answer);
    const [records] = answer.sections[1]?.blocks ?? [];
    expect(
      records?.kind === 'table' &&
        records.rows.map((row) =>
          row.kind === 'group' ? row.text : row.cells.map(({ text }) => text).join(' = '),
        ),
    ).toEqual([
      'Événement · Forum 2025',
      'Nom d’un contact = Zoé Qenegei',
      'Fonction d’un contact = Régie générale',
      'Téléphone d’un contact = 78 45 12',
      'Tâche · Tenir la caisse · Forum',
      'Responsable = Zoé Qenegei',
      'État = à faire',
    ]);
    expect(answer.sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 La personne',
      '2 Ce qui est conservé',
      '3 Pièces jointes dont le nom vous désigne',
      '4 Ce que l’historique garde',
      '5 À quoi servent ces données',
      '6 Vos droits',
    ]);
  });

  it('says so when nothing is kept', () => {
    const access = accessExportOf(emptyWorkspace(), [], person, '2025-03-03');
    const answer = accessDocument(frame('en'), access, retentions, say);
    expect(
      answer.sections.slice(1, 4).map(({ blocks }) => blocks[0]?.kind === 'paragraph' && blocks[0].text),
    ).toEqual([
      'Nothing that is kept names you.',
      'No file is named after you. The program does not read what files hold.',
      'The history that is kept does not name you.',
    ]);
  });
});

test('the French of both is set as a printer would', () => {
  const access = accessExportOf(
    emptyWorkspace(),
    [],
    { names: ['Zoé Qenegei'], emails: [], phones: [] },
    '2025-03-03',
  );
  const say = { change: () => '', value: (_table: string, _field: string, text: string) => text };
  expect(
    typographyFaults([
      processingRegister(frame('fr'), retentions, []),
      accessDocument(frame('fr'), access, retentions, say),
    ]),
  ).toEqual([]);
});
