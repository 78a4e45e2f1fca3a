import { anyone, keyOrSession, type PolicyRow } from './row.ts';

/** Every agency has a part in who waits for whom; each sees of a paper what the table of projections names for it alone. */
const every = ['commerce', 'customs', 'tax', 'market', 'public-security', 'post', 'forex'] as const;

/** Agencies besides customs: each sees what the table of projections names, of lists it is asked about. */
export const agencyRows = [
  {
    resource: 'agency-tables',
    action: 'read',
    what: {
      zh: '查看各部门须就哪些清单作出决定、可见哪些字段及其依据',
      en: 'see which agency decides about which lists, and which fields each may see by which law',
    },
    shownBy: [],
    may: anyone,
    source: 'R-10.7',
  },
  {
    resource: 'consents',
    action: 'read',
    what: {
      zh: '查看清单在等哪个部门、各部门的决定、各部门得到了哪些字段',
      en: 'see which agency a list waits for, what each said, and which fields each got',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone', auditAdministrator: 'zone' },
    officersOf: every,
    source: 'R-1.50, R-10.7',
  },
  {
    resource: 'agency-questions',
    action: 'read',
    what: { zh: '查看待本部门决定的清单', en: 'see which lists wait for one’s own agency' },
    shownBy: ['session'],
    may: { officer: 'zone' },
    officersOf: every,
    source: 'R-1.50',
  },
  {
    resource: 'agency-questions',
    action: 'read-fields',
    what: {
      zh: '打开待本部门决定的清单中本部门可见的字段（留痕）',
      en: 'open what one’s own agency may see of a list it is asked about, on record',
    },
    shownBy: ['session'],
    may: { officer: 'zone' },
    officersOf: every,
    source: 'R-1.50, R-10.7',
  },
  {
    resource: 'agency-questions',
    action: 'decide',
    what: { zh: '代表本部门对清单作出决定', en: 'decide about a list for one’s own agency' },
    shownBy: ['session'],
    may: { officer: 'zone' },
    officersOf: every,
    byPersons: true,
    source: 'R-1.50',
  },
  {
    resource: 'agency-links',
    action: 'read',
    what: { zh: '查看与各部门的协同对接', en: 'see how agencies are reached and what waits for them' },
    shownBy: keyOrSession,
    may: { operator: 'zone', systemAdministrator: 'zone', auditAdministrator: 'zone' },
    source: '(D)',
  },
  {
    resource: 'agency-links',
    action: 'replay',
    what: { zh: '重新送达未到部门的询问', en: 'have a question tried again that did not reach an agency' },
    shownBy: keyOrSession,
    may: { operator: 'zone', systemAdministrator: 'zone' },
    source: '(D)',
  },
  {
    resource: 'agency-links',
    action: 'set',
    what: {
      zh: '设置、终止与部门的对接，提出由部门自行决定',
      en: 'set and end the link to an agency, and ask that the agency decide itself',
    },
    shownBy: ['session'],
    may: { operator: 'zone', systemAdministrator: 'zone' },
    byPersons: true,
    source: '(D)',
  },
  {
    resource: 'agency-links',
    action: 'confirm',
    what: {
      zh: '确认他人提出的由部门自行决定',
      en: 'confirm what another has asked for: that an agency decide itself',
    },
    shownBy: ['session'],
    may: { operator: 'zone', systemAdministrator: 'zone' },
    byPersons: true,
    source: '(D)',
  },
  {
    resource: 'agency-links',
    action: 'pause',
    what: { zh: '暂停与恢复与部门的对接', en: 'have the link to an agency rest and go on' },
    shownBy: ['session'],
    may: { operator: 'zone', systemAdministrator: 'zone' },
    byPersons: true,
    source: '(D)',
  },
] as const satisfies readonly PolicyRow[];
