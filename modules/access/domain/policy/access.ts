import { anyone, everyAccount, type PolicyRow, sessionOnly } from './row.ts';

/** Signing in and out, and one's own account. */
const self = [
  {
    resource: 'session',
    action: 'read',
    what: { zh: '查看自己是谁、可做什么', en: 'see who one is and what one may do' },
    shownBy: sessionOnly,
    may: { nobody: 'public', visitor: 'public', newcomer: 'own', ...everyAccount },
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
    resource: 'account',
    action: 'read',
    what: { zh: '查看自己的账号与会话', en: "see one's own account and sessions" },
    shownBy: sessionOnly,
    may: { newcomer: 'own', ...everyAccount },
    source: 'R-10.4',
  },
  {
    resource: 'account',
    action: 'secure',
    what: {
      zh: '更改自己的密码与第二因素，结束自己的会话',
      en: "change one's own password and second factor, end one's own sessions",
    },
    shownBy: sessionOnly,
    may: { newcomer: 'own', ...everyAccount },
    member: 'reader',
    source: 'R-10.4',
  },
] as const satisfies readonly PolicyRow[];

/** Whoever buys abroad makes an account without anybody's help: who they are a paper says, later. */
const consumers = [
  {
    resource: 'consumer-accounts',
    action: 'sign-up',
    what: { zh: '消费者自行注册账号', en: 'a consumer makes their own account' },
    shownBy: [],
    may: anyone,
    source: '(D)',
  },
  {
    resource: 'consumer-accounts',
    action: 'close',
    what: { zh: '消费者注销自己的账号', en: 'a consumer closes their own account' },
    shownBy: sessionOnly,
    may: { consumer: 'own' },
    source: 'R-10.1',
  },
] as const satisfies readonly PolicyRow[];

/** Other people's accounts: who makes them grants no roles, and who grants them makes none. */
const others = [
  {
    resource: 'accounts',
    action: 'read',
    what: { zh: '查看账号', en: 'see accounts' },
    shownBy: sessionOnly,
    may: {
      ...{ enterprise: 'own', systemAdministrator: 'zone', securityAdministrator: 'zone' },
      auditAdministrator: 'zone',
    },
    member: 'administrator',
    source: 'R-10.4',
  },
  {
    resource: 'accounts',
    action: 'make',
    what: {
      zh: '创建账号（企业邀请同事；其他账号待批准）',
      en: 'make accounts: an enterprise its staff, others to be approved',
    },
    shownBy: sessionOnly,
    may: { enterprise: 'own', systemAdministrator: 'zone' },
    member: 'administrator',
    source: 'R-10.4',
  },
  {
    resource: 'accounts',
    action: 'approve',
    what: { zh: '批准或拒绝账号（授予角色）', en: 'approve or refuse accounts, which grants their role' },
    shownBy: sessionOnly,
    may: { securityAdministrator: 'zone' },
    source: 'R-10.4',
  },
  {
    resource: 'accounts',
    action: 'change',
    what: { zh: '更改姓名与企业内权限', en: 'change names, and rights within an enterprise' },
    shownBy: sessionOnly,
    may: { enterprise: 'own', systemAdministrator: 'zone' },
    member: 'administrator',
    source: 'R-10.4',
  },
  {
    resource: 'accounts',
    action: 'close',
    what: { zh: '注销账号', en: 'close accounts' },
    shownBy: sessionOnly,
    may: { enterprise: 'own', systemAdministrator: 'zone' },
    member: 'administrator',
    source: 'R-10.4',
  },
  {
    resource: 'accounts',
    action: 'lock',
    what: { zh: '锁定、解锁账号，结束其会话', en: 'lock and unlock accounts, end their sessions' },
    shownBy: sessionOnly,
    may: { enterprise: 'own', securityAdministrator: 'zone' },
    member: 'administrator',
    source: 'R-10.4',
  },
  {
    resource: 'accounts',
    action: 'reset-password',
    what: { zh: '发放一次性密码（第二因素不变）', en: 'give a one-time password; the second factor stays' },
    shownBy: sessionOnly,
    may: { enterprise: 'own', systemAdministrator: 'zone' },
    member: 'administrator',
    source: 'R-10.4',
  },
  {
    resource: 'accounts',
    action: 'reset-factors',
    what: {
      zh: '解除丢失的第二因素（密码不变）',
      en: 'take off a second factor that was lost; the password stays',
    },
    shownBy: sessionOnly,
    may: { enterprise: 'own', securityAdministrator: 'zone' },
    member: 'administrator',
    source: 'R-10.4',
  },
  {
    resource: 'account-events',
    action: 'read',
    what: { zh: '查阅登录与账号留痕', en: 'read the evidence of sign-ins and accounts' },
    shownBy: sessionOnly,
    may: { securityAdministrator: 'zone', auditAdministrator: 'zone' },
    source: 'R-10.4',
  },
  {
    resource: 'audit-entries',
    action: 'read',
    what: { zh: '查阅各岗位人员的操作留痕', en: 'read what people have done on the platform' },
    shownBy: sessionOnly,
    may: { auditAdministrator: 'zone' },
    source: 'R-10.4',
  },
] as const satisfies readonly PolicyRow[];

/** Agencies that sign their own people in: who enters one does not let it count. */
const agencies = [
  {
    resource: 'agency-sign-in',
    action: 'read',
    what: {
      zh: '查看部门登录的设置（不含密钥）与绑定',
      en: 'see how agencies sign in, without secrets, and who is bound',
    },
    shownBy: sessionOnly,
    may: { systemAdministrator: 'zone', securityAdministrator: 'zone', auditAdministrator: 'zone' },
    source: 'R-10.4',
  },
  {
    resource: 'agency-sign-in',
    action: 'set-up',
    what: {
      zh: '登记、更改、试连、停用部门登录；绑定账号',
      en: "set up, try and stop agencies' sign-ins; bind accounts",
    },
    shownBy: sessionOnly,
    may: { securityAdministrator: 'zone' },
    source: 'R-10.4',
  },
  {
    resource: 'agency-sign-in',
    action: 'confirm',
    what: { zh: '确认部门登录与绑定', en: "confirm agencies' sign-ins and bindings" },
    shownBy: sessionOnly,
    may: { systemAdministrator: 'zone' },
    source: 'R-10.4',
  },
] as const satisfies readonly PolicyRow[];

export const access = [...self, ...consumers, ...others, ...agencies] as const;
