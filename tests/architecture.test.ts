import { describe, expect, test } from 'vitest';
import { importsOf, problemsIn, sourcesUnder } from './support/imports';

test('the house stands: everybody imports only what the table allows', () => {
  const sources = sourcesUnder('shared', 'electron', 'renderer');
  expect(sources.length).toBeGreaterThan(40);
  expect(problemsIn(sources.filter(({ path }) => path !== 'electron/build.d.ts'))).toEqual([]);
});

test('tests have no index files and no default exports either', () => {
  expect(problemsIn(sourcesUnder('tests').map(({ path, text }) => ({ path, text })))).toEqual([]);
});

describe('a broken rule is seen', () => {
  test.each([
    [
      'backwards: a rule reads the database',
      'shared/domain/task.ts',
      `import { openDatabase } from '@renderer/data/database';`,
    ],
    [
      'backwards: data uses a feature',
      'renderer/data/tasks.ts',
      `import { TaskList } from '../features/tasks/TaskList';`,
    ],
    [
      'backwards: a feature uses the app',
      'renderer/features/tasks/TasksPage.tsx',
      `import { pages } from '../../app/pages';`,
    ],
    [
      'across: a feature knows another',
      'renderer/features/tasks/TasksPage.tsx',
      `import { EventForm } from '@renderer/features/events/EventForm';`,
    ],
    [
      'across, through a worker address',
      'renderer/features/tasks/useImport.ts',
      `new Worker(new URL('../events/x.worker.ts', import.meta.url))`,
    ],
    [
      'a planning word in the look',
      'renderer/ui/Button.tsx',
      `import type { Task } from '@shared/domain/task';`,
    ],
    ['the host plans', 'electron/main.ts', `import { isOpen } from '@shared/domain/task';`],
    [
      'the host knows the report',
      'electron/print.ts',
      `import { buildReport } from '@shared/report/buildReport';`,
    ],
    ['the host knows the page', 'electron/window.ts', `import { pages } from '@renderer/app/pages';`],
    [
      'the page knows the host’s inside',
      'renderer/host/electronHost.ts',
      `import { openJournal } from '../../electron/journal';`,
    ],
    ['the page knows Electron', 'renderer/host/electronHost.ts', `import { ipcRenderer } from 'electron';`],
    [
      'shared code knows Node',
      'shared/interchange/archive.ts',
      `import { readFile } from 'node:fs/promises';`,
    ],
    ['shared code knows React', 'shared/report/buildReport.ts', `import { useState } from 'react';`],
    ['Dexie outside its room', 'renderer/features/tasks/useTasks.ts', `import { liveQuery } from 'dexie';`],
    [
      'the calendar outside its feature',
      'renderer/features/events/EventPage.tsx',
      `import { Calendar } from 'react-big-calendar';`,
    ],
    ['a package without a home', 'renderer/ui/Chart.tsx', `import { max } from 'lodash/max';`],
    ['the preload brings a schema along', 'electron/preload.ts', `import { channels } from '@shared/ipc';`],
    [
      'one value among types in the preload',
      'electron/preload.ts',
      `import { type Channel, channels } from '@shared/ipc';`,
    ],
    ['loaded late', 'shared/domain/task.ts', `const late = await import('../report/buildReport');`],
    ['passed on', 'shared/domain/task.ts', `export { buildReport } from '../report/buildReport';`],
    [
      'over several lines',
      'shared/domain/task.ts',
      `import {\n  buildReport,\n} from '../report/buildReport';`,
    ],
    ['an index file', 'renderer/ui/index.ts', `export { Button } from './Button';`],
    ['a default export', 'renderer/ui/Button.tsx', `export default function Button() {}`],
    ['a file outside the house', 'renderer/helpers/dates.ts', ''],
  ])('%s', (_rule, path, text) => {
    expect(problemsIn([{ path, text }])).toHaveLength(1);
  });

  test.each([
    ['shared/report/buildReport.ts', `import { isOpen } from '../domain/task';`],
    ['electron/cli.ts', `import { buildReport } from '@shared/report/buildReport';`],
    [
      'electron/preload.ts',
      `import type { Channel } from '@shared/ipc';\nimport { type Answer } from '@shared/ipc';`,
    ],
    [
      'renderer/features/calendar/CalendarPage.tsx',
      `import { Calendar } from 'react-big-calendar';\nimport './calendar.css';`,
    ],
    [
      'renderer/features/tasks/TasksPage.tsx',
      `import { TaskList } from './TaskList';\nimport { useTasks } from '@renderer/data/tasks';`,
    ],
    ['renderer/app/pages.tsx', `import { TasksPage } from '../features/tasks/TasksPage';`],
    ['renderer/main.tsx', `import { App } from './app/App';\nimport { version } from '../package.json';`],
  ])('%s may import what it needs', (path, text) => {
    expect(problemsIn([{ path, text }])).toEqual([]);
  });
});

test('the scanner finds every way to import, and knows a type from a value', () => {
  const text = `
import a from 'a';
import type { B } from 'b';
import { type C, type D } from 'c';
import { type E, f } from 'd';
import './g.css';
export * from 'h';
export type { I } from 'i';
const j = import('j');
new URL('./k.worker.ts', import.meta.url);
const notAnImport = "from 'z'";
`;
  expect(importsOf(text).map(({ from, isType }) => `${isType ? 'type ' : ''}${from}`)).toEqual([
    'a',
    'type b',
    'type c',
    'd',
    'h',
    'type i',
    './g.css',
    'j',
    './k.worker.ts',
  ]);
});
