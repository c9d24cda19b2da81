import { layoutReport } from '@shared/interchange/reportHtml';
import { paperStyle } from '@shared/interchange/paperStyle';
import type { ReportDocument } from '@shared/report/document';
import latinFont from '../../ui/fonts/inter-latin-wght-normal.woff2?url';
import { paginate } from './paginate';

/** The report as finished A4 pages: complete HTML without a script, ready for the host to print. The font comes from the program itself. */
export async function pagesHtml(report: ReportDocument): Promise<string> {
  await document.fonts.load('430 12px Inter').catch(() => []);
  await document.fonts.load('620 12px Inter').catch(() => []);
  const stage = paperStage();
  try {
    paginate(stage.paper, report, layoutReport(report));
    return pageFile(report, stage.paper.innerHTML, await fontAddress());
  } finally {
    stage.remove();
  }
}

/** The shipped font as a `data:` address, for files that must stand alone. */
export async function fontAddress(): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(latinFont)).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return `data:font/woff2;base64,${btoa(binary)}`;
}

/** A place in the document, out of sight, that wears the paper style and no other. */
function paperStage(): { paper: HTMLElement; remove: () => void } {
  const host = document.createElement('div');
  host.style.cssText = 'position:fixed;left:-400mm;top:0;width:210mm;visibility:hidden';
  const { paper } = paperIn(host);
  document.body.append(host);
  return { paper, remove: () => host.remove() };
}

/** Fits `host` with a shadow in which only the paper style applies. */
export function paperIn(host: HTMLElement): { paper: HTMLElement; root: ShadowRoot } {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paperStyle.replaceAll(':root', ':host'));
  root.adoptedStyleSheets = [sheet];
  const known = root.querySelector<HTMLElement>('.paper');
  const paper = known ?? document.createElement('div');
  paper.className = 'paper';
  if (!known) root.append(paper);
  return { paper, root };
}

function pageFile(report: ReportDocument, pages: string, font: string): string {
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return [
    '<!doctype html>',
    `<html lang="${report.language}" style="--hue-accent:${Math.round(report.accentHue)}"><head><meta charset="utf-8">`,
    `<title>${escape(`${report.title} – ${report.kindLabel}`)}</title>`,
    `<style>@font-face{font-family:Inter;font-weight:100 900;src:url(${font}) format("woff2")}${paperStyle}</style>`,
    `</head><body class="paper">${pages}</body></html>`,
  ].join('\n');
}
