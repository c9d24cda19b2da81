import { formatSpan } from '../domain/formatting';
import type { PlannedEvent } from '../domain/plannedEvent';
import { occurrencesOf } from '../domain/repetition';
import { dayOf, type Span } from '../domain/time';
import {
  column,
  groupBy,
  heading,
  isSession,
  narrative,
  paragraph,
  placeOf,
  type ReportContext,
  row,
  section,
  table,
} from './context';
import type { Block, Section } from './document';

/** Who, what, when, where; for whom; with whom. */
export function sheetSection(context: ReportContext): Section {
  const { event, words } = context;
  const id = isSession(event) ? 'session' : event.role === 'participant' ? 'stand' : 'sheet';
  const source = words.sources.sheet;
  return section(context, id, [
    narrative(context, 'context'),
    { kind: 'facts', rows: facts(context) },
    ...contacts(context, source),
    ...partners(context),
  ]);
}

/** What the organiser was asked, and what came back. */
export function hostSection(context: ReportContext): Section {
  const { event, words, say } = context;
  const unanswered = event.hostRequests.filter(
    ({ status }) => status !== 'received' && status !== 'confirmed',
  );
  const { columns } = words;
  return section(context, 'host', [
    unanswered.length > 0
      ? {
          kind: 'callout',
          tone: 'warn',
          text: words.unanswered(unanswered.length, event.hostRequests.length),
        }
      : null,
    table({
      caption: words.captions.host,
      columns: [column(columns.subject, 6), column(columns.answer, 7), column(columns.state, 3)],
      rows: event.hostRequests.map(({ subject, answer, status }) => {
        const isIn = status === 'received' || status === 'confirmed';
        return row(say(subject), say(answer), {
          text: words.hostStatuses[status],
          tone: isIn ? 'ok' : 'warn',
        });
      }),
      source: words.sources.host,
    }),
  ]);
}

function facts({ event, words, language, say, count, day }: ReportContext) {
  const { facts: terms } = words;
  const span = ({ startsAt, endsAt }: Span): string =>
    formatSpan(startsAt, endsAt, event.timeZone, 'full', language);
  const { venue, repetition, setUp, teardown, expectedAttendancePeople } = event;
  const kind = words.kinds[event.kind];
  return [
    { term: terms.kind, text: isSession(event) ? kind : `${kind}, ${words.roles[event.role]}` },
    { term: terms.status, text: words.statuses[event.status] },
    {
      term: isSession(event) ? terms.times : terms.opening,
      text: span({ startsAt: event.opensAt, endsAt: event.closesAt }),
    },
    {
      term: terms.repetition,
      text: repetition ? words.sessions(sessionCount(event), day(repetition.untilOn)) : '',
    },
    { term: terms.setUp, text: setUp ? span(setUp) : '' },
    { term: terms.teardown, text: teardown ? span(teardown) : '' },
    { term: terms.venue, text: say(placeOf(event).join(', ')) },
    { term: terms.access, text: say(venue.accessNotes) },
    {
      term: terms.capacity,
      text: venue.capacityPeople === null ? '' : words.atOnce(count(venue.capacityPeople)),
    },
    {
      term: terms.expected,
      text: expectedAttendancePeople === null ? '' : words.people(count(expectedAttendancePeople)),
    },
    { term: terms.audiences, text: say(event.audiences) },
    { term: terms.messages, text: say(event.messages.join('\n')) },
    { term: terms.format, text: say(event.format) },
    { term: terms.description, text: say(event.description) },
  ].filter(({ text }) => text.trim() !== '');
}

function sessionCount(event: PlannedEvent): number {
  if (!event.repetition) return 1;
  return occurrencesOf(event, dayOf(event.opensAt, event.timeZone), event.repetition.untilOn).length;
}

function contacts({ event, words, say }: ReportContext, source: string): Block[] {
  if (event.contacts.length === 0) return [];
  const { duty, organisation } = words.columns;
  return [
    heading(words.heads.contacts),
    table({
      caption: words.captions.contacts,
      columns: [column(duty, 1), column(organisation, 1)],
      rows: event.contacts.map((contact) => row(say(contact.function), say(contact.organisation))),
      source,
    }),
  ];
}

/** Where partners come from; who they are stands in an annex. */
function partners(context: ReportContext): Block[] {
  const { event, words, say, count, language } = context;
  if (event.partners.length === 0) return [];
  const named = event.partners.filter(({ commune }) => commune !== '');
  const communes = [...groupBy(named, ({ commune }) => commune)].sort(
    ([left, some], [right, others]) => others.length - some.length || left.localeCompare(right, language),
  );
  const most = communes[0]?.[1].length ?? 1;
  return [
    heading(words.heads.partners),
    paragraph(words.partnersOf(event.partners.length, communes.length)),
    {
      kind: 'bars',
      caption: { label: '', text: words.captions.communes },
      heads: { name: words.columns.commune, count: words.columns.number },
      rows: communes.map(([commune, members]) => ({
        label: say(commune),
        count: count(members.length),
        share: members.length / most,
      })),
      source: words.sources.communes,
    },
  ];
}
