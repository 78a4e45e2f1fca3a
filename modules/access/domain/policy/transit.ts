import { anyone, keyOrSession, type PolicyRow, sessionOnly } from './row.ts';

/** Transfers under customs control. */
export const transit = [
  {
    resource: 'transit-corridors',
    action: 'read',
    what: { zh: '查看转关线路', en: 'see the corridors of transit' },
    shownBy: [],
    may: anyone,
    source: 'R-8.7',
  },
  {
    resource: 'transits',
    action: 'read',
    what: { zh: '查看转关单、位置与预警', en: 'see transits, where they are and what went wrong' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-8.4',
  },
  {
    resource: 'transits',
    action: 'apply',
    what: { zh: '申请转关', en: 'apply for transit' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-8.4',
  },
  {
    resource: 'transits',
    action: 'cancel',
    what: { zh: '撤销未启运的转关', en: 'cancel a transit that has not set out' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-8.4 (D)',
  },
  {
    resource: 'transits',
    action: 'carry',
    what: {
      zh: '启运、各程交接、运抵、报告封志破损',
      en: 'set out, take over on the next leg, arrive, report a broken seal',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-8.4 (D)',
  },
  {
    resource: 'transits',
    action: 'report',
    what: { zh: '报送在途位置', en: 'report where a vehicle is' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-8.4',
  },
  {
    resource: 'transits',
    action: 'decide',
    what: {
      zh: '批准、施封、验封、核销转关，处理预警',
      en: 'approve, seal, unseal and write off transits, look into alerts',
    },
    shownBy: sessionOnly,
    may: { officer: 'zone' },
    officersOf: ['customs'],
    byPersons: true,
    source: 'R-8.4 (D)',
  },
] as const satisfies readonly PolicyRow[];
