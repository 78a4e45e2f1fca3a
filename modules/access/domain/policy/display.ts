import { keyOrSession, type PolicyRow } from './row.ts';

/** Display shops outside the zone, and goods of account books that are shown there. */
export const display = [
  {
    resource: 'displays',
    action: 'read',
    what: { zh: '查看展示店与展示商品', en: 'see display shops and what is on display' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-8.6',
  },
  {
    resource: 'displays',
    action: 'keep',
    what: {
      zh: '申请展示店；商品出区展示、售出、运回与盘点',
      en: 'apply for display shops; send goods on display, sell them, bring them back, count them',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-8.6',
  },
  {
    resource: 'displays',
    action: 'decide',
    what: {
      zh: '审批展示店、展期与展示盘点',
      en: 'decide on display shops, on more time for a display, and on counts there',
    },
    shownBy: keyOrSession,
    may: { officer: 'zone' },
    officersOf: ['customs'],
    byPersons: true,
    source: 'R-8.6 (D)',
  },
] as const satisfies readonly PolicyRow[];
