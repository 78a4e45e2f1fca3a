import type { KindGroup } from './kind-group.ts';

/** Kinds of the journal by the kinds they are told as: exports, the gate, inspections and what agencies decide. */
export const borderEntries: Readonly<Record<string, string>> = {
  'export-released': 'export.released',
  'export-held': 'export.held',
  'export-refused': 'export.refused',
  'export-withdrawn': 'export.withdrawn',
  'export-forwarded': 'export.forwarded',
  'export-concluded': 'export.concluded',
  'export-arrived': 'export.arrived',
  'export-not-arrived': 'export.not_arrived',
  'export-departed': 'export.departed',
  'export-closed': 'export.closed',
  'checklist-made': 'checklist.made',
  'checklist-approved': 'checklist.approved',
  'checklist-cancelled': 'checklist.cancelled',
  'pass-made': 'pass.made',
  'pass-voided': 'pass.voided',
  'pass-checked-clear': 'pass.clear',
  'pass-checked-found': 'pass.found',
  'gate-opened': 'gate.opened',
  'gate-stopped': 'gate.stopped',
  'inspection-ordered': 'inspection.ordered',
  'inspection-booked': 'inspection.booked',
  'inspection-given-up': 'inspection.given_up',
  'inspection-no-show': 'inspection.no_show',
  'inspection-begun': 'inspection.begun',
  'inspection-result': 'inspection.result',
  'agency-agreed': 'agency.agreed',
  'agency-refused': 'agency.refused',
  'agency-inspects': 'agency.inspects',
};

/** What concerns who looks after the zone and no enterprise: people are told, and no webhook offers it. */
export const houseEntries: Readonly<Record<string, string>> = {
  'agency-link-down': 'agency.link_down',
};

/** What can be subscribed to of them. */
export const borderGroups: readonly KindGroup[] = [
  {
    group: 'export',
    members: [
      ...['released', 'held', 'refused', 'withdrawn', 'forwarded', 'concluded'],
      ...['arrived', 'not_arrived', 'departed', 'closed'],
    ],
    text: {
      zh: '出口清单：放行、查验或扣留、退单、撤回、已转海关、审结，货物运抵、运抵异常、离境，结关',
      en: 'export lists: released, held, refused, withdrawn, forwarded to customs, concluded; goods arrived, not as told, departed; closed',
    },
  },
  {
    group: 'checklist',
    members: ['made', 'approved', 'cancelled'],
    text: {
      zh: '本企业账册的核放清单：生成、海关批准、取消',
      en: 'checklists of your account books: made, approved by customs, cancelled',
    },
  },
  {
    group: 'pass',
    members: ['made', 'voided', 'clear', 'found'],
    text: {
      zh: '本企业的核放单：生成、作废，卡口查验无异常、有异常',
      en: 'passes of your vehicles: made, voided; checked at the gate and clear, or something found',
    },
  },
  {
    group: 'gate',
    members: ['opened', 'stopped'],
    text: {
      zh: '本企业的车辆在卡口放行、被拦下及原因',
      en: 'vehicles of yours at the gate: let through, stopped and why',
    },
  },
  {
    group: 'inspection',
    members: ['ordered', 'booked', 'given_up', 'no_show', 'begun', 'result'],
    text: {
      zh: '本企业货物的查验：布控、预约、取消预约、未到场、开始、结果',
      en: 'inspections of your goods: ordered, booked, given up, nobody came, begun, their result',
    },
  },
  {
    group: 'agency',
    members: ['agreed', 'refused', 'inspects'],
    text: {
      zh: '有关部门对本企业清单的决定：同意、不同意、先行查验',
      en: 'what agencies decide about your lists: agreed, refused, inspected first',
    },
  },
];
