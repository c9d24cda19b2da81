import { recommendationKinds } from '../domain/eventReport';
import {
  column,
  group,
  heading,
  narrative,
  paragraph,
  type ReportContext,
  row,
  section,
  strong,
  table,
} from './context';
import type { Row, Section } from './document';
import { markOf } from './summarySection';

/** Written by hand, by kind, each with its mark; then the conclusion. */
export function recommendationsSection(context: ReportContext): Section {
  const { report, words, say } = context;
  const { columns } = words;
  const written = narrative(context, 'conclusion');
  // A title without its text is not printed.
  const conclusion = written.text === '' ? [written] : [heading(words.heads.conclusion), written];
  if (report.recommendations.length === 0) {
    return section(context, 'recommendations', [paragraph(words.none.recommendations), ...conclusion]);
  }
  const marked = report.recommendations.map((recommendation, index) => ({
    ...recommendation,
    mark: markOf(index),
  }));
  const rows = recommendationKinds.flatMap((kind): Row[] => {
    const ofKind = marked.filter((one) => one.kind === kind);
    if (ofKind.length === 0) return [];
    return [
      group(words.recommendations[kind]),
      ...ofKind.map(({ mark, title, details, owner }) =>
        row(
          mark,
          { ...strong(say(title)), note: details.trim() === '' ? undefined : say(details) },
          say(owner),
        ),
      ),
    ];
  });
  return section(context, 'recommendations', [
    table({
      caption: words.captions.recommendations,
      columns: [column(columns.mark, 1), column(columns.what, 11), column(columns.who, 4)],
      rows,
      source: words.sources.recommendations,
    }),
    ...conclusion,
  ]);
}
