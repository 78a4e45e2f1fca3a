import { keyOrSession, type PolicyRow } from './row.ts';

/** Account books of bonded goods. */
export const bonded = [
  {
    resource: 'account-books',
    action: 'read',
    what: { zh: '查看保税账册、库存与记账', en: 'see account books of bonded goods, stock and movements' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['customs', 'tax'],
    source: 'R-8.6',
  },
  {
    resource: 'account-books',
    action: 'open',
    what: { zh: '设立保税账册', en: 'open account books' },
    shownBy: keyOrSession,
    may: { operator: 'zone', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-8.6 (D)',
  },
  {
    resource: 'account-books',
    action: 'keep',
    what: {
      zh: '登记商品、记账、申请转移与盘点',
      en: 'file goods in books, write movements, ask for transfers and counts',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-8.5, R-8.6',
  },
  {
    resource: 'account-books',
    action: 'approve',
    what: { zh: '核准或退回盘点', en: 'approve or reject stock counts' },
    shownBy: keyOrSession,
    may: { officer: 'zone' },
    officersOf: ['customs'],
    byPersons: true,
    source: 'R-8.6 (D)',
  },
] as const satisfies readonly PolicyRow[];
