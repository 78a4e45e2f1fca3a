import { anyone, keyOrSession, type PolicyRow } from './row.ts';

/** Papers that are printed. */
export const print = [
  {
    resource: 'papers',
    action: 'print',
    what: {
      zh: '把多份清单打印为一份 PDF（个人信息脱敏）',
      en: 'print many lists into one PDF, personal data masked',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    source: 'R-10.1, (D)',
  },
  {
    resource: 'papers',
    action: 'read',
    what: {
      zh: '核验打印的单据（不含个人信息）',
      en: 'check a printed paper, which tells nothing of a person',
    },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
] as const satisfies readonly PolicyRow[];
