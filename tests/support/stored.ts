import type { TableName } from '@shared/domain/changeSet';
import type { Page } from 'playwright-core';

/** What the database holds, read beside the program. */
export function stored<T>(window: Page, table: TableName): Promise<T[]> {
  return window.evaluate(
    (name) =>
      new Promise<T[]>((resolve, reject) => {
        const opening = indexedDB.open('regie');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const asking = opening.result.transaction(name).objectStore(name).getAll();
          asking.onsuccess = () => resolve(asking.result);
        };
      }),
    table,
  );
}
