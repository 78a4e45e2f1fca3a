import { type Agency, agencies } from '../agencies.ts';
import { keyOrSession, type PolicyRow } from './row.ts';

const everyAgency = Object.keys(agencies) as Agency[];

/** Certificates of goods: filed by sellers, accepted by agencies. */
export const goodsCertificates = [
  {
    resource: 'goods-certificates',
    action: 'read',
    what: {
      zh: '查看商品证书、其文件与用于哪些清单',
      en: 'see certificates of goods, their files, and the lists they answered for',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: everyAgency,
    source: 'R-1.51',
  },
  {
    resource: 'goods-certificates',
    action: 'file',
    what: { zh: '申报或撤回商品证书', en: 'file certificates of goods, or take them back' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-1.51 (D)',
  },
  {
    resource: 'goods-certificates',
    action: 'decide',
    what: {
      zh: '为本部门采信或不采信商品证书',
      en: 'accept or refuse certificates of goods for one’s agency',
    },
    shownBy: ['session'],
    may: { officer: 'zone' },
    officersOf: everyAgency,
    byPersons: true,
    source: 'R-1.51 (D)',
  },
] as const satisfies readonly PolicyRow[];
