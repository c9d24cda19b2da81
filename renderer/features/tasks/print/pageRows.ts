/** A line of a printed list: a heading opens a group, and stays with the line under it. */
export type PrintedLine = Readonly<{ kind: 'heading' | 'row'; group: number; height: number }>;
/** `from` and `to` are places in the list, half-open; `continues` names the group whose heading is repeated, or `null`. */
export type PrintedPage = Readonly<{ from: number; to: number; continues: number | null }>;

/**
 * Shares lines out over pages without cutting one. `firstRoom` and `room` are heights, as the lines'; a line higher than a page has a
 * page to itself. A group that goes on over the page has its heading again there, `headingHeight` high.
 */
export function pageRows(
  lines: readonly PrintedLine[],
  { firstRoom, room, headingHeight }: { firstRoom: number; room: number; headingHeight: number },
): PrintedPage[] {
  const pages: PrintedPage[] = [];
  let from = 0;
  while (from < lines.length) {
    const first = lines[from] as PrintedLine;
    const continues =
      pages.length > 0 && first.kind === 'row' && hasHeading(lines, first) ? first.group : null;
    let left = (pages.length === 0 ? firstRoom : room) - (continues === null ? 0 : headingHeight);
    let to = from;
    while (to < lines.length) {
      const height = heightWithNext(lines, to);
      if (height > left && to > from) break;
      left -= (lines[to] as PrintedLine).height;
      to += 1;
    }
    pages.push({ from, to, continues });
    from = to;
  }
  return pages;
}

/** A heading needs room for itself and for the line that it announces. */
function heightWithNext(lines: readonly PrintedLine[], at: number): number {
  const { kind, height } = lines[at] as PrintedLine;
  return kind === 'heading' ? height + (lines[at + 1]?.height ?? 0) : height;
}

function hasHeading(lines: readonly PrintedLine[], { group }: PrintedLine): boolean {
  return lines.some((line) => line.kind === 'heading' && line.group === group);
}
