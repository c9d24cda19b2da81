import { erasuresOf, type ErasingMeans } from '@renderer/data/personalData';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { Notice } from '@renderer/ui/Notice';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPart } from './PersonPart';
import { ProposalsPart } from './ProposalsPart';
import { RegisterPart } from './RegisterPart';
import { RetentionsPart } from './RetentionsPart';
import type { PagesOf } from './useDocuments';
import { useAskPersonalData } from './usePersonalData';
import styles from './PersonalData.module.css';

type Props = {
  /** Makes finished pages of a document: another feature's. */
  pagesOf: PagesOf;
  purge: ErasingMeans['purge'];
  restart: ErasingMeans['restart'];
};

/** Everything about people: find one, hand over or erase what is kept, let go of what was kept too long, say it in a register. */
export function PersonalDataSection({ pagesOf, purge, restart }: Props) {
  const { t } = useTranslation('personal');
  const { ask } = useHost();
  const askWorker = useAskPersonalData();
  const erasures = useQuestion(erasuresOf, []);
  const pending = erasures?.filter(({ status }) => status === 'pending').length ?? 0;
  const means = useMemo(
    (): ErasingMeans => ({ purge, restart, removeAttachment: (id) => ask['attachments:remove'](id) }),
    [ask, purge, restart],
  );
  return (
    <div className={styles.parts}>
      <p className={styles.help}>{t('help')}</p>
      {pending > 0 && <Notice kind="warn">{t('pending', { count: pending })}</Notice>}
      <PersonPart ask={askWorker} means={means} pagesOf={pagesOf} />
      <ProposalsPart ask={askWorker} means={means} />
      <RetentionsPart />
      <RegisterPart pagesOf={pagesOf} />
    </div>
  );
}
