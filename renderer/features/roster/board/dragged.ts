import type { DragEvent } from 'react';

/** What is being dragged on to the board: somebody from the list, or somebody's work on a shift. */
export type Dragged = Readonly<{ kind: 'person' | 'assignment'; id: string }>;

const types = {
  person: 'application/x-regie-person',
  assignment: 'application/x-regie-assignment',
} as const;

export function startDrag(event: DragEvent, { kind, id }: Dragged): void {
  event.stopPropagation();
  event.dataTransfer.setData(types[kind], id);
  event.dataTransfer.effectAllowed = 'move';
}

/** Only on the drop: before it, a browser tells the kinds alone. */
export function draggedOf(event: DragEvent): Dragged | null {
  const person = event.dataTransfer.getData(types.person);
  if (person) return { kind: 'person', id: person };
  const assignment = event.dataTransfer.getData(types.assignment);
  return assignment ? { kind: 'assignment', id: assignment } : null;
}

export function isOurs(event: DragEvent): boolean {
  return Object.values(types).some((type) => event.dataTransfer.types.includes(type));
}
