/** The roster of an event: posts, shifts, who holds them, what is wrong with it, and why. */
export const roster = {
  title: 'Planning',
} as const;
