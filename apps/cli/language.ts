import type { Bilingual } from '#kernel';
import { OperatorError } from '#postgres';

/** The language of an option `--lang`. Throws OperatorError for one there is not. */
export function languageOf(text: string): keyof Bilingual {
  if (text === 'zh' || text === 'en') return text;
  throw new OperatorError({
    zh: `--lang 应为 zh 或 en，而不是 ${text}。`,
    en: `--lang is zh or en, not ${text}.`,
  });
}
