import type { Bilingual } from '#kernel';
import { Misuse } from './misuse.ts';

/** The language of an option `--lang`. Throws Misuse for one there is not. */
export function languageOf(text: string): keyof Bilingual {
  if (text === 'zh' || text === 'en') return text;
  throw new Misuse({
    zh: `--lang 应为 zh 或 en，而不是 ${text}。`,
    en: `--lang is zh or en, not ${text}.`,
  });
}
