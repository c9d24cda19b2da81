import type { PrintJob } from '@shared/ipc';
import { BrowserWindow, type Session } from 'electron';
import { guardContents } from './guards';
import { offerDocument } from './protocol';

const patienceMilliseconds = 120_000;

/** Tagged, with its outline; the document's own `<title>` and `<html lang>` become the file's title and language. */
export async function printPdf(job: PrintJob, session: Session): Promise<Uint8Array> {
  return withDocument(job, session, async (window) => {
    const pdf = await window.webContents.printToPDF({
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

/** The system's print dialog. */
export async function printPaper(
  job: PrintJob,
  session: Session,
): Promise<{ kind: 'printed' | 'cancelled' }> {
  return withDocument(job, session, (window) => {
    return new Promise((resolve, reject) => {
      window.webContents.print({ printBackground: true, landscape: job.landscape }, (printed, reason) => {
        if (printed) resolve({ kind: 'printed' });
        else if (/cancel/i.test(reason)) resolve({ kind: 'cancelled' });
        else reject(new Error(`printRefused: ${reason}`));
      });
    });
  });
}

/** A window that nobody sees, where no script runs, gone when the work is over. */
async function withDocument<T>(
  job: PrintJob,
  session: Session,
  work: (window: BrowserWindow) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    title: job.title,
    webPreferences: {
      session,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  const address = offerDocument(job.html);
  guardContents(window.webContents, address);
  let clock: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    clock = setTimeout(() => reject(new Error('printTooLong')), patienceMilliseconds);
  });
  try {
    await Promise.race([window.loadURL(address), tooLong]);
    return await work(window);
  } finally {
    clearTimeout(clock);
    window.destroy();
  }
}
