import type { RetentionProposal } from '@shared/domain/anonymiseEvent';
import { personalWords } from '@shared/report/personalWords';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { anonymiseEvent, type ErasingMeans, retentionsOf } from '@renderer/data/personalData';
import { useDatabase, useDoor, useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { paths } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Notice } from '@renderer/ui/Notice';
import { StatusMark } from '@renderer/ui/StatusMark';
import { useToasts } from '@renderer/ui/Toaster';
import type { AskPersonalData } from './usePersonalData';
import styles from './PersonalData.module.css';

/** Events whose people have been kept longer than said: each can be anonymised, its figures kept. */
export function ProposalsPart({ ask, means }: { ask: AskPersonalData; means: ErasingMeans }) {
  const { t } = useTranslation(['personal', 'common']);
  const title = useId();
  const language = useLanguage();
  const database = useDatabase();
  const door = useDoor();
  const today = useToday();
  const { toast } = useToasts();
  const retentions = useQuestion(retentionsOf, []);
  const [proposals, setProposals] = useState<readonly RetentionProposal[] | null>(null);
  const [round, setRound] = useState(0);
  const [chosen, setChosen] = useState<RetentionProposal | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { uses: useWords } = personalWords[language];

  useEffect(() => {
    let isLeft = false;
    ask({ kind: 'proposals', today }).then(
      (answer) => !isLeft && setProposals(answer.proposals),
      (error: Error) => !isLeft && setProblem(t('readFailed', { reason: error.message })),
    );
    return () => void (isLeft = true);
  }, [ask, today, round, retentions, t]);

  async function anonymise({ event, uses }: RetentionProposal): Promise<void> {
    setIsWorking(true);
    try {
      await anonymiseEvent(database, door, means, { eventId: event.id, uses: [...uses, 'texts'], on: today });
      toast({ text: t('proposals.done') });
      setProblem(null);
    } catch (error) {
      setProblem(t('erase.failed', { reason: error instanceof Error ? error.message : String(error) }));
    } finally {
      setIsWorking(false);
      setChosen(null);
      setRound(round + 1);
    }
  }

  return (
    <section className={styles.part} aria-labelledby={title}>
      <h3 id={title}>{t('proposals.title')}</h3>
      {problem && <Notice kind="alert">{problem}</Notice>}
      {proposals?.length === 0 && <StatusMark kind="ok">{t('proposals.none')}</StatusMark>}
      {proposals && proposals.length > 0 && (
        <ul className={styles.proposals}>
          {proposals.map((proposal) => (
            <li key={proposal.event.id}>
              <span className={styles.where}>
                <a href={paths.event(proposal.event.id)} dir="auto">
                  {[proposal.event.name, proposal.event.edition].filter(Boolean).join(' ')}
                </a>
                <small>
                  {[
                    t('proposals.ended', { on: proposal.endedOn }),
                    t('proposals.people', { count: proposal.people }),
                    ...proposal.uses.map((use) => useWords[use].name),
                  ].join(' · ')}
                </small>
              </span>
              <Button onPress={() => setChosen(proposal)}>{t('proposals.anonymise')}</Button>
            </li>
          ))}
        </ul>
      )}
      {chosen && (
        <Dialog
          title={t('proposals.confirmTitle', { name: chosen.event.name })}
          role="alertdialog"
          onClose={() => setChosen(null)}
          footer={
            <>
              <Button isDisabled={isWorking} onPress={() => setChosen(null)}>
                {t('common:cancel')}
              </Button>
              <Button variant="danger" isDisabled={isWorking} onPress={() => void anonymise(chosen)}>
                {t('proposals.anonymise')}
              </Button>
            </>
          }
        >
          <div className={styles.warning}>
            <p>{t('proposals.confirm')}</p>
            <p>{t('erase.history')}</p>
            <p>{t('erase.copies')}</p>
          </div>
        </Dialog>
      )}
    </section>
  );
}
