import { staffIdSchema, type StaffMember } from '@shared/domain/staffMember';
import { fold } from '@shared/domain/text';
import type { WorkProfile } from '@shared/domain/workProfile';
import { z } from 'zod';
import { useSearchState } from '@renderer/navigation/searchState';

export const presenceFilters = ['here', 'left', 'all'] as const;
export const peopleGroupings = ['none', 'team', 'profile'] as const;
export type PeopleGrouping = (typeof peopleGroupings)[number];

const chosen = z.string().max(200).default('');
const searchSchema = z.object({
  q: chosen,
  team: chosen,
  /** Its identity. */
  profile: chosen,
  skill: chosen,
  presence: z.enum(presenceFilters).default('here'),
  group: z.enum(peopleGroupings).default('none'),
  /** A column; a minus before it turns the order. */
  sort: z.string().max(40).default(''),
  /** Whose panel is open. */
  person: staffIdSchema.optional(),
  new: z.literal('1').optional(),
  /** Opens the import instead of the list. */
  import: z.literal('1').optional(),
  over: z.literal('doubles').optional(),
});
export type PeopleSearch = z.infer<typeof searchSchema>;
export type ChangePeopleSearch = (change: Partial<Record<keyof PeopleSearch, string | undefined>>) => void;

/** How the directory is looked at: in the address, so that it survives a reload and the back button. */
export function usePeopleSearch(): [PeopleSearch, ChangePeopleSearch] {
  return useSearchState(searchSchema);
}

/** Takes away all that narrows the list. */
export const everybody = {
  q: undefined,
  team: undefined,
  profile: undefined,
  skill: undefined,
  presence: 'all',
} as const;

type Narrowing = Pick<PeopleSearch, 'q' | 'team' | 'profile' | 'skill' | 'presence'>;

/** Those who left are out of the list unless asked for: that alone does not narrow it. */
export function isNarrowed({ q, team, profile, skill, presence }: Narrowing): boolean {
  return [q, team, profile, skill].some(Boolean) || presence === 'left';
}

/** Somebody as the list shows and finds them. */
export type PersonRow = Readonly<{ member: StaffMember; profile: WorkProfile | null; words: string }>;

export function rowsOf(people: readonly StaffMember[], profiles: readonly WorkProfile[]): PersonRow[] {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return people.map((member) => {
    const profile = member.profileId === null ? null : (byId.get(member.profileId) ?? null);
    const { name, team, skills, languages, phone, email, homeArea } = member;
    const words = [
      name,
      team,
      profile?.name,
      ...skills.map((one) => one.name),
      ...languages,
      phone,
      email,
      homeArea,
    ];
    return { member, profile, words: fold(words.join(' ')) };
  });
}

/** Those that the filters leave; every word is looked for anywhere, accents aside. */
export function narrowed(rows: readonly PersonRow[], by: Narrowing): readonly PersonRow[] {
  const terms = fold(by.q).split(' ').filter(Boolean);
  const skill = fold(by.skill);
  return rows.filter(({ member, words }) => {
    if (by.presence !== 'all' && member.hasLeft !== (by.presence === 'left')) return false;
    if (by.team !== '' && member.team !== by.team) return false;
    if (by.profile !== '' && member.profileId !== by.profile) return false;
    if (skill !== '' && !member.skills.some(({ name }) => fold(name) === skill)) return false;
    return terms.every((term) => words.includes(term));
  });
}

/** Values already used, each once whatever its spelling, in order: what fields suggest and filters offer. */
export function usedWords(
  people: readonly StaffMember[],
  of: (member: StaffMember) => string | readonly string[],
): readonly string[] {
  const words = new Map<string, string>();
  for (const member of people) {
    for (const word of [of(member)].flat())
      if (word !== '' && !words.has(fold(word))) words.set(fold(word), word);
  }
  return [...words.values()].sort(byAlphabet);
}

export const { compare: byAlphabet } = new Intl.Collator(['fr', 'en'], {
  numeric: true,
  sensitivity: 'base',
});

/** People by a name that names only one of them: of two with the same one, the team or the end of the identity tells which. */
export function namesOf(people: readonly StaffMember[]): ReadonlyMap<string, StaffMember> {
  const names = new Map<string, StaffMember>();
  for (const member of people) {
    const { id, name, team } = member;
    const wider = names.has(name) ? `${name} (${team || id.slice(-4)})` : name;
    names.set(names.has(wider) ? `${name} (${id.slice(-8)})` : wider, member);
  }
  return names;
}
