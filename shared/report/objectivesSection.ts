import { indicatorGaps, indicatorResult, indicatorsOf } from '../domain/completeness';
import type { Indicator } from '../domain/plannedEvent';
import {
  column,
  group,
  narrative,
  paragraph,
  type ReportContext,
  row,
  section,
  strong,
  table,
} from './context';
import type { Block, Row, Section } from './document';
import { resultTones, valueIn } from './summarySection';

/** Each indicator with its evidence, or with the plain fact that there is none. */
export function objectivesSection(context: ReportContext): Section {
  const { event, words, say } = context;
  if (event.objectives.length === 0) {
    return section(context, 'objectives', [
      narrative(context, 'objectives'),
      paragraph(words.none.objectives),
    ]);
  }
  const { columns } = words;
  const gaps = indicatorGaps(event).map(({ name }) => say(name));
  const waiting = indicatorsOf(event).filter(
    ({ actual, meansOfMeasure }) => actual === null && meansOfMeasure !== '',
  );
  const callouts: (Block | null)[] = [
    gaps.length > 0 ? { kind: 'callout', tone: 'alert', text: words.gaps(gaps) } : null,
    waiting.length > 0
      ? { kind: 'callout', tone: 'warn', text: words.waiting(waiting.map(({ name }) => say(name))) }
      : null,
  ];
  return section(context, 'objectives', [
    narrative(context, 'objectives'),
    ...callouts,
    table({
      caption: words.captions.indicators,
      columns: [
        column(columns.indicator, 13),
        column(columns.baseline, 5, 'end'),
        column(columns.target, 5, 'end'),
        column(columns.actual, 5, 'end'),
        column(columns.result, 10),
        column(columns.evidence, 14),
      ],
      rows: event.objectives.flatMap(({ title, indicators }): Row[] => [
        group(say(title)),
        ...(indicators.length > 0
          ? indicators.map((indicator) => indicatorRow(indicator, context))
          : [row(words.none.indicators, '', '', '', '', '')]),
      ]),
      source: words.sources.indicators,
    }),
  ]);
}

function indicatorRow(indicator: Indicator, { words, language, say, day }: ReportContext): Row {
  const { name, baseline, target, actual, evidence, measuredOn, meansOfMeasure } = indicator;
  const result = indicatorResult(indicator);
  const value = valueIn(indicator, language, say);
  const evidenceCell = (() => {
    const note = measuredOn === null ? undefined : words.readOn(day(measuredOn));
    if (evidence !== '') return { text: say(evidence), note };
    if (actual !== null) return { text: words.evidenceToCite, note, tone: 'warn' as const };
    return { text: meansOfMeasure === '' ? words.noMeans : words.expectedFrom(say(meansOfMeasure)) };
  })();
  return row(
    say(name),
    value(baseline) || words.noValue,
    value(target) || words.noValue,
    strong(actual === null ? words.toEnter : value(actual)),
    { text: words.results[result], tone: resultTones[result] },
    evidenceCell,
  );
}
