import type { StaffMember } from '@shared/domain/staffMember';
import type { WorkProfile } from '@shared/domain/workProfile';
import { exportPeopleCsv } from '@shared/interchange/peopleCsv';
import { useTranslation } from 'react-i18next';
import { useSettings } from '@renderer/data/settingsContext';
import { useHost } from '@renderer/host/hostContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Menu, type MenuEntry } from '@renderer/ui/Menu';
import { useToasts } from '@renderer/ui/Toaster';
import { type PersonRow, usePeopleSearch } from './peopleList';

type Props = {
  /** Those that the list shows: what is exported and printed. */
  shown: readonly PersonRow[];
  people: readonly StaffMember[];
  profiles: readonly WorkProfile[];
  doubleCount: number;
};

/** What is done with the whole list: import, export, print, doubles. */
export function PeopleActionsMenu({ shown, people, profiles, doubleCount }: Props) {
  const { t } = useTranslation('people');
  const [, setSearch] = usePeopleSearch();
  const host = useHost();
  const language = useLanguage();
  const { timeZone } = useSettings();
  const { toast } = useToasts();

  async function exportCsv(): Promise<void> {
    try {
      const bytes = exportPeopleCsv(
        shown.map(({ member }) => member),
        { language, timeZone, profiles, people },
      );
      const answer = await host.ask['files:save'](`${t('fileName')}.csv`, 'csv', bytes);
      if (answer.kind === 'saved') toast({ text: t('exported', { name: answer.name }) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast({ kind: 'alert', text: t('exportFailed', { reason }) });
    }
  }
  const entries: MenuEntry[] = [
    {
      id: 'import',
      label: t('actions.import'),
      icon: <icons.upload />,
      onAction: () => setSearch({ import: '1', person: undefined, new: undefined }),
    },
    {
      id: 'export',
      label: t('actions.export'),
      icon: <icons.download />,
      onAction: () => void exportCsv(),
    },
    { id: 'print', label: t('actions.print'), icon: <icons.print />, onAction: () => window.print() },
    ...(doubleCount > 0
      ? [
          {
            id: 'doubles',
            label: t('actions.doubles', { count: doubleCount }),
            icon: <icons.people />,
            onAction: () => setSearch({ over: 'doubles' }),
          },
        ]
      : []),
  ];
  return (
    <Menu
      label={t('actions.label')}
      trigger={<IconButton variant="plain" label={t('actions.label')} icon={<icons.more />} />}
      entries={entries}
    />
  );
}
