import { isSame } from './isSame';

/** A record, or a part of one, as plain JSON. */
export type Plain = Readonly<Record<string, unknown>>;

/** In the place of a base's value that nobody can tell: it equals nothing, so two sides that differ there are a conflict. */
export const notKnown = Symbol('not known');

/**
 * One place where two versions of a record part. `theirs`: only they changed it; `ours`: only we did; `conflict`: both did, to different
 * values. A value that is `undefined` is not there.
 */
export type Difference = Readonly<{
  /** A field; in a list of things with ids the id of one; a field of that thing. */
  path: readonly string[];
  outcome: 'ours' | 'theirs' | 'conflict';
  base: unknown;
  ours: unknown;
  theirs: unknown;
}>;

/** The last step of a path that stands for the order of a list. */
export const orderStep = '$order';

/** Fields that hold several fields of their own, each of which may change alone. */
const partedFields = new Set(['venue', 'narratives']);

/**
 * Where two versions of one record part, each place compared with `base`, which both come from. Things with ids in a list are
 * compared one by one, whatever their place in it; any other list, and a span or a rule of repetition, is one value.
 */
export function differencesOf(base: Plain | typeof notKnown, ours: Plain, theirs: Plain): Difference[] {
  const found: Difference[] = [];
  const compare = (field: string): void => {
    if (isSame(ours[field], theirs[field])) return;
    const before = base === notKnown ? notKnown : base[field];
    found.push(...valueDifferences([field], before, ours[field], theirs[field]));
  };
  for (const field of Object.keys(ours)) compare(field);
  for (const field of Object.keys(theirs)) if (!Object.hasOwn(ours, field)) compare(field);
  return found;
}

/** `ours` with `theirs` laid over it at one place. */
export function laidOver(ours: Plain, theirs: Plain, path: readonly string[]): Plain {
  return lay(ours, theirs, path, theirsThere) as Plain;
}

/** `ours` with `notKnown` at one place. A thing of a list that is not known keeps its id, so that it is still found. */
export function madeUnknown(ours: Plain, theirs: Plain, path: readonly string[]): Plain {
  return lay(ours, theirs, path, nothingKnown) as Plain;
}

type Thing = Plain & { readonly id: string };

function valueDifferences(
  path: readonly string[],
  base: unknown,
  ours: unknown,
  theirs: unknown,
): Difference[] {
  if (isListOfThings(ours) && isListOfThings(theirs)) return listDifferences(path, base, ours, theirs);
  if (partedFields.has(path.at(-1) ?? '') && isPlain(ours) && isPlain(theirs)) {
    const known = isPlain(base) ? base : notKnown;
    return differencesOf(known, ours, theirs).map((one) => ({ ...one, path: [...path, ...one.path] }));
  }
  return [difference(path, base, ours, theirs)];
}

function listDifferences(
  path: readonly string[],
  base: unknown,
  ours: readonly Thing[],
  theirs: readonly Thing[],
): Difference[] {
  const known = isListOfThings(base) ? byId(base) : null;
  const [mine, other] = [byId(ours), byId(theirs)];
  const ids = new Set([...mine.keys(), ...other.keys()]);
  const found = [...ids].flatMap((id) => {
    const [here, there] = [mine.get(id), other.get(id)];
    const before = known ? known.get(id) : notKnown;
    if (!here || !there) return onOneSide([...path, id], before, here, there);
    return differencesOf(before ?? notKnown, here, there).map((one) => ({
      ...one,
      path: [...path, id, ...one.path],
    }));
  });
  return [...found, ...orderDifference(path, isListOfThings(base) ? base : null, ours, theirs)];
}

/** Without a common version nobody can tell a thing that was added from one that was removed: nothing is removed. */
function onOneSide(path: readonly string[], base: unknown, ours: unknown, theirs: unknown): Difference[] {
  if (base !== notKnown) return [difference(path, base, ours, theirs)];
  return [{ path, outcome: ours === undefined ? 'theirs' : 'ours', base: undefined, ours, theirs }];
}

