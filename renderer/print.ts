import { z } from 'zod';
import { reportDocumentSchema } from '@shared/report/document';
import { pagesHtml } from './features/report/pagesHtml';
import './ui/tokens.css';

z.config({ jitless: true });

declare global {
  interface Window {
    /**
     * For the unattended command line, which loads this page in a window nobody sees: a report's document in, complete HTML of its A4
     * pages out, without a script, to be printed with no margin. Rejects when the document is not one.
     */
    regiePrint?: (document: unknown) => Promise<string>;
  }
}

window.regiePrint = (given) => pagesHtml(reportDocumentSchema.parse(given));
