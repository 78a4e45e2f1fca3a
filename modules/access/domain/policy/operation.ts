import { anyone, type PolicyRow } from './row.ts';

/** What the platform shows of itself. */
export const operation = [
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
] as const satisfies readonly PolicyRow[];
