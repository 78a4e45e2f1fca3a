import { messageTable } from './row.ts';

const SOURCE = '海关跨境电商统一版 202205: 进口业务节点报文 XSD, 报文规范 PDF';

export const CEB513 = messageTable({
  root: 'CEB513Message',
  zh: '进口物流运单状态',
  en: 'Import waybill status',
  direction: 'import',
  kind: 'declaration',
  sender: { zh: '物流企业', en: 'Logistics firm' },
  sentBy: ['logisticsCode'],
  answer: 'CEB514Message',
  answerCodes: { invalid: '-505011', exists: '-505012', older: '-505016' },
  document: {
    name: 'LogisticsStatus',
    zh: '运单状态',
    en: 'Waybill status',
    most: 100,
    rows: [
      ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
      ['appType', 'C1', 'required', '报送类型', 'Kind of submission', { values: ['1', '2', '3'] }],
      ['appTime', 'C14', 'required', '报送时间', 'Submission time', { time: 'YYYYMMDDhhmmss' }],
      ['appStatus', 'C1..3', 'required', '业务状态', 'Business status', { values: ['1', '2'] }],
      ['logisticsCode', 'C1..18', 'required', '物流企业代码', 'Logistics firm code'],
      ['logisticsName', 'C1..100', 'required', '物流企业名称', 'Logistics firm name'],
      ['logisticsNo', 'C1..60', 'required', '物流运单编号', 'Waybill number'],
      ['logisticsStatus', 'C1', 'required', '物流运单状态', 'Waybill status', { values: ['S'] }],
      ['logisticsTime', 'C14', 'required', '物流状态时间', 'Time of the status', { time: 'YYYYMMDDhhmmss' }],
      ['note', 'C..1000', 'optional', '备注', 'Note'],
    ],
  },
  tail: 'import',
  signature: 'optional',
  source: SOURCE,
});

export const CEB514 = messageTable({
  root: 'CEB514Message',
  zh: '进口物流运单状态回执',
  en: 'Import waybill status receipt',
  direction: 'import',
  kind: 'receipt',
  sender: { zh: '海关、电子口岸', en: 'Customs, E-Port' },
  document: {
    name: 'LogisticsStatusReturn',
    zh: '运单状态回执',
    en: 'Waybill status receipt',
    most: 100,
    rows: [
      ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
      ['logisticsCode', 'C1..18', 'required', '物流企业代码', 'Logistics firm code'],
      ['logisticsNo', 'C1..60', 'required', '物流运单编号', 'Waybill number'],
      ['logisticsStatus', 'C1', 'required', '物流状态', 'Waybill status', { values: ['S'] }],
      ['returnStatus', 'C1..10', 'required', '回执状态', 'Receipt status'],
      ['returnTime', 'C17', 'required', '回执时间', 'Receipt time', { time: 'YYYYMMDDhhmmssSSS' }],
      ['returnInfo', 'C1..1000', 'required', '回执信息', 'Receipt information'],
    ],
  },
  tail: 'none',
  signature: 'none',
  source: SOURCE,
});
