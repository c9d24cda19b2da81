import { openDatabase } from '@renderer/data/database';
import { answerAbout, type PersonalAnswer, type PersonalQuestion } from '@renderer/data/personalQuestions';

/** Whole workspaces are read here, so that the page goes on. `ask` pairs the answer with its question. */
export type AskedOfWorker = Readonly<{ ask: number; database: string; question: PersonalQuestion }>;
export type WorkerSaid = Readonly<{ ask: number }> &
  (Readonly<{ answer: PersonalAnswer }> | Readonly<{ failure: string }>);

self.onmessage = ({ data: { ask, database: name, question } }: MessageEvent<AskedOfWorker>) => {
  const database = openDatabase(name);
  answerAbout(database, question)
    .then(
      (answer) => self.postMessage({ ask, answer } satisfies WorkerSaid),
      (error: unknown) => self.postMessage({ ask, failure: String(error) } satisfies WorkerSaid),
    )
    .finally(() => database.close());
};
