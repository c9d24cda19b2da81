import type { EventReport } from '@shared/domain/eventReport';
import type { EventId } from '@shared/domain/plannedEvent';
import { type Language, languages } from '@shared/domain/settings';
import { buildReport } from '@shared/report/buildReport';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { useToday } from '@renderer/data/clock';
import { eventOf } from '@renderer/data/events';
import { allPeriods } from '@renderer/data/periods';
import { reportOf, saveReport } from '@renderer/data/reports';
import { rosterFactsOf } from '@renderer/data/roster';
import { useLogo } from '@renderer/data/logo';
import { useSettings } from '@renderer/data/settingsContext';
import { tasksOfEvent } from '@renderer/data/tasks';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useSearchState } from '@renderer/navigation/searchState';
import { ReportBar } from './ReportBar';
import { ReportOutline } from './ReportOutline';
import { ReportPreview } from './ReportPreview';
import { ReportWriting } from './ReportWriting';
import { zooms } from './useScale';
import styles from './ReportPage.module.css';

const searchSchema = z.object({ language: z.enum(languages).optional(), zoom: z.enum(zooms).optional() });

/** The event's report as it will print, written where it stands. */
export function ReportPage({ eventId }: { eventId: EventId }) {
  const commit = useCommit();
  const settings = useSettings();
  const today = useToday();
  const pageLanguage = useLanguage();
  const [{ language = pageLanguage, zoom = 'fit' }, setSearch] = useSearchState(searchSchema);
  const [target, setTarget] = useState<{ id: string; at: number } | null>(null);
  const goTo = (id: string): void => setTarget((last) => ({ id, at: (last?.at ?? 0) + 1 }));
  const logo = useLogo(settings.logoId);
  const known = useQuestion(
    async (database) => ({
      event: await eventOf(database, eventId),
      tasks: await tasksOfEvent(database, eventId),
      report: await reportOf(database, eventId),
      periods: await allPeriods(database),
      staff: await rosterFactsOf(database, eventId, language),
    }),
    [eventId, language],
  );
  const report = useMemo(() => {
    if (!known?.event || logo === undefined) return null;
    return buildReport({ ...known, event: known.event, settings, language, today, logo });
  }, [known, settings, language, today, logo]);
  if (!known?.event || !report) return null;
  const { event } = known;
  const save = (next: EventReport): void => void saveReport(commit, next, event.name);

  return (
    <div className={styles.page}>
      <ReportBar
        report={report}
        language={language}
        onLanguage={(chosen: Language) =>
          setSearch({ language: chosen === pageLanguage ? undefined : chosen })
        }
        zoom={zoom}
        onZoom={(chosen) => setSearch({ zoom: chosen === 'fit' ? undefined : chosen })}
        onGo={goTo}
      />
      <div className={styles.columns}>
        <ReportOutline report={report} onGo={goTo} />
        <ReportPreview
          report={report}
          narratives={known.report.narratives}
          zoom={zoom}
          target={target}
          onNarrative={(slot, text) =>
            save({ ...known.report, narratives: { ...known.report.narratives, [slot]: text } })
          }
        />
        <ReportWriting event={event} report={known.report} onSave={save} />
      </div>
    </div>
  );
}
