import { emptyReport, type EventReport } from '@shared/domain/eventReport';
import type { EventId } from '@shared/domain/plannedEvent';
import type { Database } from './database';
import { type Commit, put } from './writeDoor';

export async function reportOf(database: Database, eventId: EventId): Promise<EventReport> {
  return (await database.reports.get(eventId)) ?? emptyReport(eventId);
}

export function allReports(database: Database): Promise<EventReport[]> {
  return database.reports.toArray();
}

export function saveReport(commit: Commit, report: EventReport, eventName: string) {
  return commit({ key: 'reportSaved', params: { name: eventName } }, [put('reports', report)]);
}
