import { isOpen, type TaskId } from '@shared/domain/task';
import { addDays, type Day, daysBetween } from '@shared/domain/time';
import { useMemo } from 'react';
import type { BarDraft } from './useBarDraft';
import type { Bar, TimelineRow } from './timelineRows';
import type { TimelineScale } from './timelineScale';
import { rowHeight } from './TimelineBar';
import styles from './TaskTimeline.module.css';

type Props = {
  rows: readonly TimelineRow[];
  scale: TimelineScale;
  /** Rows in sight, half-open: a line is drawn when one of its ends is among them. */
  from: number;
  to: number;
  draft: BarDraft | null;
  /** Drawn apart when both ends are among them. */
  critical: ReadonlySet<TaskId> | null;
};

type Placed = { bar: Bar; row: number };

/** Lines from the end of what is waited for to the beginning of what waits; broken where the dates contradict them. */
export function TimelineLinks({ rows, scale, from, to, draft, critical }: Props) {
  const placed = useMemo(() => {
    const byId = new Map<TaskId, Placed>();
    rows.forEach((row, index) => {
      if (row.kind === 'bar') byId.set(row.id, { bar: row.bar, row: index });
    });
    return byId;
  }, [rows]);
  const links = useMemo(() => linksOf(placed), [placed]);
  return (
    <svg className={styles.links} aria-hidden="true">
      {links
        .filter(([before, after]) => isIn(before.row) || isIn(after.row))
        .map(([before, after]) => {
          const [ends, starts] = [endOf(before.bar), startOf(after.bar)];
          const isWrong = starts < ends && isOpen(before.bar.task) && isOpen(after.bar.task);
          const look = [
            isWrong && styles.wrong,
            critical?.has(before.bar.task.id) && critical.has(after.bar.task.id) && styles.criticalLink,
          ];
          return (
            <path
              key={`${before.bar.task.id}-${after.bar.task.id}`}
              d={pathOf(scale.at(ends) + scale.dayWidth, before.row, scale.at(starts), after.row)}
              className={look.filter(Boolean).join(' ') || undefined}
            />
          );
        })}
    </svg>
  );

  function isIn(row: number): boolean {
    return row >= from && row < to;
  }
  function endOf({ task, dueOn }: Bar): Day {
    return draft?.task.id === task.id ? draft.dueOn : dueOn;
  }
  function startOf({ task, startsOn, dueOn }: Bar): Day {
    return draft?.task.id === task.id ? addDays(startsOn, daysBetween(dueOn, draft.dueOn)) : startsOn;
  }
}

function linksOf(placed: ReadonlyMap<TaskId, Placed>): [before: Placed, after: Placed][] {
  return [...placed.values()].flatMap((after) =>
    after.bar.task.dependsOn.flatMap((id): [Placed, Placed][] => {
      const before = placed.get(id);
      return before ? [[before, after]] : [];
    }),
  );
}

/** Out of the end, down or up in the gap, into the beginning; around when the beginning is before the end. */
function pathOf(x1: number, row1: number, x2: number, row2: number): string {
  const [y1, y2] = [middleOf(row1), middleOf(row2)];
  const gap = 5;
  if (x2 >= x1 + 2 * gap) return `M${x1} ${y1}h${gap}V${y2}H${x2 - 1}`;
  const between = y1 + (row2 > row1 ? 1 : -1) * (rowHeight / 2);
  return `M${x1} ${y1}h${gap}V${between}H${x2 - gap}V${y2}H${x2 - 1}`;
}

function middleOf(row: number): number {
  return row * rowHeight + rowHeight / 2;
}
