import type { domain as reference } from '../fr/domain';
import type { SameKeys } from '../words';

export const domain = {
  role: { organiser: 'Organiser', participant: 'Participant' },
  status: {
    idea: 'Idea',
    planned: 'Planned',
    confirmed: 'Confirmed',
    running: 'Running',
    closed: 'Closed',
    evaluated: 'Evaluated',
    cancelled: 'Cancelled',
  },
  kind: {
    activityDay: 'Activity day',
    stand: 'Stand',
    training: 'Training session',
    meeting: 'Meeting',
    other: 'Other',
  },
  hostRequestStatus: {
    toAsk: 'To ask',
    asked: 'Asked',
    reminded: 'Reminded',
    received: 'Received',
    confirmed: 'Confirmed',
  },
  direction: { increase: 'To increase', decrease: 'To decrease' },
  taskStatus: { todo: 'To do', doing: 'In progress', waiting: 'Waiting', done: 'Done', dropped: 'Dropped' },
  priority: { high: 'High', medium: 'Medium', low: 'Low' },
  anchor: {
    opening: 'Opening',
    closing: 'Closing',
    setUp: 'Set-up',
    reportDue: 'Report due',
    orderSigned: 'Order signed',
    custom: 'Own date',
  },
  unit: { calendarDays: 'calendar days', workingDays: 'working days' },
  periodKind: { publicHoliday: 'Public holiday', schoolBreak: 'School break', closedPeriod: 'Closed period' },
  recommendation: { keep: 'Keep', avoid: 'Avoid', improve: 'Improve' },
} as const satisfies SameKeys<typeof reference>;
