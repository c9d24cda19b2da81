import type { Roster, Slot } from '@shared/domain/roster';
import { useEffect, useMemo, useState } from 'react';
import { byGroup, type Candidate, candidateOf, candidatesFor, eligibleFor } from './candidates';

/** Up to so many people, the answer comes with the drawing. */
const mostAtOnce = 120;
/** Beyond, so many between two breaths. */
const slice = 30;
/** Somebody who goes from bar to bar does not wait for the list of each. */
const patienceMilliseconds = 80;

/** Who may hold the slot; `null` while a large directory is gone through, which never holds up the page. */
export function useCandidates(roster: Roster, slot: Slot | null): readonly Candidate[] | null {
  const isSmall = slot === null || roster.people.size <= mostAtOnce;
  const atOnce = useMemo(() => (isSmall ? candidatesFor(roster, slot) : null), [isSmall, roster, slot]);
  const [found, setFound] = useState<{ roster: Roster; slot: Slot; list: Candidate[] } | null>(null);
  useEffect(() => {
    if (isSmall || !slot) return;
    const members = eligibleFor(roster, slot);
    const list: Candidate[] = [];
    const goOn = (): void => {
      for (const member of members.slice(list.length, list.length + slice))
        list.push(candidateOf(roster, slot, member));
      if (list.length < members.length) timer = setTimeout(goOn, 0);
      else setFound({ roster, slot, list: list.sort(byGroup) });
    };
    let timer = setTimeout(goOn, patienceMilliseconds);
    return () => clearTimeout(timer);
  }, [isSmall, roster, slot]);
  if (atOnce) return atOnce;
  return found?.roster === roster && found.slot === slot ? found.list : null;
}
