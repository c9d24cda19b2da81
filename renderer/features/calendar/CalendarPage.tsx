import type { Day } from '@shared/domain/time';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { usePeriods, useSettings, useWorkCalendar } from '@renderer/data/settingsContext';
import { setTaskStatus } from '@renderer/data/tasks';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths } from '@renderer/navigation/paths';
import { useGo, useSearchState } from '@renderer/navigation/searchState';
import { periodOf, type PlanningView, titleOf } from './calendarGrid';
import { CalendarSide } from './CalendarSide';
import { calendarSearch, filterOf, hiddenLayers, hideText } from './calendarState';
import { CalendarToolbar, useSummary } from './CalendarToolbar';
import { EntryCard } from './EntryCard';
import { focusEntry } from './focusEntry';
import { type KeyboardMove, stepsFor, withMove } from './moves/keyboardMove';
import { MoveBar } from './moves/MoveBar';
import { MoveForm } from './moves/MoveForm';
import { type MoveEvent, useMoves } from './moves/useMoves';
import { Planning } from './Planning';
import {
  countItems,
  countPeriods,
  type Layer,
  matching,
  onLayers,
  type PlanningItem,
  teamsOf,
} from './planningItems';
import { useCalendarKeys } from './useCalendarKeys';
import { useIsWide } from './useIsWide';
import { useItemWords } from './useItemWords';
import { usePrinting } from './usePrinting';
import { useVisible } from './useVisible';
import { clockOfWall, dayMinutes, dayNumberOf, dayOfWall, minuteOfDay, type Wall } from './wallTime';
import styles from './CalendarPage.module.css';

