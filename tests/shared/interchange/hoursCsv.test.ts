import { hoursOf } from '@shared/domain/hours';
import { hoursCsv, hoursXlsx } from '@shared/interchange/hoursCsv';
import { writeXlsx } from '@shared/interchange/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { aSmallRoster } from '../../support/aRoster';

const rows = hoursOf(aSmallRoster().facts);
const [ana] = rows;
if (!ana) throw new Error('nobody');

describe('hours as CSV', () => {
  it('are one line a person, decimals as French offices write them, and no total', () => {
    const lines = new TextDecoder().decode(hoursCsv(rows, 'XPF', 'fr')).split('\r\n');
    expect(lines[0]).toBe(
      'Nom;Équipe;Profil;Premier jour;Dernier jour;Créneaux;Heures prévues;Heures faites;Créneaux à noter;Absences;Heures du contrat;Heures de la semaine;Heures supplémentaires;Coût prévu;Coût constaté',
    );
    expect(lines[1]).toBe('Ana;Accueil;Agent public;2025-02-22;2025-02-22;2;7,5;0;2;0;6;7,5;1,5;15000;0');
    expect(lines).toHaveLength(rows.length + 2);
  });

  it('keep the point in English, and cents where there are any', () => {
    const lines = new TextDecoder().decode(hoursCsv([ana], 'EUR', 'en')).split('\r\n');
    expect(lines[1]).toBe('Ana;Accueil;Agent public;2025-02-22;2025-02-22;2;7.5;0;2;0;6;7.5;1.5;150;0');
  });

  it('run no name as a formula', () => {
    const bad = { ...ana, name: '=HYPERLINK("x")' };
    expect(new TextDecoder().decode(hoursCsv([bad], 'XPF', 'fr'))).toContain(`"'=HYPERLINK(""x"")"`);
  });
});

describe('hours as a workbook', () => {
  it('have numbers as numbers, days as days, texts as texts', async () => {
    const bad = { ...ana, name: '=1+1 & <b>', team: '0012' };
    const files = unzipSync(await hoursXlsx([bad], 'XPF', 'fr', 'Heures'));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const strings = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(`${sheet}${strings}`).toContain('=1+1 &amp; &lt;b&gt;');
    const cellAt = (place: string) =>
      new RegExp(`<c r="${place}"([^>]*)>(.*?)</c>`).exec(sheet) ?? ['', '', ''];
    expect(cellAt('B2')[1]).toMatch(/t="(s|inlineStr)"/);
    // 45 710 days after 30 December 1899.
    expect(cellAt('D2')[2]).toBe('<v>45710</v>');
    expect(cellAt('G2')[1]).not.toMatch(/t="(s|inlineStr)"/);
    expect(cellAt('G2')[2]).toBe('<v>7.5</v>');
    expect(cellAt('N2')[2]).toBe('<v>15000</v>');
    // The totals.
    expect([cellAt('G3')[2], cellAt('N3')[2]]).toEqual(['<v>7.5</v>', '<v>15000</v>']);
  });

  it('survive what no XML may hold, and a name that no sheet may have', async () => {
    const bytes = await writeXlsx([
      {
        name: 'a/b:c*[d]?'.repeat(5),
        columns: [{ header: 'x', width: 5 }],
        rows: [['\u0000\u000b\ud800ok'], [null]],
      },
    ]);
    const files = unzipSync(bytes);
    const all = Object.values(files)
      .map((file) => strFromU8(file))
      .join('');
    expect(all).toContain('ok');
    // oxlint-disable-next-line no-control-regex
    expect(all).not.toMatch(/[\u0000\u000b]|\ufffd/);
    const name = /<sheet [^>]*name="([^"]*)"/.exec(
      strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()),
    )?.[1];
    expect(name).not.toMatch(/[\\/?*[\]:]/);
    expect(name?.length).toBeLessThanOrEqual(31);
  });
});
