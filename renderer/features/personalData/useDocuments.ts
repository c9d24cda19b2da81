import type { TableName } from '@shared/domain/changeSet';
import { formatDay } from '@shared/domain/formatting';
import type { Person } from '@shared/domain/person';
import type { Language } from '@shared/domain/settings';
import { taskStatuses } from '@shared/domain/task';
import { daySchema } from '@shared/domain/time';
import type { ReportDocument } from '@shared/report/document';
import { logoAddress } from '@shared/report/logo';
import { accessDocument, processingRegister } from '@shared/report/personalDocuments';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { erasuresOf, retentionsOf } from '@renderer/data/personalData';
import { useSettings } from '@renderer/data/settingsContext';
import { useDatabase } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { useHistoryWords } from '@renderer/i18n/historyWords';
import { useLanguage } from '@renderer/i18n/i18n';
import { useToasts } from '@renderer/ui/Toaster';
import type { AskPersonalData } from './usePersonalData';

/** A document as finished pages: complete HTML, ready to print. */
export type PagesOf = (document: ReportDocument) => Promise<string>;

/** Makes the documents about personal data and saves them where the user says. */
export function useDocuments(pagesOf: PagesOf) {
  const { t } = useTranslation(['personal', 'domain']);
  const host = useHost();
  const database = useDatabase();
  const settings = useSettings();
  const today = useToday();
  const language = useLanguage();
  const change = useHistoryWords();
  const { toast } = useToasts();
  const [isWorking, setIsWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function frameIn(spoken: Language) {
    const bytes = settings.logoId === null ? null : await host.ask['attachments:get'](settings.logoId);
    return { settings, language: spoken, today, logo: bytes && logoAddress(bytes) };
  }
  async function savePdf(document: ReportDocument, name: string) {
    const html = await pagesOf(document);
    const job = { html, title: document.kindLabel, language: document.language, landscape: false };
    return host.ask['files:save'](`${name}.pdf`, 'pdf', await host.ask['print:pdf'](job));
  }
  async function run(
    work: () => Promise<{ kind: 'saved'; name: string } | { kind: 'cancelled' }>,
  ): Promise<void> {
    setIsWorking(true);
    setProblem(null);
    try {
      const answer = await work();
      if (answer.kind === 'saved') toast({ text: t('found.saved', { name: answer.name }) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      setProblem(t('failed', { reason: reason === 'printNeedsDesktop' ? t('needsDesktop') : reason }));
    } finally {
      setIsWorking(false);
    }
  }

  function value(table: TableName, field: string, text: string): string {
    if (table === 'tasks' && field === 'status') {
      const status = taskStatuses.find((known) => known === text);
      return status ? t(`domain:taskStatus.${status}`) : text;
    }
    return field.endsWith('On') && daySchema.safeParse(text).success
      ? formatDay(text, 'long', language)
      : text;
  }

  return {
    isWorking,
    problem,
    /** Never named by the person: the name of a file is seen by whoever looks over the shoulder. */
    saveAccess: (form: 'pdf' | 'json', ask: AskPersonalData, person: Person): Promise<void> =>
      run(async () => {
        const { access } = await ask({ kind: 'access', person, today });
        const name = t('found.fileName', { on: today });
        if (form === 'json') {
          const bytes = new TextEncoder().encode(JSON.stringify(access, null, 2));
          return host.ask['files:save'](`${name}.json`, 'any', bytes);
        }
        const retentions = await retentionsOf(database);
        const document = accessDocument(await frameIn(language), access, retentions, { change, value });
        return savePdf(document, name);
      }),
    saveRegister: (spoken: Language): Promise<void> =>
      run(async () => {
        const [frame, retentions, erasures] = await Promise.all([
          frameIn(spoken),
          retentionsOf(database),
          erasuresOf(database),
        ]);
        const name = t('register.fileName', { on: today, lng: spoken });
        return savePdf(processingRegister(frame, retentions, erasures), name);
      }),
  };
}
