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
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const text = decoded(bytes, utf16);
    return text === null || text.includes('\0')
      ? refused('binary')
      : { kind: 'text', text, encoding: 'utf-16' };
  }
  if (isBinary(bytes)) return refused('binary');
  if (said === 'windows-1252') return { kind: 'text', text: windows1252(bytes), encoding: said };
  if (said) return { kind: 'text', text: new TextDecoder(said).decode(bytes), encoding: said };
  const text = decoded(bytes, 'utf-8');
  return text === null
    ? { kind: 'text', text: windows1252(bytes), encoding: 'windows-1252' }
    : { kind: 'text', text, encoding: 'utf-8' };
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

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What Windows-1252 has at 0x80 to 0x9f, where ISO 8859-1 has control characters; the five that it leaves free stay what they are. */
const windowsOnly = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Not left to the decoder alone: that of Node 20 answers ISO 8859-1 under this name. */
function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (letter) => windowsOnly[letter.charCodeAt(0) - 0x80] ?? letter);
}
