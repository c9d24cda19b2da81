import { type PresenceStatus, presences } from '@shared/domain/assignment';
import { formatDay } from '@shared/domain/formatting';
import { momentWithin, notedPresence } from '@shared/domain/presenceBoard';
import type { PresenceSheet, SheetRow } from '@shared/domain/presenceSheet';
import type { RosterFacts } from '@shared/domain/roster';
import type { TimeZone } from '@shared/domain/time';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock } from '@renderer/data/clock';
import { notePresenceOf, notePresences } from '@renderer/data/presence';
import { useCommit } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { icons } from '@renderer/ui/icons';
import { Kbd } from '@renderer/ui/Kbd';
import { SearchField } from '@renderer/ui/SearchField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { clockOf, statusKinds, substituteName, timesOf, workedText } from './presenceRows';
import styles from './Presence.module.css';

type Props = {
  facts: RosterFacts;
  rows: readonly SheetRow[];
  /** Its rows alone, numbered as they are printed. */
  sheet: PresenceSheet | null;
  zone: TimeZone;
  openId: string | null;
  onOpen: (assignmentId: string, wanted?: 'replaced') => void;
  onLeaveSheet: () => void;
};

/** The lines of a day or of one sheet; letters note what became of the line that has the focus. */
export function PresenceTable({ facts, rows, sheet, zone, openId, onOpen, onLeaveSheet }: Props) {
  const { t } = useTranslation('presence');
  const commit = useCommit();
  const language = useLanguage();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const columns = useColumns(facts, sheet, zone);
  const among = chosen.size > 0 ? rows.filter((row) => chosen.has(idOf(row))) : rows;
  const toArrive = among.filter(({ assignment }) => assignment.presence.status === 'expected');

  function note(row: SheetRow, status: PresenceStatus): void {
    const { assignment, shift } = row;
    if (status === 'replaced') {
      onOpen(assignment.id, 'replaced');
      return;
    }
    const at = momentWithin(shift, readClock());
    void notePresenceOf(commit, facts, row, notedPresence(assignment.presence, status, at));
    // A time is wanted, and the clock cannot give it: it has to be typed.
    if (at === null && (status === 'late' || status === 'left')) onOpen(assignment.id);
  }
  function onRowKey(row: SheetRow, event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const status = presences.find((each) => t(`key.${each}`) === event.key.toLowerCase());
    if (status === undefined) return false;
    note(row, status);
    return true;
  }
  function allHere(): void {
    const noted = toArrive.map(({ assignment }) => ({
      assignment,
      presence: notedPresence(assignment.presence, 'arrived', null),
    }));
    setChosen(new Set());
    void notePresences(commit, noted);
  }

  const count = (...wanted: PresenceStatus[]): number =>
    rows.filter(({ assignment }) => wanted.includes(assignment.presence.status)).length;
  return (
    <div className={styles.main}>
      <div className={styles.tools}>
        <SearchField label={t('find')} value={filter} onChange={setFilter} clearLabel={t('clear')} />
        <Button icon={<icons.ok />} isDisabled={toArrive.length === 0} onPress={allHere}>
          {chosen.size > 0 ? t('chosenHere', { count: toArrive.length }) : t('allHere')}
        </Button>
        {sheet && (
          <>
            <b dir="auto">
              {t('sheetOf', {
                number: sheet.number,
                name: sheet.name || t('noTeam'),
                day: formatDay(sheet.day, 'weekday', language),
              })}
            </b>
            <Button variant="quiet" icon={<icons.close />} onPress={onLeaveSheet}>
              {t('leaveSheet')}
            </Button>
          </>
        )}
      </div>
      <DataTable
        label={t('table')}
        rows={rows}
        rowId={idOf}
        rowLabel={nameOf}
        columns={columns}
        language={language}
        filter={filter}
        groupOf={
          sheet
            ? undefined
            : ({ shift, post }) => ({
                id: shift.id,
                label: [timesOf(shift, zone, language), post.name, post.place].filter(Boolean).join(' · '),
                order: `${shift.startsAt} ${shift.endsAt} ${post.name} ${shift.id}`,
              })
        }
        openId={openId}
        onOpen={(row) => onOpen(idOf(row))}
        onSort={sheet ? null : undefined}
        selected={chosen}
        onSelect={setChosen}
        selectAllLabel={t('chooseAll')}
        rowActionsLabel={t('rowActions')}
        rowActions={(row) =>
          presences.map((status) => ({
            id: status,
            label: t(`status.${status}`),
            keys: t(`key.${status}`).toUpperCase(),
            onAction: () => note(row, status),
          }))
        }
        columnsLabel={t('columnsShown')}
        onRowKey={onRowKey}
        empty={t('empty.filtered')}
        footer={t('counts', {
          expected: count('expected'),
          here: count('arrived', 'late', 'left'),
          absent: count('absent', 'replaced'),
        })}
      />
      <div className={styles.keys} role="note" aria-label={t('keys')}>
        {presences.map((status) => (
          <span key={status}>
            <Kbd>{t(`key.${status}`).toUpperCase()}</Kbd> {t(`status.${status}`)}
          </span>
        ))}
        <span>
          <Kbd>↵</Kbd> {t('keysOpen')}
        </span>
      </div>
    </div>
  );
}

