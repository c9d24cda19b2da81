import type { Coverage, CoverageStep } from '@shared/domain/coverage';
import { minuteOf } from '@shared/domain/time';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterScale } from './rosterScale';
import styles from './RosterBoard.module.css';

export const coverageHeight = 52;

/** Needed and assigned people per quarter of an hour, over the axis of the board; what lacks has its figure. */
export function CoverageStrip({ coverage, scale }: { coverage: Coverage; scale: RosterScale }) {
  const { t } = useTranslation('roster');
  const drawn = useMemo(() => drawnOf(coverage, scale), [coverage, scale]);
  const worst = Math.max(...coverage.steps.map(({ missing }) => missing), 0);
  const needed = Math.max(...coverage.steps.map((step) => step.needed), 0);
  const words = worst === 0 ? t('coverage.full', { needed }) : t('coverage.words', { needed, count: worst });
  return (
    <svg
      className={styles.coverage}
      width={scale.width}
      height={coverageHeight}
      viewBox={`0 0 ${scale.width} ${coverageHeight}`}
      role="img"
      aria-label={words}
    >
      <path className={styles.assigned} d={drawn.assigned} />
      <path className={styles.lacking} d={drawn.missing} />
      <path className={styles.needed} d={drawn.needed} />
      {drawn.figures.map(({ at, text }) => (
        <text key={at} x={at} y={coverageHeight - 7} textAnchor="middle">
          {text}
        </text>
      ))}
    </svg>
  );
}

/** What the lines of the strip mean; beside it. */
export function CoverageLegend() {
  const { t } = useTranslation('roster');
  return (
    <div className={styles.legend}>
      <b>{t('coverage.title')}</b>
      <span>
        <i className={styles.neededKey} /> {t('coverage.needed')}
        <i className={styles.assignedKey} /> {t('coverage.assigned')}
        <i className={styles.lackingKey} /> {t('coverage.missing')}
      </span>
    </div>
  );
}

function drawnOf({ span, stepMinutes, steps }: Coverage, scale: RosterScale) {
  const first = minuteOf(span.startsAt);
  const top = 6;
  const most = Math.max(1, ...steps.map((step) => Math.max(step.needed, step.assigned)));
  const level = (people: number): number =>
    Math.round((coverageHeight - (people / most) * (coverageHeight - top)) * 10) / 10;
  const at = (index: number): number => scale.at(first + index * stepMinutes);
  const runs = runsOf(steps);
  const box = (from: number, to: number, low: number, high: number): string =>
    high > low
      ? `M${at(from)} ${level(high)}H${Math.max(at(from) + 1, at(to) - 1)}V${level(low)}H${at(from)}Z`
      : '';
  return {
    assigned: runs.map(({ from, to, step }) => box(from, to, 0, step.assigned)).join(''),
    missing: runs
      .map(({ from, to, step }) => box(from, to, step.assigned, step.assigned + step.missing))
      .join(''),
    needed: runs
      .map(
        ({ from, to, step }, index) =>
          `${index === 0 ? 'M' : 'L'}${at(from)} ${level(step.needed)}H${at(to)}`,
      )
      .join(''),
    figures: runs
      .filter(({ from, to, step }) => step.missing > 0 && at(to) - at(from) > 16)
      .map(({ from, to, step }) => ({ at: (at(from) + at(to)) / 2, text: `−${step.missing}` })),
  };
}

/** Neighbouring steps with the same figures as one. */
function runsOf(steps: readonly CoverageStep[]): { from: number; to: number; step: CoverageStep }[] {
  const runs: { from: number; to: number; step: CoverageStep }[] = [];
  steps.forEach((step, index) => {
    const last = runs.at(-1);
    const isSame =
      last?.step.needed === step.needed &&
      last.step.assigned === step.assigned &&
      last.step.missing === step.missing;
    if (last && isSame) last.to = index + 1;
    else runs.push({ from: index, to: index + 1, step });
  });
  return runs;
}
