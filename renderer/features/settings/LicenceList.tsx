import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { icons } from '@renderer/ui/icons';
import { SearchField } from '@renderer/ui/SearchField';
import { type Licence, licencesWith } from './licences';
import styles from './LicenceList.module.css';

/** Everything of others that the program contains, each with the text of its licence one click away. */
export function LicenceList({ licences }: { licences: readonly Licence[] }) {
  const { t } = useTranslation('settings');
  const [words, setWords] = useState('');
  const heading = useId();
  const shown = licencesWith(licences, words);
  return (
    <section className={styles.licences} aria-labelledby={heading}>
      <h3 id={heading}>{t('about.components')}</h3>
      <SearchField
        label={t('about.search')}
        value={words}
        onChange={setWords}
        clearLabel={t('about.clearSearch')}
      />
      <p className={styles.count} role="status">
        {t('about.count', { count: shown.length })}
      </p>
      <ul className={styles.list}>
        {shown.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                <icons.next />
                <span translate="no">{name}</span>
                <span className={styles.version}>{version}</span>
                <span className={styles.licence}>{licence}</span>
              </summary>
              <pre lang="en" translate="no">
                {text}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
