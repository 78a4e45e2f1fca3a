import { keyOrSession, type PolicyRow } from './row.ts';

/** B2B e-commerce export. */
export const b2b = [
  {
    resource: 'overseas-stock',
    action: 'read',
    what: {
      zh: '查看海外仓、订仓单、海外库存与离境退税',
      en: 'see overseas warehouses, bookings, stock abroad and its refund',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['customs', 'tax', 'commerce', 'forex'],
    source: 'R-1.30, R-3.5, R-8.8',
  },
  {
    resource: 'overseas-stock',
    action: 'keep',
    what: {
      zh: '登记海外仓、订仓、离境、到仓与销售，申报离境退税',
      en: 'file overseas warehouses, book, tell of departure, arrival and sales, claim the refund',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-1.30, R-3.5',
  },
  {
    resource: 'principals',
    action: 'read',
    what: { zh: '查看代理合同与委托方申报', en: 'see agency contracts and whose exports were' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['tax', 'customs', 'commerce'],
    source: 'R-3.6',
  },
  {
    resource: 'principals',
    action: 'keep',
    what: {
      zh: '订立、确认、终止代理合同，申报实际委托方',
      en: 'make, confirm and end agency contracts, tell the real principal',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-3.6',
  },
  {
    resource: 'bulk-contracts',
    action: 'read',
    what: { zh: '查看大宗合同与交货', en: 'see contracts of bulk goods and their deliveries' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['customs', 'commerce', 'tax'],
    source: 'R-1.32 (D)',
  },
  {
    resource: 'bulk-contracts',
    action: 'keep',
    what: { zh: '登记大宗合同与交货', en: 'enter contracts of bulk goods and deliveries' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-1.32 (D)',
  },
] as const satisfies readonly PolicyRow[];
