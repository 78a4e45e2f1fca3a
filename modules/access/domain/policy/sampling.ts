import { anyone, keyOrSession, type PolicyRow } from './row.ts';

/** Draws of lists at release: open to everybody, as fairness is; how enterprises are rated is customs' matter. */
export const sampling = [
  {
    resource: 'sampling-draws',
    action: 'read',
    what: {
      zh: '核验放行随机抽查：承诺、抽查率、事后公布的种子与名单摘要',
      en: 'check random draws of lists at release: commitments, rates, and seeds and digests of lists once the day is over',
    },
    shownBy: [],
    may: anyone,
    source: 'R-6.6 (D)',
  },
  {
    resource: 'sampling',
    action: 'read',
    what: {
      zh: '查看抽中的清单与企业信用等级',
      en: 'see the lists the draw fell on, and how customs rates enterprises',
    },
    shownBy: keyOrSession,
    may: { operator: 'zone', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-5.7, R-6.6',
  },
  {
    resource: 'sampling',
    action: 'rate',
    what: { zh: '登记企业海关信用等级', en: 'file how customs rates an enterprise' },
    shownBy: ['session'],
    may: { officer: 'zone' },
    officersOf: ['customs'],
    byPersons: true,
    source: 'R-5.7',
  },
] as const satisfies readonly PolicyRow[];
