import { keyOrSession, type PolicyRow } from './row.ts';

/** How an enterprise looks at its documents. */
export const paperwork = [
  {
    resource: 'documents',
    action: 'read',
    what: {
      zh: '查看与导出本企业的订单、支付单、运单（个人信息脱敏）',
      en: 'find and export orders, payments and waybills, personal data masked',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: 'R-10.1',
  },
  {
    resource: 'documents',
    action: 'check',
    what: {
      zh: '录入时预检单证：不报送、不留存',
      en: 'check a document while it is written: nothing is handed in or kept',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    keyScope: 'hand-in',
    source: 'R-1.11, (D)',
  },
  {
    resource: 'saved-filters',
    action: 'read',
    what: { zh: '查看保存的筛选', en: 'see saved filters' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: '(D)',
  },
  {
    resource: 'saved-filters',
    action: 'manage',
    what: { zh: '保存、删除自己的筛选', en: "save and remove filters of one's own" },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    // It changes nothing but what one sees oneself.
    member: 'reader',
    source: '(D)',
  },
  {
    resource: 'attention',
    action: 'read',
    what: { zh: '查看待办', en: 'see what needs attention' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: '(D)',
  },
] as const satisfies readonly PolicyRow[];
