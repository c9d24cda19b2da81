import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '@renderer/navigation/paths';
import { useGo } from '@renderer/navigation/searchState';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { ExportDialog } from './ExportDialog';
import styles from './Exchange.module.css';

/** The way in and the way out of whole files, for the settings. */
export function ExchangeSection() {
  const { t } = useTranslation('exchange');
  const go = useGo();
  const [isExporting, setIsExporting] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="exchange">
      <h3 id="exchange" className={styles.title}>
        {t('section.title')}
      </h3>
      <p>{t('section.help')}</p>
      <div className={styles.actions}>
        <Button icon={<icons.upload />} onPress={() => go(paths.importArchive())}>
          {t('section.import')}
        </Button>
        <Button icon={<icons.download />} onPress={() => setIsExporting(true)}>
          {t('section.exportAll')}
        </Button>
      </div>
      {isExporting && <ExportDialog event={null} onClose={() => setIsExporting(false)} />}
    </section>
  );
}
