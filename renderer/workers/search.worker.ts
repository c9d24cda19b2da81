import '@shared/domain/zodWithoutEval';
import { openDatabase } from '@renderer/data/database';
import { buildSearchIndex, followChanges, type Found, type SearchIndex } from '@renderer/data/search';
import { find, type Findable } from '@shared/domain/search';

/** Asked with words, answers with what is found; `ask` pairs the two. The index is built at the first question. */
export type SearchQuestion = { ask: number; words: string; limit: number };
export type SearchAnswer = { ask: number; found: Found[] };

const database = openDatabase();
let index: Promise<SearchIndex> | null = null;

self.onmessage = ({ data }: MessageEvent<SearchQuestion>) => {
  index = (index ?? buildSearchIndex(database)).then(async (known) => {
    return (await followChanges(database, known)) ?? buildSearchIndex(database);
  });
  void index.then(({ entries }) => {
    const answer: SearchAnswer = { ask: data.ask, found: find(allOf(entries), data.words, data.limit) };
    self.postMessage(answer);
  });
};

function* allOf(entries: SearchIndex['entries']): Iterable<Findable<Found>> {
  for (const found of entries.values()) yield* found;
}
