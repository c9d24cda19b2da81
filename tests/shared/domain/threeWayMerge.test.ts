import { differencesOf, laidOver, notKnown, type Plain } from '@shared/domain/threeWayMerge';
import { describe, expect, it } from 'vitest';

const said = (base: Plain | typeof notKnown, ours: Plain, theirs: Plain) =>
  differencesOf(base, ours, theirs).map(({ path, outcome }) => [path.join('/'), outcome]);
const taken = (base: Plain, ours: Plain, theirs: Plain) =>
  differencesOf(base, ours, theirs)
    .filter(({ outcome }) => outcome === 'theirs')
    .reduce((record, { path }) => laidOver(record, theirs, path), ours);
const list = (...ids: string[]) => ids.map((id) => ({ id, text: id }));

describe('two versions of a record, beside what both come from', () => {
  it('part where one side changed a field, and conflict only where both did, differently', () => {
    const base = { a: 1, b: 1, c: 1, d: 1, e: [1, 2] };
    expect(said(base, { ...base, b: 2, c: 2, d: 2, e: [1] }, { ...base, a: 2, c: 3, d: 2, e: [2] })).toEqual([
      ['a', 'theirs'],
      ['b', 'ours'],
      ['c', 'conflict'],
      ['e', 'conflict'],
    ]);
  });

  it('conflict wherever they differ, when nothing is known of what they come from', () => {
    expect(said(notKnown, { a: 1, b: 1 }, { a: 2, b: 1 })).toEqual([['a', 'conflict']]);
  });

  it('merge the things of a list one by one: fields, additions and removals', () => {
    const base = { list: list('a', 'b', 'c') };
    const ours = { list: [{ id: 'a', text: 'A' }, ...list('b', 'x')] };
    const theirs = { list: [{ id: 'a', text: 'a' }, { id: 'y', text: 'y' }, ...list('c')] };
    expect(said(base, ours, theirs)).toEqual([
      ['list/a/text', 'ours'],
      ['list/b', 'theirs'],
      ['list/x', 'ours'],
      ['list/y', 'theirs'],
      ['list/c', 'ours'],
    ]);
    expect(taken(base, ours, theirs)).toEqual({
      list: [{ id: 'a', text: 'A' }, ...list('y', 'x')],
    });
  });

  it('conflict about a thing that one side removed and the other changed', () => {
    expect(
      said({ list: list('a', 'b') }, { list: list('b') }, { list: [{ id: 'a', text: 'A' }, ...list('b')] }),
    ).toEqual([['list/a', 'conflict']]);
  });

  it('take a new order, and keep what they add at its place', () => {
    const base = { list: list('a', 'b', 'c') };
    const [ours, theirs] = [{ list: list('a', 'b', 'new', 'c') }, { list: list('c', 'a', 'b') }];
    expect(said(base, ours, theirs)).toEqual([
      ['list/new', 'ours'],
      ['list/$order', 'theirs'],
    ]);
    expect(taken(base, ours, theirs)).toEqual({ list: list('c', 'a', 'b', 'new') });
    expect(taken(base, { list: list('b', 'a', 'c') }, { list: list('a', 'first', 'b', 'c') })).toEqual({
      list: list('b', 'a', 'first', 'c'),
    });
  });

  it('merge a venue and the places of a report field by field, and a text that only one has', () => {
    const base = { venue: { name: 'Salle', commune: 'Dumbéa' }, narratives: { summary: 'Bien.' } };
    const ours = { venue: { name: 'Stade', commune: 'Dumbéa' }, narratives: { context: 'Un samedi.' } };
    const theirs = { venue: { name: 'Salle', commune: 'Païta' }, narratives: { summary: 'Bien.' } };
    expect(said(base, ours, theirs)).toEqual([
      ['venue/name', 'ours'],
      ['venue/commune', 'theirs'],
      ['narratives/context', 'ours'],
      ['narratives/summary', 'ours'],
    ]);
    expect(taken(base, theirs, ours)).toEqual({
      venue: { name: 'Stade', commune: 'Païta' },
      narratives: { context: 'Un samedi.' },
    });
  });
});
