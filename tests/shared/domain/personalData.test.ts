import { recordSchemas, tableNames } from '@shared/domain/changeSet';
import { eachText, fieldMarks, fieldOf, withTexts } from '@shared/domain/personalData';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { aTask, anEvent } from '../../support/builders';
import { openTexts } from '../../support/openTexts';

test.each(tableNames)(
  'every text field of %s says whether it may name somebody, and no mark is left over',
  (table) => {
    expect(Object.keys(fieldMarks[table]).toSorted()).toEqual(openTexts(recordSchemas[table]).toSorted());
  },
);

test('a field that is added to a schema is missed', () => {
  const grown = z.object({
    ...recordSchemas.tasks.shape,
    guest: z.string(),
    team: z.object({ lead: z.string() }),
  });
  const marks = Object.keys(fieldMarks.tasks);
  expect(openTexts(grown).filter((field) => !marks.includes(field))).toEqual(['team.lead', 'guest']);
});

describe('the texts of a record', () => {
  const event = anEvent({
    name: 'Journée',
    messages: ['Venez', ''],
    contacts: [
      {
        id: '00000000-0000-7000-8000-000000000001',
        function: 'Régie',
        name: 'Jeanne',
        organisation: '',
        phone: '26 12 34',
        email: '',
      },
    ],
  });

  it('are shown with their mark and their place, empty ones left out', () => {
    const shown: [string, string, string][] = [];
    eachText('events', event, (text, mark, path) => shown.push([fieldOf('events', path), text, mark.kind]));
    expect(shown).toEqual([
      ['name', 'Journée', 'freeText'],
      ['edition', '2025', 'freeText'],
      ['venue.name', 'Complexe sportif', 'freeText'],
      ['venue.commune', 'Dumbéa', 'freeText'],
      ['messages[]', 'Venez', 'freeText'],
      ['contacts[].function', 'Régie', 'personal'],
      ['contacts[].name', 'Jeanne', 'personal'],
      ['contacts[].phone', '26 12 34', 'personal'],
    ]);
  });

  it('are rewritten in place, and a record in which nothing changes is the same record', () => {
    const louder = withTexts('events', event, (text, mark) =>
      mark.kind === 'personal' ? text.toUpperCase() : text,
    );
    expect(louder).toEqual({
      ...event,
      contacts: [{ ...event.contacts[0], function: 'RÉGIE', name: 'JEANNE' }],
    });
    expect(withTexts('events', event, (text) => text)).toBe(event);
  });

  it('of a record of an older form are read as far as it goes', () => {
    const { notes: _, checklist: __, ...older } = aTask({ title: 'Louer', owner: 'Agent' });
    const shown: string[] = [];
    eachText('tasks', older, (text) => shown.push(text));
    expect(shown).toEqual(['Louer', 'Agent']);
  });
});
