import { messageTable } from './row.ts';

const SOURCE = '海关跨境电商统一版 202205: 进口业务节点报文 XSD, 报文规范 PDF';

export const CEB411 = messageTable({
  root: 'CEB411Message',
  zh: '进口支付凭证',
  en: 'Import payment',
  direction: 'import',
  kind: 'declaration',
  sender: {
    zh: '支付企业或受委托的快件运营人、邮政企业',
    en: 'Payment firm, or an express operator or postal firm entrusted by it',
  },
  sentBy: ['payCode'],
  answer: 'CEB412Message',
  answerCodes: {
    invalid: '-401009',
    notFound: '-401006',
    exists: '-401007',
    state: '-401008',
    older: '-401012',
  },
  document: {
    name: 'Payment',
    zh: '支付凭证',
    en: 'Payment',
    most: 100,
    head: {
      name: 'PaymentHead',
      zh: '支付凭证表头',
      en: 'Payment head',
      rows: [
        ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
        ['appType', 'C1', 'required', '报送类型', 'Kind of submission', { values: ['1', '2', '3'] }],
        ['appTime', 'C14', 'required', '报送时间', 'Submission time', { time: 'YYYYMMDDhhmmss' }],
        ['appStatus', 'C1..3', 'required', '业务状态', 'Business status', { values: ['1', '2'] }],
        ['payCode', 'C1..18', 'required', '支付企业代码', 'Payment firm code'],
        ['payName', 'C1..100', 'required', '支付企业名称', 'Payment firm name'],
        ['payTransactionId', 'C1..60', 'required', '支付交易编号', 'Payment transaction number'],
        ['orderNo', 'C1..60', 'required', '订单编号', 'Order number'],
        ['ebpCode', 'C1..18', 'required', '电商平台代码', 'Platform code'],
        ['ebpName', 'C1..100', 'required', '电商平台名称', 'Platform name'],
        ['payerIdType', 'C1', 'required', '支付人证件类型', 'Payer ID type', { values: ['1'] }],
        ['payerIdNumber', 'C1..60', 'required', '支付人证件号码', 'Payer ID number'],
        ['payerName', 'C1..60', 'required', '支付人姓名', 'Payer name'],
        ['telephone', 'C..60', 'optional', '支付人电话', 'Payer telephone'],
        ['amountPaid', 'N19,5', 'required', '支付金额', 'Amount paid'],
        ['currency', 'C3', 'required', '支付币制', 'Currency', { fixed: '142', codeList: 'currency' }],
        ['payTime', 'C14', 'required', '支付时间', 'Payment time', { time: 'YYYYMMDDhhmmss' }],
        ['note', 'C..1000', 'optional', '备注', 'Note'],
      ],
    },
  },
  tail: 'import',
  signature: 'optional',
  source: SOURCE,
});

export const CEB412 = messageTable({
  root: 'CEB412Message',
  zh: '进口支付凭证回执',
  en: 'Import payment receipt',
  direction: 'import',
  kind: 'receipt',
  sender: { zh: '海关、电子口岸', en: 'Customs, E-Port' },
  document: {
    name: 'PaymentReturn',
    zh: '支付凭证回执',
    en: 'Payment receipt',
    most: 100,
    rows: [
      ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
      ['payCode', 'C1..18', 'required', '支付企业代码', 'Payment firm code'],
      ['payTransactionId', 'C1..60', 'required', '支付交易编号', 'Payment transaction number'],
      ['returnStatus', 'C1..10', 'required', '回执状态', 'Receipt status'],
      ['returnTime', 'C17', 'required', '回执时间', 'Receipt time', { time: 'YYYYMMDDhhmmssSSS' }],
      ['returnInfo', 'C1..1000', 'required', '回执信息', 'Receipt information'],
    ],
  },
  tail: 'none',
  signature: 'none',
  source: SOURCE,
});
