import { find, findable } from '@shared/domain/search';
import { formatDay } from '@shared/domain/formatting';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Found } from '../data/search';
import { useLanguage } from '../i18n/i18n';
import { paths, type Path } from '../navigation/paths';
import { useGo } from '../navigation/searchState';
import { icons } from '../ui/icons';
import { Kbd } from '../ui/Kbd';
import { pages } from './pages';
import type { Command } from './useCommands';
import { useFound } from './useFound';
import styles from './Palette.module.css';

type Line = Readonly<{
  id: string;
  group: 'commands' | 'pages' | 'found';
  title: string;
  detail: string;
  icon: keyof typeof icons;
  keys?: string;
  run: () => void;
}>;

const foundIcon = {
  event: 'events',
  task: 'tasks',
  template: 'template',
  partner: 'partners',
  contact: 'person',
  person: 'people',
} as const;

/** Everything by its name: events, tasks, people, partners, contacts, templates, pages, commands. Arrows and Enter, or the mouse. */
export function Palette({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const lines = useLines(words, commands);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const active = lines[Math.min(at, lines.length - 1)];

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function choose(line: Line | undefined): void {
    if (!line) return;
    onClose();
    line.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.min(at, lines.length - 1) + step;
      const wraps = Math.abs(step) === 1;
      setAt(
        wraps
          ? (next + lines.length) % Math.max(lines.length, 1)
          : Math.max(0, Math.min(next, lines.length - 1)),
      );
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(active);
    }
  }

  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t('palette.label')}
      aria-modal="true"
      onClose={onClose}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.asked}>
        <icons.search />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={active && `${listId}-${active.id}`}
          aria-label={t('palette.label')}
          placeholder={t('palette.placeholder')}
          value={words}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => (setWords(event.target.value), setAt(0))}
          onKeyDown={onKeyDown}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={t('palette.label')} className={styles.lines}>
        {(['found', 'pages', 'commands'] as const).map((group) => {
          const members = lines.filter((line) => line.group === group);
          return (
            members.length > 0 && (
              <div key={group} role="group" aria-label={t(`palette.groups.${group}`)}>
                <div className={styles.group} aria-hidden="true">
                  {t(`palette.groups.${group}`)}
                </div>
                {members.map((line) => (
                  <PaletteLine
                    key={line.id}
                    id={`${listId}-${line.id}`}
                    line={line}
                    isActive={line === active}
                    onPoint={() => setAt(lines.indexOf(line))}
                    onChoose={() => choose(line)}
                  />
                ))}
              </div>
            )
          );
        })}
      </div>
      <p className={styles.hint} role="status">
        {lines.length === 0 ? t('palette.nothing', { words }) : t('palette.hint')}
      </p>
    </dialog>
  );
}

type LineProps = { id: string; line: Line; isActive: boolean; onPoint: () => void; onChoose: () => void };

function PaletteLine({ id, line, isActive, onPoint, onChoose }: LineProps) {
  const Icon = icons[line.icon];
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.line}
      onMouseMove={onPoint}
      onClick={onChoose}
      onKeyDown={undefined}
    >
      <Icon />
      <span className={styles.title} dir="auto">
        {line.title}
      </span>
      <span className={styles.detail}>{line.detail}</span>
      {line.keys && <Kbd>{line.keys}</Kbd>}
    </div>
  );
}

/** In the order in which they are drawn, so that the arrows follow the eye. */
function useLines(words: string, commands: readonly Command[]): readonly Line[] {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const go = useGo();
  const found = useFound(words);
  return useMemo(() => {
    const pageLines = pages.map(({ name, href }): Line => {
      return {
        id: `page-${name}`,
        group: 'pages',
        title: t(`nav.${name}`),
        detail: '',
        icon: name,
        run: () => go(href),
      };
    });
    const commandLines = commands.map(({ id, title, keys, run }): Line => ({
      id: `command-${id}`,
      group: 'commands',
      title,
      detail: '',
      icon: 'command',
      keys,
      run,
    }));
    const foundLines = found.map((item): Line => ({
      id: `found-${item.kind}-${item.id}`,
      group: 'found',
      title: item.title,
      detail: detailOf(item, t(`palette.kinds.${item.kind}`), language),
      icon: foundIcon[item.kind],
      run: () => go(pathOf(item)),
    }));
    if (words.trim() === '') return [...pageLines, ...commandLines];
    const chosen = (lines: Line[]) =>
      find(
        lines.map((line) => findable(line, line.title, 0)),
        words,
        8,
      );
    return [...foundLines, ...chosen(pageLines), ...chosen(commandLines)];
  }, [words, commands, found, t, language, go]);
}

function detailOf(item: Found, kind: string, language: 'fr' | 'en'): string {
  const on = item.kind === 'event' ? item.on : item.kind === 'task' ? item.dueOn : null;
  if (item.kind === 'person' && item.team !== '') return `${kind} · ${item.team}`;
  return on ? `${kind} · ${formatDay(on, 'medium', language)}` : kind;
}

function pathOf(item: Found): Path {
  switch (item.kind) {
    case 'event':
      return paths.event(item.id);
    case 'task':
      return paths.task(item.id, item.eventId);
    case 'person':
      return paths.people({ person: item.id });
    case 'template':
      return paths.settings('templates');
    case 'partner':
    case 'contact':
      return paths.event(item.eventId, 'overview', {
        section: item.kind === 'partner' ? 'partners' : 'contacts',
      });
  }
}