/** The order of those that all have. */
function orderDifference(
  path: readonly string[],
  base: readonly Thing[] | null,
  ours: readonly Thing[],
  theirs: readonly Thing[],
): Difference[] {
  const sides = [ours, theirs, ...(base ? [base] : [])].map((list) => new Set(list.map(({ id }) => id)));
  const order = (list: readonly Thing[]) =>
    list.flatMap(({ id }) => (sides.every((side) => side.has(id)) ? [id] : []));
  const [here, there] = [order(ours), order(theirs)];
  if (isSame(here, there)) return [];
  return [difference([...path, orderStep], base ? order(base) : notKnown, here, there)];
}

function difference(path: readonly string[], base: unknown, ours: unknown, theirs: unknown): Difference {
  const outcome = isSame(ours, base) ? 'theirs' : isSame(theirs, base) ? 'ours' : 'conflict';
  return { path, outcome, base: base === notKnown ? undefined : base, ours, theirs };
}

type AtPlace = (ours: unknown, theirs: unknown) => unknown;
const theirsThere: AtPlace = (_ours, theirs) => theirs;
const nothingKnown: AtPlace = (ours, theirs) => {
  const thing = ours ?? theirs;
  return isPlain(thing) && typeof thing['id'] === 'string' ? { id: thing['id'] } : notKnown;
};

function lay(ours: unknown, theirs: unknown, path: readonly string[], atPlace: AtPlace): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return atPlace(ours, theirs);
  if (Array.isArray(ours) || Array.isArray(theirs)) {
    return layInList((ours ?? []) as Thing[], (theirs ?? []) as Thing[], step, rest, atPlace);
  }
  const [mine, other] = [isPlain(ours) ? ours : {}, isPlain(theirs) ? theirs : {}];
  const value = lay(mine[step], other[step], rest, atPlace);
  if (value !== undefined) return { ...mine, [step]: value };
  const { [step]: _gone, ...others } = mine;
  return others;
}

function layInList(
  ours: readonly Thing[],
  theirs: readonly Thing[],
  step: string,
  rest: readonly string[],
  atPlace: AtPlace,
): readonly unknown[] {
  if (step === orderStep) return atPlace === theirsThere ? inOrderOf(ours, theirs) : ours;
  const mine = ours.find(({ id }) => id === step);
  const other = theirs.find(({ id }) => id === step);
  const value = lay(mine, other, rest, atPlace);
  if (value === undefined) return ours.filter(({ id }) => id !== step);
  if (mine) return ours.map((one) => (one.id === step ? value : one));
  const at = placeFor(step, ours, theirs);
  return [...ours.slice(0, at), value, ...ours.slice(at)];
}

/** After the nearest one before it in their list that we have too. */
function placeFor(id: string, ours: readonly Thing[], theirs: readonly Thing[]): number {
  const before = theirs.slice(
    0,
    theirs.findIndex((one) => one.id === id),
  );
  for (const neighbour of before.reverse()) {
    const at = ours.findIndex((one) => one.id === neighbour.id);
    if (at >= 0) return at + 1;
  }
  return before.length === 0 ? 0 : ours.length;
}

/** Ours in their order; what they do not have stays behind the one it followed. */
function inOrderOf(ours: readonly Thing[], theirs: readonly Thing[]): Thing[] {
  const place = new Map(theirs.map(({ id }, index) => [id, index]));
  let last = -1;
  return ours
    .map((thing) => ({ thing, at: (last = place.get(thing.id) ?? last) }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ thing }) => thing);
}

function byId(list: readonly Thing[]): Map<string, Thing> {
  return new Map(list.map((thing) => [thing.id, thing]));
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOfThings(value: unknown): value is readonly Thing[] {
  return Array.isArray(value) && value.every((one) => isPlain(one) && typeof one['id'] === 'string');
}
