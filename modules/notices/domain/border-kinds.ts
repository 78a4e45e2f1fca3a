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
  'display-out': 'display.out',
  'display-sold': 'display.sold',
  'display-back': 'display.back',
  'display-prolonged': 'display.prolonged',
  'display-overdue': 'display.overdue',
  'parcel-identified': 'parcel.identified',
  'parcel-set-apart': 'parcel.set_apart',
  'parcel-sorted': 'parcel.sorted',
  'parcel-listed': 'parcel.listed',
  'parcel-sent-back': 'parcel.sent_back',
  'parcel-destroyed': 'parcel.destroyed',
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
    group: 'display',
    members: ['out', 'sold', 'back', 'prolonged', 'overdue'],
    text: {
      zh: '本企业的保税展示商品：出区、售出、运回、展期、逾期',
      en: 'your goods on display: out of the zone, sold, back, given more time, overdue',
    },
  },
  {
    group: 'parcel',
    members: ['identified', 'set_apart', 'sorted', 'listed', 'sent_back', 'destroyed'],
    text: {
      zh: '本企业清单的退货包裹在退货中心仓：已认出、另行存放、已分拣、已列入退货申请、已退运、已销毁',
      en: 'parcels of your lists in return centres: known, set apart, sorted, put on a return, sent back, destroyed',
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
