import { formatMoney, formatNumber, thinSpace } from '../domain/formatting';
import { hoursByTeam, hoursOf, type HoursSum, sumOfHours } from '../domain/hours';
import { column, paragraph, type ReportContext, row, section, strong, table } from './context';
import type { Block, Cell, Section } from './document';

/** Did anybody hold a shift? Without it the report says nothing of staff. */
export function hasStaff({ staff }: Pick<ReportContext, 'staff'>): boolean {
  return staff?.assignments.some(({ eventId }) => eventId === staff.eventId) ?? false;
}

/** Hours planned and worked, absences and what the staff cost, by team: nobody is named. */
export function staffSection(context: ReportContext): Section {
  const { words, staff, settings, language, count, say } = context;
  if (!staff) return section(context, 'staff', [paragraph(words.none.staff)]);
  const rows = hoursOf(staff);
  const sum = sumOfHours(rows);
  const hours = (minutes: number): string => `${formatNumber(minutes / 60, language, 1)}${thinSpace}h`;
  const money = (minor: number | null): string =>
    minor === null ? words.noValue : formatMoney(minor, settings.currency, language);
  // A cost of which half the hours were never noted would be read as the whole.
  const isNoted = sum.shiftsToNote < sum.shifts;
  const worked = (minutes: number): string => (isNoted ? hours(minutes) : words.noValue);
  const cells = (name: Cell, of: HoursSum): Cell[] => [
    name,
    { text: count(of.people) },
    { text: count(of.shifts) },
    { text: hours(of.plannedMinutes) },
    { text: worked(of.workedMinutes) },
    { text: count(of.absences) },
    { text: isNoted ? money(of.workedCostMinor) : words.noValue },
  ];
  const { columns } = words;
  const figures: Block = {
    kind: 'keyFigures',
    figures: [
      { value: count(sum.people), label: words.figures.staff, note: words.figures.staffNote(sum.shifts) },
      {
        value: isNoted ? hours(sum.workedMinutes) : words.noValue,
        label: words.figures.worked,
        note: words.figures.workedNote(hours(sum.plannedMinutes)),
      },
      { value: count(sum.absences), label: words.figures.absences, note: words.figures.absencesNote },
      ...(sum.plannedCostMinor === null
        ? []
        : [
            {
              value: isNoted ? money(sum.workedCostMinor) : words.noValue,
              label: words.figures.staffCost,
              note: words.figures.staffCostNote(money(sum.plannedCostMinor)),
            },
          ]),
    ],
    source: words.sources.staff,
  };
  return section(context, 'staff', [
    figures,
    table({
      caption: words.captions.staff,
      columns: [
        column(columns.team, 9),
        column(columns.people, 5, 'end'),
        column(columns.shifts, 5, 'end'),
        column(columns.planned, 5, 'end'),
        column(columns.worked, 5, 'end'),
        column(columns.absences, 5, 'end'),
        column(columns.cost, 8, 'end'),
      ],
      rows: hoursByTeam(rows).map(({ team, sum: own }) =>
        row(...cells({ text: say(team) || words.noTeam }, own)),
      ),
      total: cells(strong(words.total), sum),
      source: [
        words.sources.staffHours,
        sum.shiftsToNote > 0 ? words.sources.staffToNote(sum.shiftsToNote) : '',
        sum.plannedCostMinor !== null && sum.uncosted > 0 ? words.sources.staffUncosted(sum.uncosted) : '',
      ]
        .filter(Boolean)
        .join(' '),
    }),
  ]);
}
