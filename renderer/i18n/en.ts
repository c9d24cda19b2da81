import { common } from './en/common';
import { domain } from './en/domain';
import { errors } from './en/errors';
import { history } from './en/history';
import { shell } from './en/shell';
import { today } from './en/today';
import { events } from './en/events';
import { calendar } from './en/calendar';
import { tasks } from './en/tasks';
import { report } from './en/report';
import { settings } from './en/settings';
import { personal } from './en/personal';
import { csvImport } from './en/csvImport';
import { exchange } from './en/exchange';
import { safety } from './en/safety';
import { people } from './en/people';
import { roster } from './en/roster';
import { fill } from './en/fill';
import { presence } from './en/presence';
import { papers } from './en/papers';

export const en = {
  common,
  domain,
  errors,
  history,
  shell,
  today,
  events,
  calendar,
  tasks,
  report,
  settings,
  personal,
  csvImport,
  exchange,
  safety,
  people,
  roster,
  fill,
  presence,
  papers,
} as const;
