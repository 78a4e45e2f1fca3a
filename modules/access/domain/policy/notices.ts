import { anyone, keyOrSession, type PolicyRow, sessionOnly } from './row.ts';

/** Whoever something may happen to that is told of. */
const everybodyTold = {
  enterprise: 'own',
  operator: 'own',
  officer: 'own',
  systemAdministrator: 'own',
  securityAdministrator: 'own',
  auditAdministrator: 'own',
} as const;

/** What is told unasked: enterprises by webhook, people by notification. */
export const notices = [
  {
    resource: 'webhooks',
    action: 'read',
    what: { zh: '查看事件推送及其记录', en: 'see webhooks and what was sent to them' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    keyScope: 'webhooks',
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
    keyScope: 'webhooks',
    source: '(D)',
  },
  {
    resource: 'notifications',
    action: 'read',
    what: { zh: '查看发给自己的通知及其设置', en: "read one's own notifications, and how they are set" },
    shownBy: sessionOnly,
    may: everybodyTold,
    byPersons: true,
    source: '(D)',
  },
  {
    resource: 'notifications',
    action: 'set',
    what: {
      zh: '将自己的通知标为已读，选择接收哪些通知',
      en: "mark one's own notifications as read, choose which to get",
    },
    shownBy: sessionOnly,
    may: everybodyTold,
    member: 'reader',
    byPersons: true,
    source: '(D)',
  },
  {
    resource: 'mail-link',
    action: 'leave',
    what: { zh: '凭邮件中的链接退订', en: 'get no more mail, by the link in one' },
    shownBy: [],
    may: anyone,
    source: '(D): RFC 8058',
  },
  {
    resource: 'mails',
    action: 'read',
    what: {
      zh: '查看邮件发送情况（地址脱敏，不含内容）',
      en: 'see how mail goes: addresses masked, and nothing of what it says',
    },
    shownBy: keyOrSession,
    may: { operator: 'zone', systemAdministrator: 'zone', auditAdministrator: 'zone' },
    source: '(D)',
  },
  {
    resource: 'mails',
    action: 'send-again',
    what: { zh: '重新发送未送达的邮件', en: 'have mails sent again that failed' },
    shownBy: keyOrSession,
    may: { operator: 'zone', systemAdministrator: 'zone' },
    source: '(D)',
  },
] as const satisfies readonly PolicyRow[];
