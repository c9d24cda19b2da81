import { decodeText, maxTextBytes } from '@shared/interchange/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytesOf = (...values: number[]) => Uint8Array.from(values);
const refusal = (bytes: Uint8Array) => {
  const answer = decodeText(bytes);
  return answer.kind === 'refused' ? answer.problem : answer;
};

describe('reading a file as text', () => {
  it('takes UTF-8 with or without its mark', () => {
    const text = { kind: 'text', text: 'tâche;équipe', encoding: 'utf-8' };
    expect(decodeText(utf8('tâche;équipe'))).toEqual(text);
    expect(decodeText(utf8('\ufefftâche;équipe'))).toEqual(text);
  });

  it('takes what is not UTF-8 as Windows-1252, with its euro sign, apostrophe and ligature', () => {
    expect(decodeText(bytesOf(0xe9, 0x3b, 0x80, 0x92, 0x9c))).toEqual({
      kind: 'text',
      text: 'é;€’œ',
      encoding: 'windows-1252',
    });
  });

  it('takes the « Unicode text » of a spreadsheet, in both byte orders', () => {
    const text = { kind: 'text', text: 'é\t1', encoding: 'utf-16' };
    expect(decodeText(bytesOf(0xff, 0xfe, 0xe9, 0, 9, 0, 0x31, 0))).toEqual(text);
    expect(decodeText(bytesOf(0xfe, 0xff, 0, 0xe9, 0, 9, 0, 0x31))).toEqual(text);
    expect(refusal(bytesOf(0xff, 0xfe, 0x31))).toEqual({ code: 'binary', place: '' });
  });

  it('reads as it is told, whatever it looks like', () => {
    expect(decodeText(utf8('é'), 'windows-1252')).toMatchObject({ text: 'Ã©', encoding: 'windows-1252' });
    expect(decodeText(bytesOf(0xe9, 0x3b), 'utf-8')).toMatchObject({ text: '\ufffd;', encoding: 'utf-8' });
    expect(decodeText(bytesOf(0x61, 0, 0x3b, 0), 'utf-16')).toMatchObject({ text: 'a;', encoding: 'utf-16' });
  });

  it.each([
    ['a spreadsheet or another zip', [0x50, 0x4b, 3, 4, 20]],
    ['an empty zip', [0x50, 0x4b, 5, 6]],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
    ['a picture', [0xff, 0xd8, 0xff, 0xe0]],
    ['text with a NUL in it', [0x61, 0x3b, 0, 0x62]],
    ['control characters', [0x61, 0x62, 0x63, 0x3b, 1, 2]],
  ])('refuses %s', (_, values) => {
    expect(refusal(bytesOf(...values))).toEqual({ code: 'binary', place: '' });
  });

  it('finds a NUL wherever it is', () => {
    const bytes = utf8('a'.repeat(200_000));
    bytes[199_999] = 0;
    expect(refusal(bytes)).toEqual({ code: 'binary', place: '' });
  });

  it('lets a stray control character pass in a long text', () => {
    expect(decodeText(utf8(`${'a'.repeat(99)}\u0001`)).kind).toBe('text');
    expect(decodeText(utf8(`${'a'.repeat(98)}\u0001`)).kind).toBe('refused');
  });

  it('refuses an empty file, and one of more than 50 MB', () => {
    expect(refusal(new Uint8Array())).toEqual({ code: 'empty', place: '' });
    expect(refusal(new Uint8Array(maxTextBytes + 1).fill(0x61))).toEqual({ code: 'tooLarge', place: '' });
    expect(decodeText(new Uint8Array(maxTextBytes).fill(0x61)).kind).toBe('text');
  });

  it('gives back any text that was written as UTF-8, unless it holds what no text holds', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(words, (text) => {
        const answer = decodeText(utf8(`\ufeff;${text}`));
        expect(answer.kind === 'refused' || answer.text).toBe(answer.kind === 'refused' || `;${text}`);
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['text', 'refused']).toContain(decodeText(bytes).kind);
      }),
    );
  });
});
