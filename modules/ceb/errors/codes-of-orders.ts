import type { CodeRow } from './entry.ts';

/** Result codes for firms; chapter 7 of the 202205 text. */
export const ENTERPRISE_CODES: readonly CodeRow[] = [
  ['-10101', '无效企业类型', 'Firm type not valid', 'enterprise'],
  ['-10102', '无效企业代码', 'Firm code not valid', 'enterprise'],
];

/** Result codes for orders; chapter 7 of the 202205 text. */
export const ORDER_CODES: readonly CodeRow[] = [
  ['-301001', '订单商品表体信息不存在', 'The order has no items', 'items-missing'],
  [
    '-301002',
    '订单商品信息内有重复商品序号',
    'Item numbers are repeated in the order',
    'invalid',
    [
      '订单表体中两项以上用了同一个 gnum',
      'Two or more items of the order have the same gnum',
      'gnum 从 1 起逐项加一，改正后重发',
      'Number the items 1, 2, 3 … in gnum and send again',
    ],
  ],
  ['-301003', '订单信息查询不存在[*]', 'Order not found [*]', 'not-found'],
  ['-301004', '订单信息查询不存在[*]', 'Order not found [*]', 'not-found'],
  ['-301005', '[*]订单信息查询不存在', '[*] Order not found', 'not-found'],
  ['-301006', '[*]检索到多条订单信息', '[*] Several orders found', 'several'],
  ['-301007', '订单业务报文信息不能为空', 'The order message is empty', 'empty'],
  [
    '-301008',
    '参数校验不通过，*',
    'Field check failed: *',
    'invalid',
    [
      '订单的某个字段不符合规范，如代码、日期、金额、总价，或 dxpId 与发送方不一致',
      'A field of the order breaks the standard: a code, date, amount or total, or dxpId is not the sender’s',
      '看返回信息中的字段名，改正后以新的 appTime 重发',
      'Look for the field named in the receipt, correct it and send again with a new appTime',
    ],
  ],
  [
    '-301009',
    '订单标识(appType)不正确,未找到操作的订单',
    'Kind of submission (appType) wrong: no order to act on',
    'not-found',
    [
      '变更或删除（appType 2、3）的订单在平台上不存在',
      'A change or deletion (appType 2 or 3) names an order that is not on record',
      '首次报送用 appType 1；核对 ebpCode 和 orderNo',
      'Use appType 1 for a first submission; check ebpCode and orderNo',
    ],
  ],
  [
    '-301010',
    '已存在相同编号的订单',
    'An order with this number exists',
    'exists',
    [
      '同一电商平台已有相同编号的订单，而内容不同',
      'The platform already has an order of this number with other content',
      '要修改原订单用 appType 2；另一笔订单要用另一个 orderNo',
      'To change that order use appType 2; another order needs another orderNo',
    ],
  ],
  [
    '-301011',
    '该订单已向海关申报清单，状态不符',
    'A declaration has been lodged for this order; its state does not allow this',
    'amend-state',
    [
      '订单对应的清单已经申报，订单不能再改或删',
      'The declaration of this order has been lodged, so the order can no longer be changed or deleted',
      '先撤销清单，或等清单被退回后再改',
      'Have the declaration cancelled first, or wait until it is rejected',
    ],
  ],
  [
    '-301012',
    '订单报文处理失败，未找到对应操作',
    'Order not processed: no such operation',
    'no-operation',
    [
      'appType 不是 1、2、3',
      'appType is not 1, 2 or 3',
      '填写 1 新增、2 变更或 3 删除',
      'Write 1 for new, 2 for change or 3 for delete',
    ],
  ],
  [
    '-301013',
    '订单报文处理失败，系统异常',
    'Order not processed: system error',
    'system',
    [
      '处理订单时系统内部出错，与报文内容无关',
      'The system failed while processing; the content of the order is not the cause',
      '稍后原样重发，不要改编号',
      'Send the same again later, under the same number',
    ],
  ],
  [
    '-301014',
    '订单报文处理失败，接收报文为旧报文数据，不做处理',
    'Order not processed: the message is older than the stored data',
    'older',
    [
      '这份订单的 appTime 早于已入库的同号订单',
      'The appTime of this order is before that of the stored one',
      '确认要保留哪一份；要覆盖就用当前时间作 appTime 重发',
      'Decide which one is right; to replace it send again with the present time in appTime',
    ],
  ],
  [
    '-301015',
    '订单报文处理失败，报文表头数据超过限制',
    'Order not processed: too many documents',
    'too-large',
  ],
];

