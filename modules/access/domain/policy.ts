import type { Bilingual } from '#kernel';
import type { Role } from './roles.ts';

/** Whose things one may do it with: those of one's own organisation, those of the zone, or what anyone may have. */
export type Scope = 'own' | 'zone' | 'public';

/** How a caller may show who it is; a browser sends a session by itself, a key never. */
export type Credential = 'key' | 'session';

interface PolicyRow {
  readonly resource: string;
  readonly action: string;
  readonly what: Bilingual;
  /** Empty where nobody is asked who they are. */
  readonly shownBy: readonly Credential[];
  /** Who may, and with whose things; a role that is not named may not. */
  readonly may: Readonly<Partial<Record<Role, Scope>>>;
  /** A rule of the field, or (D) for our own design. */
  readonly source: string;
}

const anyone = { nobody: 'public', visitor: 'public', enterprise: 'public', operator: 'public' } as const;
const keyOnly = ['key'] as const;
const keyOrSession = ['key', 'session'] as const;

/** THE TABLE of who may do what. What is not in it, nobody may; no route is served without a row. */
export const policy = [
  {
    resource: 'messages',
    action: 'hand-in',
    what: { zh: '报送报文', en: 'hand in messages' },
    shownBy: keyOnly,
    may: { enterprise: 'own' },
    source: 'standard §1: copCode is the enterprise that connects',
  },
  {
    resource: 'receipts',
    action: 'read',
    what: { zh: '取回执', en: 'fetch receipts' },
    shownBy: keyOnly,
    may: { enterprise: 'own' },
    source: 'standard §3',
  },
  {
    resource: 'lists',
    action: 'read',
    what: {
      zh: '查看清单、比对、计税与决定（个人信息脱敏）',
      en: 'read lists, comparison, tax and decision, personal data masked',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', visitor: 'zone' },
    source: 'R-10.1, R-10.7',
  },
  {
    resource: 'payment-records',
    action: 'hand-in',
    what: { zh: '报送支付原始数据', en: 'hand in raw payment data' },
    shownBy: keyOnly,
    may: { enterprise: 'own' },
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
  {
    resource: 'webhooks',
    action: 'read',
    what: { zh: '查看事件推送及其记录', en: 'see webhooks and what was sent to them' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: '(D)',
  },
  {
    resource: 'webhooks',
    action: 'manage',
    what: {
      zh: '订阅、更改、试发、重发事件推送',
      en: 'subscribe to events, change, try and replay webhooks',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: '(D)',
  },
  {
    resource: 'links',
    action: 'read',
    what: { zh: '查看与各部门的对接', en: 'see the links to agencies' },
    shownBy: keyOrSession,
    may: { operator: 'zone' },
    source: '(D)',
  },
  {
    resource: 'links',
    action: 'replay',
    what: { zh: '重发丢失的报文', en: 'have a lost message sent again' },
    shownBy: keyOrSession,
    may: { operator: 'zone' },
    source: '(D)',
  },
  {
    resource: 'session',
    action: 'read',
    what: { zh: '查看自己是谁、可做什么', en: 'see who one is and what one may do' },
    shownBy: ['session'],
    may: { nobody: 'public', visitor: 'public', enterprise: 'own', operator: 'own' },
    source: '(D)',
  },
  {
    resource: 'session',
    action: 'sign-in',
    what: { zh: '登录', en: 'sign in' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
  {
    resource: 'session',
    action: 'sign-out',
    what: { zh: '退出', en: 'sign out' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
  {
    resource: 'health',
    action: 'read',
    what: { zh: '健康检查', en: 'check whether the platform can work' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
  {
    resource: 'portal',
    action: 'read',
    what: { zh: '打开门户页面（页面本身不含数据）', en: 'open the pages of the portal, which hold no data' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
  {
    resource: 'interface',
    action: 'read',
    what: { zh: '阅读接口说明', en: 'read the description of the interface' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
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

/** A resource with an action there is for it, as a route declares what it does. */
export type Access = AccessOf<(typeof policy)[number]>;
type AccessOf<Row> = Row extends PolicyRow ? Pick<Row, 'resource' | 'action'> : never;

const rows: ReadonlyMap<string, PolicyRow> = new Map(
  policy.map((row) => [`${row.resource} ${row.action}`, row]),
);

/** The row of an access; undefined for one the table does not have, as an undeclared route's. */
export function rowOf({ resource, action }: { readonly resource: string; readonly action: string }) {
  return rows.get(`${resource} ${action}`);
}

/** The declaration of a route, for its `config`. */
export function accessTo<Resource extends Access['resource']>(
  resource: Resource,
  action: Extract<Access, { resource: Resource }>['action'],
) {
  return { access: { resource, action } };
}
