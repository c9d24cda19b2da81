import { formatClock, formatDay, formatInstant, formatMinutes } from '../domain/formatting';
import type { PlannedEvent } from '../domain/plannedEvent';
import { type PresenceSheet, presenceSheets, type SheetKind } from '../domain/presenceSheet';
import { type Duty, type Roster, type RosterFacts, rosterOf, type Slot } from '../domain/roster';
import { type Shift, workedMinutesOf } from '../domain/shift';
import type { Language, Settings } from '../domain/settings';
import type { StaffId, StaffMember } from '../domain/staffMember';
import { fold } from '../domain/text';
import { clockTimeOf, dayOf, type Instant } from '../domain/time';
import { column, group, groupBy, heading, paragraph, placeOf, row, strong, table } from './context';
import type { Block, Cell, ReportDocument, Row } from './document';
import { rosterWords, type RosterWords } from './rosterWords';
import { polished } from './typography';

export const paperKinds = ['plan', 'contacts', 'team', 'signIn', 'briefing'] as const;
export type PaperKind = (typeof paperKinds)[number];

export type PapersInput = Readonly<{
  facts: RosterFacts;
  settings: Settings;
  language: Language;
  /** Printed on every page: what was true then. */
  madeAt: Instant;
  /** `data:` address. */
  logo: string | null;
}>;

/** What to print, and for whom: `null` is everybody, or every team. */
export type PapersChoice = Readonly<{
  kinds: readonly PaperKind[];
  personIds: readonly StaffId[] | null;
  /** As `teamsOf` names them. */
  teams: readonly string[] | null;
  sheetBy: SheetKind;
}>;

/** One document of a booklet. `id` is unique in it. */
export type Paper = Readonly<{ id: string; kind: PaperKind; name: string; document: ReportDocument }>;

/** Every document that was chosen, in the order of the booklet: what concerns all, then teams, sheets to sign, and each person by name. */
export function papersOf(input: PapersInput, choice: PapersChoice): Paper[] {
  const desk = deskOf(input);
  if (!desk) return [];
  const isTeam = (team: string): boolean =>
    choice.teams === null || choice.teams.some((each) => fold(each) === fold(team));
  const makers: Record<PaperKind, () => Paper[]> = {
    plan: () => [paper('plan', 'plan', postsPlan(desk))],
    contacts: () => [paper('contacts', 'contacts', contactSheet(desk))],
    team: () =>
      teamsOf(input.facts)
        .filter(isTeam)
        .map((team) => paper(`team-${fold(team)}`, 'team', teamSheet(desk, team))),
    signIn: () =>
      presenceSheets(input.facts, choice.sheetBy)
        .filter(({ rows }) => rows.some(({ post }) => isTeam(post.team)))
        .map((sheet) => paper(`sheet-${sheet.number}`, 'signIn', signInSheet(desk, sheet))),
    briefing: () =>
      peopleOnRoster(desk.roster)
        .filter(({ id }) => choice.personIds === null || choice.personIds.includes(id))
        .map((member) => paper(`briefing-${member.id}`, 'briefing', briefingSheet(desk, member))),
  };
  return paperKinds.filter((kind) => choice.kinds.includes(kind)).flatMap((kind) => makers[kind]());
}

/** Teams in charge of posts of this event, by name; an empty one last when posts have none. */
export function teamsOf({ eventId, posts }: Pick<RosterFacts, 'eventId' | 'posts'>): string[] {
  const teams = new Map<string, string>();
  for (const post of posts)
    if (post.eventId === eventId && !teams.has(fold(post.team))) teams.set(fold(post.team), post.team);
  return [...teams.values()].sort(
    (left, right) => Number(left === '') - Number(right === '') || byName(left, right),
  );
}

/** Who holds a shift of the event, by name. */
export function peopleOnRoster(roster: Roster): StaffMember[] {
  return [...roster.dutiesOf]
    .flatMap(([id, duties]) => {
      const member = roster.people.get(id);
      return member && duties.some(({ shift }) => shift.eventId === roster.eventId) ? [member] : [];
    })
    .sort((left, right) => byName(left.name, right.name));
}

/** What every document of one booklet is written with. */
type Desk = PapersInput &
  Readonly<{
    roster: Roster;
    event: PlannedEvent;
    words: RosterWords;
    eventTitle: string;
    say: (text: string) => string;
  }>;

