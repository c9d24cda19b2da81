import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useSearchState } from '@renderer/navigation/searchState';
import { Segmented } from '@renderer/ui/Segmented';

export const rosterParts = ['board', 'presence', 'hours'] as const;
export type RosterPart = (typeof rosterParts)[number];

const searchSchema = z.object({ part: z.enum(rosterParts).default('board') });

/** What of the roster is shown: the board before the day, who came on the day, the hours after it. */
export function useRosterPart(): RosterPart {
  return useSearchState(searchSchema)[0].part;
}

export function RosterParts() {
  const { t } = useTranslation('presence');
  const [{ part }, setSearch] = useSearchState(searchSchema);
  return (
    <Segmented
      label={t('part')}
      value={part}
      options={rosterParts.map((id) => ({ id, label: t(`parts.${id}`) }))}
      onChange={(next) => setSearch({ part: next === 'board' ? undefined : next })}
    />
  );
}
