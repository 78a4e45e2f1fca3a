import { en } from './en.ts';
import { lo } from './lo.ts';
import { my } from './my.ts';
import { th } from './th.ts';
import { vi } from './vi.ts';
import type { Words } from './words.ts';
import { zh } from './zh.ts';

/** Languages letters are written in: those of the portal. */
export const letterLanguages = ['zh', 'en', 'th', 'vi', 'lo', 'my'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

const all: Readonly<Record<LetterLanguage, Words>> = { zh, en, th, vi, lo, my };

export const wordsOf = (language: LetterLanguage): Words => all[language];
