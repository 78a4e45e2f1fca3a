import { messageTable } from './row.ts';

export const CEB622 = messageTable({
  root: 'CEB622Message',
  zh: '进口申报清单回执',
  en: 'Import declaration receipt',
  direction: 'import',
  kind: 'receipt',
  sender: { zh: '海关、电子口岸', en: 'Customs, E-Port' },
  document: {
    name: 'InventoryReturn',
    zh: '清单回执',
    en: 'Declaration receipt',
    most: 100,
    rows: [
      ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
      ['customsCode', 'C4', 'optional', '申报海关代码', 'Declaring customs office'],
      ['ebpCode', 'C1..18', 'optional', '电商平台代码', 'Platform code'],
      ['ebcCode', 'C1..18', 'optional', '电商企业代码', 'E-commerce firm code'],
      ['agentCode', 'C1..18', 'optional', '申报企业代码', 'Declaring firm code'],
      ['copNo', 'C1..20', 'required', '企业内部编号', 'Firm document number'],
      [
        'preNo',
        'C18',
        'required',
        '预录入编号',
        'Pre-entry number of E-Port',
        { remark: 'the text says optional, the XSD required: the XSD is followed' },
      ],
      ['invtNo', 'C18', 'optional', '清单编号', 'Declaration number of customs'],
      ['returnStatus', 'C1..10', 'required', '回执状态', 'Receipt status'],
      ['returnTime', 'C17', 'required', '回执时间', 'Receipt time', { time: 'YYYYMMDDhhmmssSSS' }],
      ['returnInfo', 'C1..1000', 'required', '回执信息', 'Receipt information'],
    ],
  },
  tail: 'none',
  signature: 'none',
  source: '海关跨境电商统一版 202205: 进口业务节点报文 XSD, 报文规范 PDF',
});
