import { thinSpace } from '../domain/formatting';
import type { Language } from '../domain/settings';

const noBreakSpace = '\u00a0';

/**
 * What a person typed, as a printer would set it: apostrophes, and in French the no-break spaces of punctuation, numbers and units. Only
 * spaces and apostrophes change, never a word; done twice it changes nothing more. The record keeps what was typed.
 */
export function polished(text: string, language: Language): string {
  const rules = language === 'fr' ? frenchRules : englishRules;
  return rules.reduce((so, [from, to]) => so.replace(from, to as string), text);
}

type Rule = readonly [from: RegExp, to: string | ((found: string) => string)];

const englishRules: readonly Rule[] = [[/(?<=\p{L})'(?=\p{L})/gu, '’']];

const frenchRules: readonly Rule[] = [
  [/(?<=\p{L})'/gu, '’'],
  [/(?<=\S)[ \u00a0](?=[;:!?»%])/g, thinSpace],
  [/«[ \u00a0]?(?=[^\s])/g, `«${thinSpace}`],
  [/(?<=[^\s«])»/g, `${thinSpace}»`],
  // 12 345, but neither a year before a number nor the pairs of a telephone number.
  [
    /(?<![\d\p{L}.,/-])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)/gu,
    (found) => found.replaceAll(/[ \u00a0]/g, thinSpace),
  ],
  [/(?<=\b\d{1,2})[ \u00a0]?h[ \u00a0]?(?=\d{2}\b)/g, `${thinSpace}h${thinSpace}`],
  [/(?<=\d)[ \u00a0](?=h\b)/g, thinSpace],
  [/(?<=\d)[ \u00a0](?=(?:F|F CFP|XPF|min|kg|km|m|m²|ans|€)(?![\p{L}\d]))/gu, noBreakSpace],
  [/(?<=\bF) (?=CFP\b)/g, noBreakSpace],
  [/(?<=\bn°)[ ]?(?=\d)/g, noBreakSpace],
  [/\b1er\b/g, '1ᵉʳ'],
];
