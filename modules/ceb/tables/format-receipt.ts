import { messageTable } from './row.ts';

export const CEB900 = messageTable({
  root: 'CEB900Message',
  zh: '报文格式校验回执',
  en: 'Format check receipt',
  direction: 'both',
  kind: 'receipt',
  sender: { zh: '海关、电子口岸', en: 'Customs, E-Port' },
  document: {
    name: 'MessageReturn',
    zh: '报文格式校验回执',
    en: 'Format check receipt',
    most: 1,
    rows: [
      ['guid', 'C36', 'required', '系统唯一序号', 'Unique number'],
      ['returnStatus', 'C1..10', 'required', '回执状态', 'Receipt status'],
      ['returnInfo', 'C..5000', 'required', '回执详细信息', 'Receipt information'],
      [
        'returnTime',
        'C17',
        'required',
        '操作时间',
        'Receipt time',
        {
          time: 'YYYYMMDDhhmmssSSS',
          remark: 'the text says up to 50 characters, the XSD 17: the XSD is followed',
        },
      ],
      ['oriCopMsgId', 'C..255', 'required', '原始传输报文编号', 'CopMsgId of the original message'],
      [
        'oriMessageType',
        'C..15',
        'required',
        '原始报文类型',
        'Root of the original message, or Unknown',
        { source: 'XSD 202205; text of 2018 No. 113' },
      ],
      ['oriBizMessage', 'C', 'required', '原始报文内容', 'The original message as text'],
    ],
  },
  tail: 'none',
  signature: 'none',
  source: '海关跨境电商统一版 202205: 进口业务节点报文 XSD, 报文规范 PDF',
});
