import type { Bilingual } from '#kernel';

/** What an officer can do with a list, and where the list may stand for it (returnStatus of the standard, §3). */
export const acts = {
  release: { zh: '放行', en: 'release', from: ['300', '500', '501', '502', '503', '505', '599', '600'] },
  inspect: { zh: '布控查验', en: 'order an inspection', from: ['300', '600'] },
  refuse: { zh: '退单', en: 'refuse', from: ['300', '500', '600'] },
  return: { zh: '退运', en: 'send back abroad', from: ['500', '501', '502', '503', '505', '599'] },
  detain: { zh: '扣留移送', en: 'detain and hand over', from: ['500'] },
  recall: { zh: '撤销放行', en: 'call a release back', from: ['800'] },
} as const satisfies Readonly<Record<string, Bilingual & { readonly from: readonly string[] }>>;

export type Act = keyof typeof acts;
export const actNames = Object.keys(acts) as readonly Act[];

/** What may be said of a list without deciding it, and of a decision taken back: both have reasons too. */
export type Cause = Act | 'ask' | 'undo';

/** Whether a list that stands so may be decided so. */
export const mayFollow = (act: Act, status: string): boolean =>
  (acts[act].from as readonly string[]).includes(status);
