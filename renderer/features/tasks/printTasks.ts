import { formatDay } from '@shared/domain/formatting';
import type { Language } from '@shared/domain/settings';
import { isOpen, type Task } from '@shared/domain/task';
import type { Day } from '@shared/domain/time';
import { htmlFile, node } from '@shared/interchange/reportHtml';
import { byDue } from './taskList';

type Printed = {
  tasks: readonly Task[];
  title: string;
  organisation: string;
  accentHue: number;
  today: Day;
  language: Language;
};

const style = `
@page{size:A4;margin:16mm 16mm 16mm 18mm}
body{padding:0}
h1{font-size:16pt;font-weight:620;letter-spacing:-.02em;margin-bottom:1mm}
.sub{color:var(--ink-2);margin-bottom:6mm}
.box{display:inline-block;width:4.2mm;height:4.2mm;border:.8pt solid var(--ink)}
.box.ticked{background:linear-gradient(135deg,transparent 46%,var(--ink) 46% 54%,transparent 54%)}
td.tick{width:9mm}
`;

const words = {
  fr: { heads: ['', 'Tâche', 'Équipe', 'Responsable', 'Échéance'], printed: 'Imprimé le' },
  en: { heads: ['', 'Task', 'Team', 'Owner', 'Due'], printed: 'Printed on' },
} as const;

/** The list on paper: a box for the pen before each task, rows never cut, headings on each page. */
export function printedTasks({ tasks, title, organisation, accentHue, today, language }: Printed): string {
  const { heads, printed } = words[language];
  const shares = ['5%', '47%', '17%', '15%', '16%'];
  const rows = [...tasks]
    .sort(byDue)
    .map((task) =>
      node(
        'tr',
        {},
        node('td', { class: 'tick' }, node('span', { class: isOpen(task) ? 'box' : 'box ticked' })),
        node('td', { dir: 'auto' }, task.title),
        node('td', { dir: 'auto' }, task.team),
        node('td', { dir: 'auto' }, task.owner),
        node('td', {}, task.dueOn ? formatDay(task.dueOn, 'weekday', language) : ''),
      ),
    );
  const table = node(
    'table',
    {},
    node('colgroup', {}, ...shares.map((width) => node('col', { style: `width:${width}` }))),
    node('thead', {}, node('tr', {}, ...heads.map((head) => node('th', { scope: 'col' }, head)))),
    node('tbody', {}, ...rows),
  );
  const sub = [organisation, `${printed} ${formatDay(today, 'long', language)}`].filter(Boolean).join(' · ');
  return htmlFile({
    title,
    language,
    accentHue,
    font: null,
    style,
    body: [
      node(
        'main',
        { class: 'paper' },
        node('h1', { dir: 'auto' }, title),
        node('p', { class: 'sub' }, sub),
        table,
      ),
    ],
  });
}
