import { anyone, keyOrSession, type PolicyRow } from './row.ts';

/** How the platform itself is. */
export const status = [
  {
    resource: 'status',
    action: 'read',
    what: { zh: '查看平台运行状况及历史', en: 'see how the platform is and has been' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
  {
    resource: 'status',
    action: 'manage',
    what: { zh: '报告事件、公告计划维护', en: 'report incidents and announce planned work' },
    shownBy: keyOrSession,
    may: { operator: 'zone', systemAdministrator: 'zone' },
    source: '(D)',
  },
] as const satisfies readonly PolicyRow[];
