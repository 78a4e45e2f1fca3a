export type Language = 'zh' | 'en';

const storageKey = 'chama.language';

export function isLanguage(value: unknown): value is Language {
  return value === 'zh' || value === 'en';
}

/** The language of the address bar, else the one chosen before, else the browser's. */
export function initialLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const remembered = localStorage.getItem(storageKey);
  if (isLanguage(remembered)) return remembered;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}

/** For Intl and the `lang` attribute. */
export const localeOf = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>;
