import { formatSpan } from '../domain/formatting';
import type { PlannedEvent } from '../domain/plannedEvent';
import { partnersAnnex, taskListAnnex } from './annexes';
import { calendarSection } from './calendarSection';
import {
  contextOf,
  isSession,
  placeOf,
  type ReportContext,
  type ReportInput,
  type SectionId,
} from './context';
import type { Block, ReportDocument, Section } from './document';
import { objectivesSection } from './objectivesSection';
import { recommendationsSection } from './recommendationsSection';
import { hasStaff, staffSection } from './rosterSection';
import { hostSection, sheetSection } from './sheetSection';
import { summarySection } from './summarySection';
import { tasksSection } from './tasksSection';
import type { ReportWords } from './words';

/** Every number comes from a record of the input, with its source; what nobody measured is said, never estimated. */
export function buildReport(input: ReportInput): ReportDocument {
  const { event, report, settings, language, today } = input;
  const planned = sectionsFor(input);
  const context = contextOf(input, numbersOf(planned));
  const { words, say, day } = context;
  const establishedOn = day(report.establishedOn ?? today);
  const form = isSession(event) ? 'head' : 'page';
  const kindLabel =
    words.kindLabels[
      isSession(event) ? 'session' : event.role === 'participant' ? 'participation' : 'report'
    ];
  return {
    language,
    title: say(event.edition ? `${event.name} ${event.edition}` : event.name),
    kindLabel,
    accentHue: settings.accentHue,
    form,
    cover: coverOf(context, establishedOn),
    contentsTitle: words.contents,
    running: {
      version: words.running(kindLabel, report.version),
      foot: words.foot(establishedOn, day(today)),
      page: words.page,
      continued: words.continued,
    },
    sections: numbered(
      planned.map(([, write]) => write(context)),
      context,
    ),
  };
}

type PlannedSection = readonly [id: SectionId, write: (context: ReportContext) => Section];

/** A meeting or a training session gets a note of a few sections; a participant reports on what it asked of its host. */
function sectionsFor(input: ReportInput): PlannedSection[] {
  const { event, tasks } = input;
  const given = (isThere: boolean, ...planned: PlannedSection): PlannedSection[] =>
    isThere ? [planned] : [];
  if (isSession(event)) {
    return [
      ['summary', summarySection],
      ['session', sheetSection],
      ...given(event.objectives.length > 0, 'objectives', objectivesSection),
      ...given(tasks.length > 0, 'tasks', tasksSection),
      ...given(hasStaff(input), 'staff', staffSection),
      ['recommendations', recommendationsSection],
    ];
  }
  return [
    ['summary', summarySection],
    [event.role === 'participant' ? 'stand' : 'sheet', sheetSection],
    ...given(event.role === 'participant' && event.hostRequests.length > 0, 'host', hostSection),
    ['objectives', objectivesSection],
    ['calendar', calendarSection],
    ['tasks', tasksSection],
    ...given(hasStaff(input), 'staff', staffSection),
    ['recommendations', recommendationsSection],
    ...given(tasks.length > 0, 'taskList', taskListAnnex),
    ...given(event.partners.length > 0, 'partnerList', partnersAnnex),
  ];
}

const annexes: readonly SectionId[] = ['taskList', 'partnerList'];

function numbersOf(planned: readonly PlannedSection[]): Map<SectionId, string> {
  const ids = planned.map(([id]) => id);
  const letters = ids.filter((id) => annexes.includes(id));
  const numbers = ids.filter((id) => !annexes.includes(id));
  return new Map([
    ...numbers.map((id, index) => [id, String(index + 1)] as const),
    ...letters.map((id, index) => [id, String.fromCharCode(65 + index)] as const),
  ]);
}

/** Sections, headings, tables and figures get their numbers in the order in which they are read. */
function numbered(sections: readonly Section[], { numberOf, words }: ReportContext): Section[] {
  const captions = captionNumbers(words);
  return sections.map((section) => {
    const number = numberOf.get(section.id as SectionId) ?? '';
    let headings = 0;
    const blocks = section.blocks.map((block): Block => {
      if (block.kind !== 'heading') return captions(block);
      // The summary is one page: its headings are read, not looked up.
      if (section.id === 'summary') return block;
      headings += 1;
      return { ...block, number: `${number}.${headings}` };
    });
    const isAnnex = annexes.includes(section.id as SectionId);
    return { ...section, number: isAnnex ? `${words.annex}\u00a0${number}` : number, blocks };
  });
}

function captionNumbers({ table, figure }: ReportWords): (block: Block) => Block {
  let [tables, figures] = [0, 0];
  return (block) => {
    if (!('caption' in block) || block.caption === null) return block;
    const isTable = block.kind === 'table';
    if (isTable) tables += 1;
    else figures += 1;
    const label = isTable ? `${table}\u00a0${tables}` : `${figure}\u00a0${figures}`;
    return { ...block, caption: { ...block.caption, label } };
  };
}

function coverOf(context: ReportContext, establishedOn: string): ReportDocument['cover'] {
  const { event, report, settings, words, say, logo } = context;
  const { cover } = words;
  return {
    lines: [
      ...whenAndWhere(event, context),
      ...(event.partners.length > 0 ? [cover.partners(event.partners.length)] : []),
    ],
    organisation: say(settings.organisation),
    organisationUnit: say(settings.organisationUnit),
    logo,
    facts: [
      { term: cover.client, text: say(settings.contractingAuthority) },
      { term: cover.author, text: say(report.author) },
      {
        term: cover.version,
        text: report.version ? cover.versionOf(say(report.version), establishedOn) : establishedOn,
      },
      { term: cover.release, text: cover.releaseText },
    ].filter(({ text }) => text !== ''),
    visa: { label: cover.visa, note: cover.visaNote },
  };
}

function whenAndWhere(event: PlannedEvent, { language, say }: ReportContext): string[] {
  const when = formatSpan(event.opensAt, event.closesAt, event.timeZone, 'full', language);
  const place = say(placeOf(event).join(', '));
  const lines = [`${when.charAt(0).toUpperCase()}${when.slice(1)}`];
  return place === '' ? lines : [...lines, place];
}
