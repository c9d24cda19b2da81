import { reportFile, sectionId } from '@shared/interchange/reportHtml';
import { type Language, languages } from '@shared/domain/settings';
import type { ReportDocument } from '@shared/report/document';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHost } from '@renderer/host/hostContext';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { Menu } from '@renderer/ui/Menu';
import { Segmented } from '@renderer/ui/Segmented';
import { useToasts } from '@renderer/ui/Toaster';
import { pagesHtml } from './pagesHtml';
import { fontAddresses } from './paper';
import { type Zoom, zooms } from './useScale';
import styles from './ReportPage.module.css';

type Props = {
  report: ReportDocument;
  language: Language;
  onLanguage: (language: Language) => void;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  onGo: (id: string) => void;
};

/** What can be done with the finished document. */
export function ReportBar({ report, language, onLanguage, zoom, onZoom, onGo }: Props) {
  const { t } = useTranslation('report');
  const host = useHost();
  const { toast } = useToasts();
  const [isWorking, setIsWorking] = useState(false);
  const fileName = `${report.title} - ${report.kindLabel}`.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120);
  const job = async () => ({
    html: await pagesHtml(report),
    title: report.title,
    language: report.language,
    landscape: false,
  });

  async function run(work: () => Promise<string | null>): Promise<void> {
    setIsWorking(true);
    try {
      const news = await work();
      if (news) toast({ text: news });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast({
        kind: 'alert',
        text: t('failed', { reason: reason === 'printNeedsDesktop' ? t('printNeedsDesktop') : reason }),
      });
    } finally {
      setIsWorking(false);
    }
  }
  const savePdf = async (): Promise<string | null> => {
    const bytes = await host.ask['print:pdf'](await job());
    const answer = await host.ask['files:save'](`${fileName}.pdf`, 'pdf', bytes);
    return answer.kind === 'saved' ? t('pdfSaved', { name: answer.name }) : null;
  };
  const saveHtml = async (): Promise<string | null> => {
    const bytes = new TextEncoder().encode(reportFile(report, await fontAddresses()));
    const answer = await host.ask['files:save'](`${fileName}.html`, 'html', bytes);
    return answer.kind === 'saved' ? t('htmlSaved', { name: answer.name }) : null;
  };
  const print = async (): Promise<null> => {
    await host.ask['print:paper'](await job());
    return null;
  };

  return (
    <div className={styles.bar}>
      <Button
        variant="primary"
        icon={<icons.download />}
        isDisabled={isWorking}
        onPress={() => void run(savePdf)}
      >
        {t('pdf')}
      </Button>
      <Button data-print icon={<icons.print />} isDisabled={isWorking} onPress={() => void run(print)}>
        {t('paper')}
      </Button>
      <Button isDisabled={isWorking} onPress={() => void run(saveHtml)}>
        {t('html')}
      </Button>
      <output className={styles.working}>{isWorking && t('working')}</output>
      <span className={styles.outlineMenu}>
        <Menu
          label={t('outline')}
          trigger={<Button icon={<icons.list />}>{t('outlineShort')}</Button>}
          entries={report.sections.map(({ id, number, title }) => ({
            id,
            label: `${number} ${title}`,
            onAction: () => onGo(sectionId(id)),
          }))}
        />
      </span>
      <Segmented
        label={t('zoom.label')}
        value={zoom}
        options={zooms.map((id) => ({ id, label: t(`zoom.${id}`) }))}
        onChange={onZoom}
      />
      <Segmented
        label={t('language')}
        value={language}
        options={languages.map((id) => ({ id, label: t(id === 'fr' ? 'french' : 'english') }))}
        onChange={onLanguage}
      />
    </div>
  );
}
