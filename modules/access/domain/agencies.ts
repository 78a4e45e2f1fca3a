import type { Bilingual } from '#kernel';

/** The agencies whose officers work here, each for a purpose of its own. */
export const agencies = {
  customs: { zh: '海关', en: 'customs' },
  tax: { zh: '税务', en: 'tax administration' },
  market: { zh: '市场监管', en: 'market regulation' },
  commerce: { zh: '商务', en: 'commerce' },
  'public-security': { zh: '公安', en: 'public security' },
  post: { zh: '邮政管理', en: 'postal administration' },
  forex: { zh: '外汇管理', en: 'foreign exchange' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Agency = keyof typeof agencies;
