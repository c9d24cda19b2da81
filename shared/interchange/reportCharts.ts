import type { BlockOf } from '../report/document';
import { type HtmlNode, node } from './htmlNode';

/** Charts are tables whose middle column is drawn: they divide between rows, repeat their heads, and say in words what they draw. */
export function progress({ caption, heads, rows }: BlockOf<'progress'>): HtmlNode {
  return chart({
    className: 'progress',
    caption,
    widths: [31, 38, 31],
    heads: [
      node('th', { scope: 'col' }, heads.name),
      node(
        'td',
        { class: 'axis' },
        axisLabel(heads.baseline, shareOnAxis(0)),
        axisLabel(heads.target, shareOnAxis(1)),
      ),
      node('th', { scope: 'col' }, heads.value),
    ],
    rows: rows.map(({ label, at, value, note, tone, equivalent }) => [
      rowHead(label),
      drawn(
        equivalent,
        line('axis-line', shareOnAxis(0)),
        line('axis-line axis-target', shareOnAxis(1)),
        at !== null &&
          span('bar', shareOnAxis(0), shareOnAxis(at), at >= 1 ? 'solid' : at > 0 ? 'hatched' : 'hollow'),
      ),
      node(
        'td',
        { class: 'value' },
        node('p', {}, node('b', {}, value), ' ', node('span', { class: `tone tone-${tone}` }, note)),
      ),
    ]),
  });
}

/** Baseline at a fifth of the width, target at four fifths: what falls short or goes far beyond is drawn to the edge. */
function shareOnAxis(at: number): number {
  return Math.min(1, Math.max(0, 0.2 + 0.6 * at));
}

export function timeline({
  caption,
  heads,
  ticks,
  marks,
  bands,
  bars: teams,
}: BlockOf<'timeline'>): HtmlNode {
  const behind = [
    ...bands.map(({ from, to }) => span('band', from, to)),
    ...ticks.map(({ at }) => line('axis-line', at)),
    ...marks.map(({ at }) => line('axis-line axis-mark', at)),
  ];
  return chart({
    className: 'timeline',
    caption,
    widths: [27, 61, 12],
    heads: [
      node('th', { scope: 'col' }, heads.name),
      node(
        'td',
        { class: 'axis axis-two' },
        ...withoutOverlap(ticks).map(({ at, label }) => axisLabel(label, at)),
        ...marks.map(({ at, label }) => axisLabel(label, at, 'axis-letter')),
      ),
      node('th', { scope: 'col', class: 'end' }, heads.note),
    ],
    rows: teams.map(({ label, from, to, doneShare, note, equivalent }) => [
      rowHead(label),
      drawn(
        equivalent,
        ...behind,
        node(
          'i',
          { class: 'bar hollow', style: `left:${percent(from)};width:max(1.6mm,${percent(to - from)})` },
          node('i', { class: 'solid', style: `width:${percent(doneShare)}` }),
        ),
      ),
      node('td', { class: 'end' }, node('p', {}, note)),
    ]),
  });
}

export function bars({ caption, heads, rows }: BlockOf<'bars'>): HtmlNode {
  return chart({
    className: 'bars',
    caption,
    widths: [32, 56, 12],
    heads: [
      node('th', { scope: 'col' }, heads.name),
      node('td', {}),
      node('th', { scope: 'col', class: 'end' }, heads.count),
    ],
    rows: rows.map(({ label, count, share }) => [
      rowHead(label),
      drawn('', span('bar', 0, share, 'solid')),
      node('td', { class: 'end' }, node('p', {}, count)),
    ]),
  });
}

/** About what a letter takes of the axis, in paper's small type. */
const letterWidth = 0.014;

type Ticks = BlockOf<'timeline'>['ticks'];

/** The names of months that stand clear of each other where `axisLabel` puts them: first the year goes, then the name. */
export function withoutOverlap(ticks: Ticks): Ticks {
  let taken = 0;
  return ticks.flatMap(({ at, label }, index) => {
    const next = ticks[index + 1]?.at ?? 1;
    for (const words of [label, label.replace(/\s*\d{4}$/, '')]) {
      const width = (words.length + 1) * letterWidth;
      const [from, to] = standsBefore(at) ? [at - width, at] : [at, at + width];
      if (from < taken || (to > next && !standsBefore(at))) continue;
      taken = to;
      return [{ at, label: words }];
    }
    return [];
  });
}

/** A band of patterns, each with its count and word beside: legible without colour. */
export function shares({ equivalent, parts }: BlockOf<'shares'>): HtmlNode {
  return node(
    'figure',
    { class: 'shares' },
    node(
      'div',
      { class: 'shares-band', role: 'img', 'aria-label': equivalent },
      ...parts.map(({ count, part }) => node('i', { class: `part-${part}`, style: `flex:${count} 1 0` })),
    ),
    node(
      'figcaption',
      {},
      ...parts.map(({ count, label, part }) =>
        node('span', {}, node('i', { class: `part-${part}` }), node('b', {}, String(count)), ` ${label}`),
      ),
    ),
  );
}

export function keyFigures({ figures }: BlockOf<'keyFigures'>): HtmlNode {
  return node(
    'div',
    { class: 'figures' },
    ...figures.map(({ value, label, note }) =>
      node(
        'div',
        {},
        node('b', { class: value.length > 9 ? 'figure-long' : 'figure' }, value),
        node('span', { dir: 'auto' }, label),
        node('small', {}, note),
      ),
    ),
  );
}

export function captionNode({ label, text }: { label: string; text: string }): HtmlNode {
  return node('caption', {}, node('b', {}, label), ` ${text}`);
}

type Chart = Readonly<{
  className: string;
  caption: { label: string; text: string };
  /** In percent. */
  widths: readonly number[];
  heads: readonly HtmlNode[];
  rows: readonly (readonly HtmlNode[])[];
}>;

function chart({ className, caption, widths, heads, rows }: Chart): HtmlNode {
  return node(
    'table',
    { class: `chart ${className}`, 'data-flow': 'table' },
    captionNode(caption),
    node('colgroup', {}, ...widths.map((width) => node('col', { style: `width:${width}%` }))),
    node('thead', {}, node('tr', {}, ...heads)),
    node('tbody', {}, ...rows.map((cells) => node('tr', {}, ...cells))),
  );
}

function rowHead(label: string): HtmlNode {
  return node('th', { scope: 'row' }, node('p', { dir: 'auto' }, label));
}

function drawn(equivalent: string, ...parts: (HtmlNode | false)[]): HtmlNode {
  const words: Record<string, string> =
    equivalent === '' ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': equivalent };
  return node('td', { class: 'drawn' }, node('div', { class: 'track', ...words }, ...parts));
}

/** Towards the end of the axis a label stands before its place, not after it. */
function standsBefore(at: number): boolean {
  return at > 0.9;
}

function axisLabel(label: string, at: number, className = 'axis-label'): HtmlNode {
  const side = standsBefore(at) ? `right:${percent(1 - at)}` : `left:${percent(at)}`;
  return node('span', { class: className, style: side }, label);
}

function line(className: string, at: number): HtmlNode {
  return node('i', { class: className, style: `left:${percent(at)}` });
}

function span(className: string, from: number, to: number, fill = ''): HtmlNode {
  const [left, right] = from < to ? [from, to] : [to, from];
  return node('i', {
    class: fill ? `${className} ${fill}` : className,
    style: `left:${percent(left)};width:${percent(right - left)}`,
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
