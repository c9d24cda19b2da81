import { wholeFile } from '@shared/interchange/htmlNode';
import type { ReportDocument } from '@shared/report/document';
import { fontAddresses, fontsReady, paperIn } from './paper';
import { paginate } from './paginate';

/** The finished pages of one document, to be looked at. */
export async function documentPages(document: ReportDocument): Promise<HTMLElement[]> {
  await Promise.all([fontsReady(), pictureReady(document.cover.logo)]);
  return paginate(document);
}

/** Puts pages into a shadow of `host`, where only the paper style applies. */
export function showPages(host: HTMLElement, document: ReportDocument, pages: readonly HTMLElement[]): void {
  const paper = paperIn(host, '.page{margin-bottom:4mm}');
  host.style.setProperty('--hue-accent', String(document.accentHue));
  paper.lang = document.language;
  paper.replaceChildren(...pages);
}

/**
 * Documents one after the other in one file, each on pages of its own with page numbers of its own: complete HTML without a script, ready to be printed.
 * `tell` hears how many are done; the page stays free to draw between two of them. Rejects with the signal's reason once it is aborted.
 */
export async function bookletHtml(
  title: string,
  documents: readonly ReportDocument[],
  { tell = () => undefined, signal }: { tell?: (done: number) => void; signal?: AbortSignal } = {},
): Promise<string> {
  const [first] = documents;
  if (!first) throw new RangeError('a booklet without a document');
  const [fonts, , picture] = await Promise.all([
    fontAddresses(),
    fontsReady(),
    pictureReady(first.cover.logo),
  ]);
  const parts: string[] = [];
  for (const [index, document] of documents.entries()) {
    signal?.throwIfAborted();
    const pages = paginate(document);
    // A logo is written once in the file, not once for each person.
    for (const logo of pages.flatMap((page) => [...page.querySelectorAll('.cover-org img')])) {
      logo.setAttribute('src', emptyImage);
      logo.setAttribute('class', 'logo');
    }
    parts.push(...pages.map((page) => page.outerHTML));
    tell(index + 1);
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }
  const { language, accentHue } = first;
  const logoStyle = picture === null ? '' : `.cover-org img.logo{content:url("${picture.src}")}`;
  return wholeFile(
    { title, language, accentHue, fonts, style: `@page{size:A4;margin:0}${logoStyle}` },
    `<main class="paper">${parts.join('')}</main>`,
  );
}

const emptyImage = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** A picture that is decoded has its size when pages are measured. One that cannot be stays out of sight. */
async function pictureReady(address: string | null): Promise<HTMLImageElement | null> {
  if (address === null) return null;
  const picture = new Image();
  picture.src = address;
  await picture.decode().catch(() => undefined);
  return picture;
}
