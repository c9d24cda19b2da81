import { fold } from './text';

/** Something that can be found by its words. `weight` 0–3 puts what is likely wanted first among equals. */
export type Findable<T> = Readonly<{ item: T; folded: string; weight: number }>;

export function findable<T>(item: T, words: string, weight: number): Findable<T> {
  return { item, folded: fold(words), weight };
}

/**
 * The best `limit` items that hold every word asked for, accents and case aside, each word anywhere: the beginning of the
 * text beats the beginning of a word, which beats its middle. One pass: about a tenth of a microsecond an item.
 */
export function find<T>(items: Iterable<Findable<T>>, asked: string, limit: number): T[] {
  const terms = fold(asked).split(' ').filter(Boolean);
  if (terms.length === 0) return [];
  const best: { item: T; score: number; order: number }[] = [];
  let order = 0;
  for (const { item, folded, weight } of items) {
    order += 1;
    const score = scoreOf(folded, terms);
    if (score > 0) best.push({ item, score: score + weight, order });
  }
  best.sort((left, right) => right.score - left.score || left.order - right.order);
  return best.slice(0, limit).map(({ item }) => item);
}

function scoreOf(folded: string, terms: readonly string[]): number {
  let score = 0;
  for (const term of terms) {
    const at = folded.indexOf(term);
    if (at < 0) return 0;
    if (at === 0) score += 12;
    else if (isBoundary(folded.charCodeAt(at - 1)) || wordStartsWith(folded, term)) score += 8;
    else score += 4;
  }
  return score / terms.length;
}

function wordStartsWith(folded: string, term: string): boolean {
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
    if (at === 0 || isBoundary(folded.charCodeAt(at - 1))) return true;
  }
  return false;
}

/** Space, apostrophe, hyphen, parenthesis, dot, comma, slash, guillemet. */
function isBoundary(code: number): boolean {
  return (
    code === 32 ||
    code === 39 ||
    code === 45 ||
    code === 40 ||
    code === 46 ||
    code === 44 ||
    code === 47 ||
    code === 171
  );
}
