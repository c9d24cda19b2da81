import { readCsv, type CsvAnswer, type Separator } from '@shared/interchange/csv';

/** A file's bytes in, its table or the reason of its refusal out. Ended by its owner when it is no longer wanted. */
export type CsvQuestion = { bytes: Uint8Array; separator?: Separator };

self.onmessage = ({ data }: MessageEvent<CsvQuestion>) => {
  const answer: CsvAnswer = readCsv(data.bytes, data.separator);
  self.postMessage(answer);
};
