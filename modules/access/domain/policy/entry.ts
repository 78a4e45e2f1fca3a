import { keyOrSession, type PolicyRow } from './row.ts';

/** What people write by hand. */
export const entry = [
  {
    resource: 'drafts',
    action: 'read',
    what: { zh: '查看录入表单与自己的草稿', en: "see the forms and one's own drafts" },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: '(D)',
  },
  {
    resource: 'drafts',
    action: 'write',
    what: { zh: '录入、保存、删除自己的草稿', en: "write, save and throw away one's own drafts" },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: '(D)',
  },
  {
    resource: 'drafts',
    action: 'hand-in',
    what: { zh: '报送录入的单证（留痕）', en: 'hand in what one has written, on record' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    keyScope: 'hand-in',
    source: 'R-1.11',
  },
] as const satisfies readonly PolicyRow[];
