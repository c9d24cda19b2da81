import '@shared/domain/zodWithoutEval';
import { reportDocumentSchema } from '@shared/report/document';
import { pagesHtml } from './features/report/pagesHtml';
import './ui/tokens.css';

declare global {
  interface Window {
    /**
     * For the unattended command line, which loads this page in a window nobody sees. In: a report's document as plain data, what
     * `buildReport` answers. Out: complete HTML of its A4 pages with typeface, language and title, without a script; print it at
     * `preferCSSPageSize` with backgrounds. Rejects when the document is not one; draws nothing that stays.
     */
    regiePrint?: (document: unknown) => Promise<string>;
  }
}

window.regiePrint = async (given) => pagesHtml(reportDocumentSchema.parse(given));
