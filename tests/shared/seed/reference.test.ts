import { calendarPeriodSchema, closesWork } from '@shared/domain/calendarPeriod';
import { publicHolidays } from '@shared/seed/publicHolidays';
import { schoolBreaks } from '@shared/seed/schoolBreaks';
import { steadyId } from '@shared/seed/steadyId';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const named = async (region: string, year: number, language: 'fr' | 'en' = 'fr') =>
  (await publicHolidays(region, [year], language)).map(({ firstOn, name }) => [firstOn, name]);

describe('public holidays', () => {
  it('of New Caledonia in 2025 are the French ones and 24 September, in French', async () => {
    expect(await named('NC', 2025)).toEqual([
      ['2025-01-01', 'Jour de l’An'],
      ['2025-04-21', 'Lundi de Pâques'],
      ['2025-05-01', 'Fête du Travail'],
      ['2025-05-08', 'Victoire de 1945'],
      ['2025-05-29', 'Ascension'],
      ['2025-06-09', 'Lundi de Pentecôte'],
      ['2025-07-14', 'Fête nationale'],
      ['2025-08-15', 'Assomption'],
      ['2025-09-24', 'Fête de la Citoyenneté'],
      ['2025-11-01', 'Toussaint'],
      ['2025-11-11', 'Armistice de 1918'],
      ['2025-12-25', 'Noël'],
    ]);
  });

  it('are named in English, the first of January too', async () => {
    const names = (await named('NC', 2025, 'en')).map(([, name]) => name);
    expect([names[0], names[8], names[9]]).toEqual(['New Year’s Day', 'Citizenship Day', 'All Saints’ Day']);
  });

  it('follow a part of a country; an unknown one has none', async () => {
    expect((await named('FR-57', 2025)).filter(([, name]) => name === 'Vendredi saint').length).toBe(1);
    expect(await named('FR-ZZ', 2025)).toEqual([]);
    expect(await named('ZZ', 2025)).toEqual([]);
    expect(await named('', 2025)).toEqual([]);
    expect(await named('constructor', 2025)).toEqual([]);
  });

  it('that fall on one day are one period, and one of several days is long', async () => {
    expect((await named('NC', 2008)).filter(([on]) => on === '2008-05-01')).toEqual([
      ['2008-05-01', 'Fête du Travail, Ascension'],
    ]);
    const [feast] = (await publicHolidays('SA', [2025], 'en')).filter(
      ({ firstOn }) => firstOn === '2025-03-30',
    );
    expect(feast?.lastOn).toBe('2025-04-02');
  });

  it('are valid, close work, ask to be checked, and are the same records when asked again in any language', async () => {
    const french = await publicHolidays('NC', [2024, 2025], 'fr');
    const english = await publicHolidays('NC', [2025, 2024], 'en');
    for (const period of [...french, ...english]) expect(calendarPeriodSchema.parse(period)).toEqual(period);
    expect(
      french.every((period) => closesWork(period) && period.checkedOn === null && period.source !== ''),
    ).toBe(true);
    expect(new Set(french.map(({ id }) => id))).toEqual(new Set(english.map(({ id }) => id)));
  });
});

describe('school breaks', () => {
  it('of New Caledonia are known for 2025, are worked, and ask to be checked', () => {
    const breaks = schoolBreaks('NC', 'fr');
    expect(breaks.map(({ firstOn, lastOn }) => [firstOn, lastOn])).toEqual([
      ['2025-04-05', '2025-04-20'],
      ['2025-06-07', '2025-06-22'],
      ['2025-08-09', '2025-08-24'],
      ['2025-10-11', '2025-10-26'],
    ]);
    for (const period of breaks) expect(calendarPeriodSchema.parse(period)).toEqual(period);
    expect(breaks.some((period) => closesWork(period) || period.checkedOn !== null)).toBe(false);
  });

  it('are not made up for other regions', () => {
    expect(schoolBreaks('FR', 'fr')).toEqual([]);
  });
});

describe('a steady id', () => {
  it('is a uuid, the same for the same words, another for others', () => {
    expect(steadyId('template/meeting')).toBe(steadyId('template/meeting'));
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 50 }), (words) => {
        const ids = words.map(steadyId);
        expect(new Set(ids).size).toBe(words.length);
        expect(z.array(z.uuid()).safeParse(ids).success).toBe(true);
      }),
    );
  });

  it('does not repeat among a hundred thousand that look alike', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => steadyId(`example/day/task/${index}`));
    expect(new Set(ids).size).toBe(100_000);
  });
});
