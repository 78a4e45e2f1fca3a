import { keyOrSession, type PolicyRow } from './row.ts';

/** Return centres inside the zone, and the parcels in them. */
export const returnCentres = [
  {
    resource: 'return-centres',
    action: 'read-centres',
    what: { zh: '查看退货中心仓名录', en: 'see which return centres there are' },
    shownBy: keyOrSession,
    may: { enterprise: 'public', operator: 'zone', officer: 'zone' },
    officersOf: ['customs'],
    member: 'reader',
    source: 'R-1.44',
  },
  {
    resource: 'return-centres',
    action: 'read',
    what: {
      zh: '查看退货中心仓包裹（本仓的，或本企业清单的）',
      en: 'see parcels in return centres: of one’s own centre, or of one’s own lists',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-1.44',
  },
  {
    resource: 'return-centres',
    action: 'file',
    what: { zh: '备案退货中心仓', en: 'file return centres' },
    shownBy: keyOrSession,
    may: { operator: 'zone' },
    source: 'R-1.44 (D)',
  },
  {
    resource: 'return-centres',
    action: 'work',
    what: {
      zh: '退货中心仓作业：扫描收件、认领、分拣、复运出区或销毁',
      en: 'work in a return centre: take parcels in, say what they are, sort them, send them out again or have them destroyed',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    source: 'R-1.44, R-1.45',
  },
  {
    resource: 'return-centres',
    action: 'hand-in',
    what: {
      zh: '预报退货包裹，按已分拣包裹申报退货',
      en: 'announce parcels of one’s lists, hand in the return list of sorted parcels',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-1.44',
  },
] as const satisfies readonly PolicyRow[];
