import { indicatorProgress, indicatorResult, indicatorsOf } from '../domain/completeness';
import { recommendationKinds } from '../domain/eventReport';
import type { Indicator } from '../domain/plannedEvent';
import {
  column,
  heading,
  isSession,
  narrative,
  paragraph,
  type ReportContext,
  row,
  section,
  strong,
  table,
} from './context';
import type { Block, BlockOf, Row, Section, Tone } from './document';
import { decimalsOf, withUnit } from './figures';
import { onTimeShare, outcomeCounts } from './taskOutcomes';

/** The page that is read when no other is: figures, results, what to keep, avoid and improve, what is still missing. */
export function summarySection(context: ReportContext): Section {
  const { words, event } = context;
  const text = narrative(context, 'summary');
  const blocks = [keyFigures(context), progress(context), ...retained(context)].filter(
    (block) => block !== null,
  );
  const nothing = text.text === '' && blocks.length === 0 ? [paragraph(words.none.summary)] : [];
  return section(context, 'summary', [text, ...blocks, ...nothing], !isSession(event));
}

const mostFigures = 4;
/** More rows would push the summary off its one page. */
const mostBars = 8;
const mostRetained = 2;
const mostNames = 4;

type Figure = BlockOf<'keyFigures'>['figures'][number];

/** The first measured indicator of each objective; then what else the program knows for certain. */
function keyFigures(context: ReportContext): Block | null {
  const { event, words, numberOf } = context;
  const measured = event.objectives.flatMap(
    ({ indicators }) => indicators.find(({ actual }) => actual !== null) ?? [],
  );
  const ofIndicators = measured.map((indicator) => indicatorFigure(indicator, context));
  const figures = [...ofIndicators, ...otherFigures(context)].slice(0, mostFigures);
  if (figures.length === 0) return null;
  const cites = {
    objectives: ofIndicators.length > 0 ? (numberOf.get('objectives') ?? '') : '',
    annex:
      figures.length > ofIndicators.length && context.tasks.length > 0
        ? (numberOf.get('taskList') ?? '')
        : '',
  };
  const text = words.sources.figures(cites.objectives, cites.annex);
  return { kind: 'keyFigures', figures, source: text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.` };
}

function indicatorFigure(indicator: Indicator, { words, language, say }: ReportContext): Figure {
  const { baseline, target, direction } = indicator;
  const value = valueIn(indicator, language, say);
  const goal = direction === 'decrease' && target !== null ? words.atMost(value(target)) : value(target);
  return {
    value: value(indicator.actual),
    label: say(indicator.name),
    note: words.goal(goal, value(baseline)),
  };
}

function otherFigures({ event, tasks, today, words, count }: ReportContext): Figure[] {
  const figures: Figure[] = [];
  const counts = outcomeCounts(tasks, today);
  if (onTimeShare(counts) !== null) {
    const { onTime, late, undated, overdue, dropped } = counts;
    figures.push({
      value: `${count(onTime)}\u00a0/\u00a0${count(onTime + late + overdue)}`,
      label: words.figures.onTime,
      note: words.figures.onTimeNote(onTime + late + undated, tasks.length - dropped),
    });
  }
  const requests = event.hostRequests;
  if (event.role === 'participant' && requests.length > 0) {
    const received = requests.filter(({ status }) => status === 'received' || status === 'confirmed').length;
    figures.push({
      value: `${received}\u00a0/\u00a0${requests.length}`,
      label: words.figures.answers,
      note: words.figures.answersNote,
    });
  }
  if (event.partners.length > 0) {
    const { partners, partnersNote } = words.figures;
    figures.push({ value: count(event.partners.length), label: partners, note: partnersNote });
  }
  if (event.expectedAttendancePeople !== null) {
    const { expected, expectedNote } = words.figures;
    figures.push({ value: count(event.expectedAttendancePeople), label: expected, note: expectedNote });
  }
  return figures;
}

/** Every indicator that has a baseline and a target, so that its way can be drawn. */
function progress(context: ReportContext): Block | null {
  const { event, words, language, say } = context;
  const drawn = indicatorsOf(event).filter(
    ({ baseline, target }) => baseline !== null && target !== null && baseline !== target,
  );
  if (drawn.every(({ actual }) => actual === null)) return null;
  const rows = drawn.slice(0, mostBars).map((indicator) => {
    const value = valueIn(indicator, language, say);
    const result = indicatorResult(indicator);
    const shown = indicator.actual === null ? words.toEnter : value(indicator.actual);
    return {
      label: say(indicator.name),
      at: indicatorProgress(indicator),
      value: shown,
      note: words.results[result],
      tone: resultTones[result],
      equivalent: words.progressText(
        say(indicator.name),
        shown,
        value(indicator.target),
        words.results[result],
      ),
    };
  });
  const others = drawn.length - rows.length;
  return {
    kind: 'progress',
    caption: { label: '', text: words.captions.progress },
    heads: {
      name: words.columns.indicator,
      baseline: words.columns.baseline,
      target: words.columns.target,
      value: words.columns.actual,
    },
    rows,
    source:
      others > 0 ? `${words.sources.progress} ${words.retained.others(others)}.` : words.sources.progress,
  };
}

function retained(context: ReportContext): Block[] {
  const { report, words, say, numberOf } = context;
  const section = numberOf.get('recommendations') ?? '';
  const rows = recommendationKinds.flatMap((kind): Row[] => {
    const marked = report.recommendations.map((recommendation, index) => ({ recommendation, index }));
    const ofKind = marked.filter(({ recommendation }) => recommendation.kind === kind);
    const shown = ofKind.slice(0, mostRetained);
    const rest = ofKind.length - shown.length;
    const more =
      rest > 0 ? [row(strong(''), words.retained.others(rest), words.references(section, ''))] : [];
    return [
      ...shown.map(({ recommendation, index }, place) =>
        row(
          strong(place === 0 ? words.recommendations[kind] : ''),
          say(recommendation.title),
          words.references(section, markOf(index)),
        ),
      ),
      ...more,
    ];
  });
  const missing = missingRow(context);
  if (missing) rows.push(missing);
  if (rows.length === 0) return [];
  return [
    heading(words.heads.retained),
    table({ columns: [column('', 3), column('', 13), column('', 3)], rows }),
  ];
}

/** « R4 »: the recommendation by its place in the list. */
export function markOf(index: number): string {
  return `R${index + 1}`;
}

function missingRow({ event, words, say, numberOf }: ReportContext): Row | null {
  const missing = indicatorsOf(event).filter(({ actual }) => actual === null);
  if (missing.length === 0) return null;
  const names = missing.slice(0, mostNames).map(({ name }) => say(name));
  const rest = missing.length - names.length;
  const text = rest > 0 ? [...names, words.retained.others(rest)] : names;
  return row(
    strong(words.retained.toEnter),
    text.join(' ; ').replaceAll(' ;', '\u202f;'),
    words.references(numberOf.get('objectives') ?? '', ''),
  );
}

export const resultTones: Record<ReturnType<typeof indicatorResult>, Tone> = {
  reached: 'ok',
  progress: 'plain',
  notReached: 'alert',
  toMeasure: 'warn',
  nobodyMeasures: 'alert',
  noTarget: 'plain',
};

/** The indicator's values, each with its unit and as precise as the others; an absent one is an empty text. */
export function valueIn(
  indicator: Indicator,
  language: ReportContext['language'],
  say: ReportContext['say'],
): (value: number | null) => string {
  const decimals = decimalsOf(indicator);
  return (value) => (value === null ? '' : withUnit(value, say(indicator.unit), decimals, language));
}
