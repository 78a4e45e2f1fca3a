import { anyone, keyOrSession, type PolicyRow } from './row.ts';

/** Lists and what is decided of them. */
export const clearance = [
  {
    resource: 'lists',
    action: 'read',
    what: {
      zh: '查看清单、比对、计税与决定（个人信息脱敏）',
      en: 'read lists, comparison, tax and decision, personal data masked',
    },
    shownBy: keyOrSession,
    may: {
      enterprise: 'own',
      operator: 'zone',
      visitor: 'zone',
      officer: 'zone',
      auditAdministrator: 'zone',
    },
    officersOf: ['customs'],
    source: 'R-10.1, R-10.7',
  },
  {
    resource: 'lists',
    action: 'withdraw',
    what: { zh: '撤回（删除）本企业可报送的清单', en: 'withdraw lists the enterprise may hand in' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    keyScope: 'hand-in',
    source: 'R-1.11, R-1.19',
  },
  {
    resource: 'rulebooks',
    action: 'read',
    what: { zh: '查看判定所依据的规则及各版本', en: 'see the rules decisions rest on, and their editions' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
] as const satisfies readonly PolicyRow[];
