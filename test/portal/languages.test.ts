import { expect, test } from 'vitest';
import { type Language, languages } from '../../apps/portal/src/i18n/languages.ts';
import { pluralCategories, pluralForms } from '../../apps/portal/src/i18n/write.ts';
import { textsOf } from './texts.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const others = (Object.keys(languages) as Language[]).filter((language) => language !== 'zh');

const chinese = await textsOf('zh');

test('the Chinese texts are all there to be measured against', () => {
  expect(chinese.size).toBeGreaterThan(150);
});

test.each(others)('%s has every text, none is empty, and the same values are filled in', async (language) => {
  const texts = await textsOf(language);
  expect([...texts.keys()].sort()).toEqual([...chinese.keys()].sort());
  for (const [key, text] of texts) {
    expect(text.trim(), key).not.toBe('');
    for (const form of pluralForms(text))
      expect(placeholders(form), key).toEqual(placeholders(chinese.get(key) ?? ''));
  }
});

test.each(Object.keys(languages) as Language[])(
  'a text of %s has one form, or as many as the language has plurals',
  async (language) => {
    const categories = pluralCategories(languages[language].formats).length;
    for (const [key, text] of await textsOf(language))
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

test.each(others)('%s is written in its own script and left in no other', async (language) => {
  const foreign = Object.values(scripts).filter((script) => script.source !== scripts[language].source);
  for (const [key, text] of await textsOf(language)) {
    const words = text.replace(/\{\{\w+\}\}/g, '');
    for (const script of foreign)
      if (script.source !== scripts.en.source) expect(words, key).not.toMatch(script);
    if (/\p{Letter}/u.test(words)) expect(words, key).toMatch(scripts[language]);
  }
});
