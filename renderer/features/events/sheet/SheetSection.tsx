import type { SheetSection as SectionName } from '@shared/domain/completeness';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Sheet.module.css';

/** The id under which an address and the list of sections find a section. */
export function sectionId(section: SectionName): string {
  return `sheet-${section}`;
}

export function SheetSection({
  section,
  aside,
  children,
}: {
  section: SectionName;
  /** Beside the heading: a count, a button. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('events');
  return (
    <section
      id={sectionId(section)}
      className={styles.section}
      aria-labelledby={`${sectionId(section)}-title`}
    >
      <header>
        <h2 id={`${sectionId(section)}-title`} tabIndex={-1}>
          {t(`sections.${section}`)}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
