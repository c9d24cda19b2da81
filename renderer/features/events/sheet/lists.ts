type Identified = Readonly<{ id: string }>;

/** The list with one element changed; the others as they are. */
export function changedIn<T extends Identified>(list: readonly T[], id: string, fields: Partial<T>): T[] {
  return list.map((one) => (one.id === id ? { ...one, ...fields } : one));
}

export function without<T extends Identified>(list: readonly T[], id: string): T[] {
  return list.filter((one) => one.id !== id);
}
