import { useSyncExternalStore } from 'react';
import type { Bilingual } from '../api/types.ts';
import { initialLanguage, rememberLanguage } from './language.ts';
import { type Language, languages } from './languages.ts';
import type { Area, TextKey, ValuesOf } from './texts.ts';
import { writeText } from './write.ts';

export type { Area, TextKey } from './texts.ts';

type Branch = { readonly [key: string]: string | Branch };

/** One chunk a language and area: a reader of Thai loads no Chinese. */
const files = import.meta.glob<Branch>('./*/*.ts', { import: 'default' });

/** The language shown: everything that is made of it changes together. */
interface Shown {
  readonly language: Language;
  /** For Intl: how figures and times are written. */
  readonly locale: string;
  readonly t: <Key extends TextKey>(key: Key, ...values: ValuesOf<Key>) => string;
  /** The half of what the server says that this reader gets: Chinese, or English for everyone else. */
  readonly say: (text: Bilingual) => string;
}

/** By language, what has come of its texts. */
const loaded = new Map<Language, Record<string, Branch>>();
/** Every area a page has asked for; another language is shown when it has them all. */
const wanted = new Set<Area>(['app', 'nav']);
const listeners = new Set<() => void>();
let shown = showing(initialLanguage());

export async function startI18n(): Promise<void> {
  await load(shown.language, wanted);
  announce();
}

/** Brings the texts of areas for the language shown; routes do so beside their code. */
export async function loadTexts(areas: readonly Area[]): Promise<void> {
  for (const area of areas) wanted.add(area);
  await loadAll(() => shown.language);
}

/** Shows another language as soon as the texts of all open areas have come; until then the old one stays. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === shown.language) return;
  await loadAll(() => language);
  shown = showing(language);
  announce();
  for (const listener of listeners) listener();
}

export function useTexts(): Shown {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

function announce(): void {
  rememberLanguage(shown.language);
  document.documentElement.lang = languages[shown.language].locale;
}

/** Loads until nothing is lacking: while some areas come, others may be asked for or another language shown. */
async function loadAll(wish: () => Language): Promise<void> {
  const lacking = () =>
    [...wanted].filter((area) => !loaded.get(wish())?.[area] && files[`./${wish()}/${area}.ts`]);
  for (let areas = lacking(); areas.length > 0; areas = lacking()) await load(wish(), areas);
}

async function load(language: Language, areas: Iterable<Area>): Promise<void> {
  const texts = loaded.get(language) ?? {};
  loaded.set(language, texts);
  await Promise.all(
    [...areas].map(async (area) => {
      const file = files[`./${language}/${area}.ts`];
      if (file) texts[area] ??= await file();
    }),
  );
}

function showing(language: Language): Shown {
  const { formats: locale } = languages[language];
  return {
    language,
    locale,
    t: (key, ...values) => writeText(textAt(language, key) ?? key, values[0], locale),
    say: (text) => text[language === 'zh' ? 'zh' : 'en'],
  };
}

function textAt(language: Language, key: string): string | undefined {
  let at: string | Branch | undefined = loaded.get(language);
  for (const step of key.split('.')) at = typeof at === 'object' ? at[step] : undefined;
  return typeof at === 'string' ? at : undefined;
}
