import {
  indicatorGaps,
  indicatorProgress,
  indicatorResult,
  missingFor,
  nextStatuses,
} from '@shared/domain/completeness';
import {
  type EventStatus,
  eventStatuses,
  type HostRequest,
  type Indicator,
  type PlannedEvent,
} from '@shared/domain/plannedEvent';
import { describe, expect, it } from 'vitest';
import { anEvent, anId, anIndicator } from '../../support/builders';

const withIndicators = (...indicators: Indicator[]): Pick<PlannedEvent, 'objectives'> => ({
  objectives: [{ id: anId(), title: 'Faire découvrir', indicators }],
});
const request = (status: HostRequest['status']): HostRequest => ({
  id: anId(),
  subject: 'Emplacement du stand',
  status,
  changedOn: null,
  answer: '',
});

/** An organised day that lacks nothing before its report. */
const complete = anEvent({
  contacts: [{ id: anId(), function: 'Régisseur', name: '', organisation: '', phone: '', email: '' }],
  audiences: 'Familles',
  ...withIndicators(anIndicator()),
});
const blank = anEvent({
  venue: { name: '', address: '', commune: '', accessNotes: '', capacityPeople: null },
  setUp: null,
  teardown: null,
  reportDueOn: null,
  expectedAttendancePeople: null,
});
const said = (event: PlannedEvent, status: EventStatus): string[] =>
  missingFor(event, status).map(({ code, severity, count }) => `${severity} ${code} ${count}`);

describe('what an event lacks', () => {
  it.each<[EventStatus, string[]]>([
    ['idea', []],
    ['planned', ['warns venue 1', 'warns contact 1', 'warns objective 1', 'warns attendance 1']],
    [
      'confirmed',
      [
        'blocks venue 1',
        'blocks contact 1',
        'blocks objective 1',
        'blocks attendance 1',
        'warns audience 1',
        'warns setUp 1',
      ],
    ],
    [
      'running',
      [
        'blocks venue 1',
        'blocks contact 1',
        'blocks objective 1',
        'blocks attendance 1',
        'blocks audience 1',
        'blocks setUp 1',
        'warns reportDue 1',
      ],
    ],
    [
      'closed',
      [
        'blocks venue 1',
        'blocks contact 1',
        'blocks objective 1',
        'blocks attendance 1',
        'blocks audience 1',
        'blocks reportDue 1',
      ],
    ],
    ['cancelled', []],
  ])('to be « %s », when nothing was filled in', (status, expected) => {
    expect(said(blank, status)).toEqual(expected);
  });

  it('is nothing until the report, for a sheet that is filled in', () => {
    const before = eventStatuses.filter((status) => status !== 'evaluated' && status !== 'closed');
    expect(before.flatMap((status) => said(complete, status))).toEqual([]);
    expect(said(complete, 'closed')).toEqual(['warns actuals 1']);
    expect(said(complete, 'evaluated')).toEqual(['blocks actuals 1']);
  });

  it('names the part of the sheet where it is given', () => {
    expect(missingFor({ ...complete, reportDueOn: null }, 'closed')[0]).toEqual({
      code: 'reportDue',
      section: 'dates',
      severity: 'blocks',
      count: 1,
    });
  });

  it('is a place only, for a meeting or a training session', () => {
    expect(said({ ...blank, kind: 'meeting' }, 'evaluated')).toEqual(['blocks venue 1']);
    expect(said({ ...blank, kind: 'training' }, 'confirmed')).toEqual(['blocks venue 1']);
    expect(said(anEvent({ kind: 'meeting' }), 'evaluated')).toEqual([]);
  });

  it('is the answers of the host, for a stand at somebody else’s event, but no objective of its own', () => {
    const stand = anEvent({
      ...complete,
      kind: 'stand',
      role: 'participant',
      objectives: [],
      setUp: null,
      hostRequests: [
        request('toAsk'),
        request('asked'),
        request('reminded'),
        request('received'),
        request('confirmed'),
      ],
    });
    expect(said(stand, 'confirmed')).toEqual(['warns hostRequests 3']);
    expect(said(stand, 'running')).toEqual(['blocks hostRequests 3']);
    expect(said(stand, 'closed')).toEqual([]);
    expect(said({ ...stand, role: 'organiser' }, 'planned')).toEqual(['warns objective 1']);
  });

  it('is a means of measure before the day, and a value or a stated absence after it', () => {
    const gap = anIndicator({ meansOfMeasure: '' });
    const aimless = anIndicator({ target: null });
    const absent = anIndicator({ meansOfMeasure: '', evidence: 'Compteurs en panne' });
    const measured = anIndicator({ actual: 1184 });
    const proven = anIndicator({ actual: 1184, evidence: 'Relevé des portes' });
    const event = { ...complete, ...withIndicators(gap, aimless, absent, measured, proven) };
    expect(said(event, 'confirmed')).toEqual(['blocks redGap 2', 'warns target 1']);
    expect(said(event, 'running')).toEqual(['blocks redGap 2', 'blocks target 1']);
    expect(said(event, 'evaluated')).toEqual(['blocks target 1', 'blocks actuals 2', 'warns evidence 1']);
    expect(said({ ...complete, ...withIndicators(absent, proven) }, 'evaluated')).toEqual([]);
  });
});

