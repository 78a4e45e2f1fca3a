/** The languages of the portal in the order they are offered, each by its own name. */
export const languages = {
  zh: { name: '中文', locale: 'zh-CN' },
  en: { name: 'English', locale: 'en-GB' },
} as const;

export type Language = keyof typeof languages;

const storageKey = 'chama.language';

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}

/** The language of the address bar, else the one chosen before, else the first of the browser's that we have. */
export function initialLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const remembered = localStorage.getItem(storageKey);
  if (isLanguage(remembered)) return remembered;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}
