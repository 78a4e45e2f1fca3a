import { anyone, keyOrSession, type PolicyRow } from './row.ts';

/** The register of enterprises. */
export const registry = [
  {
    resource: 'public-register',
    action: 'read',
    what: {
      zh: '查询企业备案公示（名称、编码、角色、状态）',
      en: 'look enterprises up in the public register: name, codes, roles, state',
    },
    shownBy: [],
    may: anyone,
    source: 'R-5.10',
  },
  {
    resource: 'enterprise-applications',
    action: 'apply',
    what: { zh: '无账号企业申请备案', en: 'apply to be registered without an account' },
    shownBy: [],
    may: anyone,
    source: 'R-1.8',
  },
  {
    resource: 'enterprise-applications',
    action: 'read',
    what: { zh: '凭申请凭证查询进度', en: 'see with its ticket how an application stands' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
  {
    resource: 'enterprise-files',
    action: 'read',
    what: {
      zh: '查看企业备案、变更历史与申请（个人信息脱敏）',
      en: 'read files of enterprises, their history and applications, personal data masked',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone', auditAdministrator: 'zone' },
    officersOf: ['customs', 'tax', 'market', 'commerce', 'forex'],
    source: 'R-1.8, R-5.10',
  },
  {
    resource: 'enterprise-files',
    action: 'read-in-full',
    what: {
      zh: '查看企业联系人全部信息（须说明理由）',
      en: 'read contacts of an enterprise in full, with a reason',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    source: 'R-10.1',
  },
  {
    resource: 'enterprise-files',
    action: 'apply',
    what: {
      zh: '起草、提交、撤回备案申请；运营人员可代为录入',
      en: 'draft, hand in and withdraw applications; operators enter them for a firm',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    source: 'R-1.8',
  },
  {
    resource: 'enterprise-files',
    action: 'review',
    what: {
      zh: '初审、退回、批准备案申请，暂停企业（初审与批准须为两人）',
      en: 'check, return and approve applications, suspend enterprises; two people check and approve',
    },
    shownBy: keyOrSession,
    may: { operator: 'zone' },
    source: 'R-1.8, (D)',
  },
  {
    resource: 'goods',
    action: 'read',
    what: { zh: '查找、查看商品备案', en: 'find and read filed goods' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone', auditAdministrator: 'zone' },
    officersOf: ['customs', 'tax', 'market', 'commerce'],
    source: 'R-11.3',
  },
  {
    resource: 'goods',
    action: 'file',
    what: {
      zh: '备案、变更、撤回商品；运营人员可代为录入',
      en: 'file, change and withdraw goods; operators enter them for a seller',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    source: 'R-11.3',
  },
  {
    resource: 'goods',
    action: 'review',
    what: { zh: '审核、退回商品备案', en: 'approve and return filed goods' },
    shownBy: keyOrSession,
    may: { operator: 'zone' },
    source: '(D)',
  },
  {
    resource: 'code-lists',
    action: 'read',
    what: { zh: '查阅代码表', en: 'read code lists' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
] as const satisfies readonly PolicyRow[];
