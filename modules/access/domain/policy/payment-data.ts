import { anyone, keyOnly, keyOrSession, type PolicyRow } from './row.ts';

/** Raw payment data on customs’ demand. */
export const paymentData = [
  {
    resource: 'payment-records',
    action: 'hand-in',
    what: { zh: '报送支付原始数据', en: 'hand in raw payment data' },
    shownBy: keyOnly,
    may: { enterprise: 'own' },
    keyScope: 'hand-in',
    source: 'R-1.20',
  },
  {
    resource: 'payment-records',
    action: 'read',
    what: { zh: '查看支付原始数据（脱敏）', en: 'read raw payment data, masked' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    source: 'R-10.1',
  },
  {
    resource: 'payment-records',
    action: 'read-in-full',
    what: {
      zh: '查看支付原始数据全文（说明理由，留痕）',
      en: 'read raw payment data in full, with a reason, on record',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-10.1',
  },
  {
    resource: 'payment-data-requests',
    action: 'ask',
    what: {
      zh: '海关调取支付原始数据（platDataOpen；数据只发往海关地址）',
      en: 'platDataOpen: customs asks for payment data, which go to the address of customs alone',
    },
    shownBy: [],
    may: anyone,
    source: 'R-1.20',
  },
  {
    resource: 'payment-data-requests',
    action: 'read',
    what: { zh: '查看海关的调取请求', en: 'see what customs has asked for' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    source: 'R-1.20',
  },
] as const satisfies readonly PolicyRow[];
