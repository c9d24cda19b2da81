import 'temporal-polyfill/global';
import { Calendar as FullCalendar } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import { dateFnsLocalizer, Calendar } from 'react-big-calendar';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import { format, getDay, parse, startOfWeek } from 'date-fns';
import { fr } from 'date-fns/locale';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { occurrencesOf } from '@shared/domain/repetition';
import type { EventId, PlannedEvent } from '@shared/domain/plannedEvent';
import { addDays, type Day, instantFromEpoch } from '@shared/domain/time';
import { workCalendarOf } from '@shared/domain/workCalendar';
import { defaultSettings } from '@shared/domain/settings';
import { steadyId } from '@shared/seed/steadyId';
import { visibleRange } from '@renderer/features/calendar/calendarGrid';
import { Planning } from '@renderer/features/calendar/Planning';
import { itemsOf } from '@renderer/features/calendar/planningItems';
import { startI18n } from '@renderer/i18n/i18n';
import '@renderer/ui/tokens.css';
import '@renderer/ui/base.css';
import { mulberry } from './sizes';

const zone = 'Pacific/Noumea';
const firstDay: Day = '2025-01-06';
/** Twelve weeks of data, seen from a day in their middle. */
const dayCount = 84;
const middle: Day = '2025-02-12';
const work = workCalendarOf(defaultSettings, []);

type Shown = { id: string; title: string; start: Date; end: Date };
type View = 'month' | 'week';

function manyEvents(count: number): PlannedEvent[] {
  const random = mulberry(7);
  return Array.from({ length: count }, (_, index) => {
    const start =
      Date.parse(`${addDays(firstDay, Math.floor(random() * dayCount))}T00:00Z`) +
      Math.floor(random() * 40) * 900_000 -
      3 * 3_600_000;
    const minutes = 30 + Math.floor(random() * 12) * 15;
    return {
      ...({} as PlannedEvent),
      id: steadyId(`calendar/${index}`) as EventId,
      name: `Événement ${index}`,
      edition: '',
      kind: index % 3 === 0 ? 'meeting' : 'stand',
      role: index % 2 === 0 ? 'organiser' : 'participant',
      status: 'planned',
      timeZone: zone,
      opensAt: instantFromEpoch(start),
      closesAt: instantFromEpoch(start + minutes * 60_000),
      setUp: null,
      teardown: null,
      repetition: null,
      customAnchors: [],
      venue: { name: '', address: '', commune: '', accessNotes: '', capacityPeople: null },
    };
  });
}

const localizer = dateFnsLocalizer({ format, parse, startOfWeek, getDay, locales: { fr } });
const nothing = (): void => undefined;
const dateOf = (day: Day): Date =>
  new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));

function Ours({ view, day, events }: { view: View; day: Day; events: readonly PlannedEvent[] }) {
  const { firstOn, lastOn } = visibleRange(view, day);
  const occurrences = events.flatMap((event) => occurrencesOf(event, firstOn, lastOn));
  return (
    <Planning
      view={view}
      day={day}
      today={middle}
      zone={zone}
      items={itemsOf(occurrences, [], new Map(), middle)}
      periods={[]}
      work={work}
      onShow={nothing}
      onOpen={nothing}
      onDescribe={nothing}
      onMoveWithKeys={nothing}
      onMove={nothing}
      onCreate={nothing}
    />
  );
}

function Bare({ view, day, shown }: { view: View; day: Day; shown: Shown[] }) {
  return (
    <Calendar
      localizer={localizer}
      culture="fr"
      view={view}
      date={dateOf(day)}
      events={shown}
      toolbar={false}
      onView={nothing}
      onNavigate={nothing}
      style={{ flex: 1 }}
    />
  );
}

function Full({ view, day, shown }: { view: View; day: Day; shown: Shown[] }) {
  return (
    <div key={`${view}-${day}`} style={{ flex: 1 }}>
      <FullCalendar
        plugins={[dayGridPlugin, timeGridPlugin]}
        initialView={view === 'month' ? 'dayGridMonth' : 'timeGridWeek'}
        initialDate={day}
        events={shown}
        headerToolbar={false}
        height={780}
        dayMaxEvents
      />
    </div>
  );
}

export type CalendarName = 'ours' | 'bare' | 'full';

declare global {
  interface Window {
    benchCalendar: (
      name: CalendarName,
      view: View,
      count: number,
      rounds: number,
    ) => Promise<{ navigate: number[]; elements: number }>;
  }
}

/** Draws the calendar, then goes back and forth: milliseconds from the new day to the painted frame after the last change of the document. */
window.benchCalendar = async (name, view, count, rounds) => {
  startI18n('fr');
  const events = manyEvents(count);
  const shown = events.map(({ id, name: title, opensAt, closesAt }) => ({
    id: id as string,
    title,
    start: new Date(opensAt),
    end: new Date(closesAt),
  }));
  const place = document.getElementById('place') as HTMLElement;
  const root = createRoot(place);
  const shownDay: { set: (day: Day) => void } = { set: nothing };
  function Stage() {
    const [day, setDay] = useState(middle);
    useEffect(() => {
      shownDay.set = setDay;
    }, []);
    if (name === 'ours') return <Ours view={view} day={day} events={events} />;
    return name === 'bare' ? (
      <Bare view={view} day={day} shown={shown} />
    ) : (
      <Full view={view} day={day} shown={shown} />
    );
  }
  root.render(<Stage />);
  await settled(place);
  const steps = view === 'month' ? 28 : 7;
  const navigate: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    flushSync(() => shownDay.set(addDays(middle, round % 2 === 0 ? steps : 0)));
    const last = await settled(place);
    navigate.push(last - startedAt);
  }
  const elements = place.querySelectorAll('*').length;
  root.unmount();
  return { navigate, elements };
};

/** The time of the frame painted after the last change, once nothing has changed for a while. */
function settled(place: HTMLElement): Promise<number> {
  return new Promise((resolve) => {
    let painted = performance.now();
    let timer = setTimeout(finish, 400);
    const observer = new MutationObserver(() => {
      requestAnimationFrame(() => setTimeout(() => void (painted = performance.now()), 0));
      clearTimeout(timer);
      timer = setTimeout(finish, 400);
    });
    observer.observe(place, { childList: true, subtree: true, attributes: true, characterData: true });
    requestAnimationFrame(() => setTimeout(() => void (painted = performance.now()), 0));
    function finish(): void {
      observer.disconnect();
      resolve(painted);
    }
  });
}
