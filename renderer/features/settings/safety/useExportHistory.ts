import { clockTimeOf, dayOf } from '@shared/domain/time';
import { writeCsv } from '@shared/interchange/csv';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { latestChanges } from '@renderer/data/history';
import { useSettings } from '@renderer/data/settingsContext';
import { useDatabase } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { useHistoryWords } from '@renderer/i18n/historyWords';
import { useToasts } from '@renderer/ui/Toaster';

/** Saves what was changed, when, newest first, as a table that any spreadsheet opens. */
export function useExportHistory(): () => void {
  const database = useDatabase();
  const host = useHost();
  const today = useToday();
  const { timeZone } = useSettings();
  const { toast } = useToasts();
  const words = useHistoryWords();
  const { t } = useTranslation('safety');
  return () => {
    const save = async () => {
      const changes = await latestChanges(database, Number.MAX_SAFE_INTEGER);
      const columns = ['seq', 'at', 'what', 'kind', 'records'] as const;
      const rows = changes.map(({ seq, at, label, kind, operations }) => [
        seq,
        `${dayOf(at, timeZone)} ${clockTimeOf(at, timeZone)}`,
        words(label),
        t(`centre.historyKinds.${kind}`),
        operations.length,
      ]);
      const headers = columns.map((column) => t(`centre.historyColumns.${column}`));
      return host.ask['files:save'](`historique-${today}.csv`, 'csv', writeCsv(headers, rows));
    };
    save().then(
      (answer) =>
        answer.kind === 'saved' && toast({ text: t('notices.savedElsewhere', { name: answer.name }) }),
      (error: unknown) => toast({ text: t('centre.failed', { reason: String(error) }), kind: 'alert' }),
    );
  };
}
