import { Decrypter, Encrypter } from 'age-encryption';
import type { FileProblem } from './text';

/**
 * The work of deriving a key, as a power of two: about a second and 256 MB. What the `age` command writes as well. A file may ask for more, up to
 * hours: it is refused before the work begins.
 */
const workFactor = 18;
/** The longest header that a password's single line can make, with room to spare. */
const maxHeaderBytes = 1_024;

export type DecryptAnswer =
  | Readonly<{ kind: 'bytes'; bytes: Uint8Array<ArrayBuffer> }>
  | Readonly<{ kind: 'refused'; problem: FileProblem }>;

/** In the age format: `age --decrypt` opens it with the same password. The key takes about a second; call it in a worker. */
export async function encrypted(bytes: Uint8Array, password: string): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(typed(password));
  encrypter.setScryptWorkFactor(workFactor);
  return (await encrypter.encrypt(bytes)) as Uint8Array<ArrayBuffer>;
}

/** All of it, checked to the last byte, or nothing. Never throws. Call it in a worker. */
export async function decrypted(bytes: Uint8Array, password: string): Promise<DecryptAnswer> {
  const refused = (code: FileProblem['code']): DecryptAnswer => ({
    kind: 'refused',
    problem: { code, place: '' },
  });
  const asked = askedWork(bytes);
  if (asked === null) return refused('notByPassword');
  if (asked > workFactor) return refused('tooCostly');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(typed(password));
  try {
    const content = await decrypter.decrypt(bytes);
    return { kind: 'bytes', bytes: content as Uint8Array<ArrayBuffer> };
  } catch (error) {
    return refused(isUnmatched(error) ? 'wrongPassword' : 'damaged');
  }
}

/** An accent is one letter whatever keyboard typed it. */
function typed(password: string): string {
  return password.normalize('NFC');
}

/** What the header's one line for a password asks for; `null` when it has none. */
function askedWork(bytes: Uint8Array): number | null {
  const header = new TextDecoder('latin1').decode(bytes.subarray(0, maxHeaderBytes));
  const [, factor] = /^[^\n]*\n-> scrypt [^ \n]+ (\d{1,10})\n/.exec(header) ?? [];
  return factor === undefined ? null : Number(factor);
}

/** The library has one sentence, and no type, for a password that opens nothing. */
function isUnmatched(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('no identity matched');
}
