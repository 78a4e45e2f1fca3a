import { at, field, type NotificationKind } from './kind.ts';

const ofExport = {
  own: { resource: 'exports', action: 'read' },
  about: field('orderNo'),
  place: at('/exports', 'ebcCode', 'ebpCode', 'orderNo'),
} as const;
const ofList = {
  own: { resource: 'lists', action: 'read' },
  about: field('orderNo'),
  place: at('/lists', 'ebpCode', 'orderNo'),
} as const;
const ofPass = {
  own: { resource: 'passes', action: 'read' },
  about: field('passNo'),
  place: at('/passes', 'passNo'),
} as const;
const ofDisplay = {
  own: { resource: 'displays', action: 'read' },
  about: field('displayNo'),
  place: at('/displays', 'displayNo'),
} as const;
const ofParcel = {
  own: { resource: 'return-centres', action: 'read' },
  about: field('parcelNo'),
} as const;
const ofInspection = {
  own: { resource: 'inspections', action: 'read' },
  about: field('orderNo'),
  place: at('/inspections', 'inspectionId'),
} as const;

/** Of exports, the gate, inspections and other agencies: at once what keeps goods standing until somebody does something. */
export const borderKinds: readonly NotificationKind[] = [
  {
    kind: 'export.held',
    text: { zh: '出口清单被查验或转人工', en: 'Export lists held for inspection or review' },
    zone: { resource: 'exports', action: 'decide' },
    ...{ ...ofExport, gathered: true, shown: true, mail: 'digest', places: '/exports?stand=held' },
  },
  {
    kind: 'export.refused',
    text: { zh: '出口清单退单', en: 'Export lists refused' },
    ...{ ...ofExport, gathered: true, shown: true, mail: 'digest', places: '/exports?stand=refused' },
  },
  {
    kind: 'export.released',
    text: { zh: '出口清单放行', en: 'Export lists released' },
    ...{ ...ofExport, gathered: true, shown: false, mail: 'never', places: '/exports?stand=released' },
  },
  {
    kind: 'export.not_arrived',
    text: { zh: '出口货物运抵异常', en: 'Goods of an export did not arrive as told' },
    ...{ ...ofExport, gathered: true, shown: true, mail: 'immediate', places: '/exports' },
  },
  {
    kind: 'checklist.made',
    text: { zh: '入区核放清单待批准', en: 'Goods to come in wait for approval' },
    zone: { resource: 'checklists', action: 'decide' },
    when: ({ direction }) => direction === 'in',
    ...{ shown: true, mail: 'never', about: field('checklistNo'), place: at('/checklists', 'checklistNo') },
  },
  {
    kind: 'checklist.cancelled',
    text: { zh: '核放清单已取消', en: 'A checklist was cancelled' },
    own: { resource: 'checklists', action: 'read' },
    ...{ shown: true, mail: 'digest', about: field('checklistNo'), place: at('/checklists', 'checklistNo') },
  },
  {
    kind: 'gate.stopped',
    text: { zh: '车辆在卡口被拦下', en: 'A vehicle was stopped at the gate' },
    ...{ ...ofPass, shown: true, mail: 'immediate' },
  },
  {
    kind: 'pass.found',
    text: { zh: '卡口查验发现异常', en: 'Something was found on a vehicle at the gate' },
    ...{ ...ofPass, shown: true, mail: 'immediate' },
  },
  {
    kind: 'display.overdue',
    text: { zh: '展示商品逾期未清', en: 'Goods on display are overdue' },
    zone: { resource: 'displays', action: 'decide' },
    ...{ ...ofDisplay, shown: true, mail: 'immediate' },
  },
  {
    kind: 'parcel.set_apart',
    text: { zh: '退货包裹不能退货，另行存放', en: 'Returned parcels may not come back and are set apart' },
    ...{ ...ofParcel, gathered: true, shown: true, mail: 'digest', places: '/return-centre?stage=set-apart' },
    place: () => '/return-centre?stage=set-apart',
  },
  {
    kind: 'parcel.sorted',
    text: { zh: '退货包裹已分拣，可申报退货', en: 'Returned parcels are sorted: hand in their return' },
    ...{ ...ofParcel, gathered: true, shown: true, mail: 'digest', places: '/return-centre?stage=sorted' },
    place: () => '/return-centre?stage=sorted',
  },
  {
    kind: 'inspection.ordered',
    text: { zh: '货物须查验，请预约', en: 'Goods are to be inspected: book a time' },
    ...{ ...ofInspection, gathered: true, shown: true, mail: 'digest', places: '/inspections' },
  },
  {
    kind: 'inspection.no_show',
    text: { zh: '预约的查验无人到场', en: 'Nobody came to an inspection that was booked' },
    ...{ ...ofInspection, shown: true, mail: 'immediate', about: field('siteCode') },
  },
  {
    kind: 'inspection.result',
    text: { zh: '查验已有结果', en: 'An inspection has its result' },
    ...{ ...ofInspection, gathered: true, shown: true, mail: 'digest', places: '/inspections' },
  },
  {
    kind: 'agency.refused',
    text: { zh: '有关部门不同意放行', en: 'An agency does not agree to a release' },
    ...{ ...ofList, gathered: true, shown: true, mail: 'immediate', places: '/lists?state=held' },
    place: (event) => (field('ebcCode')(event) ? ofExport.place(event) : ofList.place(event)),
  },
  {
    kind: 'agency.link_down',
    text: { zh: '与部门的对接中断', en: 'The link to an agency is down' },
    zone: { resource: 'agency-links', action: 'replay' },
    ...{ shown: true, mail: 'immediate', about: field('agency'), place: at('/agency-links', 'agency') },
  },
];
