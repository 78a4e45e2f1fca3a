import { keyOrSession, type PolicyRow } from './row.ts';

/** The officer's desk. Customs decides on lists; what other agencies decide is theirs. */
export const desk = [
  {
    resource: 'cases',
    action: 'read',
    what: { zh: '查看作业台：待办、案件、负荷', en: 'read the desk: queue, cases, load' },
    shownBy: ['session'],
    may: { officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-6.4, R-10.7',
  },
  {
    resource: 'cases',
    action: 'search',
    what: {
      zh: '全区查找清单；按订购人证件查找须说明理由并留痕',
      en: 'search the lists of the zone; by identity of a buyer with a reason, on record',
    },
    shownBy: ['session'],
    may: { officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-10.1, R-10.7',
  },
  {
    resource: 'cases',
    action: 'decide',
    what: {
      zh: '领取案件，放行、查验、退单、退运、扣留、询问，复核与撤回',
      en: 'take cases; release, inspect, refuse, send back, detain, ask; confirm and take back',
    },
    shownBy: ['session'],
    may: { officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-6.2, R-6.4',
  },
  {
    resource: 'questions',
    action: 'read',
    what: { zh: '查看海关对本企业清单的询问', en: 'see what customs asks of one’s own lists' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-6.4',
  },
  {
    resource: 'questions',
    action: 'answer',
    what: { zh: '答复海关的询问', en: 'answer what customs asks' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-6.4',
  },
] as const satisfies readonly PolicyRow[];
