import { wholeFile } from '@shared/interchange/htmlNode';
import { titleOf } from '@shared/interchange/reportHtml';
import type { ReportDocument } from '@shared/report/document';
import { fontAddresses, fontsReady } from './paper';
import { paginate } from './paginate';

/** The report as finished A4 pages: complete HTML without a script, ready to be printed with no margin. The typeface comes from the program itself. */
export async function pagesHtml(report: ReportDocument): Promise<string> {
  const [fonts] = await Promise.all([fontAddresses(), fontsReady()]);
  const pages = paginate(report)
    .map((page) => page.outerHTML)
    .join('');
  const { language, accentHue } = report;
  return wholeFile(
    { title: titleOf(report), language, accentHue, fonts, style: '@page{size:A4;margin:0}' },
    `<main class="paper">${pages}</main>`,
  );
}
