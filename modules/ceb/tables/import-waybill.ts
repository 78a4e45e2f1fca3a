import { NOTHING_PAID } from './conditions.ts';
import { messageTable } from './row.ts';

const SOURCE = '海关跨境电商统一版 202205: 进口业务节点报文 XSD, 报文规范 PDF';
const LOST_ROW = { source: 'XSD 202205; text of 2018 No. 113' } as const;
const FEE = {
  ...NOTHING_PAID,
  byText: 'required',
  remark: 'the text says required, the XSD optional: the XSD is followed',
} as const;

export const CEB511 = messageTable({
  root: 'CEB511Message',
  zh: '进口物流运单',
  en: 'Import waybill',
  direction: 'import',
  kind: 'declaration',
  sender: { zh: '物流企业', en: 'Logistics firm' },
  sentBy: ['logisticsCode'],
  answer: 'CEB512Message',
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
    head: {
      name: 'LogisticsHead',
      zh: '运单表头',
      en: 'Waybill head',
      rows: [
        ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
        ['appType', 'C1', 'required', '报送类型', 'Kind of submission', { values: ['1', '2', '3'] }],
        ['appTime', 'C14', 'required', '报送时间', 'Submission time', { time: 'YYYYMMDDhhmmss' }],
        ['appStatus', 'C1..3', 'required', '业务状态', 'Business status', { values: ['1', '2'] }],
        ['logisticsCode', 'C1..18', 'required', '物流企业代码', 'Logistics firm code'],
        ['logisticsName', 'C1..100', 'required', '物流企业名称', 'Logistics firm name'],
        ['logisticsNo', 'C1..60', 'required', '物流运单编号', 'Waybill number'],
        ['billNo', 'C..37', 'optional', '提运单号', 'Bill of lading number'],
        ['orderNo', 'C1..60', 'required', '订单编号', 'Order number', LOST_ROW],
        ['freight', 'N19,5', 'optional', '运费', 'Freight', FEE],
        ['insuredFee', 'N19,5', 'optional', '保价费', 'Insurance fee', FEE],
        ['currency', 'C3', 'required', '币制', 'Currency', { fixed: '142', codeList: 'currency' }],
        ['weight', 'N19,5', 'required', '毛重', 'Gross weight, kg'],
        ['packNo', 'I9', 'required', '件数', 'Number of packages', { values: ['1'] }],
        ['goodsInfo', 'C..200', 'optional', '主要货物信息', 'Main goods'],
        ['consignee', 'C1..100', 'required', '收货人姓名', 'Consignee name'],
        ['consigneeAddress', 'C1..200', 'required', '收货地址', 'Consignee address', LOST_ROW],
        ['consigneeTelephone', 'C1..50', 'required', '收货人电话', 'Consignee telephone'],
        ['note', 'C..1000', 'optional', '备注', 'Note'],
      ],
    },
  },
  tail: 'import',
  signature: 'optional',
  source: SOURCE,
});

export const CEB512 = messageTable({
  root: 'CEB512Message',
  zh: '进口物流运单回执',
  en: 'Import waybill receipt',
  direction: 'import',
  kind: 'receipt',
  sender: { zh: '海关、电子口岸', en: 'Customs, E-Port' },
  document: {
    name: 'LogisticsReturn',
    zh: '物流运单回执',
    en: 'Waybill receipt',
    most: 100,
    rows: [
      ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
      ['logisticsCode', 'C1..18', 'required', '物流企业代码', 'Logistics firm code'],
      ['logisticsNo', 'C1..60', 'required', '物流运单编号', 'Waybill number'],
      ['returnStatus', 'C1..10', 'required', '回执状态', 'Receipt status'],
      ['returnTime', 'C17', 'required', '回执时间', 'Receipt time', { time: 'YYYYMMDDhhmmssSSS' }],
      ['returnInfo', 'C1..1000', 'required', '回执信息', 'Receipt information'],
    ],
  },
  tail: 'none',
  signature: 'none',
  source: SOURCE,
});
