import { fold } from './text';

export type PasswordStrength = 'empty' | 'weak' | 'fair' | 'good';

/** Shorter than this is refused. */
export const shortestPassword = 8;

/** What is tried first, each worth no more than a letter. A year, and the same letter again, are worth no more either. */
const common =
  /azerty|qwerty|qsdf|asdf|motdepasse|password|bonjour|soleil|regie|admin|noumea|caledonie|abc|123456789|12345678|1234567|123456|12345|1234|123|(19|20)\d\d|(.)\2+/g;

/** A rough guess at what a patient machine would need to find it: it never says « good » of something short or common. */
export function passwordStrength(password: string): PasswordStrength {
  if (password === '') return 'empty';
  const counted = fold(password).replace(common, 'x').length;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const bits = counted * (2.5 + kinds * 0.5);
  if (bits < 36) return 'weak';
  return bits < 58 ? 'fair' : 'good';
}
