import type { CalendarPeriod } from '@shared/domain/calendarPeriod';
import type { Settings } from '@shared/domain/settings';
import { type WorkCalendar, workCalendarOf } from '@shared/domain/workCalendar';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { allPeriods } from './periods';
import { settingsOrDefault } from './settings';
import { useQuestion } from './workspaceContext';

type Known = Readonly<{ settings: Settings; periods: readonly CalendarPeriod[]; calendar: WorkCalendar }>;
const SettingsContext = createContext<Known | null>(null);

/** Reads settings and calendar periods once for every page below; draws nothing until they are known. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const settings = useQuestion(settingsOrDefault, []);
  const periods = useQuestion(allPeriods, []);
  const known = useMemo(
    () => settings && periods && { settings, periods, calendar: workCalendarOf(settings, periods) },
    [settings, periods],
  );
  return known ? <SettingsContext value={known}>{children}</SettingsContext> : null;
}

export function useSettings(): Settings {
  return useKnown().settings;
}

export function usePeriods(): readonly CalendarPeriod[] {
  return useKnown().periods;
}

/** Which days are worked, from the settings' week, holidays and closed periods. */
export function useWorkCalendar(): WorkCalendar {
  return useKnown().calendar;
}

function useKnown(): Known {
  const known = useContext(SettingsContext);
  if (!known) throw new Error('SettingsProvider is missing above this component');
  return known;
}
