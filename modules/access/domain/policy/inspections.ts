import { type Agency, agencies } from '../agencies.ts';
import { keyOrSession, type PolicyRow } from './row.ts';

/** Each may want something inspected, and reads what was found of what it wanted. */
const everyAgency = Object.keys(agencies) as Agency[];

/** Inspections: asked for by every agency, booked by enterprises, carried out by officers of customs for all. */
export const inspections = [
  {
    resource: 'inspections',
    action: 'read',
    what: {
      zh: '查看查验单：事项、预约、结果、照片与样品',
      en: 'see inspections: what is wanted, when, what was found, photos and samples',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: everyAgency,
    source: 'R-1.50, R-1.51',
  },
  {
    resource: 'inspections',
    action: 'book',
    what: { zh: '预约、改约或放弃查验时段', en: 'book a slot for an inspection, another one, or give it up' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone' },
    source: 'R-1.51',
  },
  {
    resource: 'inspections',
    action: 'ask',
    what: { zh: '为本部门提出查验事项', en: 'have lists inspected for one’s agency' },
    shownBy: ['session'],
    may: { officer: 'zone' },
    officersOf: everyAgency,
    byPersons: true,
    source: 'R-1.51',
  },
  {
    resource: 'inspections',
    action: 'record',
    what: {
      zh: '实施查验：开始、录入结果、拍照、取样与流转、复核签署、登记爽约',
      en: 'carry inspections out: begin, enter results, photos, samples, sign, say that nobody came',
    },
    shownBy: ['session'],
    may: { officer: 'zone' },
    officersOf: ['customs'],
    byPersons: true,
    source: 'R-1.51 (D)',
  },
  {
    resource: 'inspection-sites',
    action: 'read',
    what: {
      zh: '查看查验场所、时段与查验所依据的表',
      en: 'see sites, slots, and the tables inspections go by',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'public', operator: 'zone', officer: 'zone' },
    officersOf: everyAgency,
    source: 'R-9.1',
  },
  {
    resource: 'inspection-sites',
    action: 'file',
    what: { zh: '备案查验场所及其开放时间', en: 'file sites and when they inspect' },
    shownBy: keyOrSession,
    may: { operator: 'zone' },
    source: 'R-9.1 (D)',
  },
] as const satisfies readonly PolicyRow[];
