import { keyOrSession, type PolicyRow } from './row.ts';

/** Cancellations and returns. */
export const returns = [
  {
    resource: 'returns',
    action: 'read',
    what: { zh: '查看退货与撤销申请', en: 'see cancellations and returns' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['customs', 'tax'],
    source: 'R-1.40',
  },
  {
    resource: 'returns',
    action: 'apply',
    what: {
      zh: '申请、撤回退货与撤销，登记退回货物的去向',
      en: 'apply for cancellations and returns, withdraw them, say what became of the goods',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-1.40, R-1.45',
  },
  {
    resource: 'returns',
    action: 'receive',
    what: { zh: '登记退货运抵原监管场所', en: 'note that returned goods are back at their site' },
    shownBy: keyOrSession,
    may: { operator: 'zone', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-1.40 (D)',
  },
  {
    resource: 'returns',
    action: 'decide',
    what: {
      zh: '查验退货，审核撤销申请',
      en: 'look at returned goods, decide on cancellations of released lists',
    },
    shownBy: keyOrSession,
    may: { officer: 'zone' },
    officersOf: ['customs'],
    byPersons: true,
    source: 'R-1.40 (D)',
  },
] as const satisfies readonly PolicyRow[];
