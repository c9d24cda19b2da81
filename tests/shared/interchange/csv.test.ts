import {
  type CsvTable,
  harmless,
  looksLikeRow,
  readCsv,
  type Separator,
  withoutGuard,
  writeCsv,
} from '@shared/interchange/csv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function tableOf(content: string | Uint8Array, separator?: Separator): CsvTable {
  const answer = readCsv(typeof content === 'string' ? bytesOf(content) : content, separator);
  if (answer.kind === 'refused') throw new Error(answer.problem.code);
  return answer.table;
}
const rowsOf = (content: string) => tableOf(content).rows.map(({ line, cells }) => [line, ...cells]);
const refusal = (content: string) => {
  const answer = readCsv(bytesOf(content));
  return answer.kind === 'refused' ? [answer.problem.code, answer.problem.place] : 'accepted';
};

describe('the separator of a CSV file', () => {
  it.each([
    ['tâche;équipe', ';'],
    ['tâche,équipe', ','],
    ['tâche\téquipe', '\t'],
    ['tâche (courte, claire);équipe', ';'],
    ['"tâche, ""courte"", claire, dite";équipe', ';'],
    ['\n\ntâche,équipe', ','],
  ])('of %j is %j', (content, separator) => {
    expect(tableOf(content).separator).toBe(separator);
  });

  it('is not looked for below the headers: a single column may hold sentences with commas', () => {
    expect(tableOf('tâche\nCadrer l’édition (objectifs, format, budget)').rows).toEqual([
      { line: 2, cells: ['Cadrer l’édition (objectifs, format, budget)'], fault: null },
    ]);
  });

  it('is the one that the file announces on its first line, or the one that the user chose', () => {
    expect(rowsOf('sep=,\na;b,c\n1,2')).toEqual([[3, '1', '2']]);
    expect(tableOf('a;b,c\n1;2,3', ',').headers).toEqual(['a;b', 'c']);
  });
});

