import { keyOrSession, type PolicyRow } from './row.ts';

/** The links to agencies. */
export const links = [
  {
    resource: 'links',
    action: 'read',
    what: { zh: '查看与各部门的对接', en: 'see the links to agencies' },
    shownBy: keyOrSession,
    may: { operator: 'zone', systemAdministrator: 'zone', auditAdministrator: 'zone' },
    source: '(D)',
  },
  {
    resource: 'links',
    action: 'replay',
    what: { zh: '重发丢失的报文', en: 'have a lost message sent again' },
    shownBy: keyOrSession,
    may: { operator: 'zone', systemAdministrator: 'zone' },
    source: '(D)',
  },
] as const satisfies readonly PolicyRow[];