/** Result codes for payments; chapter 7 of the 202205 text. */
export const PAYMENT_CODES: readonly CodeRow[] = [
  ['-401001', '支付凭证查询不存在[*]', 'Payment not found [*]', 'not-found'],
  ['-401002', '支付状态查询不存在[*]', 'Payment status not found [*]', 'not-found'],
  ['-401003', '[*]对应多条支付凭证', '[*] Several payments match', 'several'],
  ['-401004', '[*]对应支付凭证查询不存在', '[*] Payment not found', 'not-found'],
  ['-401005', '支付单业务报文不能为空', 'The payment message is empty', 'empty'],
  [
    '-401006',
    '支付单标识(appType)不正确,未找到对应操作的支付单',
    'Kind of submission (appType) wrong: no payment to act on',
    'not-found',
    [
      '变更或删除（appType 2、3）的支付单在平台上不存在',
      'A change or deletion (appType 2 or 3) names a payment that is not on record',
      '首次报送用 appType 1；核对 payCode 和 payTransactionId',
      'Use appType 1 for a first submission; check payCode and payTransactionId',
    ],
  ],
  [
    '-401007',
    '已存在相同编号的支付单',
    'A payment with this number exists',
    'exists',
    [
      '同一支付企业已有相同交易编号的支付单，而内容不同',
      'The payment firm already has a payment of this transaction number with other content',
      '要修改原支付单用 appType 2；另一笔支付要用自己的交易编号',
      'To change it use appType 2; another payment needs its own transaction number',
    ],
  ],
  [
    '-401008',
    '该支付单已向海关申报支付单，状态不符',
    'This payment has been declared to customs; its state does not allow this',
    'amend-state',
    [
      '支付单对应的清单已经申报，支付单不能再改或删',
      'The declaration of this payment has been lodged, so it can no longer be changed or deleted',
      '先撤销清单，或等清单被退回后再改',
      'Have the declaration cancelled first, or wait until it is rejected',
    ],
  ],
  [
    '-401009',
    '参数校验不通过，[paymentHead,payment]',
    'Field check failed: [paymentHead, payment]',
    'invalid',
    [
      '支付单的某个字段不符合规范，如代码、日期、金额',
      'A field of the payment breaks the standard: a code, date or amount',
      '看返回信息中的字段名，改正后以新的 appTime 重发',
      'Look for the field named in the receipt, correct it and send again with a new appTime',
    ],
  ],
  [
    '-401010',
    '支付单报文处理失败，未找到对应操作',
    'Payment not processed: no such operation',
    'no-operation',
    [
      'appType 不是 1、2、3',
      'appType is not 1, 2 or 3',
      '填写 1 新增、2 变更或 3 删除',
      'Write 1 for new, 2 for change or 3 for delete',
    ],
  ],
  ['-401011', '支付单报文处理失败，系统异常', 'Payment not processed: system error', 'system'],
  [
    '-401012',
    '支付单报文处理失败，接收报文为旧报文数据，不做处理',
    'Payment not processed: the message is older than the stored data',
    'older',
    [
      '这份支付单的 appTime 早于已入库的同号支付单',
      'The appTime of this payment is before that of the stored one',
      '要覆盖就用当前时间作 appTime 重发',
      'To replace the stored one send again with the present time in appTime',
    ],
  ],
  [
    '-401013',
    '支付单报文处理失败，报文表头数据超过限制',
    'Payment not processed: too many documents',
    'too-large',
  ],
];
