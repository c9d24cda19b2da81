import { polished } from '@shared/report/typography';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('a French text', () => {
  test.each([
    ["l'édition d'été", 'l’édition d’été'],
    ['bien !', 'bien\u202f!'],
    ['pourquoi ? oui ; non : si', 'pourquoi\u202f? oui\u202f; non\u202f: si'],
    ['« Élan »', '«\u202fÉlan\u202f»'],
    ['«Élan»', '«\u202fÉlan\u202f»'],
    ['32 % de plus', '32\u202f% de plus'],
    ['1 250 000 F CFP', '1\u202f250\u202f000\u00a0F\u00a0CFP'],
    ['à 14 h 30', 'à 14\u202fh\u202f30'],
    ['à 9h05', 'à 9\u202fh\u202f05'],
    ['avant 10 h', 'avant 10\u202fh'],
    ['le 1er mai', 'le 1ᵉʳ mai'],
    ['n° 5', 'n°\u00a05'],
    ['27 min', '27\u00a0min'],
  ])('%s', (typed, set) => {
    expect(polished(typed, 'fr')).toBe(set);
  });

  test.each([
    'tél. 24 12 34',
    'en 2025 120 personnes',
    'https://exemple.nc/a?b=1&c=d:e',
    'attention!',
    'J-30',
    '12 minutes',
    '',
  ])('keeps %j as it is', (text) => {
    expect(polished(text, 'fr')).toBe(text);
  });
});

test('an English text gets its apostrophes and nothing else', () => {
  expect(polished("the team's day : 1 200 people", 'en')).toBe('the team’s day : 1 200 people');
});

test('setting a text again changes nothing, and never a letter or a digit', () => {
  const text = fc.string({ unit: fc.constantFrom(..."aé1 0 \u00a0;:!?«»%'h.Fx°n".split('')), maxLength: 40 });
  const letters = (of: string): string => of.replace(/[\s'’]/gu, '');
  fc.assert(
    fc.property(text, fc.constantFrom('fr' as const, 'en' as const), (typed, language) => {
      const once = polished(typed, language);
      expect(polished(once, language)).toBe(once);
      expect(letters(once)).toBe(letters(typed));
    }),
    { numRuns: 3000 },
  );
});
