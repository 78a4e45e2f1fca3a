import { at, field, type Need, type NotificationKind } from './kind.ts';
import { borderKinds } from './kinds-border.ts';
import { moneyKinds } from './kinds-money.ts';

export { type MailWish, mailWishes, type Need, type NotificationKind } from './kind.ts';

const lists: Need = { resource: 'lists', action: 'read' };
const ofList = { own: lists, about: field('orderNo'), place: at('/lists', 'ebpCode', 'orderNo') };
const filings = { about: field('customsCode'), place: at('/registry/filings', 'filingId') };
const applying: Need = { resource: 'enterprise-files', action: 'apply' };
const reviewing: Need = { resource: 'enterprise-files', action: 'review' };
const ofEnterprise = {
  own: { resource: 'enterprise-files', action: 'read' },
  about: field('customsCode'),
  place: at('/registry/enterprises', 'customsCode'),
};
const ofGoods = {
  own: { resource: 'goods', action: 'file' },
  about: field('itemNo'),
  place: at('/registry/goods', 'customsCode', 'itemNo'),
  places: '/registry/goods',
};
const ofDelegation = { about: field('paperNo'), place: () => '/delegations' };
const giving: Need = { resource: 'delegations', action: 'give' };
const ofKeys = {
  own: { resource: 'keys', action: 'make' },
  about: field('label'),
  place: () => '/keys',
};
const ofLink = {
  own: lists,
  zone: { resource: 'links', action: 'replay' },
  about: field('messageId'),
  place: () => '/lists?state=forwarded',
  zonePlace: () => '/links',
};
const seeing: Need = { resource: 'transits', action: 'read' };
const handling: Need = { resource: 'transits', action: 'decide' };
const ofTransit = { about: field('transitNo'), place: at('/transit', 'transitNo'), places: '/transit' };
const backing: Need = { resource: 'returns', action: 'read' };
const lookingAt: Need = { resource: 'returns', action: 'decide' };
const ofReturn = { about: field('orderNo'), place: at('/returns', 'returnNo'), places: '/returns' };
const ofSummary = {
  own: { resource: 'summaries', action: 'read' },
  place: () => '/summaries',
};
const ofWebhook = {
  own: { resource: 'webhooks', action: 'manage' },
  about: field('label'),
  place: at('/webhooks', 'subscriptionId'),
};

