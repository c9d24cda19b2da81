import { z } from 'zod';
import { idSchema } from './text';
import { daySchema } from './time';

/**
 * One way in which an erased person was named, as a salted digest: enough to know the name again in an older copy, never the name.
 * `words` is how many words a name has; `check` is a small sum that spares most digests when a whole workspace is read.
 */
export const erasedNameSchema = z.object({
  kind: z.enum(['name', 'email', 'phone']),
  words: z.int().min(1).max(12),
  check: z.int().min(0).max(4_095),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ErasedName = Readonly<z.infer<typeof erasedNameSchema>>;

/** That somebody was erased, without who: it is applied again to every older copy that is restored. */
export const erasureSchema = z.object({
  id: idSchema,
  /** 16 bytes, in hexadecimal: the same for all erasures of a workspace, so that a text is read once for all of them. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** None when an event was anonymised: then only the history and the older copies have to go. */
  names: z.array(erasedNameSchema).max(400),
  erasedOn: daySchema,
  /** `pending` until the files, the history and the older copies are gone too; a start completes it. */
  status: z.enum(['pending', 'done']),
  /** Files that went with the person: an older copy must not bring them back. */
  attachmentIds: z.array(z.uuid()).max(5_000),
});
export type Erasure = Readonly<z.infer<typeof erasureSchema>>;