/** Everything with a date, by year, month, week, day or as a list. `onMove` shows what a new date does to an event's tasks, and writes it. */
export function CalendarPage({ onMove }: { onMove: MoveEvent }) {
  const { t } = useTranslation('calendar');
  const go = useGo();
  const commit = useCommit();
  const today = useToday();
  const language = useLanguage();
  const { timeZone } = useSettings();
  const work = useWorkCalendar();
  const allPeriods = usePeriods();
  const words = useItemWords(timeZone);
  const isWide = useIsWide();
  const root = useRef<HTMLDivElement>(null);

  const [search, setSearch] = useSearchState(calendarSearch);
  const { view } = search;
  const day = search.day ?? today;
  const hidden = useMemo(() => hiddenLayers(search), [search]);
  const visible = useVisible(view, day);
  const matched = useMemo(() => visible && matching(visible.items, filterOf(search)), [visible, search]);
  const period = periodOf(view, day);
  const counts = useMemo(
    () => (matched ? countItems(matched, dayNumberOf(period.firstOn), dayNumberOf(period.lastOn)) : null),
    [matched, period.firstOn, period.lastOn],
  );
  const summary = useSummary(counts);

  const [said, setSaid] = useState('');
  const [card, setCard] = useState<{ item: PlanningItem; anchor: HTMLElement } | null>(null);
  const [form, setForm] = useState<PlanningItem | null>(null);
  const [moving, setMoving] = useState<KeyboardMove | null>(null);
  const moves = useMoves(onMove, words, setSaid);
  const printing = usePrinting(search, day);

  const items = useMemo(
    () => (matched ? withMove(onLayers(matched, hidden), moving) : null),
    [matched, hidden, moving],
  );
  const periods = useMemo(() => allPeriods.filter(({ kind }) => !hidden.has(kind)), [allPeriods, hidden]);

  function show(nextView: PlanningView, nextDay: Day): void {
    setSaid('');
    setSearch({
      view: nextView === 'month' ? undefined : nextView,
      day: nextDay === today ? undefined : nextDay,
    });
  }
  function create(from: Wall, to: Wall): void {
    const isWhole = minuteOfDay(from) === 0 && minuteOfDay(to) === 0;
    const [first, last] = [dayOfWall(from), dayOfWall(isWhole ? to - dayMinutes : to)];
    go(
      paths.events({
        new: '1',
        day: first,
        until: last === first ? undefined : last,
        opens: isWhole ? undefined : clockOfWall(from),
        closes: isWhole ? undefined : clockOfWall(to),
      }),
    );
  }
  function open(item: PlanningItem): void {
    go(
      item.kind === 'task'
        ? paths.task(item.task.id, item.task.eventId)
        : paths.event(item.occurrence.event.id),
    );
  }
  async function move(item: PlanningItem, from: Wall, to: Wall): Promise<void> {
    await moves.move(item, from, to);
    focusEntry(root.current, item.key);
  }
  function startMove(item: PlanningItem): void {
    if (item.isMovable) setMoving({ item, from: item.from, to: item.to });
    else setSaid(t('moving.fixed'));
  }
  function carry(next: KeyboardMove): void {
    setMoving(next);
    // The view goes along with what is moved.
    const on = dayOfWall(next.from);
    const { firstOn, lastOn } = periodOf(view, day);
    if (on < firstOn || on > lastOn) show(view, on);
  }
  function layer(one: Layer, isShown: boolean): void {
    const next = new Set(hidden);
    if (isShown) next.delete(one);
    else next.add(one);
    setSearch({ hide: hideText(next) });
  }

  const onKeyDown = useCalendarKeys({ view, day, today, onShow: show });
  const title = titleOf(view, day, language);
  const isPanelOpen = search.panel ? search.panel === 'open' : isWide;
  const news = useNews(
    summary ? t('news', { view: t(`views.${view}`), title, ...summary }) : '',
    `${view} ${title}`,
  );

  return (
    // Letters change the view from anywhere on the page but its fields.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={styles.page} onKeyDown={onKeyDown}>
      <CalendarToolbar
        view={view}
        day={day}
        counts={counts}
        isPanelOpen={isPanelOpen}
        isPrinting={printing.isWorking}
        onShow={show}
        onPanel={(isOpen) => setSearch({ panel: isOpen ? 'open' : 'closed' })}
        onPrint={(what) => void printing.print(what)}
        onCreate={() => go(paths.events({ new: '1', day: search.day }))}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          {visible && items && (
            <Planning
              view={visible.view}
              day={visible.day}
              today={today}
              zone={timeZone}
              items={items}
              periods={periods}
              work={work}
              movingKey={moving?.item.key ?? null}
              onShow={show}
              onOpen={open}
              onDescribe={(item, anchor) => setCard({ item, anchor })}
              onMoveWithKeys={startMove}
              onMove={(item, from, to) => void move(item, from, to)}
              onCreate={create}
            />
          )}
          {moving && (
            <MoveBar
              move={moving}
              steps={stepsFor(moving.item, view)}
              words={words}
              onChange={carry}
              onApply={() => {
                setMoving(null);
                void move(moving.item, moving.from, moving.to);
              }}
              onLeave={() => {
                setMoving(null);
                setSaid(t('moving.left'));
                focusEntry(root.current, moving.item.key);
              }}
            />
          )}
          <p role="status" className={styles.said}>
            {said}
          </p>
          <p role="status" className="visuallyHidden">
            {news}
          </p>
        </div>
        {isPanelOpen && (
          <CalendarSide
            day={day}
            counts={counts}
            periodCounts={countPeriods(allPeriods, period)}
            hidden={hidden}
            search={search}
            teams={teamsOf(visible?.items ?? [], search.team)}
            onLayer={layer}
            onSearch={setSearch}
            onMonth={(month) => show('month', month)}
          />
        )}
      </div>
      {card && (
        <EntryCard
          item={card.item}
          anchor={card.anchor}
          words={words}
          onClose={() => setCard(null)}
          actions={{
            onOpen: open,
            onMoveForm: setForm,
            onMoveWithKeys: startMove,
            onSkip: (item) => void moves.skip(item),
            onRestore: (item) => void moves.restore(item),
            onTick: ({ task, state }) =>
              void setTaskStatus(commit, [task], state === 'done' ? 'todo' : 'done', today),
          }}
        />
      )}
      {form && (
        <MoveForm
          item={form}
          words={words}
          onClose={() => setForm(null)}
          onMove={(from, to) => {
            setForm(null);
            void move(form, from, to);
          }}
        />
      )}
      {moves.question}
    </div>
  );
}

/** Said aloud when `subject` changes, and not when only the numbers do; silent on arrival. */
function useNews(sentence: string, subject: string): string {
  const last = useRef(subject);
  const [news, setNews] = useState('');
  useEffect(() => {
    if (last.current === subject || sentence === '') return;
    last.current = subject;
    setNews(sentence);
  }, [subject, sentence]);
  return news;
}