/** Of what people can be told, in the order they see it. A further kind is a further row. */
export const notificationKinds: readonly NotificationKind[] = [
  {
    kind: 'list.held',
    text: { zh: '清单被查验或转人工', en: 'Lists held for inspection or review' },
    ...{ ...ofList, gathered: true, shown: true, mail: 'digest', places: '/lists?state=held' },
  },
  {
    kind: 'list.refused',
    text: { zh: '清单退单', en: 'Lists refused' },
    ...{ ...ofList, gathered: true, shown: true, mail: 'digest', places: '/lists?state=refused' },
  },
  {
    kind: 'list.released',
    text: { zh: '清单放行', en: 'Lists released' },
    ...{ ...ofList, gathered: true, shown: false, mail: 'never', places: '/lists?state=released' },
  },
  {
    kind: 'question.asked',
    text: { zh: '海关询问待答复', en: 'Customs asks something' },
    own: { resource: 'questions', action: 'answer' },
    ...{ shown: true, mail: 'immediate', about: field('orderNo'), place: () => '/questions' },
  },
  {
    kind: 'question.answered',
    text: { zh: '企业已答复询问', en: 'An enterprise has answered a question' },
    zone: { resource: 'cases', action: 'decide' },
    ...{ gathered: true, shown: true, mail: 'never', about: field('orderNo') },
    ...{ place: at('/desk/cases', 'ebpCode', 'orderNo'), places: '/desk' },
  },
  {
    kind: 'link.lost',
    text: { zh: '转报海关的报文无回音', en: 'Messages to customs without an answer' },
    ...{ ...ofLink, gathered: true, shown: true, mail: 'digest' },
  },
  {
    kind: 'link.failed',
    text: { zh: '报文未能转报海关', en: 'Messages that could not go to customs' },
    ...{ ...ofLink, gathered: true, shown: true, mail: 'immediate' },
  },
  {
    kind: 'filing.applied',
    text: { zh: '备案申请待初审', en: 'Applications to be checked' },
    ...{ ...filings, zone: reviewing, shown: true, mail: 'never' },
  },
  {
    kind: 'filing.checked',
    text: { zh: '备案申请待批准', en: 'Applications to be approved' },
    ...{ ...filings, zone: reviewing, shown: true, mail: 'never' },
  },
  {
    kind: 'filing.returned',
    text: { zh: '备案申请被退回', en: 'Your application was returned' },
    ...{ ...filings, own: applying, shown: true, mail: 'immediate' },
  },
  {
    kind: 'filing.approved',
    text: { zh: '备案申请已批准', en: 'Your application was approved' },
    ...{ ...filings, own: applying, shown: true, mail: 'digest' },
  },
  {
    kind: 'enterprise.expiring',
    text: { zh: '许可、证书或备案即将到期', en: 'A licence, certificate or registration is about to expire' },
    ...{ ...ofEnterprise, own: applying, shown: true, mail: 'immediate' },
    about: (event) => field('which')(event) || field('customsCode')(event),
  },
  {
    kind: 'enterprise.suspended',
    text: { zh: '企业备案已暂停', en: 'Your registration was suspended' },
    ...{ ...ofEnterprise, shown: true, mail: 'immediate' },
  },
  {
    kind: 'enterprise.resumed',
    text: { zh: '企业备案已恢复', en: 'Your registration is in force again' },
    ...{ ...ofEnterprise, shown: true, mail: 'digest' },
  },
  {
    kind: 'enterprise.cancelled',
    text: { zh: '企业备案已注销', en: 'Your registration was cancelled' },
    ...{ ...ofEnterprise, shown: true, mail: 'immediate' },
  },
  {
    kind: 'goods.returned',
    text: { zh: '商品备案被退回', en: 'Goods you filed were returned' },
    ...{ ...ofGoods, gathered: true, shown: true, mail: 'digest' },
  },
  {
    kind: 'goods.approved',
    text: { zh: '商品备案已批准', en: 'Goods you filed were approved' },
    ...{ ...ofGoods, gathered: true, shown: true, mail: 'digest' },
  },
  {
    kind: 'transit.applied',
    text: { zh: '转关申请待批准', en: 'Transits to be approved' },
    ...{ ...ofTransit, zone: handling, shown: true, mail: 'never' },
  },
  {
    kind: 'transit.approved',
    text: { zh: '转关已批准', en: 'A transit was approved' },
    ...{ ...ofTransit, own: seeing, shown: true, mail: 'digest' },
  },
  {
    kind: 'transit.refused',
    text: { zh: '转关未获批准', en: 'A transit was refused' },
    ...{ ...ofTransit, own: seeing, shown: true, mail: 'immediate' },
  },
  {
    kind: 'transit.arrived',
    text: { zh: '转关货物已运抵', en: 'A transit has arrived' },
    ...{ ...ofTransit, zone: handling, shown: true, mail: 'never' },
  },
  {
    kind: 'transit.alerted',
    text: { zh: '转关在途预警', en: 'Something is wrong with a transit on the road' },
    ...{ ...ofTransit, own: seeing, zone: handling, shown: true, mail: 'immediate' },
  },
  {
    kind: 'transit.written_off',
    text: { zh: '转关已核销', en: 'A transit was written off' },
    ...{ ...ofTransit, own: seeing, shown: true, mail: 'digest' },
  },
  {
    kind: 'return.accepted',
    text: { zh: '退货申请已受理', en: 'A return was accepted' },
    ...{ ...ofReturn, own: backing, shown: true, mail: 'digest' },
  },
  {
    kind: 'return.arrived',
    text: { zh: '退货已运抵，待查验', en: 'Returned goods wait to be looked at' },
    ...{ ...ofReturn, zone: lookingAt, shown: true, mail: 'never' },
  },
  {
    kind: 'return.inspected',
    text: { zh: '退货已退还', en: 'A return was given back' },
    ...{ ...ofReturn, own: backing, shown: true, mail: 'digest' },
  },
  {
    kind: 'return.refused',
    text: { zh: '退货未通过', en: 'A return was refused' },
    ...{ ...ofReturn, own: backing, shown: true, mail: 'immediate' },
  },
  {
    kind: 'cancellation.applied',
    text: { zh: '撤销申请待审核', en: 'Cancellations to be decided' },
    ...{ ...ofReturn, zone: lookingAt, shown: true, mail: 'never' },
  },
  {
    kind: 'cancellation.closed',
    text: { zh: '清单已撤销', en: 'A list was cancelled' },
    ...{ ...ofReturn, own: backing, shown: true, mail: 'digest' },
  },
  {
    kind: 'cancellation.refused',
    text: { zh: '撤销未通过', en: 'A cancellation was refused' },
    ...{ ...ofReturn, own: backing, shown: true, mail: 'immediate' },
  },
  {
    kind: 'delegation.proposed',
    text: { zh: '收到委托，待答复', en: 'A delegation is proposed to you' },
    own: { resource: 'delegations', action: 'answer' },
    ...{ ...ofDelegation, side: 'agent', shown: true, mail: 'immediate' },
  },
  {
    kind: 'delegation.accepted',
    text: { zh: '委托已被接受', en: 'A delegation of yours was accepted' },
    ...{ ...ofDelegation, own: giving, side: 'principal', shown: true, mail: 'digest' },
  },
  {
    kind: 'delegation.declined',
    text: { zh: '委托已被拒绝', en: 'A delegation of yours was declined' },
    ...{ ...ofDelegation, own: giving, side: 'principal', shown: true, mail: 'digest' },
  },
  {
    kind: 'delegation.ended',
    text: { zh: '委托已终止', en: 'A delegation has ended' },
    own: { resource: 'delegations', action: 'end' },
    ...{ ...ofDelegation, shown: true, mail: 'digest' },
  },
  {
    kind: 'summary.due',
    text: { zh: '汇总申报即将到期', en: 'A month of export lists is about to fall due' },
    ...{ ...ofSummary, shown: true, mail: 'immediate', about: field('month') },
  },
  {
    kind: 'summary.overdue',
    text: { zh: '汇总申报已逾期', en: 'A month of export lists is overdue' },
    ...{ ...ofSummary, shown: true, mail: 'immediate', about: field('month') },
  },
  {
    kind: 'summary.made',
    text: { zh: '清单已汇总申报', en: 'Export lists were declared in summary' },
    ...{ ...ofSummary, shown: true, mail: 'digest', about: field('sumNo') },
    place: at('/summaries/applications', 'sumNo'),
  },
  {
    kind: 'summary.cancelled',
    text: { zh: '汇总单被海关撤销', en: 'Customs cancelled a summary of yours' },
    ...{ ...ofSummary, shown: true, mail: 'immediate', about: field('declSeqNo') },
    place: at('/summaries', 'declSeqNo'),
  },
  {
    kind: 'key.expiring',
    text: { zh: '接口密钥即将到期', en: 'An API key is about to expire' },
    ...{ ...ofKeys, shown: true, mail: 'immediate' },
  },
  {
    kind: 'certificate.expiring',
    text: { zh: '客户端证书即将到期', en: 'A client certificate is about to expire' },
    ...{ ...ofKeys, shown: true, mail: 'immediate' },
  },
  {
    kind: 'key.made',
    text: { zh: '新建了接口密钥', en: 'An API key was made' },
    ...{ ...ofKeys, shown: true, mail: 'digest' },
  },
  {
    kind: 'key.revoked',
    text: { zh: '接口密钥已吊销', en: 'An API key was revoked' },
    ...{ ...ofKeys, shown: true, mail: 'immediate' },
  },
  ...moneyKinds,
  ...borderKinds,
  {
    kind: 'webhook.disabled',
    text: { zh: '事件推送已停用', en: 'A webhook was disabled' },
    ...{ ...ofWebhook, shown: true, mail: 'immediate' },
  },
];

const byName: ReadonlyMap<string, NotificationKind> = new Map(
  notificationKinds.map((row) => [row.kind, row]),
);

/** The row of a kind; undefined for what people are not told of. */
export const kindNamed = (kind: string): NotificationKind | undefined => byName.get(kind);
