import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Task } from '@shared/domain/task';
import { exportTasksCsv } from '@shared/interchange/tasksCsv';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useSettings } from '@renderer/data/settingsContext';
import { useHost } from '@renderer/host/hostContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Menu, type MenuEntry } from '@renderer/ui/Menu';
import { useToasts } from '@renderer/ui/Toaster';
import { printedTasks } from './printTasks';
import { useTaskSearch } from './useTaskSearch';

/** What is done with a whole list: import, export, print, templates, replanning. */
export function TaskActions({ tasks, event }: { tasks: readonly Task[]; event: PlannedEvent | null }) {
  const { t } = useTranslation('tasks');
  const [, setSearch] = useTaskSearch();
  const host = useHost();
  const language = useLanguage();
  const today = useToday();
  const settings = useSettings();
  const { toast } = useToasts();
  const title = event ? event.name : t('title');

  async function told(work: Promise<string | null>): Promise<void> {
    try {
      const name = await work;
      if (name) toast({ text: t('exported', { name }) });
    } catch (error) {
      toast({ kind: 'alert', text: t('exportFailed', { reason: String(error) }) });
    }
  }
  async function exportCsv(): Promise<string | null> {
    const answer = await host.ask['files:save'](`${title}.csv`, 'csv', exportTasksCsv(tasks, language));
    return answer.kind === 'saved' ? answer.name : null;
  }
  async function print(): Promise<null> {
    const html = printedTasks({
      tasks,
      title,
      today,
      language,
      organisation: settings.organisation,
      accentHue: settings.accentHue,
    });
    await host.ask['print:paper']({ html, title, language, landscape: false });
    return null;
  }

  const entries: MenuEntry[] = [
    {
      id: 'import',
      label: t('actions.import'),
      icon: <icons.upload />,
      onAction: () => setSearch({ over: 'import' }),
    },
    {
      id: 'export',
      label: t('actions.export'),
      icon: <icons.download />,
      onAction: () => void told(exportCsv()),
    },
    { id: 'print', label: t('actions.print'), icon: <icons.print />, onAction: () => void told(print()) },
  ];
  if (event) {
    entries.push(
      {
        id: 'template',
        label: t('actions.template'),
        icon: <icons.template />,
        onAction: () => setSearch({ over: 'template' }),
      },
      {
        id: 'saveTemplate',
        label: t('actions.saveTemplate'),
        icon: <icons.template />,
        onAction: () => setSearch({ over: 'saveTemplate' }),
      },
      {
        id: 'replan',
        label: t('actions.replan'),
        icon: <icons.calendar />,
        onAction: () => setSearch({ over: 'replan' }),
      },
    );
  }
  return (
    <Menu
      label={t('actions.label')}
      trigger={<IconButton variant="plain" label={t('actions.label')} icon={<icons.more />} />}
      entries={entries}
    />
  );
}
