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
  | 'badRecord'
  /** Opens with a password, which was not given. */
  | 'encrypted'
  | 'wrongPassword'
  | 'notByPassword'
  | 'tooCostly'
  /** An archive of one event, where a whole workspace is wanted. */
  | 'oneEvent';

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';
export type DecodedText =
  | Readonly<{ kind: 'text'; text: string; encoding: Encoding }>
  | Readonly<{ kind: 'refused'; problem: FileProblem }>;

export const maxTextBytes = 50 * 1024 * 1024;

/**
 * The text of a file without its byte order mark: UTF-16 when a mark says so (a spreadsheet's « Unicode text »), else UTF-8, else
 * Windows-1252, as French offices save; or as `said`. Refuses what is no text, whatever its name. Never throws.
 */
export function decodeText(bytes: Uint8Array, said?: Encoding): DecodedText {
  const refused = (code: FileProblemCode): DecodedText => ({ kind: 'refused', problem: { code, place: '' } });
  if (bytes.byteLength === 0) return refused('empty');
  if (bytes.byteLength > maxTextBytes) return refused('tooLarge');
  const encoding = said ?? detectedEncoding(bytes);
  if (encoding !== 'utf-16' && isBinary(bytes)) return refused('binary');
  const text = decoded(bytes, encoding);
  return encoding === 'utf-16' && /[\0\ufffd]/.test(text)
    ? refused('binary')
    : { kind: 'text', text, encoding };
}

/** First bytes of what is often renamed to `.csv`: zip (XLSX, ODS), PDF, old Excel, PNG, JPEG, GIF, gzip, 7z, RAR, ELF. */
const binaryStarts = [
  '504b0304',
  '504b0506',
  '25504446',
  'd0cf11e0',
  '89504e47',
  'ffd8ff',
  '47494638',
  '1f8b08',
  '377abcaf',
  '52617221',
  '7f454c46',
];

/** A known start, a NUL, or more control characters than any text has: 1 in 100 of the first 64 KiB. */
function isBinary(bytes: Uint8Array): boolean {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (binaryStarts.some((known) => start.startsWith(known)) || bytes.includes(0)) return true;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) controls += 1;
  return controls * 100 > sample.length;
}

function detectedEncoding(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'windows-1252') return windows1252(bytes);
  if (encoding === 'utf-8') return new TextDecoder('utf-8').decode(bytes);
  return new TextDecoder(bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le').decode(bytes);
}

/** What Windows-1252 has at 0x80 to 0x9f, where ISO 8859-1 has control characters; the five that it leaves free stay what they are. */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Not left to the decoder alone: that of Node 20 answers ISO 8859-1 under this name. */
function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => windowsOnly[letter.charCodeAt(0) - 0x80] ?? letter);
}
