import '@shared/domain/zodWithoutEval';
import { openDatabase, stateOf } from '@renderer/data/database';

/** Asked with anything, answers what the database adds up to, or why it cannot be read. */
export type CheckAnswer = Awaited<ReturnType<typeof stateOf>> | { failure: string };

const database = openDatabase();

self.onmessage = () => {
  stateOf(database)
    .catch((error: unknown): CheckAnswer => ({ failure: String(error) }))
    .then((answer: CheckAnswer) => self.postMessage(answer))
    .catch(() => undefined);
};
