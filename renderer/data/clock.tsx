import { type Day, dayOf, type Instant, instantFromEpoch, type TimeZone } from '@shared/domain/time';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

/** Reads the machine's clock. The only place of the page that does. */
export function readClock(): Instant {
  return instantFromEpoch(Date.now());
}

const NowContext = createContext<Instant | null>(null);
const TodayContext = createContext<Day | null>(null);

/** Gives the minute to everything below, and the day in `zone`; both move on while the program stays open. */
export function ClockProvider({ zone, children }: { zone: TimeZone; children: ReactNode }) {
  const [now, setNow] = useState(readClock);
  useEffect(() => {
    const timer = setInterval(() => setNow(readClock()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <NowContext value={now}>
      <TodayContext value={dayOf(now, zone)}>{children}</TodayContext>
    </NowContext>
  );
}

/** The current minute. A component that uses it is drawn again each minute: prefer `useToday`. */
export function useNow(): Instant {
  return given(useContext(NowContext));
}

export function useToday(): Day {
  return given(useContext(TodayContext));
}

function given<T>(value: T | null): T {
  if (value === null) throw new Error('ClockProvider is missing above this component');
  return value;
}
