import { common } from './fr/common';
import { domain } from './fr/domain';
import { errors } from './fr/errors';
import { history } from './fr/history';
import { shell } from './fr/shell';
import { today } from './fr/today';
import { events } from './fr/events';
import { calendar } from './fr/calendar';
import { tasks } from './fr/tasks';
import { report } from './fr/report';
import { settings } from './fr/settings';
import { personal } from './fr/personal';
import { csvImport } from './fr/csvImport';
import { exchange } from './fr/exchange';
import { safety } from './fr/safety';
import { people } from './fr/people';
import { roster } from './fr/roster';
import { fill } from './fr/fill';
import { presence } from './fr/presence';
import { papers } from './fr/papers';

export const fr = {
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
