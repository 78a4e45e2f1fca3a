import type { CodeRow } from './entry.ts';

/** Result codes for waybills; chapter 7 of the 202205 text. */
export const WAYBILL_CODES: readonly CodeRow[] = [
  ['-504000', '运单报文解析失败！', 'Waybill message cannot be read', 'unreadable'],
  ['-504010', '运单业务报文不能为空', 'The waybill message is empty', 'empty'],
  [
    '-504011',
    '参数校验不通过，*',
    'Field check failed: *',
    'invalid',
    [
      '运单的某个字段不符合规范，如代码、日期、重量、件数',
      'A field of the waybill breaks the standard: a code, date, weight or number of packages',
      '看返回信息中的字段名，改正后以新的 appTime 重发',
      'Look for the field named in the receipt, correct it and send again with a new appTime',
    ],
  ],
  [
    '-504012',
    '物流运单已存在',
    'The waybill exists',
    'exists',
    [
      '同一物流企业 6 个月内已用过这个运单编号',
      'The logistics firm has used this waybill number within the last six months',
      '换用新的运单编号；要修改原运单用 appType 2',
      'Use a new waybill number; to change the old waybill use appType 2',
    ],
  ],
  ['-504013', '物流运单报文数量超过限制', 'Too many waybills in the message', 'too-large'],
  [
    '-504014',
    '运单标识(appType)不正确,未找到操作的运单',
    'Kind of submission (appType) wrong: no waybill to act on',
    'not-found',
    [
      '变更或删除（appType 2、3）的运单在平台上不存在',
      'A change or deletion (appType 2 or 3) names a waybill that is not on record',
      '首次报送用 appType 1；核对 logisticsCode 和 logisticsNo',
      'Use appType 1 for a first submission; check logisticsCode and logisticsNo',
    ],
  ],
  [
    '-504015',
    '已存在相同编号的运单',
    'A waybill with this number exists',
    'exists',
    [
      '同一物流企业已有相同编号的运单，而内容不同',
      'The logistics firm already has a waybill of this number with other content',
      '要修改原运单用 appType 2；另一包裹要用另一个 logisticsNo',
      'To change it use appType 2; another parcel needs another logisticsNo',
    ],
  ],
  [
    '-504016',
    '该运单已向海关申报运单，状态不符',
    'This waybill has been declared to customs; its state does not allow this',
    'amend-state',
    [
      '运单对应的清单已经申报，运单不能再改或删',
      'The declaration of this waybill has been lodged, so it can no longer be changed or deleted',
      '先撤销清单，或等清单被退回后再改',
      'Have the declaration cancelled first, or wait until it is rejected',
    ],
  ],
];

/** Result codes for waybill statuses; chapter 7 of the 202205 text. */
export const WAYBILL_STATUS_CODES: readonly CodeRow[] = [
  ['-505000', '运单状态报文解析失败！', 'Waybill status message cannot be read', 'unreadable'],
  ['-505010', '运单状态业务报文不能为空', 'The waybill status message is empty', 'empty'],
  ['-505011', '参数校验不通过', 'Field check failed', 'invalid'],
  ['-505012', '物流运单状态已存在', 'The waybill status exists', 'exists'],
  ['-505013', '物流运单状态报文数量超过限制', 'Too many waybill statuses in the message', 'too-large'],
  [
    '-505014',
    '物流运单状态报文处理失败，未找到对应操作',
    'Waybill status not processed: no such operation',
    'no-operation',
  ],
  ['-505015', '物流报文处理失败，系统异常', 'Waybill message not processed: system error', 'system'],
  [
    '-505016',
    '物流报文处理失败，接收报文为旧报文数据，不做处理',
    'Waybill message not processed: older than the stored data',
    'older',
    [
      '这份物流报文的 appTime 早于已入库的同号数据',
      'The appTime of this logistics message is before that of the stored data',
      '要覆盖就用当前时间作 appTime 重发',
      'To replace the stored data send again with the present time in appTime',
    ],
  ],
  ['-505017', '报文处理失败，报文表头数据超过限制', 'Not processed: too many documents', 'too-large'],
];

/** Result codes for tallies at a supervised site; chapter 7 of the 202205 text. */
export const TALLY_CODES: readonly CodeRow[] = [
  ['-800000', '入库明细单表体信息不存在', 'The tally has no items', 'items-missing'],
  ['-800001', '校验不通过，[*]', 'Check failed: [*]', 'invalid'],
  ['-800002', '入库明细单报文解析失败', 'Tally message cannot be read', 'unreadable'],
  ['-800003', '入库明细单报已存在', 'The tally exists', 'exists'],
  ['-800004', '入库明细单报文处理失败，系统异常', 'Tally not processed: system error', 'system'],
  [
    '-800005',
    '入库明细单报文处理失败，接收报文为旧报文数据，不做处理',
    'Tally not processed: older than the stored data',
    'older',
  ],
  [
    '-800006',
    '入库明细单报文处理失败，报文表头数据超过限制',
    'Tally not processed: too many documents',
    'too-large',
  ],
];
