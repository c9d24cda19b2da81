import { find, findable } from '@shared/domain/search';
import { describe, expect, it } from 'vitest';

const listOf = (...texts: string[]) => texts.map((text) => findable(text, text, 0));

describe('finding by words', () => {
  it('finds without accents, case or the right apostrophe', () => {
    expect(find(listOf('Fête de la jeunesse', 'L’été au stade'), "l'ete", 5)).toEqual(['L’été au stade']);
  });

  it('finds from the middle of a word', () => {
    expect(find(listOf('Sonorisation', 'Réservation'), 'risa', 5)).toEqual(['Sonorisation']);
  });

  it('wants every word, in any order', () => {
    expect(find(listOf('Louer le fourgon', 'Charger le fourgon'), 'fourgon louer', 5)).toEqual([
      'Louer le fourgon',
    ]);
  });

  it('puts the beginning of the text first, then the beginning of a word, then its middle', () => {
    const texts = listOf('Reporter', 'Le port de plaisance', 'Portes ouvertes');
    expect(find(texts, 'port', 5)).toEqual(['Portes ouvertes', 'Le port de plaisance', 'Reporter']);
  });

  it('answers nothing to no words', () => {
    expect(find(listOf('Réunion'), '  ', 5)).toEqual([]);
  });

  it('keeps to the limit', () => {
    expect(find(listOf('a1', 'a2', 'a3'), 'a', 2)).toEqual(['a1', 'a2']);
  });
});
