import { doubleKey, type LikelyDouble } from '@shared/domain/directory';
import { useMemo } from 'react';
import { useRemembered } from '@renderer/ui/useRemembered';

const mostKept = 2_000;

/** Doubles that nobody has said to be two people. The answer is a preference of this machine: losing it only asks again. */
export function useDoubles(found: readonly LikelyDouble[]): {
  pairs: readonly LikelyDouble[];
  dismiss: (double: LikelyDouble) => void;
} {
  const [different, setDifferent] = useRemembered<readonly string[]>('people:different', [], isList);
  const pairs = useMemo(() => {
    const known = new Set(different);
    return found.filter(({ first, second }) => !known.has(doubleKey(first, second)));
  }, [found, different]);
  return {
    pairs,
    dismiss: ({ first, second }) => setDifferent([...different, doubleKey(first, second)].slice(-mostKept)),
  };
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
