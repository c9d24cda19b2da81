import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { Anchor } from '@shared/domain/task';
import { useTranslation } from 'react-i18next';

/** What a date of the event is called: its own name when the user gave one. */
export function useAnchorName(event: PlannedEvent | null): (anchor: Anchor) => string {
  const { t } = useTranslation('domain');
  return (anchor) =>
    (anchor.kind === 'custom' && event?.customAnchors.find(({ id }) => id === anchor.anchorId)?.name) ||
    t(`anchor.${anchor.kind}`);
}
