/** The directory: people, their skills, availability and limits; the profiles that rule their hours. */
export const people = {
  title: 'Équipe',
} as const;
