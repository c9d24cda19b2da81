import { exportPostsCsv } from '@shared/interchange/postsCsv';
import { exportRosterCsv } from '@shared/interchange/rosterCsv';
import { useTranslation } from 'react-i18next';
import { clearRoster } from '@renderer/data/roster';
import { useCommit } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { icons } from '@renderer/ui/icons';
import type { MenuEntry } from '@renderer/ui/Menu';
import { useToasts } from '@renderer/ui/Toaster';
import type { RosterNow } from './useRoster';
import { nothingOpen, useRosterSearch } from './useRosterSearch';

/** What is done with the whole roster: import, copy, export, clear. */
export function useRosterFiles(now: RosterNow): MenuEntry[] {
  const { t } = useTranslation('roster');
  const host = useHost();
  const language = useLanguage();
  const commit = useCommit();
  const { toast } = useToasts();
  const [, setSearch] = useRosterSearch();
  const { event, roster } = now;
  const free = roster.slots.flatMap(({ shift }) =>
    (roster.onShift.get(shift.id) ?? []).flatMap(({ assignment }) =>
      assignment.isLocked || assignment.presence.status !== 'expected' ? [] : [assignment.id],
    ),
  );

  async function save(title: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      const name = `${title.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120)}.csv`;
      const answer = await host.ask['files:save'](name, 'csv', bytes);
      if (answer.kind === 'saved') toast({ text: t('exported', { name: answer.name }) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast({ kind: 'alert', text: t('exportFailed', { reason }) });
    }
  }
  const named = { event: event.name };
  return [
    {
      id: 'import',
      label: t('actions.import'),
      icon: <icons.upload />,
      onAction: () => setSearch({ ...nothingOpen, import: '1' }),
    },
    {
      id: 'copy',
      label: t('actions.copy'),
      icon: <icons.copy />,
      onAction: () => setSearch({ ...nothingOpen, over: 'copy' }),
    },
    {
      id: 'exportPosts',
      label: t('actions.exportPosts'),
      icon: <icons.download />,
      isDisabled: roster.slots.length === 0,
      onAction: () => void save(t('postsFile', named), exportPostsCsv(roster, language)),
    },
    {
      id: 'exportRoster',
      label: t('actions.exportRoster'),
      icon: <icons.download />,
      isDisabled: roster.slots.length === 0,
      onAction: () => void save(t('rosterFile', named), exportRosterCsv(roster, language)),
    },
    {
      id: 'clear',
      label: t('actions.clear'),
      icon: <icons.delete />,
      isDisabled: free.length === 0,
      onAction: () => void clearRoster(commit, free),
    },
  ];
}
