/** What is wrong with a file, before anything of it is used. `place` says where, in the file's own terms. */
export type FileProblem = Readonly<{ code: FileProblemCode; place: string }>;
export type FileProblemCode =
  | 'tooLarge'
  | 'empty'
  | 'binary'
  | 'unterminatedQuote'
  | 'noHeader'
  | 'duplicateHeader'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'notAnArchive'
  | 'newerFormat'
  | 'newerSchema'
  | 'badEntry'
  | 'damaged'
  | 'badRecord';

export type Encoding = 'utf-8' | 'windows-1252';
export type DecodedText =
  | Readonly<{ kind: 'text'; text: string; encoding: Encoding }>
  | Readonly<{ kind: 'refused'; problem: FileProblem }>;

export const maxTextBytes = 50 * 1024 * 1024;

/** First bytes of what is often renamed to `.csv`: zip (XLSX, ODS), PDF, old Excel, PNG, JPEG, gzip, ELF, Windows programs. */
const binaryStarts = ['504b0304', '25504446', 'd0cf11e0', '89504e47', 'ffd8ff', '1f8b', '7f454c46', '4d5a'];

/** UTF-8 with or without its mark, or else Windows-1252, as French offices save. Refuses what is not text. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const refused = (code: FileProblemCode): DecodedText => ({ kind: 'refused', problem: { code, place: '' } });
  if (bytes.byteLength === 0) return refused('empty');
  if (bytes.byteLength > maxTextBytes) return refused('tooLarge');
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (binaryStarts.some((known) => start.startsWith(known)) || bytes.subarray(0, 65_536).includes(0))
    return refused('binary');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'text', text, encoding: 'utf-8' };
  } catch {
    return { kind: 'text', text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
