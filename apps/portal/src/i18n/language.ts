import { isLanguage, type Language } from './languages.ts';

const storageKey = 'chama.language';

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
