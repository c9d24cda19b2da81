import { sectionId } from '@shared/interchange/reportHtml';
import type { ReportDocument } from '@shared/report/document';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import styles from './ReportPage.module.css';

type Props = { report: ReportDocument; onGo: (id: string) => void };

/** The sections, to jump to. */
export function ReportOutline({ report, onGo }: Props) {
  const { t } = useTranslation('report');
  return (
    <nav className={styles.outline} aria-label={t('outline')}>
      <ol lang={report.language}>
        {report.sections.map(({ id, number, title }) => (
          <li key={id}>
            <Button variant="quiet" onPress={() => onGo(sectionId(id))}>
              {`${number} ${title}`}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
