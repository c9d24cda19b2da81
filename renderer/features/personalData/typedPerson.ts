import { nameKey, nobody, type Person, phoneKey } from '@shared/domain/person';
import type { KnownPerson } from '@shared/domain/personMentions';

/** What was typed, sorted into names, addresses and numbers, with what the directory has of that name; `null` when it names nobody. */
export function typedPerson(typed: string, others: string, people: readonly KnownPerson[]): Person | null {
  const parts = [typed.trim(), ...others.split(/[,;\n]/).map((part) => part.trim())].filter(Boolean);
  const person = parts.reduce<Person>((so, part) => withPart(so, part), nobody);
  const known = people.find(({ key }) => key === nameKey(typed));
  const whole = known ? { ...person, names: [known.name, ...person.names.slice(1)] } : person;
  return whole.names.length + whole.emails.length + whole.phones.length === 0 ? null : whole;
}

function withPart(person: Person, part: string): Person {
  if (part.includes('@')) return { ...person, emails: [...person.emails, part] };
  if (!/\p{L}/u.test(part)) {
    return phoneKey(part) === '' ? person : { ...person, phones: [...person.phones, part] };
  }
  return nameKey(part).length < 2 ? person : { ...person, names: [...person.names, part] };
}
