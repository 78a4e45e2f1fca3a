import { keyOrSession, type PolicyRow } from './row.ts';

/** Persons in the papers. */
export const persons = [
  {
    resource: 'persons',
    action: 'show',
    what: {
      zh: '查看清单各单证中的完整个人信息（说明理由，留痕）',
      en: 'read the persons in the papers of a list in full, with a reason, on record',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-10.1',
  },
  {
    resource: 'showings',
    action: 'read',
    what: {
      zh: '查看谁查看过完整个人信息',
      en: 'see who has been shown personal data in full',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', auditAdministrator: 'zone' },
    source: 'R-10.1, R-10.7',
  },
] as const satisfies readonly PolicyRow[];
