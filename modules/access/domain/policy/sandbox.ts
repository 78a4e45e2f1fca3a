import { anyone, keyOnly, type PolicyRow } from './row.ts';

/** The sandbox, where all is made up. */
export const sandbox = [
  {
    resource: 'sandbox',
    action: 'read',
    what: { zh: '打开沙箱页面、方案与样例', en: 'open the page, scheme and samples of the sandbox' },
    shownBy: [],
    may: anyone,
    source: '(D): all in a sandbox is made up',
  },
  {
    resource: 'sandbox',
    action: 'register',
    what: { zh: '在沙箱登记虚构企业', en: 'register a made-up enterprise in the sandbox' },
    shownBy: [],
    may: anyone,
    source: '(D): all in a sandbox is made up',
  },
  {
    resource: 'sandbox',
    action: 'sign',
    what: { zh: '用虚构企业的密钥试签', en: 'sign with the key of a made-up enterprise' },
    shownBy: [],
    may: anyone,
    source: '(D): all in a sandbox is made up',
  },
  {
    resource: 'sandbox-customs',
    action: 'ask',
    what: {
      zh: '请模拟海关向自己调取支付原始数据',
      en: 'have the simulated customs ask oneself for payment data',
    },
    shownBy: keyOnly,
    may: { enterprise: 'own' },
    source: 'R-1.20',
  },
  {
    resource: 'sandbox-customs',
    action: 'read',
    what: { zh: '查看模拟海关的评判', en: 'see what the simulated customs thinks of the answer' },
    shownBy: keyOnly,
    may: { enterprise: 'own' },
    source: 'R-1.20',
  },
  {
    resource: 'sandbox-customs',
    action: 'receive',
    what: {
      zh: '向模拟海关发送支付原始数据（以签名识别）',
      en: 'send payment data to the simulated customs, known by their signature',
    },
    shownBy: [],
    may: anyone,
    source: 'R-1.20',
  },
] as const satisfies readonly PolicyRow[];