describe('the rows of a CSV file', () => {
  it('keep the line on which they begin, past empty lines and cells of several lines', () => {
    expect(rowsOf('a;b\r\n\r\n1;"x\r\ny\r\nz"\r\n;\r\n2;"q ""r"""\r\n3;')).toEqual([
      [3, '1', 'x\ny\nz'],
      [7, '2', 'q "r"'],
      [8, '3', ''],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('end with any line end (%j)', (end) => {
    expect(rowsOf(['a;b', '1;2', '3;4'].join(end))).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
  });

  it('may be shorter than the headers, and may end in empty cells; a cell under no header is a fault', () => {
    expect(tableOf('a;b;;\n1\n2;3;;;\n4;5;six').rows).toEqual([
      { line: 2, cells: ['1', ''], fault: null },
      { line: 3, cells: ['2', '3'], fault: null },
      { line: 4, cells: ['4', '5'], fault: { kind: 'tooManyCells', value: 'six' } },
    ]);
  });

  it('have cells of at most 20 000 characters', () => {
    const faults = tableOf(`a\n${'x'.repeat(20_000)}\n${'x'.repeat(20_001)}`).rows.map(
      ({ fault }) => fault?.kind,
    );
    expect(faults).toEqual([undefined, 'cellTooLong']);
  });

  it('are at most 50 000, empty lines aside', () => {
    expect(refusal(`a;b\n${'1;2\n\n'.repeat(50_000)}`)).toBe('accepted');
    expect(refusal(`a;b\n${'1;2\n'.repeat(50_001)}`)).toEqual(['tooManyRows', '50000']);
    expect(refusal(`a;b\n${'\n'.repeat(1_048_576)}`)).toEqual(['tooManyRows', '50000']);
  });
});

describe('what the user says of a CSV file', () => {
  it('may be that it has no header: its first row is one, as wide as the widest', () => {
    const answer = readCsv(bytesOf('A;1\nB;2;x;;\n'), undefined, { hasHeader: false });
    expect(answer).toEqual({
      kind: 'table',
      table: {
        separator: ';',
        encoding: 'utf-8',
        hasHeader: false,
        headers: ['', '', ''],
        rows: [
          { line: 1, cells: ['A', '1', ''], fault: null },
          { line: 2, cells: ['B', '2', 'x'], fault: null },
        ],
      },
    });
  });

  it('may be its encoding', () => {
    const answer = readCsv(bytesOf('tâche\nA'), undefined, { encoding: 'windows-1252' });
    expect(answer.kind === 'table' && answer.table.headers).toEqual(['tÃ¢che']);
  });

  it.each([
    [['Louer le fourgon', '-30'], true],
    [['A', '22/02/2025'], true],
    [['A', '1,5'], true],
    [['tâche', 'J-30', ''], false],
  ])('is worth asking when the first line looks like a row: %j, %s', (headers, answer) => {
    expect(looksLikeRow(headers)).toBe(answer);
  });
});

describe('a CSV file that is no table', () => {
  it.each([
    ['', ['empty', '']],
    ['\n ;\n', ['empty', '']],
    ['a;b\n1;"2\n3;4\n', ['unterminatedQuote', '2']],
    ['a;b\n"1\n2";"x" y\n3;4', ['unterminatedQuote', '3']],
    ['1;2;3\n4;5;6', ['noHeader', '1']],
    ['Tâche;b;tache\n1;2;3', ['duplicateHeader', 'tache']],
  ])('%j is refused: %j', (content, answer) => {
    expect(refusal(content)).toEqual(answer);
  });

  it('has more than 200 columns, in its headers or below', () => {
    const columns = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`).join(';');
    expect(refusal(columns(200))).toBe('accepted');
    expect(refusal(columns(201))).toEqual(['tooManyColumns', '201']);
    expect(refusal(`a;b\n${columns(201)}`)).toEqual(['tooManyColumns', '201']);
  });

  it('is never more than an answer, whatever its bytes', () => {
    const letters = fc.constantFrom(...'ab1;,"\n\r\t é\'='.split(''));
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: letters, maxLength: 60 })),
        (content) => {
          const bytes = typeof content === 'string' ? bytesOf(content) : content;
          expect(['table', 'refused']).toContain(readCsv(bytes).kind);
        },
      ),
    );
  });
});

describe('writing a CSV file', () => {
  it('makes what a French spreadsheet opens: a mark, `;`, CRLF, quotes only where needed', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      writeCsv(
        ['tâche', 'jours'],
        [
          ['Louer; charger', -3],
          ['dit "vite"', 0],
          ['a\nb', 1.5],
        ],
      ),
    );
    expect(text).toBe('\ufefftâche;jours\r\n"Louer; charger";-3\r\n"dit ""vite""";0\r\n"a\nb";1.5\r\n');
  });

  it.each(['=1+1', '+33 6', '-cmd', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', '-2+3', "'=1", "''@x"])(
    'keeps %j from becoming a formula, and reads it back as it was',
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
      expect(withoutGuard(harmless(text))).toBe(text);
    },
  );

  it.each(['-3', '+4', '-3,5', '12.25', 'l’an', "'tis", 'a=b', ''])('leaves %j alone', (text) => {
    expect([harmless(text), withoutGuard(text)]).toEqual([text, text]);
  });

  it('gives back every text that it was given', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'=+-@\'";\n\t| ,1'.split('')),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    const cell = fc.string({ unit, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
        const back = tableOf(writeCsv(['un', 'deux'], rows)).rows.map(({ cells }) => cells.map(withoutGuard));
        expect(back).toEqual(rows.filter((cells) => cells.some((one) => harmless(one).trim() !== '')));
      }),
    );
  });

  it('drops the control characters that no text file holds', () => {
    expect(rowsOf(new TextDecoder().decode(writeCsv(['a'], [['x\0\u0007y']])))).toEqual([[2, 'xy']]);
  });
});
