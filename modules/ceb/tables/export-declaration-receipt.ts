import { messageTable } from './row.ts';

const SOURCE = '海关跨境电商统一版 202205: 出口业务节点报文 XSD, 报文规范 PDF';

export const CEB604 = messageTable({
  root: 'CEB604Message',
  zh: '出口申报清单回执',
  en: 'Export declaration receipt',
  direction: 'export',
  kind: 'receipt',
  sender: { zh: '海关、电子口岸', en: 'Customs, E-Port' },
  document: {
    name: 'InventoryReturn',
    zh: '清单回执',
    en: 'Declaration receipt',
    most: 100,
    rows: [
      ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
      ['agentCode', 'C..18', 'required', '申报企业代码', 'Declaring firm code'],
      ['copNo', 'C..30', 'required', '企业唯一编号', 'Firm document number'],
      [
        'preNo',
        'C18',
        'required',
        '电子口岸编号',
        'Pre-entry number of E-Port',
        { remark: 'the text says optional, the XSD required: the XSD is followed' },
      ],
      [
        'invtNo',
        'C..20',
        'required',
        '清单编号',
        'Declaration number of customs',
        { remark: 'the text says optional, the XSD required: the XSD is followed' },
      ],
      ['ebcCode', 'C..18', 'required', '收发货人代码', 'E-commerce firm code'],
      ['ebpCode', 'C..18', 'required', '电商平台代码', 'Platform code'],
      ['orderNo', 'C..60', 'required', '订单编号', 'Order number'],
      ['statisticsFlag', 'C1', 'required', '申报业务类型', 'Way of declaring', { values: ['A', 'B'] }],
      ['returnStatus', 'C1..10', 'required', '回执状态', 'Receipt status'],
      ['returnTime', 'C17', 'required', '回执时间', 'Receipt time', { time: 'YYYYMMDDhhmmssSSS' }],
      ['returnInfo', 'C..1000', 'required', '回执信息', 'Receipt information'],
    ],
  },
  tail: 'none',
  signature: 'none',
  source: SOURCE,
});
