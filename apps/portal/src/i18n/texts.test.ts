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
    const categories = pluralCategories(languages[language].locale).length;
    for (const [key, text] of textsOf(language))
      expect([1, categories], key).toContain(pluralForms(text).length);
  },
);

test.each(others)('%s is not left in Chinese', (language) => {
  for (const [key, text] of textsOf(language)) expect(text, key).not.toMatch(/\p{Script=Han}/u);
});

test('the plural form follows the count, and numbers are written as the reader writes them', () => {
  const text = '{{count}} list | {{count}} lists';
  expect(writeText(text, { count: 1 }, 'en-GB')).toBe('1 list');
  expect(writeText(text, { count: 1200 }, 'en-GB')).toBe('1,200 lists');
  expect(writeText('等 {{count}} 项', { count: 1200 }, 'zh-CN')).toBe('等 1,200 项');
  expect(writeText('{{year}} 年', { year: '2026' }, 'zh-CN')).toBe('2026 年');
});
