import type { Bilingual } from '#kernel';

/** What a key may be limited to: named bundles of rows of the table. Which rows are in each stands in the rows. */
export const keyScopes = {
  'hand-in': {
    zh: '报送：报文与支付原始数据',
    en: 'hand in messages and raw payment data',
  },
  receipts: { zh: '取回执', en: 'fetch receipts' },
  read: { zh: '查看本企业数据（个人信息脱敏）', en: "read the enterprise's own data, personal data masked" },
  'read-in-full': {
    zh: '查看个人信息全文（说明理由，留痕）',
    en: 'read personal data in full, with a reason, on record',
  },
  gate: {
    zh: '编制核注清单与核放单；园区卡口设备据此问放行',
    en: 'make checklists and passes; the machine of a gate asks by it',
  },
  write: { zh: '其余经办操作', en: 'everything else a clerk does' },
  webhooks: { zh: '管理事件推送', en: 'manage webhooks' },
  delegations: { zh: '委托他人、接受与终止委托', en: 'give, accept and end delegations' },
  keys: { zh: '管理接口密钥与客户端证书', en: 'manage API keys and client certificates' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type KeyScope = keyof typeof keyScopes;

export const keyScopeNames = Object.keys(keyScopes) as KeyScope[];