function useColumns(
  facts: RosterFacts,
  sheet: PresenceSheet | null,
  zone: TimeZone,
): readonly Column<SheetRow>[] {
  const { t } = useTranslation('presence');
  const language = useLanguage();
  return useMemo(() => {
    const lineOf = new Map(sheet?.rows.map((row, index) => [row.assignment.id, index + 1]));
    const line: Column<SheetRow> = {
      id: 'line',
      header: t('columns.line'),
      width: '48px',
      align: 'end',
      cell: ({ assignment }) => lineOf.get(assignment.id) ?? '',
    };
    const shift: Column<SheetRow> = {
      id: 'shift',
      header: t('columns.shift'),
      width: '2fr',
      minWidth: '150px',
      cell: (row) => `${timesOf(row.shift, zone, language)} · ${row.post.name}`,
    };
    const status: Column<SheetRow> = {
      id: 'status',
      header: t('columns.status'),
      width: '2fr',
      minWidth: '140px',
      sortValue: ({ assignment }) => presences.indexOf(assignment.presence.status),
      cell: (row) => {
        const own = row.assignment.presence.status;
        const substitute = substituteName(row, facts);
        return (
          <StatusMark kind={statusKinds[own]}>
            {substitute === '' ? t(`status.${own}`) : t('replacedBy', { name: substitute })}
          </StatusMark>
        );
      },
    };
    return [
      ...(sheet ? [line] : []),
      {
        id: 'name',
        header: t('columns.name'),
        width: '3fr',
        minWidth: '150px',
        isPrimary: true,
        sortValue: nameOf,
        filterValue: ({ member, post }) => `${member.name} ${post.name} ${member.team}`,
        cell: (row) => <span dir="auto">{row.member.name}</span>,
      },
      ...(sheet ? [shift] : []),
      status,
      {
        id: 'arrivedAt',
        header: t('columns.arrivedAt'),
        width: '88px',
        align: 'end',
        cell: ({ assignment }) => clockOf(assignment.presence.arrivedAt, zone, language),
      },
      {
        id: 'leftAt',
        header: t('columns.leftAt'),
        width: '88px',
        align: 'end',
        cell: ({ assignment }) => clockOf(assignment.presence.leftAt, zone, language),
      },
      {
        id: 'worked',
        header: t('columns.worked'),
        width: '88px',
        align: 'end',
        cell: (row) => workedText(row, language),
      },
      {
        id: 'note',
        header: t('columns.note'),
        width: '2fr',
        minWidth: '80px',
        cell: ({ assignment }) => <span dir="auto">{assignment.presence.note}</span>,
      },
    ];
  }, [facts, sheet, zone, t, language]);
}

function idOf({ assignment }: SheetRow): string {
  return assignment.id;
}

function nameOf({ member }: SheetRow): string {
  return member.name;
}
