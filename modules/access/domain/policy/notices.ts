import { keyOrSession, type PolicyRow } from './row.ts';

/** What an enterprise is told of by itself. */
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
] as const satisfies readonly PolicyRow[];
