import { paperStyle } from './paperStyle';

/** Markup as plain data: one layout for the page, the HTML file and the PDF. Text is text: nothing in it is ever markup. */
export type HtmlNode = Readonly<{
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (HtmlNode | string)[];
}>;

type Children = readonly (HtmlNode | string | false | null)[];

export function node(tag: string, attributes: Record<string, string> = {}, ...children: Children): HtmlNode {
  return {
    tag,
    attributes,
    children: children.filter((child): child is HtmlNode | string => child !== false && child !== null),
  };
}

/** The program's typeface as `data:` addresses, in the two parts in which it is shipped; « ᵉʳ » is in the second. */
export type PaperFonts = Readonly<{ latin: string; latinExt?: string }>;

type HtmlFile = Readonly<{
  title: string;
  language: string;
  accentHue: number;
  fonts: PaperFonts | null;
  body: readonly (HtmlNode | string)[];
  /** After the paper style. */
  style?: string;
}>;

/** A complete HTML text around these nodes, with the paper style of every printed document. */
export function htmlFile({ title, language, accentHue, fonts, body, style = '' }: HtmlFile): string {
  return wholeFile({ title, language, accentHue, fonts, style }, body.map(toHtml).join(''));
}

/** The same around markup made by the browser itself out of such nodes. */
export function wholeFile(
  { title, language, accentHue, fonts, style = '' }: Omit<HtmlFile, 'body'>,
  body: string,
): string {
  const head = node(
    'head',
    {},
    node('meta', { charset: 'utf-8' }),
    node('meta', { name: 'viewport', content: 'width=device-width' }),
    node('title', {}, title),
    node('style', {}, fontFaces(fonts) + paperStyle + style),
  );
  const hue = Math.round(accentHue);
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}" style="--hue-accent:${hue}">`,
    `${toHtml(head)}<body>${body}</body></html>`,
    '',
  ].join('\n');
}

const voidTags = new Set(['meta', 'img', 'br', 'hr', 'col']);

/** Text and attribute values are escaped; the text of a style is ours. */
export function toHtml(part: HtmlNode | string): string {
  if (typeof part === 'string') return escaped(part);
  const attributes = Object.entries(part.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (voidTags.has(part.tag)) return `<${part.tag}${attributes}>`;
  const inside = part.children.map(part.tag === 'style' ? styleText : toHtml).join('');
  return `<${part.tag}${attributes}>${inside}</${part.tag}>`;
}

function styleText(part: HtmlNode | string): string {
  return typeof part === 'string' ? part : '';
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Each part covers what the typeface's own files say they cover. */
function fontFaces(fonts: PaperFonts | null): string {
  if (!fonts) return '';
  const face = (address: string, range: string): string =>
    `@font-face{font-family:Inter;font-weight:100 900;src:url(${address}) format("woff2");unicode-range:${range}}`;
  const { latin, latinExt } = fonts;
  return (latinExt ? face(latinExt, latinExtRange) : '') + face(latin, latinRange);
}

const latinRange =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const latinExtRange =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';
