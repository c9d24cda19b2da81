import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Database } from './database';
import type { Commit, DoorState, WriteDoor } from './writeDoor';

type Workspace = Readonly<{ database: Database; door: WriteDoor }>;
const WorkspaceContext = createContext<Workspace | null>(null);

export function WorkspaceProvider({ workspace, children }: { workspace: Workspace; children: ReactNode }) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/**
 * A named question, asked again whenever what it read has changed; `undefined` until the first answer. What it answers belongs
 * to the database: never change it in place. A question that fails throws to the page's error boundary.
 */
export function useQuestion<T>(
  ask: (database: Database) => Promise<T>,
  dependencies: readonly unknown[],
): T | undefined {
  const { database } = useWorkspace();
  return useLiveQuery(() => ask(database), [database, ...dependencies]);
}

export function useCommit(): Commit {
  return useWorkspace().door.commit;
}

/** For named changes and copies that must read before they write; pages ask with `useQuestion`. */
export function useDatabase(): Database {
  return useWorkspace().database;
}

/** Undo, redo and the state of saving, for the shell. */
export function useDoor(): WriteDoor & { current: DoorState } {
  const { door } = useWorkspace();
  const current = useSyncExternalStore(door.subscribe, door.state);
  return { ...door, current };
}

function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('WorkspaceProvider is missing above this component');
  return workspace;
}
