import { type ErasurePlan, erasedWords } from '@shared/domain/erasePerson';
import type { TableName } from '@shared/domain/changeSet';
import { formatNumber } from '@shared/domain/formatting';
import { personalWords } from '@shared/report/personalWords';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { type ErasingMeans, erasePerson } from '@renderer/data/personalData';
import { useDatabase, useDoor } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { Dialog } from '@renderer/ui/Dialog';
import { Notice } from '@renderer/ui/Notice';
import { useToasts } from '@renderer/ui/Toaster';
import styles from './PersonalData.module.css';

type Props = { plan: ErasurePlan; means: ErasingMeans; onClose: () => void; onErased: () => void };

/** What is lost for ever, said before it is; the files are the user's decision. */
export function EraseDialog({ plan, means, onClose, onErased }: Props) {
  const { t } = useTranslation(['personal', 'common']);
  const language = useLanguage();
  const database = useDatabase();
  const door = useDoor();
  const today = useToday();
  const { toast } = useToasts();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [isWorking, setIsWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { tables } = personalWords[language];
  const list = (Object.entries(plan.counts) as [TableName, number][])
    .map(([table, count]) => `${tables[table].toLowerCase()} (${formatNumber(count, language, 0)})`)
    .join(', ');

  async function erase(): Promise<void> {
    setIsWorking(true);
    setProblem(null);
    try {
      const removedFiles = new Set(
        plan.files.map(({ attachment }) => attachment.id).filter((id) => !kept.has(id)),
      );
      const { changed } = await erasePerson(database, door, means, {
        person: plan.person,
        places: plan.places,
        removedFiles,
        words: erasedWords(language),
        on: today,
      });
      toast({ text: t('erase.done', { count: changed }) });
      onErased();
    } catch (error) {
      setProblem(t('erase.failed', { reason: error instanceof Error ? error.message : String(error) }));
      setIsWorking(false);
    }
  }
  function keep(id: string, isKept: boolean): void {
    const next = new Set(kept);
    if (isKept) next.add(id);
    else next.delete(id);
    setKept(next);
  }

  return (
    <Dialog
      title={t('erase.title')}
      role="alertdialog"
      onClose={() => !isWorking && onClose()}
      footer={
        <>
          <Button isDisabled={isWorking} onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button variant="danger" isDisabled={isWorking} onPress={() => void erase()}>
            {t('erase.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.warning}>
        <p dir="auto">
          <b>{[...plan.person.names, ...plan.person.emails, ...plan.person.phones].join(', ')}</b>
        </p>
        <p>{t('erase.lost')}</p>
        {list !== '' && <p>{t('erase.records', { list })}</p>}
        <p>{t('erase.history')}</p>
        <p>{t('erase.copies')}</p>
        {plan.files.length > 0 && (
          <fieldset className={styles.files}>
            <legend>{t('erase.files')}</legend>
            <p>{t('erase.filesHelp')}</p>
            {plan.files.map(({ attachment, eventName }) => (
              <CheckboxField
                key={attachment.id}
                isSelected={!kept.has(attachment.id)}
                onChange={(isRemoved) => keep(attachment.id, !isRemoved)}
              >
                <span dir="auto">
                  {attachment.name} <small>{eventName}</small>
                </span>
              </CheckboxField>
            ))}
          </fieldset>
        )}
        {problem && <Notice kind="alert">{problem}</Notice>}
      </div>
    </Dialog>
  );
}
