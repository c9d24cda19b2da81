import type { ChangeSet } from '@shared/domain/changeSet';
import type { Host } from '@renderer/host/host';

/** A desktop in memory. Give it what dialogs should answer; read what was saved. */
export function memoryHost(
  answers: Partial<Host['ask']> = {},
): Host & { saved: { name: string; bytes: Uint8Array }[] } {
  const journal: ChangeSet[] = [];
  const attachments = new Map<string, Uint8Array>();
  const saved: { name: string; bytes: Uint8Array }[] = [];
  return {
    saved,
    ask: {
      'app:info': async () => ({
        kind: 'electron',
        version: '0.0.0',
        platform: 'linux',
        systemLocale: 'fr-FR',
      }),
      'app:appearance': async () => undefined,
      'journal:append': async (changeSet) => void journal.push(changeSet),
      'journal:head': async () => ({ seq: journal.at(-1)?.seq ?? 0 }),
      'journal:after': async (seq, limit) => journal.filter((set) => set.seq > seq).slice(0, limit),
      'files:save': async (name, _kind, bytes) => {
        saved.push({ name, bytes });
        return { kind: 'saved', name };
      },
      'files:open': async () => ({ kind: 'cancelled' }),
      'attachments:put': async (id, bytes) => void attachments.set(id, bytes),
      'attachments:get': async (id) => attachments.get(id) ?? null,
      'attachments:remove': async (id) => void attachments.delete(id),
      'print:pdf': async () => new TextEncoder().encode('%PDF-1.7'),
      'print:paper': async () => ({ kind: 'printed' }),
      'shell:open': async () => undefined,
      ...answers,
    },
    onMenu: () => () => undefined,
  };
}
