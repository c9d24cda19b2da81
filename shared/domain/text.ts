import { z } from 'zod';

/** One line shown in lists: trimmed, never empty, at most 200 characters. */
export const titleSchema = z.string().trim().min(1, 'empty').max(200, 'tooLong');
/** One line that may be empty, at most 200 characters. */
export const lineSchema = z.string().trim().max(200, 'tooLong');
/** Prose that may be empty, at most 20 000 characters. */
export const proseSchema = z.string().max(20_000, 'tooLong');
export const tagsSchema = z.array(z.string().trim().min(1).max(40, 'tooLong')).max(30, 'tooMany');
/** Record keys are UUIDs (version 7 when made here, so that they sort by age). */
export const idSchema = z.uuid();

/** Lower case, without accents, apostrophes made plain, spaces joined: what two texts are compared by. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/\s+/gu, ' ')
    .trim();
}