describe('the life of an event', () => {
  it('goes forward one step, back one step, or is given up before its day', () => {
    expect(Object.fromEntries(eventStatuses.map((status) => [status, nextStatuses(status)]))).toEqual({
      idea: ['planned', 'cancelled'],
      planned: ['confirmed', 'idea', 'cancelled'],
      confirmed: ['running', 'planned', 'cancelled'],
      running: ['closed', 'confirmed'],
      closed: ['evaluated', 'running'],
      evaluated: ['closed'],
      cancelled: ['idea'],
    });
  });
});

describe('an indicator', () => {
  it.each<[string, Partial<Indicator>, ReturnType<typeof indicatorResult>, number | null]>([
    ['on its target', { actual: 1200 }, 'reached', 1],
    ['beyond its target', { actual: 1330 }, 'reached', 1.5],
    ['just short of its target', { actual: 1199 }, 'progress', 259 / 260],
    ['just better than the baseline', { actual: 941 }, 'progress', 1 / 260],
    ['at the baseline', { actual: 940 }, 'notReached', 0],
    ['worse than the baseline', { actual: 810 }, 'notReached', -0.5],
    [
      'short of its target, with nothing to compare with',
      { actual: 1199, baseline: null },
      'notReached',
      null,
    ],
    ['without a target', { actual: 1199, target: null }, 'noTarget', null],
    ['not measured yet', {}, 'toMeasure', null],
    ['that nobody measures', { meansOfMeasure: '' }, 'nobodyMeasures', null],
    ['measured although nobody had said how', { actual: 1200, meansOfMeasure: '' }, 'reached', 1],
    ['that should have stayed where it was', { actual: 940, target: 940 }, 'reached', null],
    [
      'to reduce, on its target',
      { direction: 'decrease', baseline: 34, target: 30, actual: 30 },
      'reached',
      1,
    ],
    [
      'to reduce, just above its target',
      { direction: 'decrease', baseline: 34, target: 30, actual: 31 },
      'progress',
      0.75,
    ],
    [
      'to reduce, at the baseline',
      { direction: 'decrease', baseline: 34, target: 30, actual: 34 },
      'notReached',
      0,
    ],
    [
      'to reduce, below its target',
      { direction: 'decrease', baseline: 34, target: 30, actual: 26 },
      'reached',
      2,
    ],
  ])('%s', (_, fields, result, progress) => {
    const indicator = anIndicator(fields);
    expect([indicatorResult(indicator), indicatorProgress(indicator)]).toEqual([result, progress]);
  });

  it('is a red gap until somebody says how it will be measured, or it has a value', () => {
    const gap = anIndicator({ meansOfMeasure: '' });
    const event = anEvent(withIndicators(gap, anIndicator(), anIndicator({ meansOfMeasure: '', actual: 3 })));
    expect(indicatorGaps(event)).toEqual([gap]);
  });
});
