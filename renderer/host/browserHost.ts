import { type FileKind, maxOpenBytes, type PrintJob } from '@shared/ipc';
import type { Host } from './host';

const accept: Record<FileKind, string> = {
  csv: '.csv,.txt,text/csv',
  html: '.html,text/html',
  pdf: '.pdf,application/pdf',
  regie: '.regie',
  image: 'image/png,image/jpeg,image/svg+xml',
  ics: '.ics,text/calendar',
  any: '',
};
const headKey = 'regie.journal.head';

/**
 * A plain browser in place of the desktop: saves are downloads, files are chosen by an input, attachments live in the origin's
 * private file system. There is no second copy: changes are only counted, so an emptied database is noticed, not rebuilt.
 */
export function browserHost(version: string): Host {
  return {
    ask: {
      'app:info': async () => ({
        kind: 'browser',
        version,
        platform: 'browser',
        systemLocale: navigator.language,
      }),
      'app:appearance': async () => undefined,
      'journal:append': async ({ seq }) => localStorage.setItem(headKey, String(seq)),
      'journal:after': async () => [],
      'journal:latest': async () => [],
      'safety:start': async () => {
        const seq = Number(localStorage.getItem(headKey) ?? 0);
        return { kind: 'ready', seq, from: seq, sums: null, wasClean: true };
      },
      'safety:mend': async () => localStorage.removeItem(headKey),
      'safety:records': async () => [],
      'safety:setAside': needsDesktop,
      'safety:snapshots': async () => [],
      'safety:snapshot': async () => undefined,
      'safety:verify': async () => [],
      'safety:state': async () => ({
        snapshot: null,
        second: null,
        freeBytes: Number.MAX_SAFE_INTEGER,
        room: 'enough',
        failure: null,
      }),
      'safety:second': needsDesktop,
      'safety:saveCopy': needsDesktop,
      'safety:forget': async () => undefined,
      'files:save': async (name, _kind, bytes) => {
        download(name, new Blob([bytes as Uint8Array<ArrayBuffer>]));
        return { kind: 'saved', name };
      },
      'files:open': openFile,
      'attachments:put': async (id, bytes) => {
        const file = await (await attachmentFolder()).getFileHandle(id, { create: true });
        const writable = await file.createWritable();
        await writable.write(bytes as Uint8Array<ArrayBuffer>);
        await writable.close();
      },
      'attachments:get': async (id) => {
        const file = await (await attachmentFolder()).getFileHandle(id).catch(() => null);
        return file && new Uint8Array(await (await file.getFile()).arrayBuffer());
      },
      'attachments:remove': async (id) => (await attachmentFolder()).removeEntry(id).catch(() => undefined),
      'print:pdf': async () => {
        throw new Error('printNeedsDesktop');
      },
      'print:paper': printInFrame,
      'shell:open': async (url) => void window.open(url, '_blank', 'noopener,noreferrer'),
    },
    onMenu: () => () => undefined,
  };
}

async function needsDesktop(): Promise<never> {
  throw new Error('needsDesktop');
}

function attachmentFolder(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage
    .getDirectory()
    .then((root) => root.getDirectoryHandle('attachments', { create: true }));
}

function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function openFile(kind: FileKind): ReturnType<Host['ask']['files:open']> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept[kind];
    input.addEventListener('cancel', () => resolve({ kind: 'cancelled' }));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) return resolve({ kind: 'cancelled' });
      const limitBytes = maxOpenBytes(kind);
      if (file.size > limitBytes) return resolve({ kind: 'tooLarge', name: file.name, limitBytes });
      void file
        .arrayBuffer()
        .then((bytes) => resolve({ kind: 'opened', name: file.name, bytes: new Uint8Array(bytes) }));
    });
    input.click();
  });
}

/**
 * The document is written into an empty frame of the server's, which may style itself and may not run scripts, and the browser's own
 * print dialog does the rest.
 */
function printInFrame(job: PrintJob): ReturnType<Host['ask']['print:paper']> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
    frame.style.display = 'none';
    frame.src = 'paper.html';
    frame.addEventListener(
      'load',
      () => {
        const paper = frame.contentDocument;
        paper?.open();
        paper?.write(job.html);
        paper?.close();
        frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
        frame.contentWindow?.print();
        resolve({ kind: 'printed' });
      },
      { once: true },
    );
    document.body.append(frame);
  });
}
