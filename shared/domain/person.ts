import { fold } from './text';

/** Somebody by all that names them. Names are full names, in any order and any spelling; there may be several. */
export type Person = Readonly<{
  names: readonly string[];
  emails: readonly string[];
  phones: readonly string[];
}>;

export const nobody: Person = { names: [], emails: [], phones: [] };

/** A stretch of a text, in UTF-16 units, half-open. */
export type Stretch = Readonly<{ from: number; to: number }>;
export type Word = Stretch & Readonly<{ folded: string }>;

/** Longest name that is looked for, in words. */
export const mostNameWords = 12;
/** Between two words of one name, or two groups of one number, there is no more than this. */
const widestGap = 3;
/** Shorter numbers are not phone numbers. */
const fewestDigits = 6;
const mostDigits = 15;

/** The words of a text, folded: runs of letters and digits. « Jean-Pierre » is two. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    words.push({ from: match.index, to: match.index + match[0].length, folded: foldedWord(match[0]) });
  }
  return words;
}

/** What two spellings of one name have in common: its words, folded, in alphabetical order. Empty when there is none. */
export function nameKey(name: string): string {
  return keyOf(wordsOf(name).map(({ folded }) => folded));
}

/** The same for words that are at hand. */
export function keyOf(folded: readonly string[]): string {
  return folded.toSorted().join(' ');
}

export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** Digits without the prefix of New Caledonia (687) or of France (33, 0); empty when there are too few for a number. */
export function phoneKey(phone: string): string {
  return phoneKeyOfDigits(phone.replace(/\D/g, ''));
}

/** Addresses in a text, with their places. */
export function emailsIn(text: string): (Stretch & { key: string })[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    key: emailKey(match[0]),
  }));
}

/** Every number that groups of digits side by side may make, the longest first from each group. */
export function phonesIn(text: string, words: readonly Word[]): (Stretch & { key: string })[] {
  const found: (Stretch & { key: string })[] = [];
  for (const [first, word] of words.entries()) {
    if (!isDigits(word.folded)) continue;
    let digits = '';
    const here: (Stretch & { key: string })[] = [];
    for (let last = first; last < words.length; last += 1) {
      const next = words[last] as Word;
      if (!isDigits(next.folded)) break;
      if (last > first && !areNear(text, words[last - 1] as Word, next)) break;
      digits += next.folded;
      if (digits.length > mostDigits) break;
      const key = phoneKeyOfDigits(digits);
      if (key !== '') here.unshift({ from: withPlus(text, word.from), to: next.to, key });
    }
    found.push(...here);
  }
  return found;
}

/** May two words, one after the other, belong to one name? */
export function areNear(text: string, left: Stretch, right: Stretch): boolean {
  const gap = right.from - left.to;
  return gap <= widestGap || text.slice(left.to, right.from).trim() === '';
}

/** Stretches in order, those that touch or overlap made one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const made: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.toSorted((left, right) => left.from - right.from)) {
    const last = made.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else made.push({ from, to });
  }
  return made;
}

const foldedWords = new Map<string, string>();

/** Words come again and again: each is folded once. */
function foldedWord(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  if (foldedWords.size > 200_000) foldedWords.clear();
  const made = fold(word);
  foldedWords.set(word, made);
  return made;
}

function isDigits(word: string): boolean {
  return /^\d+$/.test(word);
}

function withPlus(text: string, from: number): number {
  return text[from - 1] === '+' ? from - 1 : from;
}

function phoneKeyOfDigits(all: string): string {
  const digits = all.replace(/^00/, '');
  if (/^687\d{6}$/.test(digits)) return digits.slice(3);
  if (/^33[1-9]\d{8}$/.test(digits)) return digits.slice(2);
  if (/^0[1-9]\d{8}$/.test(digits)) return digits.slice(1);
  return digits.length >= fewestDigits && digits.length <= mostDigits ? digits : '';
}
