import { keyOrSession, type PolicyRow } from './row.ts';

/** The tax of exports. */
export const refunds = [
  {
    resource: 'export-tax',
    action: 'read',
    what: {
      zh: '查看出口各行的退（免）税资格与原因、发票、收汇与退税申报',
      en: 'see which way the tax of export lines goes and why, invoices, foreign exchange and refund claims',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['tax'],
    source: 'R-3.2, R-3.9',
  },
  {
    resource: 'export-tax',
    action: 'file',
    what: {
      zh: '填报出口税资料，登记进项发票与收汇',
      en: 'tell what decides the tax of exports, file purchase invoices and foreign exchange',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-3.2',
  },
  {
    resource: 'export-tax',
    action: 'claim',
    what: { zh: '申报、撤回出口退税', en: 'claim export refund, take a claim back' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-3.1, R-3.2',
  },
  {
    resource: 'export-tax',
    action: 'decide',
    what: {
      zh: '确认企业出口税资料，审核退税申报',
      en: 'confirm what exporters have told, decide refund claims',
    },
    shownBy: keyOrSession,
    may: { officer: 'zone' },
    officersOf: ['tax'],
    byPersons: true,
    source: 'R-3.2 (D)',
  },
  {
    resource: 'tax-files',
    action: 'read',
    what: {
      zh: '查看、取用报税文件',
      en: 'see and take files for the tax bureau',
    },
    shownBy: keyOrSession,
    may: { operator: 'zone', officer: 'zone' },
    officersOf: ['tax'],
    source: 'R-3.3, R-3.6, R-3.7',
  },
  {
    resource: 'tax-files',
    action: 'make',
    what: {
      zh: '生成报税文件',
      en: 'make files for the tax bureau',
    },
    shownBy: keyOrSession,
    may: { operator: 'zone', officer: 'zone' },
    officersOf: ['tax'],
    source: 'R-3.3, R-3.6, R-3.7',
  },
] as const satisfies readonly PolicyRow[];