function deskOf(input: PapersInput): Desk | null {
  const { facts, language } = input;
  const roster = rosterOf(facts);
  const event = roster.events.get(facts.eventId);
  if (!event) return null;
  const say = (text: string): string => polished(text, language);
  return {
    ...input,
    roster,
    event,
    words: rosterWords[language],
    eventTitle: say(event.edition ? `${event.name} ${event.edition}` : event.name),
    say,
  };
}

function paper(id: string, kind: PaperKind, document: ReportDocument): Paper {
  const sections = document.sections.map((each) => ({ ...each, id: `${anchor(id)}-${each.id}` }));
  return { id, kind, name: document.title, document: { ...document, sections } };
}

/** Letters and figures that an address may hold. */
function anchor(id: string): string {
  return id.replace(/[^a-zA-Z0-9-]+/g, '-');
}

/** Everything one person needs on the day. */
function briefingSheet(desk: Desk, member: StaffMember): ReportDocument {
  const { roster, event, words, say } = desk;
  const duties = (roster.dutiesOf.get(member.id) ?? []).filter(({ shift }) => shift.eventId === event.id);
  const minutes = duties.reduce((sum, { shift }) => sum + workedMinutesOf(shift), 0);
  const instructions = [...groupBy(duties, ({ post }) => post.id).values()].flatMap(([duty]) =>
    duty && duty.post.briefing.trim() !== ''
      ? [{ term: say(duty.post.name), text: say(duty.post.briefing.trim()) }]
      : [],
  );
  const venue = venueFacts(desk);
  return documentOf(desk, 'briefing', {
    title: say(member.name),
    lines: [desk.eventTitle, ...whenAndWhere(desk)],
    facts: [
      [words.facts.team, say(member.team)],
      [words.facts.work, words.shifts(duties.length, formatMinutes(minutes, desk.language))],
    ],
    sectionTitle: words.heads.shifts,
    blocks: [
      table({
        columns: [
          column(words.columns.times, 11),
          column(words.columns.post, 15),
          column(words.columns.meeting, 15),
          column(words.columns.with, 13),
        ],
        rows: daily(desk, duties, (duty) => briefingRow(desk, duty)),
      }),
      ...(instructions.length > 0
        ? [heading(words.heads.instructions), { kind: 'facts' as const, rows: instructions }]
        : []),
      heading(words.heads.contacts),
      contactsTable(desk),
      ...(venue.length > 0 ? [heading(words.heads.venue), { kind: 'facts' as const, rows: venue }] : []),
      { kind: 'callout', tone: 'plain', text: `${hindered(desk)} ${words.handBack}` },
    ],
  });
}

function briefingRow(desk: Desk, duty: Duty): Row {
  const { roster, words, say } = desk;
  const { post, shift, assignment } = duty;
  const inCharge = post.inChargeId === null ? undefined : roster.people.get(post.inChargeId);
  const mates = (roster.onShift.get(shift.id) ?? [])
    .filter(({ assignment: other }) => other.id !== assignment.id)
    .flatMap(({ assignment: other }) => roster.people.get(other.personId)?.name ?? [])
    .sort(byName)
    .map(say);
  return row(
    timesCell(desk, shift),
    {
      text: say(post.name),
      isStrong: true,
      note: [post.place, shift.note].map(say).filter(Boolean).join('\n'),
    },
    {
      text: say(post.meetingPoint) || words.noPlace,
      ...(inCharge
        ? { note: words.inCharge([say(inCharge.name), numberOf(inCharge)].filter(Boolean).join(', ')) }
        : {}),
    },
    mates.length === 0 ? words.alone : listed(mates, mostMates, words),
  );
}

/** More names than these say « et 4 autres »: a sheet is for one person, the team sheet has them all. */
const mostMates = 10;

