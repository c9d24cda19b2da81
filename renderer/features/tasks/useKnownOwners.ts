import type { Task } from '@shared/domain/task';
import { useMemo } from 'react';
import { namesOfDirectory } from '@renderer/data/people';
import { useQuestion } from '@renderer/data/workspaceContext';
import { usedValues } from './taskList';

/** Who may own a task and which teams there are: those of the directory first, then what tasks already say. */
export function useKnownOwners(known: readonly Task[]): {
  owners: readonly string[];
  teams: readonly string[];
} {
  const directory = useQuestion(namesOfDirectory, []);
  return useMemo(
    () => ({
      owners: joined(
        directory?.names,
        usedValues(known, ({ owner }) => owner),
      ),
      teams: joined(
        directory?.teams,
        usedValues(known, ({ team }) => team),
      ),
    }),
    [directory, known],
  );
}

function joined(first: readonly string[] | undefined, then: readonly string[]): readonly string[] {
  return [...new Set([...(first ?? []), ...then])];
}
