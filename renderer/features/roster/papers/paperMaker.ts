import type { ReportDocument } from '@shared/report/document';
import { createContext, useContext } from 'react';

/** What makes pages of documents: it belongs to the report, and is given from outside. */
export type PaperMaker = Readonly<{
  pagesOf: (document: ReportDocument) => Promise<HTMLElement[]>;
  /** Puts pages into `host`, where they look as on paper. */
  show: (host: HTMLElement, document: ReportDocument, pages: readonly HTMLElement[]) => void;
  /** All documents in one file, ready to print. */
  bookletOf: (
    title: string,
    documents: readonly ReportDocument[],
    options: Readonly<{ tell: (done: number) => void; signal: AbortSignal }>,
  ) => Promise<string>;
}>;

export const PaperMakerContext = createContext<PaperMaker | null>(null);

export function usePaperMaker(): PaperMaker {
  const maker = useContext(PaperMakerContext);
  if (maker === null) throw new Error('PaperMakerContext is missing above this component');
  return maker;
}
