import { type PrintJob, printJobSchema } from '@shared/ipc';
import {
  BrowserWindow,
  type Session,
  type WebContents,
  WebContentsView,
  type WebPreferences,
} from 'electron';
import { paginationDocument } from './address';
import { guardContents } from './guards';
import { offerDocument } from './protocol';

const patienceMilliseconds = 120_000;

/** Tagged, with its outline; the document's own `<title>` and `<html lang>` become the file's title and language. */
export async function printPdf(job: PrintJob, session: Session): Promise<Uint8Array> {
  return within(viewOn(session, { javascript: false }), offerDocument(job.html), async (contents) => {
    const pdf = await contents.printToPDF({
      preferCSSPageSize: true,
      pageSize: 'A4',
      landscape: job.landscape,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return new Uint8Array(pdf);
  });
}

/**
 * Pages of a report's document, made by the program's own page out of sight, then printed. `document` is what `renderer/print.ts`
 * takes: the host hands it over and does not look inside.
 */
export async function printPages(
  document: unknown,
  title: string,
  language: PrintJob['language'],
  session: Session,
): Promise<Uint8Array> {
  const html: unknown = await within(viewOn(session, { javascript: true }), paginationDocument, (contents) =>
    contents.executeJavaScript(`regiePrint(${JSON.stringify(document)})`),
  );
  return printPdf(printJobSchema.parse({ html, title, language, landscape: false }), session);
}

/** The system's print dialog. */
export async function printPaper(
  job: PrintJob,
  session: Session,
): Promise<{ kind: 'printed' | 'cancelled' }> {
  const print = (contents: WebContents) =>
    new Promise<{ kind: 'printed' | 'cancelled' }>((resolve, reject) => {
      contents.print({ printBackground: true, landscape: job.landscape }, (printed, reason) => {
        if (printed) resolve({ kind: 'printed' });
        else if (/cancel/i.test(reason)) resolve({ kind: 'cancelled' });
        else reject(new Error(`printRefused: ${reason}`));
      });
    });
  return within(windowOn(session), offerDocument(job.html), print, Number.POSITIVE_INFINITY);
}

/** Contents out of sight, and how to be rid of them. */
type Hidden = { contents: WebContents; remove: () => void };

/** Contents without a window: they need no display. */
function viewOn(session: Session, { javascript }: { javascript: boolean }): Hidden {
  const view = new WebContentsView({ webPreferences: { ...hiddenPreferences(session), javascript } });
  view.setBounds({ x: 0, y: 0, width: 1280, height: 960 });
  return { contents: view.webContents, remove: () => view.webContents.close() };
}

/** The system's dialog wants a window to belong to. */
function windowOn(session: Session): Hidden {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...hiddenPreferences(session), javascript: false },
  });
  return { contents: window.webContents, remove: () => window.destroy() };
}

function hiddenPreferences(session: Session): WebPreferences {
  return {
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    backgroundThrottling: false,
  };
}

async function within<T>(
  { contents, remove }: Hidden,
  address: string,
  work: (contents: WebContents) => Promise<T>,
  patience = patienceMilliseconds,
): Promise<T> {
  guardContents(contents, address);
  let clock: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    if (Number.isFinite(patience)) clock = setTimeout(() => reject(new Error('printTooLong')), patience);
  });
  try {
    return await Promise.race([contents.loadURL(address).then(() => work(contents)), tooLong]);
  } finally {
    clearTimeout(clock);
    remove();
  }
}
