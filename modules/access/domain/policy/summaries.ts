import { keyOrSession, type PolicyRow } from './row.ts';

/** Summary declarations of export lists. */
export const summaries = [
  {
    resource: 'summaries',
    action: 'read',
    what: {
      zh: '查看汇总申请、汇总单、其清单与证明',
      en: 'see applications for summaries, summary declarations, their lists and proofs',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['customs', 'tax'],
    source: 'R-1.25',
  },
  {
    resource: 'summaries',
    action: 'apply',
    what: { zh: '申请汇总、撤回申请', en: 'apply for summaries, take an application back' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-1.23, R-1.25',
  },
  {
    resource: 'summaries',
    action: 'cancel',
    what: { zh: '撤销汇总单', en: 'cancel summary declarations' },
    shownBy: keyOrSession,
    may: { officer: 'zone' },
    officersOf: ['customs'],
    byPersons: true,
    source: 'R-1.25 (D)',
  },
] as const satisfies readonly PolicyRow[];
