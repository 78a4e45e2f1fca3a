import { keyOrSession, type PolicyRow } from './row.ts';

/** Tables of documents. */
export const bulk = [
  {
    resource: 'bulk-templates',
    action: 'read',
    what: { zh: '查看批量种类、下载模板', en: 'see what is taken by tables, and download templates' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: '(D)',
  },
  {
    resource: 'bulk-files',
    action: 'read',
    what: { zh: '查看批量文件及其问题', en: 'see bulk files and what is wrong in them' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    source: '(D)',
  },
  {
    resource: 'bulk-files',
    action: 'read-errors',
    what: {
      zh: '下载批量文件中未接收的行（本企业所传原样）',
      en: 'download the rows of a bulk file that were not taken, as the enterprise itself sent them',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    keyScope: 'hand-in',
    source: '(D): goes back to the sender alone',
  },
  {
    resource: 'bulk-files',
    action: 'hand-in',
    what: { zh: '上传、报送、取消批量文件', en: 'upload bulk files, hand them in or cancel them' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    keyScope: 'hand-in',
    source: 'standard §1: copCode is the enterprise that connects',
  },
] as const satisfies readonly PolicyRow[];
