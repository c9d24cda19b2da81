import { formatDay } from '@shared/domain/formatting';
import type { Language } from '@shared/domain/settings';
import i18next, { type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en';
import { fr } from './fr';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof fr;
    returnNull: false;
  }
}

/** French is the reference; English is held to the same keys by the compiler (see `en.ts`). */
export const i18nInstance: i18n = i18next.createInstance();

export function startI18n(language: Language): void {
  void i18nInstance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'fr',
    resources: { fr, en },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  i18nInstance.services.formatter?.add('day', (day: string, language) =>
    formatDay(day, 'long', language === 'en' ? 'en' : 'fr'),
  );
}

/** The language in which the page now speaks: for dates and numbers. */
export function useLanguage(): Language {
  const { i18n: current } = useTranslation();
  return current.language === 'en' ? 'en' : 'fr';
}

/** `system` follows the system when it speaks French, and is English otherwise. */
export function languageFor(choice: Language | 'system', systemLocale: string): Language {
  if (choice !== 'system') return choice;
  return systemLocale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}
