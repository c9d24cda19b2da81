import { formatMinutes } from '@shared/domain/formatting';
import type { Slot } from '@shared/domain/roster';
import type { StaffId } from '@shared/domain/staffMember';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConflictSentence } from '@renderer/i18n/conflictSentence';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { SearchField } from '@renderer/ui/SearchField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { startDrag } from '../board/dragged';
import type { RosterNow } from '../useRoster';
import { type Candidate, type CandidateGroup, candidateGroups, foundCandidates } from './candidates';
import { useCandidates } from './useCandidates';
import styles from './CandidateList.module.css';

const shownAtFirst = 60;
const nobody: readonly Candidate[] = [];
const marks = { free: 'ok', reserved: 'warn', refused: 'alert' } as const;

type Props = {
  now: RosterNow;
  /** The shift to be held; without one, everybody by what they have to do. */
  slot: Slot | null;
  onAssign: (personId: StaffId) => void;
  /** Escape: back to the board. */
  onLeave: () => void;
};

/** Who may hold the chosen shift, the eligible first, others with the reason against; dragged on to a bar, or chosen. */
export function CandidateList({ now, slot, onAssign, onLeave }: Props) {
  const { t } = useTranslation(['roster', 'common']);
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(shownAtFirst);
  const list = useRef<HTMLDivElement>(null);
  const asked = useDeferredValue(slot);
  const all = useCandidates(now.roster, asked);
  const found = useMemo(() => foundCandidates(all ?? nobody, text), [all, text]);
  const slots = useMemo(() => (asked ? [asked] : []), [asked]);
  const sentences = useConflictSentence(now.roster, slots);
  const shown = found.slice(0, limit);

  function onKey(pressed: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[pressed.key];
    if (pressed.key === 'Escape' && !pressed.defaultPrevented) onLeave();
    else if (step) {
      const stops = [...(list.current?.querySelectorAll<HTMLElement>('input, [data-candidate]') ?? [])];
      const at = stops.findIndex((stop) => stop === document.activeElement);
      stops[Math.max(0, Math.min(at + step, stops.length - 1))]?.focus();
    } else return;
    pressed.preventDefault();
    pressed.stopPropagation();
  }
  return (
    // The list hears the arrows and Escape for the field and every line inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={list} data-candidates className={styles.list} onKeyDown={onKey}>
      <SearchField
        label={t('candidates.search')}
        placeholder={t('common:search')}
        clearLabel={t('candidates.clear')}
        value={text}
        onChange={(next) => {
          setText(next);
          setLimit(shownAtFirst);
        }}
      />
      <p className={styles.hint}>{asked ? t('candidates.drag') : t('candidates.none')}</p>
      {all === null && <p className={styles.hint}>{t('candidates.working')}</p>}
      {all !== null && found.length === 0 && (
        <p className={styles.hint}>
          {t(all.length === 0 ? 'candidates.inactive' : 'candidates.nobodyFound')}
        </p>
      )}
      {candidateGroups.map((group) => {
        const members = shown.filter((one) => one.group === group);
        return (
          members.length > 0 && (
            <Group
              key={group}
              group={asked ? group : null}
              count={found.filter((one) => one.group === group).length}
            >
              {members.map((one) => (
                <Line
                  key={one.member.id}
                  candidate={one}
                  why={one.conflict && sentences.why(one.conflict)}
                  isWish={one.conflict?.isWish ?? false}
                  isAssignable={asked !== null}
                  onAssign={onAssign}
                />
              ))}
            </Group>
          )
        );
      })}
      {found.length > limit && (
        <Button variant="quiet" onPress={() => setLimit(limit + shownAtFirst)}>
          {t('candidates.more', { count: found.length - limit })}
        </Button>
      )}
    </div>
  );
}

type GroupProps = { group: CandidateGroup | null; count: number; children: React.ReactNode };

function Group({ group, count, children }: GroupProps) {
  const { t } = useTranslation('roster');
  const name = group ? t(`candidates.${group}`) : t('candidates.all');
  return (
    <section aria-label={name}>
      <h3>
        {group ? <StatusMark kind={marks[group]}>{name}</StatusMark> : name} <span>{count}</span>
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

type LineProps = {
  candidate: Candidate;
  why: string | null;
  isWish: boolean;
  isAssignable: boolean;
  onAssign: (personId: StaffId) => void;
};

function Line({ candidate: { member, minutes }, why, isWish, isAssignable, onAssign }: LineProps) {
  const { t } = useTranslation('roster');
  const language = useLanguage();
  const sentence = why && (isWish ? t('candidates.wish', { sentence: why }) : why);
  const hours = minutes > 0 ? formatMinutes(minutes, language) : t('candidates.noDuty');
  return (
    <li
      className={styles.line}
      draggable
      onDragStart={(event) => startDrag(event, { kind: 'person', id: member.id })}
    >
      <button
        type="button"
        data-candidate={member.id}
        disabled={!isAssignable}
        onClick={() => onAssign(member.id)}
      >
        <i className="visuallyHidden">{t('candidates.assign', { person: member.name })}</i>
        <b dir="auto" aria-hidden="true">
          {member.name}
        </b>
        <small>{hours}</small>
        <span dir="auto">
          {sentence || [member.team, ...member.skills.map(({ name }) => name)].filter(Boolean).join(' · ')}
        </span>
      </button>
    </li>
  );
}
