import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Bilingual } from '../api/types.ts';
import { en } from './en.ts';
import { initialLanguage, type Language, localeOf } from './language.ts';
import { zh } from './zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh };
  }
}

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { zh: { translation: zh }, en: { translation: en } },
    lng: initialLanguage(),
    fallbackLng: false,
    supportedLngs: ['zh', 'en'],
    interpolation: { escapeValue: false },
  });
}

/** The texts, the language they are in, and the right half of what the server says in both. */
export function useTexts() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return {
    t,
    language,
    locale: localeOf[language],
    say: (text: Bilingual) => text[language],
    setLanguage: (next: Language) => void i18n.changeLanguage(next),
  };
}
