import type { Bilingual } from '#kernel';

/** What a code belongs to. */
export type CodeFamily =
  | 'status'
  | 'customs'
  | 'enterprise'
  | 'order'
  | 'payment'
  | 'waybill'
  | 'waybill-status'
  | 'declaration'
  | 'cancellation'
  | 'return'
  | 'tally'
  | 'format'
  | 'transport';

/** One code of the standard or of its practice, explained. */
export interface CodeEntry {
  readonly code: string;
  readonly family: CodeFamily;
  /** The standard's own words in Chinese, ours in English; `*` stands for what is filled in at run time. */
  readonly text: Bilingual;
  readonly cause: Bilingual;
  readonly remedy: Bilingual;
  readonly source: string;
}

/**
 * Code, the standard's words, ours in English, and the kind of failure, which explains it; the codes this
 * platform answers with are explained in words of their own.
 */
export type CodeRow = readonly [code: string, zh: string, en: string, kind: FailureKind, own?: Explanation];

/** Usual cause and remedy. */
export type Explanation = readonly [causeZh: string, causeEn: string, remedyZh: string, remedyEn: string];

/** Why failures of one kind happen and what to do; codes of different documents share them. */
export const FAILURES = {
  'amend-state': [
    '单证当前的状态不允许变更',
    'The document is in a state that allows no amendment',
    '等待回执，状态允许后再发变更；已放行的应走撤销或退货',
    'Wait for its receipt and amend when the state allows; after release use a cancellation or return',
  ],
  'bad-request': [
    '界面或接口的请求缺少参数或参数不对',
    'A request to the system lacks a parameter or has a wrong one',
    '刷新后重新操作',
    'Reload and try again',
  ],
  card: [
    '单证中的企业与操作员卡或证书中的企业不一致',
    'The firm in the document is not the firm on the card or certificate in use',
    '换用该企业的卡，或改正企业代码和名称',
    'Use that firm’s card, or correct the firm’s code and name',
  ],
  'certificate-differs': [
    '申报单位与签名证书所载单位不一致',
    'The declaring firm differs from the one in the signing certificate',
    '由证书所属单位申报，或换用申报单位的证书',
    'Have the holder of the certificate declare, or sign with the declaring firm’s certificate',
  ],
  'declare-failed': [
    '申报过程中断，原因见方括号内的说明',
    'Declaring was broken off; the reason stands in the brackets',
    '按说明处理后重新申报',
    'Deal with the reason given and declare again',
  ],
  declared: [
    '同一单证已经申报或正在申报',
    'The same document has been declared already, or is being declared',
    '查询原单证的回执，不要重复发送；需要修改时用变更',
    'Look up the receipt of the first one and do not send again; use an amendment to change it',
  ],
  'delete-state': [
    '单证的状态不允许删除',
    'The document is in a state that allows no deletion',
    '只有暂存或被退回的单证可以删除',
    'Only saved or rejected documents can be deleted',
  ],
  empty: [
    '报文中没有业务单证，或业务节点为空',
    'The message holds no document, or an empty one',
    '填写完整的业务单证后重发',
    'Send the message again with complete documents',
  ],
  enterprise: [
    '企业代码或类型与备案信息不符，或企业未备案',
    'The firm’s code or type differs from the register, or the firm is not registered',
    '核对企业的海关注册编码、统一社会信用代码和备案角色',
    'Check the firm’s customs code, social credit code and registered roles',
  ],
  exists: [
    '同一编号的单证已经入库',
    'A document with the same number is on record already',
    '若要修改用变更报文；若是新单证请换编号',
    'To change it send an amendment; for a new document use a new number',
  ],
  'filing-differs': [
    '表体的内容与备案库不一致',
    'An item differs from what is on file for it',
    '按备案的内容填写，或先变更备案',
    'Declare what is on file, or have the file changed first',
  ],
  'flow-state': [
    '单证的状态已经变化，不再是申报中',
    'The document has changed state and is no longer being declared',
    '刷新状态后再决定是否重新申报',
    'Look at its present state before declaring again',
  ],
  invalid: [
    '字段的内容不符合规范，具体见说明',
    'A field does not follow the standard; the text says which',
    '按说明改正该字段后重发',
    'Correct the field named and send again',
  ],
  'item-not-in-list': [
    '退货的商品在原清单中找不到对应的序号和编码',
    'The returned item has no match by number and commodity code in the original declaration',
    '序号和商品编码须与原清单一致',
    'Give the item number and commodity code of the original declaration',
  ],
  'items-missing': [
    '单证没有商品表体',
    'The document has no items',
    '补上表体后重发',
    'Add the items and send again',
  ],
  'key-missing': [
    '没有选中单证，或单证已不存在',
    'No document was named, or it is no longer there',
    '刷新列表，重新选择后再试',
    'Reload the list, choose the document again and retry',
  ],
  limit: [
    '金额超过零售进口的限额',
    'The amount is over a limit of retail import',
    '核对金额；超限的商品按一般贸易办理',
    'Check the amounts; goods over the limit go by general trade',
  ],
  'no-operation': [
    '报送类型不是新增、变更或删除，或与单证的状态不配',
    'The kind of submission is not new, change or delete, or does not fit the state',
    '检查 appType 和 appStatus',
    'Check appType and appStatus',
  ],
  'no-permission': [
    '当前用户或企业没有该操作的权限',
    'The user or firm has no right to do this',
    '由有权限的企业操作，或申请授权',
    'Have an entitled firm do it, or apply for the right',
  ],
  'not-found': [
    '按给出的编号找不到单证',
    'No document is found under the number given',
    '核对编号和企业代码，确认单证已成功入库',
    'Check the number and firm code, and that the document was taken in',
  ],
  'not-on-file': [
    '商品没有备案，或参数库中没有该编码',
    'The item is not on file, or its code is not in the parameter tables',
    '先备案，或改用有效的商品编码',
    'Have it put on file first, or use a commodity code in force',
  ],
  older: [
    '报送时间早于已入库的同一单证，视为旧报文',
    'The submission time is before that of the stored document, so this is old news',
    '以最新内容重发，appTime 用当前时间',
    'Send the latest content with the present time in appTime',
  ],
  'pre-entry-number': [
    '报文自带了预录入编号',
    'The message brings a pre-entry number of its own',
    '留空，由电子口岸生成',
    'Leave it empty; E-Port issues it',
  ],
  'quota-service': [
    '个人年度额度的查询或核增没有成功',
    'The buyer’s yearly allowance could not be read or written',
    '稍后重新申报；持续出现请联系电子口岸',
    'Declare again later; if it persists, contact E-Port',
  ],
  'reason-missing': ['没有填写原因', 'No reason is given', '填写原因后重试', 'Give the reason and try again'],
  'receipt-unreadable': [
    '海关的回执无法解析',
    'The receipt from customs could not be read',
    '等待系统重新接收；持续出现请联系电子口岸',
    'Wait until it is received again; if it persists, contact E-Port',
  ],
  retry: [
    '申报没有成功，原因见说明',
    'Declaring did not succeed; the text says why',
    '按说明处理后重试',
    'Deal with the reason given and try again',
  ],
  'second-unit': [
    '第二单位与第二数量没有同时填写，或数量不是正数',
    'Second unit and second quantity are not given together, or the quantity is not positive',
    '有第二单位时填正数，没有时两者都留空',
    'With a second unit give a positive quantity; without one leave both empty',
  ],
  'sent-not-recorded': [
    '单证已向海关发送，但状态没有更新',
    'The document went to customs, but its state was not updated',
    '不要重发，等待海关回执',
    'Do not send again; wait for the receipt of customs',
  ],
  several: [
    '同一编号查到多条记录',
    'Several records are found under one number',
    '核对编号是否唯一，请电子口岸清理重复数据',
    'Check that the number is unique and have E-Port clear the duplicates',
  ],
  'signature-missing': [
    '报文没有签名信息',
    'The message carries no signature',
    '用申报企业的证书签名后重发',
    'Sign with the declaring firm’s certificate and send again',
  ],
  'signature-wrong': [
    '签名与报文内容对不上，或证书无效、过期',
    'The signature does not match the content, or the certificate is invalid or expired',
    '签名之后不要改动报文（包括空白），检查证书和算法',
    'Do not change the message after signing, not even white space; check certificate and algorithm',
  ],
  'stale-page': [
    '界面上的状态已过时',
    'The state shown is out of date',
    '刷新后重新保存',
    'Reload and save again',
  ],
  system: [
    '系统内部出错，与报文内容无关',
    'The system failed inside; the content is not the cause',
    '稍后原样重发；持续出现请联系电子口岸',
    'Send the same again later; if it persists, contact E-Port',
  ],
  'too-large': [
    '报文中的单证或数据超过上限',
    'The message holds more documents or data than allowed',
    '拆成多份报文，每份不超过 100 单',
    'Split it into messages of at most 100 documents each',
  ],
  transport: [
    '数据交换平台没有送达报文',
    'The exchange platform could not deliver the message',
    '检查收发方编号和网络，稍后重发',
    'Check the sender’s and receiver’s numbers and the network, and send again later',
  ],
  unreadable: [
    '报文不是合规的 XML，或结构与规范不符',
    'The message is not well-formed XML, or its structure is not the standard’s',
    '用本平台的离线检查找出位置，改正后重发',
    'Find the place with the offline check, mend it and send again',
  ],
} as const satisfies Readonly<Record<string, Explanation>>;

export type FailureKind = keyof typeof FAILURES;

/** Spells a row out with the explanation of its kind. */
export function entryOf(row: CodeRow, family: CodeFamily, source: string): CodeEntry {
  const [code, zh, en, kind, own] = row;
  const [causeZh, causeEn, remedyZh, remedyEn] = own ?? FAILURES[kind];
  return {
    code,
    family,
    text: { zh, en },
    cause: { zh: causeZh, en: causeEn },
    remedy: { zh: remedyZh, en: remedyEn },
    source,
  };
}
