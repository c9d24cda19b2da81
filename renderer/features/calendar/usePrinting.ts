import type { PaperFonts } from '@shared/interchange/htmlNode';
import type { PrintJob } from '@shared/ipc';
import type { Day } from '@shared/domain/time';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { usePeriods, useSettings, useWorkCalendar } from '@renderer/data/settingsContext';
import { useDatabase } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useToasts } from '@renderer/ui/Toaster';
import latinExtFont from '../../ui/fonts/inter-latin-ext-wght-normal.woff2?url';
import latinFont from '../../ui/fonts/inter-latin-wght-normal.woff2?url';
import { visibleRange } from './calendarGrid';
import { type CalendarSearch, filterOf, hiddenLayers } from './calendarState';
import { itemsOf, matching, onLayers } from './planningItems';
import { monthHtml, yearHtml } from './printCalendar';
import { useItemWords } from './useItemWords';
import { recordsBetween } from './useVisible';

export type PrintKind = 'monthPdf' | 'monthPaper' | 'yearPdf' | 'yearPaper';

/** The month or the year around a day on paper, with the filters and layers of the page. */
export function usePrinting(
  search: CalendarSearch,
  day: Day,
): { isWorking: boolean; print: (what: PrintKind) => Promise<void> } {
  const { t } = useTranslation(['calendar', 'domain']);
  const language = useLanguage();
  const database = useDatabase();
  const host = useHost();
  const today = useToday();
  const settings = useSettings();
  const periods = usePeriods();
  const work = useWorkCalendar();
  const words = useItemWords(settings.timeZone);
  const { toast } = useToasts();
  const [isWorking, setIsWorking] = useState(false);

  async function job(view: 'month' | 'year'): Promise<PrintJob> {
    const records = await recordsBetween(database, visibleRange(view, day));
    const hidden = hiddenLayers(search);
    const calendar = {
      day,
      items: onLayers(
        matching(itemsOf(records.occurrences, records.tasks, records.events, today), filterOf(search)),
        hidden,
      ),
      periods: periods.filter(({ kind }) => !hidden.has(kind)),
      isWorkingDay: work.isWorkingDay,
      organisation: settings.organisation,
      organisationUnit: settings.organisationUnit,
      accentHue: settings.accentHue,
      language,
      printedOn: today,
      fonts: await paperFonts(),
      words,
      t,
    };
    const html = view === 'month' ? monthHtml(calendar) : yearHtml(calendar);
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
    return { html, title: title || t('print.menu'), language, landscape: true };
  }

  async function print(what: PrintKind): Promise<void> {
    setIsWorking(true);
    try {
      const made = await job(what.startsWith('month') ? 'month' : 'year');
      if (what.endsWith('Paper')) await host.ask['print:paper'](made);
      else {
        const bytes = await host.ask['print:pdf'](made);
        const answer = await host.ask['files:save'](`${made.title}.pdf`, 'pdf', bytes);
        if (answer.kind === 'saved') toast({ text: t('print.saved', { name: answer.name }) });
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const why = reason === 'printNeedsDesktop' ? t('print.needsDesktop') : reason;
      toast({ kind: 'alert', text: t('print.failed', { reason: why }) });
    } finally {
      setIsWorking(false);
    }
  }
  return { isWorking, print };
}

/** The shipped typeface, for a document that must stand alone; paper is printed without it rather than not at all. */
async function paperFonts(): Promise<PaperFonts | null> {
  try {
    const [latin = '', latinExt = ''] = await Promise.all([latinFont, latinExtFont].map(dataAddress));
    return { latin, latinExt };
  } catch {
    return null;
  }
}

async function dataAddress(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return `data:font/woff2;base64,${btoa(binary)}`;
}
