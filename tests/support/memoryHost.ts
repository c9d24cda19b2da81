import type { ChangeSet } from '@shared/domain/changeSet';
import { replay } from '@shared/domain/workspace';
import { tableTally, type TableSums } from '@shared/tableDigest';
import type { Host } from '@renderer/host/host';

/** A desktop in memory. Give it what dialogs should answer; read what was saved. */
export function memoryHost(
  answers: Partial<Host['ask']> = {},
): Host & { saved: { name: string; bytes: Uint8Array }[]; lines: ChangeSet[] } {
  const journal: ChangeSet[] = [];
  const attachments = new Map<string, Uint8Array>();
  const saved: { name: string; bytes: Uint8Array }[] = [];
  return {
    saved,
    lines: journal,
    ask: {
      'app:info': async () => ({
        kind: 'electron',
        version: '0.0.0',
        platform: 'linux',
        systemLocale: 'fr-FR',
      }),
      'app:appearance': async () => undefined,
      'journal:append': async (changeSet) => void journal.push(changeSet),
      'journal:latest': async (limit) => journal.slice(-limit),
      'safety:start': async () => ({
        kind: 'ready',
        seq: journal.at(-1)?.seq ?? 0,
        from: 0,
        sums: sumsAfter(journal),
        wasClean: true,
      }),
      'safety:mend': async (changeSets) => void journal.push(...changeSets),
      'safety:records': async (_source, table, from, limit) =>
        recordsAfter(journal, table).slice(from, from + limit),
      'safety:setAside': async () => undefined,
      'safety:snapshots': async () => [],
      'safety:snapshot': async () => undefined,
      'safety:verify': async () => [],
      'safety:state': async () => ({
        snapshot: null,
        second: null,
        freeBytes: 1e12,
        room: 'enough',
        failure: null,
      }),
      'safety:second': async () => ({ kind: 'cancelled' }),
      'safety:saveCopy': async (name) => ({ kind: 'saved', name }),
      'safety:forget': async () => undefined,
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

/** What a journal adds up to, as the host counts it. */
export function sumsAfter(journal: readonly ChangeSet[]): TableSums {
  const tally = tableTally();
  for (const { table, key, before, after } of journal.flatMap(({ operations }) => operations)) {
    if (before) tally.drop(table, key, JSON.stringify(before));
    if (after) tally.add(table, key, JSON.stringify(after));
  }
  return tally.sums();
}

/** The records of a table that a journal leaves, as the host gives them. */
export function recordsAfter(journal: readonly ChangeSet[], table: string): Record<string, unknown>[] {
  const workspace: Record<string, readonly unknown[]> = replay(journal);
  return [...(workspace[table] ?? [])] as Record<string, unknown>[];
}
