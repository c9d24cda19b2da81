import type { EventId } from '@shared/domain/plannedEvent';
import { dayToShow, rosterDays, rowsOfDay } from '@shared/domain/presenceBoard';
import { sheetNumbered } from '@shared/domain/presenceSheet';
import { rosterOf } from '@shared/domain/roster';
import { daySchema } from '@shared/domain/time';
import { formatDay } from '@shared/domain/formatting';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useToday } from '@renderer/data/clock';
import { rosterFactsOf } from '@renderer/data/roster';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { useSearchState } from '@renderer/navigation/searchState';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { SelectField } from '@renderer/ui/SelectField';
import { TextField } from '@renderer/ui/TextField';
import { Toolbar } from '@renderer/ui/Toolbar';
import { PapersButton } from '../papers/PapersButton';
import { RosterParts, useRosterPart } from '../RosterParts';
import { HoursView } from './HoursView';
import { NowPart } from './NowPart';
import { PresenceForm } from './PresenceForm';
import { PresenceTable } from './PresenceTable';
import styles from './Presence.module.css';

const searchSchema = z.object({
  on: daySchema.optional(),
  sheet: z.string().max(40).optional(),
  assignment: z.uuid().optional(),
});

/** Who came to which shift, and the hours that it makes: a view of the roster. */
export function PresencePage({ eventId }: { eventId: EventId }) {
  const { t } = useTranslation('presence');
  const language = useLanguage();
  const today = useToday();
  const [search, setSearch] = useSearchState(searchSchema);
  const part = useRosterPart() === 'hours' ? 'hours' : 'presence';
  const [replacing, setReplacing] = useState<string | null>(null);
  const facts = useQuestion((database) => rosterFactsOf(database, eventId, language), [eventId, language]);
  const roster = useMemo(() => (facts ? rosterOf(facts) : null), [facts]);
  const sheet = useMemo(
    () => (facts && search.sheet !== undefined ? sheetNumbered(facts, search.sheet) : null),
    [facts, search.sheet],
  );
  if (!facts || !roster) return null;
  const zone = roster.events.get(eventId)?.timeZone ?? 'UTC';

  const days = rosterDays(roster);
  const day = search.on !== undefined && days.includes(search.on) ? search.on : dayToShow(days, today);
  const rows = sheet?.rows ?? (day === null ? [] : rowsOfDay(facts, day));
  const open = facts.assignments.find(({ id }) => id === search.assignment);
  const openRow = open && rows.find(({ assignment }) => assignment.id === open.id);
  const isEmpty = !facts.assignments.some((assignment) => assignment.eventId === eventId);
  const setOpen = (id: string | null, wanted?: 'replaced'): void => {
    setReplacing(wanted === 'replaced' ? id : null);
    setSearch({ assignment: id ?? undefined });
  };

  return (
    <div className={styles.page}>
      <Toolbar label={t('bar')} end={<PapersButton eventId={eventId} />}>
        <RosterParts />
        {part === 'presence' && !isEmpty && (
          <>
            {days.length > 1 && sheet === null && (
              <SelectField
                label={t('day')}
                isLabelHidden
                value={day}
                options={days.map((id) => ({ id, label: formatDay(id, 'medium', language) }))}
                onChange={(on) => setSearch({ on, assignment: undefined })}
              />
            )}
            <div className={styles.sheet}>
              <span aria-hidden="true">{t('sheet')}</span>
              <SheetNumber
                value={search.sheet ?? ''}
                isFound={search.sheet === undefined || sheet !== null}
                onChange={(number) => setSearch({ sheet: number || undefined, assignment: undefined })}
              />
            </div>
          </>
        )}
      </Toolbar>
      {part === 'hours' ? (
        <HoursView facts={facts} />
      ) : isEmpty ? (
        <EmptyState icon={<icons.people />} title={t('empty.title')}>
          {t('empty.sentence')}
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <PresenceTable
            facts={facts}
            rows={rows}
            sheet={sheet}
            zone={zone}
            openId={openRow?.assignment.id ?? null}
            onOpen={setOpen}
            onLeaveSheet={() => setSearch({ sheet: undefined, assignment: undefined })}
          />
          {openRow ? (
            <PresenceForm
              key={`${openRow.assignment.id} ${replacing ?? ''}`}
              facts={facts}
              roster={roster}
              row={openRow}
              zone={zone}
              startsReplacing={replacing === openRow.assignment.id}
              onClose={() => setOpen(null)}
            />
          ) : (
            <NowPart facts={facts} roster={roster} zone={zone} />
          )}
        </div>
      )}
    </div>
  );
}

function SheetNumber({
  value,
  isFound,
  onChange,
}: {
  value: string;
  isFound: boolean;
  onChange: (number: string) => void;
}) {
  const { t } = useTranslation('presence');
  return (
    <TextField
      label={t('sheet')}
      isLabelHidden
      value={value}
      maxLength={20}
      placeholder="2202-7KQM"
      onCommit={(typed) => onChange(typed.trim())}
      error={isFound ? undefined : t('noSheet')}
    />
  );
}
