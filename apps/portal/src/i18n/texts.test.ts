import { expect, test } from 'vitest';
import { type Language, languages } from './language.ts';
import { pluralCategories, pluralForms, writeText } from './write.ts';

type Branch = { readonly [key: string]: string | Branch };

const files = import.meta.glob<Branch>('./*/*.ts', { import: 'default', eager: true });

function leaves(branch: Branch, before: string): [string, string][] {
  return Object.entries(branch).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${before}.${key}`, value] as [string, string]]
      : leaves(value, `${before}.${key}`),
  );
}

/** Every text of a language by its key. */
function textsOf(language: Language): Map<string, string> {
  return new Map(
    Object.entries(files).flatMap(([path, texts]) => {
      const [, folder, area] = /^\.\/(\w+)\/([\w-]+)\.ts$/.exec(path) ?? [];
      return folder === language && area ? leaves(texts, area) : [];
    }),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const chinese = textsOf('zh');
const others = (Object.keys(languages) as Language[]).filter((language) => language !== 'zh');

test('the Chinese texts are all there to be measured against', () => {
  expect(chinese.size).toBeGreaterThan(150);
});

test.each(others)('%s has every text, none is empty, and the same values are filled in', (language) => {
  const texts = textsOf(language);
  expect([...texts.keys()].sort()).toEqual([...chinese.keys()].sort());
  for (const [key, text] of texts) {
    expect(text.trim(), key).not.toBe('');
    for (const form of pluralForms(text))
      expect(placeholders(form), key).toEqual(placeholders(chinese.get(key) ?? ''));
  }
});

test.each(Object.keys(languages) as Language[])(
  'a text of %s has one form, or as many as the language has plurals',
  (language) => {
    const categories = pluralCategories(languages[language].formats).length;
    for (const [key, text] of textsOf(language))
      expect([1, categories], key).toContain(pluralForms(text).length);
  },
);

/** Letters of the language itself, where it has a script of its own; names like API and codes stay as they are. */
const scripts: Readonly<Record<Language, RegExp>> = {
  zh: /\p{Script=Han}/u,
  en: /\p{Script=Latin}/u,
  th: /\p{Script=Thai}/u,
  vi: /\p{Script=Latin}/u,
  lo: /\p{Script=Lao}/u,
  my: /\p{Script=Myanmar}/u,
};

test.each(others)('%s is written in its own script and left in no other', (language) => {
  const foreign = Object.values(scripts).filter((script) => script.source !== scripts[language].source);
  for (const [key, text] of textsOf(language)) {
    const words = text.replace(/\{\{\w+\}\}/g, '');
    for (const script of foreign)
      if (script.source !== scripts.en.source) expect(words, key).not.toMatch(script);
    if (/\p{Letter}/u.test(words)) expect(words, key).toMatch(scripts[language]);
  }
});

test('the plural form follows the count, and numbers are written as the reader writes them', () => {
  const text = '{{count}} list | {{count}} lists';
  expect(writeText(text, { count: 1 }, 'en-GB')).toBe('1 list');
  expect(writeText(text, { count: 1200 }, 'en-GB')).toBe('1,200 lists');
  expect(writeText('等 {{count}} 项', { count: 1200 }, 'zh-CN')).toBe('等 1,200 项');
  expect(writeText('{{year}} 年', { year: '2026' }, 'zh-CN')).toBe('2026 年');
});