function listed(names: readonly string[], most: number, words: RosterWords): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} ${words.others(names.length - most)}`;
}

/** A team's posts, their shifts, and who holds them. */
function teamSheet(desk: Desk, team: string): ReportDocument {
  const { roster, words, say } = desk;
  const slots = roster.slots.filter(({ post }) => fold(post.team) === fold(team));
  const held = slots.flatMap(({ shift }) => roster.onShift.get(shift.id) ?? []);
  const own = new Set(held.map(({ assignment }) => assignment.personId));
  const members = peopleOnRoster(roster).filter(
    (member) => own.has(member.id) || (team !== '' && fold(member.team) === fold(team)),
  );
  return documentOf(desk, 'team', {
    title: say(team) || words.noTeam,
    lines: [desk.eventTitle, ...whenAndWhere(desk)],
    facts: [
      [words.facts.seats, seatsOf(desk, slots)],
      [words.facts.people, words.people(members.length)],
    ],
    sectionTitle: words.heads.teamShifts,
    blocks: [
      slots.length === 0
        ? paragraph(words.noShifts)
        : table({
            columns: [
              column(words.columns.times, 11),
              column(words.columns.post, 15),
              column(words.columns.who, 20),
              column(words.columns.seats, 8),
            ],
            rows: daily(desk, slots, (slot) =>
              row(
                timesCell(desk, slot.shift),
                {
                  text: say(slot.post.name),
                  isStrong: true,
                  note: [slot.post.place, slot.post.meetingPoint].map(say).filter(Boolean).join('\n'),
                },
                ...whoCells(desk, slot),
              ),
            ),
          }),
      ...(members.length > 0 ? [heading(words.heads.members), membersTable(desk, members)] : []),
    ],
  });
}

function membersTable(desk: Desk, members: readonly StaffMember[]): Block {
  const { words } = desk;
  return table({
    columns: [
      column(words.columns.name, 14),
      column(words.columns.phone, 9),
      column(words.columns.days, 18),
      column(words.columns.work, 10),
    ],
    rows: members.map((member) => {
      const duties = (desk.roster.dutiesOf.get(member.id) ?? []).filter(
        ({ shift }) => shift.eventId === desk.event.id,
      );
      const minutes = duties.reduce((sum, { shift }) => sum + workedMinutesOf(shift), 0);
      return row(
        strong(desk.say(member.name)),
        numberOf(member) || words.noPhone,
        [...new Set(duties.map(({ day }) => formatDay(day, 'weekday', desk.language)))].join(', '),
        words.shifts(duties.length, formatMinutes(minutes, desk.language)),
      );
    }),
  });
}

/** Each day, each post, each shift: who holds it, and what is not held. */
function postsPlan(desk: Desk): ReportDocument {
  const { roster, words, say, language } = desk;
  const days = [...groupBy(roster.slots, ({ day }) => day)];
  const head = {
    title: desk.eventTitle,
    lines: whenAndWhere(desk),
    facts: [[words.facts.seats, seatsOf(desk, roster.slots)]] as const,
  };
  if (days.length === 0) {
    return documentOf(desk, 'plan', {
      ...head,
      sectionTitle: words.heads.dayPlan,
      blocks: [paragraph(words.noShifts)],
    });
  }
  const [first] = days;
  const made = documentOf(desk, 'plan', { ...head, sectionTitle: '', blocks: [] });
  return {
    ...made,
    sections: days.map(([day, slots]) => ({
      id: `day-${day}`,
      number: '',
      title: capital(formatDay(day, 'full', language)),
      startsPage: day !== first?.[0],
      blocks: [
        paragraph(seatsOf(desk, slots)),
        table({
          columns: [
            column(words.columns.times, 12),
            column(words.columns.who, 32),
            column(words.columns.seats, 10),
          ],
          rows: [...groupBy(slots, ({ post }) => post.id).values()]
            .sort((left, right) => byName(left[0]?.post.name ?? '', right[0]?.post.name ?? ''))
            .flatMap((own) => {
              const post = own[0]?.post;
              return post
                ? [
                    group([post.name, post.place].map(say).filter(Boolean).join(' · ')),
                    ...own.map((slot) => row(timesCell(desk, slot.shift), ...whoCells(desk, slot))),
                  ]
                : [];
            }),
        }),
      ],
    })),
  };
}

/** Who to call: by function first, then everybody on the roster. */
function contactSheet(desk: Desk): ReportDocument {
  const { roster, words } = desk;
  const people = peopleOnRoster(roster);
  return documentOf(desk, 'contacts', {
    title: desk.eventTitle,
    lines: whenAndWhere(desk),
    facts: [[words.facts.people, words.people(people.length)]],
    sectionTitle: words.heads.byFunction,
    blocks: [
      contactsTable(desk),
      ...(people.length > 0 ? [heading(words.heads.team), membersTable(desk, people)] : []),
      { kind: 'callout', tone: 'plain', text: words.handBack },
    ],
  });
}

/** Free lines at the end of a sheet to sign. */
const freeLines = 3;

/** The sheet that goes round: the same rows, in the same order, as the one found again by its number. */
function signInSheet(desk: Desk, sheet: PresenceSheet): ReportDocument {
  const { words, say, roster, language } = desk;
  const posts = [...new Map(sheet.rows.map(({ post }) => [post.id, post])).values()];
  const [post] = posts;
  const isPost = sheet.kind === 'post';
  const inCharge = isPost && post?.inChargeId ? (roster.people.get(post.inChargeId)?.name ?? '') : '';
  const made = documentOf(desk, 'signIn', {
    title: say(sheet.name) || words.noTeam,
    lines: [capital(formatDay(sheet.day, 'full', language)), desk.eventTitle],
    facts: [
      [words.facts.sheet, sheet.number],
      [words.facts.expected, words.people(new Set(sheet.rows.map(({ member }) => member.id)).size)],
      [words.facts.place, isPost ? say(post?.place ?? '') : ''],
      [words.facts.inCharge, say(inCharge)],
    ],
    sectionTitle: words.heads.toSign,
    blocks: [
      {
        ...table({
          columns: [
            column(words.columns.line, 4, 'end'),
            column(words.columns.name, 18),
            column(words.columns.expected, 12),
            column(words.columns.arrival, 8),
            column(words.columns.departure, 8),
            column(words.columns.signature, 18),
          ],
          rows: [
            ...sheet.rows.map(({ member, shift, post: own, assignment: { presence } }, index) =>
              row(
                String(index + 1),
                {
                  text: say(member.name),
                  isStrong: true,
                  note: [isPost ? '' : say(own.name), outcomeNote(desk, presence)].filter(Boolean).join('\n'),
                },
                timesText(desk, shift),
                '',
                '',
                '',
              ),
            ),
            ...Array.from({ length: freeLines }, () => row('', '', '', '', '', '')),
          ],
        }),
        isToSign: true,
      },
      paragraph(words.blank),
    ],
  });
  return { ...made, running: { ...made.running, foot: words.numbered(sheet.number, made.running.foot) } };
}

function outcomeNote(
  { roster, words, say }: Desk,
  { status, replacedById }: Duty['assignment']['presence'],
): string {
  if (status === 'absent') return words.absent;
  if (status !== 'replaced' || replacedById === null) return '';
  return words.replacedBy(say(roster.people.get(replacedById)?.name ?? ''));
}

function contactsTable({ event, words, say }: Desk): Block {
  if (event.contacts.length === 0) return paragraph(words.noContacts);
  return table({
    columns: [
      column(words.columns.duty, 17),
      column(words.columns.name, 14),
      column(words.columns.organisation, 14),
      column(words.columns.phone, 9),
    ],
    rows: event.contacts.map((contact) =>
      row(
        strong(say(contact.function)),
        say(contact.name),
        say(contact.organisation),
        numberOf(contact) || words.noPhone,
      ),
    ),
    isDense: true,
  });
}

function hindered({ event, words, say }: Desk): string {
  const contact = event.contacts.find(({ phone }) => phone !== '');
  if (!contact) return words.hinderedUnknown;
  const { function: duty, name } = contact;
  return words.hindered(
    [name === '' ? say(duty) : `${say(name)} (${say(duty)})`, numberOf(contact)].join(', '),
  );
}

function venueFacts({ event, words, say }: Desk): { term: string; text: string }[] {
  const { venue } = event;
  const place = [venue.name || venue.address, venue.commune].filter(Boolean).join(', ');
  return [
    { term: words.facts.access, text: say(venue.accessNotes.trim()) },
    // Typed from paper: as readable as an address can be, spaces aside.
    {
      term: words.facts.map,
      text: place === '' ? '' : `https://www.openstreetmap.org/search?query=${place.replace(/\s+/g, '+')}`,
    },
  ].filter(({ text }) => text !== '');
}

