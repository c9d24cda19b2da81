import { formatDay } from '@shared/domain/formatting';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { isOpen, type Task } from '@shared/domain/task';
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
import { printedTasks, type PrintedTask } from './print/printedTasks';
import { byDue, eventName, groupedBy } from './taskList';
import { useTaskSearch } from './useTaskSearch';

type Props = {
  /** Those that the list shows: what is exported and printed. */
  tasks: readonly Task[];
  event: PlannedEvent | null;
  events: ReadonlyMap<string, PlannedEvent>;
};

/** What is done with a whole list: import, export, print, templates, replanning. */
export function TaskActionsMenu({ tasks, event, events }: Props) {
  const { t } = useTranslation('tasks');
  const [, setSearch] = useTaskSearch();
  const host = useHost();
  const language = useLanguage();
  const { toast } = useToasts();
  const title = event ? t('print.title', { event: eventName(event) }) : t('title');
  const fileName = title.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120);
  const page = usePrintedList({ tasks, event, events });

  async function told(work: () => Promise<string | null>): Promise<void> {
    try {
      const name = await work();
      if (name) toast({ text: t('exported', { name }) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const words = reason === 'printNeedsDesktop' ? t('print.needsDesktop') : reason;
      toast({ kind: 'alert', text: t('exportFailed', { reason: words }) });
    }
  }
  async function exportCsv(): Promise<string | null> {
    const answer = await host.ask['files:save'](`${fileName}.csv`, 'csv', exportTasksCsv(tasks, language));
    return answer.kind === 'saved' ? answer.name : null;
  }
  const job = async () => ({ html: await page(title), title, language, landscape: false });
  async function savePdf(): Promise<string | null> {
    const bytes = await host.ask['print:pdf'](await job());
    const answer = await host.ask['files:save'](`${fileName}.pdf`, 'pdf', bytes);
    return answer.kind === 'saved' ? answer.name : null;
  }
  async function print(): Promise<null> {
    await host.ask['print:paper'](await job());
    return null;
  }

  const entries: MenuEntry[] = [
    {
      id: 'import',
      label: t('actions.import'),
      icon: <icons.upload />,
      onAction: () => setSearch({ import: '1', task: undefined }),
    },
    {
      id: 'export',
      label: t('actions.export'),
      icon: <icons.download />,
      onAction: () => void told(exportCsv),
    },
    { id: 'print', label: t('actions.print'), icon: <icons.print />, onAction: () => void told(print) },
    { id: 'pdf', label: t('actions.pdf'), icon: <icons.reports />, onAction: () => void told(savePdf) },
  ];
  const planEntries: MenuEntry[] = [
    {
      id: 'template',
      label: t('actions.template'),
      icon: <icons.template />,
      onAction: () => setSearch({ over: 'template' }),
    },
    {
      id: 'saveTemplate',
      label: t('actions.saveTemplate'),
      icon: <icons.copy />,
      onAction: () => setSearch({ over: 'saveTemplate' }),
    },
    {
      id: 'replan',
      label: t('actions.replan'),
      icon: <icons.calendar />,
      onAction: () => setSearch({ over: 'replan' }),
    },
  ];
  return (
    <Menu
      label={t('actions.label')}
      trigger={<IconButton variant="plain" label={t('actions.label')} icon={<icons.more />} />}
      entries={event ? [...planEntries, ...entries] : entries}
    />
  );
}

/** The list in words for paper, grouped as it is on the screen. */
function usePrintedList({ tasks, event, events }: Props): (title: string) => Promise<string> {
  const { t } = useTranslation(['tasks', 'domain', 'common']);
  const language = useLanguage();
  const today = useToday();
  const settings = useSettings();
  const [{ group }] = useTaskSearch();
  return (title) => {
    const groupOf =
      groupedBy(group, today, events, {
        due: (id) => t(`dueGroups.${id}`),
        status: (id) => t(`domain:taskStatus.${id}`),
        priority: (id) => t(`list.priorityGroup.${id}`),
        none: (id) => t(`none.${id}`),
      }) ?? (() => ({ id: '', label: '', order: 0 }));
    const groups = new Map<string, { name: string; order: string | number; tasks: PrintedTask[] }>();
    for (const task of [...tasks].sort(byDue)) {
      const { id, label, order } = groupOf(task);
      const known = groups.get(id) ?? { name: label, order, tasks: [] };
      groups.set(id, known);
      const taskEvent = task.eventId && !event ? events.get(task.eventId) : undefined;
      known.tasks.push({
        title: task.title,
        isTicked: !isOpen(task),
        detail: [taskEvent && group !== 'event' ? eventName(taskEvent) : '', ...task.tags]
          .filter(Boolean)
          .join(' · '),
        team: task.team,
        owner: task.owner,
        due: task.dueOn ? formatDay(task.dueOn, 'medium', language) : '',
      });
    }
    return printedTasks({
      title,
      subtitle: t('count', { count: tasks.length }),
      organisation: settings.organisation,
      printedOn: t('print.printedOn', { day: formatDay(today, 'long', language) }),
      language,
      accentHue: settings.accentHue,
      heads: {
        task: t('columns.title'),
        team: t('columns.team'),
        owner: t('columns.owner'),
        due: t('columns.due'),
      },
      pageOf: (number, count) => t('print.page', { number, count }),
      continued: (name) => t('print.continued', { name }),
      groups: [...groups.values()].sort((left, right) => (left.order < right.order ? -1 : 1)),
    });
  };
}
