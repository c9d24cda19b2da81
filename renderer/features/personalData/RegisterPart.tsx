import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { type PagesOf, useDocuments } from './useDocuments';
import styles from './PersonalData.module.css';

/** The register that a data protection officer asks for, in either language. */
export function RegisterPart({ pagesOf }: { pagesOf: PagesOf }) {
  const { t } = useTranslation('personal');
  const title = useId();
  const documents = useDocuments(pagesOf);
  return (
    <section className={styles.part} aria-labelledby={title}>
      <h3 id={title}>{t('register.title')}</h3>
      <p className={styles.help}>{t('register.help')}</p>
      {documents.problem && <Notice kind="alert">{documents.problem}</Notice>}
      <div className={styles.actions}>
        <Button
          icon={<icons.download />}
          isDisabled={documents.isWorking}
          onPress={() => void documents.saveRegister('fr')}
        >
          {t('register.french')}
        </Button>
        <Button
          icon={<icons.download />}
          isDisabled={documents.isWorking}
          onPress={() => void documents.saveRegister('en')}
        >
          {t('register.english')}
        </Button>
      </div>
    </section>
  );
}