/** Names, then how many seats are held, and plainly how many are not. */
function whoCells({ roster, words, say }: Desk, { shift }: Slot): [Cell, Cell] {
  const names = (roster.onShift.get(shift.id) ?? [])
    .flatMap(({ assignment }) => roster.people.get(assignment.personId)?.name ?? [])
    .sort(byName)
    .map(say);
  const empty = Math.max(0, shift.headcount - names.length);
  const extra = Math.max(0, names.length - shift.headcount);
  return [
    { text: names.length === 0 ? words.nobody : names.join(', ') },
    {
      text: words.seats(names.length, shift.headcount),
      ...(empty > 0 ? { note: words.empty(empty), tone: 'warn' as const } : {}),
      ...(extra > 0 ? { note: words.extra(extra) } : {}),
    },
  ];
}

function seatsOf({ roster, words }: Desk, slots: readonly Slot[]): string {
  const all = slots.reduce((sum, { shift }) => sum + shift.headcount, 0);
  const held = slots.reduce(
    (sum, { shift }) => sum + Math.min(shift.headcount, roster.onShift.get(shift.id)?.length ?? 0),
    0,
  );
  return words.seatsOf(held, all);
}

/** Rows under the day on which they begin. */
function daily<S extends Slot>({ language }: Desk, slots: readonly S[], rowOf: (slot: S) => Row): Row[] {
  return [...groupBy(slots, ({ day }) => day)].flatMap(([day, own]) => [
    group(capital(formatDay(day, 'full', language))),
    ...own.map(rowOf),
  ]);
}

