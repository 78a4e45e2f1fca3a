import { type GroupTable, groupTable } from './row.ts';

const DXP_MODE = { values: ['DXP'] } as const;

/** Who transmits the message; after the documents of every import declaration. */
export const BASE_TRANSFER = groupTable({
  name: 'BaseTransfer',
  zh: '基础报文传输实体',
  en: 'Transmission',
  rows: [
    ['copCode', 'C1..18', 'required', '传输企业代码', 'Transmitting enterprise code'],
    ['copName', 'C..100', 'required', '传输企业名称', 'Transmitting enterprise name'],
    ['dxpMode', 'C3', 'required', '报文传输模式', 'Transmission mode', DXP_MODE],
    ['dxpId', 'C..30', 'required', '报文传输编号', 'Transmission number (DXP user id)'],
    ['note', 'C..1000', 'optional', '备注', 'Note'],
  ],
});

const [, ...AFTER_COP_CODE] = BASE_TRANSFER.rows;

/** The same in export, whose schema lets the first field be empty. */
const EXPORT_BASE_TRANSFER = groupTable({
  ...BASE_TRANSFER,
  rows: [['copCode', 'C..18', 'required', '传输企业代码', 'Transmitting enterprise code'], ...AFTER_COP_CODE],
});

/** Who transmits the message, by the order of what follows the documents. */
export const TRANSFER_OF: Readonly<Record<'import' | 'export', GroupTable>> = {
  import: BASE_TRANSFER,
  export: EXPORT_BASE_TRANSFER,
};

/** Who else wants data or receipts; 0 to 5 of them. */
export const BASE_SUBSCRIBE = groupTable({
  name: 'BaseSubscribe',
  zh: '基础回执订阅实体',
  en: 'Subscription to receipts',
  rows: [
    [
      'status',
      'C..100',
      'required',
      '订阅的信息',
      'What is subscribed to',
      { values: ['ALL', 'DATA', 'RET'] },
    ],
    ['dxpMode', 'C3', 'required', '报文传输模式', 'Transmission mode', DXP_MODE],
    ['dxpAddress', 'C..100', 'required', '订阅方传输编号', 'DXP user id of the subscriber'],
    ['note', 'C..1000', 'optional', '备注', 'Note'],
  ],
});

/** Most subscriptions of a message by the schema. */
export const MOST_SUBSCRIPTIONS = 5;

/** Free part of a message: two fields here, then `Message` with at most one element of any kind. */
export const EXTEND_MESSAGE = groupTable({
  name: 'ExtendMessage',
  zh: '扩展自定义数据实体',
  en: 'Extension',
  rows: [
    ['name', 'C..30', 'required', '自定义报文名称', 'Name of the extension'],
    ['version', 'C..30', 'required', '自定义报文版本', 'Version of the extension'],
  ],
});

/** The element of `ExtendMessage` that holds the free content. */
export const EXTENSION_CONTENT = 'Message';
