/** One text, as the lines that it was laid out in. Heights are in CSS pixels, as everywhere here. */
export type TextItem = Readonly<{ element: HTMLElement; lineHeight: number; lines: number; above: number }>;
export type TableRow = Readonly<{ element: HTMLTableRowElement; height: number; keepsNext: boolean }>;

type Common = Readonly<{
  element: HTMLElement;
  /** Margins; the first block of a page has none above. */
  above: number;
  below: number;
  height: number;
  keepsNext: boolean;
  keepsPrevious: boolean;
}>;
/** `run`: divides between lines. `frame` is what stands around its texts. `table`: divides between rows; `shell` is caption and heads, `foot` the total. */
export type MeasuredBlock = Common &
  (
    | Readonly<{ flow: 'solid' }>
    | Readonly<{ flow: 'run'; items: readonly TextItem[]; frame: number }>
    | Readonly<{ flow: 'table'; rows: readonly TableRow[]; shell: number; foot: number }>
  );

/** Reads the heights of a block that stands in a column as wide as a page's. Writes nothing: many blocks cost one layout. */
export function measuredBlock(block: HTMLElement): MeasuredBlock {
  const { height } = block.getBoundingClientRect();
  const style = getComputedStyle(block);
  const isThere = style.display !== 'none';
  const common: Common = {
    element: block,
    above: isThere ? parseFloat(style.marginTop) : 0,
    below: isThere ? parseFloat(style.marginBottom) : 0,
    height,
    // What takes no room must not part a title from its text.
    keepsNext: block.dataset['keep'] === 'next' || height === 0,
    keepsPrevious: block.dataset['keep'] === 'previous',
  };
  if (block instanceof HTMLTableElement) return { ...common, ...measuredTable(block, height) };
  if (block.dataset['flow'] === 'run' && height > 0) {
    const items = textItems(block);
    const texts = items.reduce((sum, { above, lines, lineHeight }) => sum + above + lines * lineHeight, 0);
    return { ...common, flow: 'run', items, frame: Math.max(0, height - texts) };
  }
  return { ...common, flow: 'solid' };
}

function measuredTable(table: HTMLTableElement, height: number) {
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((element) => ({
    element,
    height: element.getBoundingClientRect().height,
    keepsNext: element.dataset['keep'] === 'next',
  }));
  const foot = table.tFoot?.getBoundingClientRect().height ?? 0;
  const body = rows.reduce((sum, row) => sum + row.height, 0);
  return { flow: 'table', rows, foot, shell: Math.max(0, height - body - foot) } as const;
}

/** The texts of a run or of a cell. */
export function textItems(parent: HTMLElement): TextItem[] {
  return ([...parent.children] as HTMLElement[]).map((element) => {
    const style = getComputedStyle(element);
    const lineHeight = parseFloat(style.lineHeight) || 1;
    const lines = Math.max(1, Math.round(element.getBoundingClientRect().height / lineHeight));
    return { element, lineHeight, lines, above: parseFloat(style.marginTop) || 0 };
  });
}

/**
 * Where in the item's text its line `line` begins, 0 the first. Asked of the layout as it stands, so the item must not have been
 * moved or changed since it was measured.
 */
export function startOfLine({ element, lineHeight, lines }: TextItem, line: number): number {
  const text = element.firstChild;
  if (line <= 0 || !(text instanceof Text)) return 0;
  if (line >= lines) return text.length;
  const top = element.getBoundingClientRect().top;
  const range = document.createRange();
  range.setStart(text, 0);
  // The text box of a line ends within its line: a fifth of a line is room enough for every typeface.
  const linesUpTo = (end: number): number => {
    range.setEnd(text, end);
    return Math.ceil((range.getBoundingClientRect().bottom - top) / lineHeight - 0.2);
  };
  let [fits, over] = [0, text.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (linesUpTo(middle) <= line) fits = middle;
    else over = middle;
  }
  return fits;
}