function timesCell(desk: Desk, shift: Shift): Cell {
  const { words, language } = desk;
  const worked = formatMinutes(workedMinutesOf(shift), language);
  return {
    text: timesText(desk, shift),
    isStrong: true,
    note:
      shift.pauseMinutes === 0
        ? worked
        : words.withPause(worked, formatMinutes(shift.pauseMinutes, language)),
  };
}

function timesText({ event, words, language }: Desk, { startsAt, endsAt }: Shift): string {
  const clock = (at: Instant): string => formatClock(clockTimeOf(at, event.timeZone), language);
  const until = clock(endsAt);
  const isNextDay = dayOf(startsAt, event.timeZone) !== dayOf(endsAt, event.timeZone);
  return words.span(clock(startsAt), isNextDay ? words.nextDay(until) : until);
}

function whenAndWhere({ event, language, say }: Desk): string[] {
  const [from, until] = [event.opensAt, event.closesAt].map((at) => dayOf(at, event.timeZone));
  const days = [...new Set([from, until])].map((day) => formatDay(day ?? '', 'full', language));
  const place = say(placeOf(event).join(', '));
  return [capital(days.join(' – ')), place].filter(Boolean);
}

function documentOf(
  desk: Desk,
  kind: PaperKind,
  made: Readonly<{
    title: string;
    lines: readonly string[];
    facts: readonly (readonly [term: string, text: string])[];
    sectionTitle: string;
    blocks: readonly Block[];
  }>,
): ReportDocument {
  const { settings, language, words, say, event, madeAt, logo } = desk;
  const kindLabel = words.kinds[kind];
  return {
    language,
    title: made.title,
    kindLabel,
    accentHue: settings.accentHue,
    form: 'sheet',
    cover: {
      lines: [...made.lines],
      organisation: say(settings.organisation),
      organisationUnit: say(settings.organisationUnit),
      logo,
      facts: made.facts.flatMap(([term, text]) => (text === '' ? [] : [{ term, text }])),
      visa: { label: '', note: '' },
    },
    contentsTitle: '',
    running: {
      version: words.running(kindLabel, desk.eventTitle),
      foot: words.foot(formatInstant(madeAt, event.timeZone, 'long', language)),
      page: words.page,
      continued: words.continued,
    },
    sections: [
      { id: 'body', number: '', title: made.sectionTitle, startsPage: false, blocks: [...made.blocks] },
    ],
  };
}

/** Never cut at the end of a line: it is dialled from paper. */
function numberOf({ phone }: Readonly<{ phone: string }>): string {
  return phone.replace(/\s+/g, '\u00a0');
}

function byName(left: string, right: string): number {
  return left.localeCompare(right, undefined, { numeric: true });
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
