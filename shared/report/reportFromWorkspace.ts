import { type EventReport, emptyReport } from '../domain/eventReport';
import type { PlannedEvent } from '../domain/plannedEvent';
import { defaultSettings, type Language, type Settings } from '../domain/settings';
import { fold } from '../domain/text';
import { dayOf, type Instant } from '../domain/time';
import type { Workspace } from '../domain/workspace';
import { buildReport } from './buildReport';
import type { ReportDocument } from './document';

export type ReportRequest = Readonly<{
  workspace: Workspace;
  /** Identifier, name, or name and edition; case and accents do not matter. */
  event: string;
  /** `null`: the workspace's own, or else the machine's. */
  language: Language | null;
  machineLanguage: Language;
  now: Instant;
  /** The logo's `data:` address, given the identifier of its file. */
  logoOf: (id: string) => Promise<string | null>;
}>;

export type ReportAnswer =
  | Readonly<{ kind: 'report'; document: ReportDocument }>
  | Readonly<{ kind: 'noSuchEvent' }>
  /** Several events have this name: each as it could be asked for. */
  | Readonly<{ kind: 'severalEvents'; names: readonly string[] }>;

/** The document of an event's report out of a whole workspace, for whoever has no page at hand. */
export async function reportFromWorkspace(request: ReportRequest): Promise<ReportAnswer> {
  const { workspace, now } = request;
  const found = eventsNamed(workspace.events, request.event);
  const [event] = found;
  if (!event) return { kind: 'noSuchEvent' };
  if (found.length > 1)
    return { kind: 'severalEvents', names: found.map((each) => `${titleOf(each)} (${each.id})`) };
  const settings: Settings = workspace.settings[0] ?? defaultSettings;
  const report: EventReport = workspace.reports.find(({ id }) => id === event.id) ?? emptyReport(event.id);
  const own = settings.language === 'system' ? request.machineLanguage : settings.language;
  const document = buildReport({
    event,
    report,
    settings,
    periods: workspace.periods,
    tasks: workspace.tasks.filter(({ eventId }) => eventId === event.id),
    staff: { ...workspace, eventId: event.id },
    language: request.language ?? own,
    today: dayOf(now, settings.timeZone),
    logo: settings.logoId === null ? null : await request.logoOf(settings.logoId),
  });
  return { kind: 'report', document };
}

/** By identifier, else by name and edition, else by name alone. */
function eventsNamed(events: readonly PlannedEvent[], asked: string): PlannedEvent[] {
  const wanted = fold(asked.trim());
  const matches = [
    (event: PlannedEvent) => event.id === asked.trim().toLowerCase(),
    (event: PlannedEvent) => fold(titleOf(event)) === wanted,
    (event: PlannedEvent) => fold(event.name) === wanted,
  ];
  for (const isAsked of matches) {
    const found = events.filter(isAsked);
    if (found.length > 0) return found;
  }
  return [];
}

function titleOf({ name, edition }: PlannedEvent): string {
  return edition ? `${name} ${edition}` : name;
}
