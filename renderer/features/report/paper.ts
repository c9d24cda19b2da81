import type { PaperFonts } from '@shared/interchange/htmlNode';
import { paperStyle } from '@shared/interchange/paperStyle';
import latinFont from '../../ui/fonts/inter-latin-wght-normal.woff2?url';
import latinExtFont from '../../ui/fonts/inter-latin-ext-wght-normal.woff2?url';

/** Fits `host` with a shadow in which only the paper style applies, and answers the place for pages in it. */
export function paperIn(host: HTMLElement, extraStyle = ''): HTMLElement {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync((paperStyle + extraStyle).replaceAll(':root', ':host'));
  root.adoptedStyleSheets = [sheet];
  const known = root.querySelector<HTMLElement>('.paper');
  if (known) return known;
  const paper = document.createElement('div');
  paper.className = 'paper';
  root.append(paper);
  return paper;
}

/** A place out of sight that wears the paper style and no other. */
export function paperStage(accentHue: number): { paper: HTMLElement; remove: () => void } {
  const host = document.createElement('div');
  host.style.cssText = 'position:fixed;left:-400mm;top:0;width:210mm;visibility:hidden;contain:layout';
  host.style.setProperty('--hue-accent', String(accentHue));
  document.body.append(host);
  return { paper: paperIn(host), remove: () => host.remove() };
}

/** Both parts of the typeface, ready to be measured with. A font that fails leaves the system's in its place. */
export async function fontsReady(): Promise<void> {
  await Promise.all(
    ['430 12px Inter', '620 12px Inter'].map((face) => document.fonts.load(face, 'aé€ᵉʳ').catch(() => [])),
  );
}

/** The shipped typeface as `data:` addresses, for files that must stand alone. */
export async function fontAddresses(): Promise<PaperFonts> {
  const [latin, latinExt] = await Promise.all([latinFont, latinExtFont].map(fontAddress));
  return { latin: latin ?? '', latinExt };
}

async function fontAddress(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return `data:font/woff2;base64,${btoa(binary)}`;
}
