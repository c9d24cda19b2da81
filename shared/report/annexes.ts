import { column, type ReportContext, row, section, table } from './context';
import type { Section } from './document';
import { allTasks } from './tasksSection';

export function taskListAnnex(context: ReportContext): Section {
  return section(context, 'taskList', [allTasks(context)], true);
}

export function partnersAnnex(context: ReportContext): Section {
  const { event, words, say } = context;
  const { columns } = words;
  return section(
    context,
    'partnerList',
    [
      table({
        caption: words.captions.partners,
        columns: [column(columns.organisation, 6), column(columns.activity, 6), column(columns.commune, 4)],
        rows: event.partners.map(({ name, activity, commune }) =>
          row(say(name), say(activity), say(commune)),
        ),
        source: words.sources.sheet,
        isDense: true,
      }),
    ],
    true,
  );
}
