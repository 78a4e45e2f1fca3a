import { anyone, type PolicyRow } from './row.ts';

/** Papers that were printed. */
export const print = [
  {
    resource: 'papers',
    action: 'check',
    what: {
      zh: '核验打印的单据（不含个人信息）',
      en: 'check a printed paper, which tells nothing of a person',
    },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
] as const satisfies readonly PolicyRow[];
