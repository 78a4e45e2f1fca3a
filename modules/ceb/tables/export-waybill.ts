import { messageTable } from './row.ts';

const SOURCE = '海关跨境电商统一版 202205: 出口业务节点报文 XSD, 报文规范 PDF';

export const CEB505 = messageTable({
  root: 'CEB505Message',
  zh: '出口物流运单',
  en: 'Export waybill',
  direction: 'export',
  kind: 'declaration',
  sender: { zh: '物流企业', en: 'Logistics firm' },
  answer: 'CEB506Message',
  answerCodes: {
    invalid: '-504011',
    notFound: '-504014',
    exists: '-504015',
    state: '-504016',
    older: '-505016',
  },
  document: {
    name: 'Logistics',
    zh: '物流运单',
    en: 'Waybill',
    most: 100,
    rows: [
      ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
      ['appType', 'C1', 'required', '报送类型', 'Kind of submission', { values: ['1', '2', '3'] }],
      ['appTime', 'C14', 'required', '报送时间', 'Submission time', { time: 'YYYYMMDDhhmmss' }],
      ['appStatus', 'C1', 'required', '报送状态', 'Business status', { byDefault: '2', values: ['1', '2'] }],
      ['logisticsCode', 'C..18', 'required', '物流企业代码', 'Logistics firm code'],
      ['logisticsName', 'C..100', 'required', '物流企业名称', 'Logistics firm name'],
      ['logisticsNo', 'C..32', 'required', '物流运单编号', 'Waybill number'],
      ['freight', 'N19,5', 'required', '运费', 'Freight'],
      ['insuredFee', 'N19,5', 'required', '保价费', 'Insurance fee'],
      ['currency', 'C3', 'required', '币制', 'Currency', { codeList: 'currency' }],
      ['grossWeight', 'N19,5', 'required', '毛重', 'Gross weight, kg'],
      ['packNo', 'I9', 'required', '件数', 'Number of packages', { sign: 'positive' }],
      ['goodsInfo', 'C..200', 'required', '主要货物信息', 'Main goods', { collapse: true }],
      ['ebcCode', 'C..18', 'optional', '电商企业代码', 'E-commerce firm code'],
      ['ebcName', 'C..100', 'optional', '电商企业名称', 'E-commerce firm name'],
      ['ebcTelephone', 'C..50', 'optional', '电商企业电话', 'E-commerce firm telephone'],
      ['note', 'C..1000', 'optional', '备注', 'Note'],
    ],
  },
  tail: 'export',
  signature: 'optional',
  source: SOURCE,
});

export const CEB506 = messageTable({
  root: 'CEB506Message',
  zh: '出口物流运单回执',
  en: 'Export waybill receipt',
  direction: 'export',
  kind: 'receipt',
  sender: { zh: '海关、电子口岸', en: 'Customs, E-Port' },
  document: {
    name: 'LogisticsReturn',
    zh: '物流运单回执',
    en: 'Waybill receipt',
    most: 100,
    rows: [
      ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
      ['logisticsCode', 'C..18', 'required', '物流企业代码', 'Logistics firm code'],
      ['logisticsNo', 'C..32', 'required', '物流运单编号', 'Waybill number'],
      ['returnStatus', 'C1..10', 'required', '回执状态', 'Receipt status'],
      ['returnTime', 'C17', 'required', '回执时间', 'Receipt time', { time: 'YYYYMMDDhhmmssSSS' }],
      ['returnInfo', 'C..1000', 'required', '回执信息', 'Receipt information'],
    ],
  },
  tail: 'none',
  signature: 'none',
  source: SOURCE,
});
