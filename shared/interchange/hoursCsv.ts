import { decimalHours, type HoursSum, type PersonHours, sumOfHours } from '../domain/hours';
import type { Language } from '../domain/settings';
import { writeCsv } from './csv';
import { writeXlsx, type XlsxCell, type XlsxFormat } from './xlsx';

/** Digits after the point of a currency's whole unit: 0 for XPF, 2 for EUR. */
export function currencyDecimals(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

type HoursColumn = Readonly<{
  fr: string;
  en: string;
  width: number;
  /** `money`: as many decimals as the currency has. */
  format?: XlsxFormat | 'money';
  of: (row: PersonHours, money: (minor: number | null) => number | null) => XlsxCell;
  sum?: (sum: HoursSum, money: (minor: number | null) => number | null) => number | null;
}>;

/** What payroll is sent, column by column. Hours are decimal, costs in whole units of the currency. */
const columns: readonly HoursColumn[] = [
  { fr: 'Nom', en: 'Name', width: 28, of: ({ name }) => name },
  { fr: 'Équipe', en: 'Team', width: 20, of: ({ team }) => team },
  { fr: 'Profil', en: 'Profile', width: 22, of: ({ profile }) => profile },
  { fr: 'Premier jour', en: 'First day', width: 13, of: ({ firstOn }) => ({ day: firstOn }) },
  { fr: 'Dernier jour', en: 'Last day', width: 13, of: ({ lastOn }) => ({ day: lastOn }) },
  {
    fr: 'Créneaux',
    en: 'Shifts',
    width: 10,
    format: 'whole',
    of: ({ shifts }) => shifts,
    sum: ({ shifts }) => shifts,
  },
  {
    fr: 'Heures prévues',
    en: 'Planned hours',
    width: 15,
    format: 'hundredths',
    of: ({ plannedMinutes }) => decimalHours(plannedMinutes),
    sum: ({ plannedMinutes }) => decimalHours(plannedMinutes),
  },
  {
    fr: 'Heures faites',
    en: 'Worked hours',
    width: 15,
    format: 'hundredths',
    of: ({ workedMinutes }) => decimalHours(workedMinutes),
    sum: ({ workedMinutes }) => decimalHours(workedMinutes),
  },
  {
    fr: 'Créneaux à noter',
    en: 'Shifts to note',
    width: 16,
    format: 'whole',
    of: ({ shiftsToNote }) => shiftsToNote,
    sum: ({ shiftsToNote }) => shiftsToNote,
  },
  {
    fr: 'Absences',
    en: 'Absences',
    width: 10,
    format: 'whole',
    of: ({ absences }) => absences,
    sum: ({ absences }) => absences,
  },
  {
    fr: 'Heures du contrat',
    en: 'Contract hours',
    width: 17,
    format: 'hundredths',
    of: ({ contractMinutes }) => (contractMinutes === null ? null : decimalHours(contractMinutes)),
  },
  {
    fr: 'Heures de la semaine',
    en: 'Hours of the week',
    width: 19,
    format: 'hundredths',
    of: ({ weekMinutes }) => decimalHours(weekMinutes),
  },
  {
    fr: 'Heures supplémentaires',
    en: 'Overtime hours',
    width: 21,
    format: 'hundredths',
    of: ({ overtimeMinutes }) => (overtimeMinutes === null ? null : decimalHours(overtimeMinutes)),
    sum: ({ overtimeMinutes }) => decimalHours(overtimeMinutes),
  },
  {
    fr: 'Coût prévu',
    en: 'Planned cost',
    width: 14,
    format: 'money',
    of: ({ plannedCostMinor }, money) => money(plannedCostMinor),
    sum: ({ plannedCostMinor }, money) => money(plannedCostMinor),
  },
  {
    fr: 'Coût constaté',
    en: 'Actual cost',
    width: 14,
    format: 'money',
    of: ({ workedCostMinor }, money) => money(workedCostMinor),
    sum: ({ workedCostMinor }, money) => money(workedCostMinor),
  },
];

/** Rows of people and nothing else: a total among them would be paid. Days are ISO, decimals have the comma of French offices. */
export function hoursCsv(
  rows: readonly PersonHours[],
  currency: string,
  language: Language,
): Uint8Array<ArrayBuffer> {
  const money = moneyIn(currency);
  const cell = (value: XlsxCell): string | number => {
    if (value === null) return '';
    if (typeof value === 'object') return value.day;
    return typeof value === 'number' && language === 'fr' ? String(value).replace('.', ',') : value;
  };
  return writeCsv(
    columns.map((column) => column[language]),
    rows.map((row) => columns.map(({ of }) => cell(of(row, money)))),
  );
}

/** The same as a workbook, with a line of totals. `sheetName` is the event's. */
export async function hoursXlsx(
  rows: readonly PersonHours[],
  currency: string,
  language: Language,
  sheetName: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const money = moneyIn(currency);
  const sum = sumOfHours(rows);
  const moneyFormat: XlsxFormat = currencyDecimals(currency) === 0 ? 'whole' : 'hundredths';
  return writeXlsx([
    {
      name: sheetName,
      columns: columns.map(({ width, format, ...header }) => ({
        header: header[language],
        width,
        ...(format ? { format: format === 'money' ? moneyFormat : format } : {}),
      })),
      rows: rows.map((row) => columns.map(({ of }) => of(row, money))),
      total: columns.map(({ sum: total }, index) => {
        if (index === 0) return 'Total';
        return total ? total(sum, money) : null;
      }),
    },
  ]);
}

function moneyIn(currency: string): (minor: number | null) => number | null {
  const whole = 10 ** currencyDecimals(currency);
  return (minor) => (minor === null ? null : minor / whole);
}
