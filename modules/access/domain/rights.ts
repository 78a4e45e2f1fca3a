import type { Bilingual } from '#kernel';

/** What an enterprise lets its staff do, the least first: each may what those before it may. */
export const rights = {
  reader: { zh: '查阅', en: 'reader' },
  clerk: { zh: '经办', en: 'clerk' },
  administrator: { zh: '企业管理员', en: 'administrator of the enterprise' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Right = keyof typeof rights;

const order = Object.keys(rights) as readonly Right[];

/** Whether a right is enough where another is the least that is asked for. */
export function isEnough(right: Right, least: Right): boolean {
  return order.indexOf(right) >= order.indexOf(least);
}

/** A key does its enterprise's business as a clerk does, and not what its administrator decides. */
export const rightOfKeys: Right = 'clerk';
