import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { paths } from '@renderer/navigation/paths';
import { useSearchState } from '@renderer/navigation/searchState';
import { AboutSection } from './AboutSection';
import { SafetySection } from './safety/SafetySection';
import { DisplaySection } from './DisplaySection';
import { OrganisationSection } from './OrganisationSection';
import { PeriodsSection } from './PeriodsSection';
import { RegionSection } from './RegionSection';
import { UserSection } from './UserSection';
import styles from './SettingsPage.module.css';

const sections = [
  'organisation',
  'user',
  'display',
  'region',
  'periods',
  'work',
  'templates',
  'personal',
  'copies',
  'about',
] as const;
type Section = (typeof sections)[number];
const searchSchema = z.object({ section: z.enum(sections).default('organisation') });

/** Everything that the workspace is set to, each part at its own address. Working profiles, templates, personal data and exchanges come from other features. */
export function SettingsPage({
  work,
  templates,
  personal,
  exchange,
}: {
  work: ReactNode;
  templates: ReactNode;
  personal: ReactNode;
  exchange: ReactNode;
}) {
  const { t } = useTranslation('settings');
  const [{ section }] = useSearchState(searchSchema);
  const parts: Record<Section, ReactNode> = {
    organisation: <OrganisationSection />,
    user: <UserSection />,
    display: <DisplaySection />,
    region: <RegionSection />,
    periods: <PeriodsSection />,
    work,
    templates,
    personal,
    copies: (
      <>
        <SafetySection />
        {exchange}
      </>
    ),
    about: <AboutSection />,
  };
  return (
    <div className={styles.page}>
      <nav aria-label={t('sections.label')}>
        <h1>{t('title')}</h1>
        {sections.map((id) => (
          <a key={id} href={paths.settings(id)} aria-current={id === section ? 'page' : undefined}>
            {t(`sections.${id}`)}
          </a>
        ))}
      </nav>
      <section className={styles.part} aria-labelledby="settings-part">
        <h2 id="settings-part">{t(`sections.${section}`)}</h2>
        {parts[section]}
      </section>
    </div>
  );
}
