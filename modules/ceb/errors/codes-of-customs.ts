import type { CodeRow } from './entry.ts';

/** Codes customs puts into `returnInfo` as `[Code:…;Desc:…]`; no list is published, these have been seen. */
export const CUSTOMS_CODES: readonly CodeRow[] = [
  [
    '1200',
    '待人工审核',
    'Waiting for manual review',
    'invalid',
    [
      '清单被风险规则选中，由关员审核',
      'A risk rule picked the declaration; an officer reviews it',
      '准备好订单、支付和商品资料，等待结果，不要重发',
      'Have order, payment and goods papers at hand and wait; do not send again',
    ],
  ],
  [
    '1301',
    '系统异常，请稍后重试',
    'System fault; try again later',
    'system',
    [
      '海关系统处理时出错，与报文内容无关',
      'The customs system failed while it worked; the content is not the cause',
      '稍后以新内容的 appTime 重新申报；持续出现请联系现场海关',
      'Declare again later with a new appTime; if it persists, turn to the customs office',
    ],
  ],
  [
    '1311',
    '担保金额不足',
    'The guarantee does not cover the tax',
    'limit',
    [
      '担保企业的保证金或保函余额不足以覆盖本单税款',
      'What is left of the guarantor’s deposit or letter does not cover the tax of this declaration',
      '由担保企业增加额度或结清已汇总的税款后重报',
      'Have the guarantor add to it or settle the tax that is summed up, and submit again',
    ],
  ],
  [
    '1313',
    '订购人购买超过年度限额,超过个人年度购买额度',
    'The buyer is over the yearly allowance',
    'limit',
    [
      '订购人本年度的购买额加上本单超过个人年度限额',
      'The buyer’s purchases of the calendar year with this one pass the yearly limit',
      '请订购人核对额度；超过部分按一般贸易办理',
      'Have the buyer look up the allowance; what is over the limit goes by general trade',
    ],
  ],
  [
    '1320',
    '清单表体商品项与订单表体商品项的项数不一致',
    'Declaration and order have different numbers of items',
    'invalid',
    [
      '拆分、合并或漏报了商品项',
      'Items were split, merged or left out',
      '清单表体与订单表体逐项对应，序号一致',
      'Match the items of declaration and order one by one, with the same numbers',
    ],
  ],
  [
    '1322',
    '订单清单表体商品项不一致',
    'The items of order and declaration differ',
    'invalid',
    [
      '清单表体与订单表体在项数、品名、数量、单价或总价上不同',
      'The items differ in number, name, quantity, price or total from those of the order',
      '以真实交易为准改正订单（appType 2）或清单后重报',
      'Correct the order (appType 2) or the declaration to what was really bought, and submit again',
    ],
  ],
  [
    '1327',
    '订单购买人与支付单支付人名字或身份证号码不一致',
    'Buyer of the order and payer differ in name or identity number',
    'invalid',
    [
      '用他人账户支付，或订单、支付单录入有误',
      'Somebody else paid, or the order or the payment has a slip',
      '由订购人本人支付；录入有误的一方变更单证后重报',
      'Have the buyer pay; who made the slip amends the paper, then submit again',
    ],
  ],
  [
    '1332',
    '支付单支付金额与订单支付金额不一致',
    'The amount paid differs between payment and order',
    'invalid',
    [
      '订单的 acturalPaid 与支付单的 amountPaid 不同，多因优惠或运费算法不同',
      'acturalPaid of the order is not amountPaid of the payment, mostly over coupons or freight',
      '按实际支付金额更正订单或支付单',
      'Correct order or payment to what was really paid',
    ],
  ],
  [
    '1800',
    '逻辑校验通过',
    'Logic check passed',
    'invalid',
    [
      '单证已入海关系统并通过逻辑校验',
      'The document is in the customs system and passed its logic check',
      '无需处理，等待后续回执',
      'Nothing to do; wait for the next receipt',
    ],
  ],
  [
    '2600',
    '放行',
    'Released',
    'invalid',
    [
      '各项校验通过，海关放行',
      'All checks passed; customs releases the goods',
      '可以配送；税款按担保期限缴纳',
      'The goods may be delivered; the tax is paid within the guarantee’s term',
    ],
  ],
  [
    '13035',
    '支付企业不一致',
    'The payment firm differs',
    'invalid',
    [
      '订单写的支付企业与支付单的不同',
      'The payment firm in the order is not that of the payment',
      '核对两者的 payCode、payName 后变更订单或支付单',
      'Check payCode and payName of both and change order or payment',
    ],
  ],
  [
    '13127',
    '清单上的订购人姓名与订单上的订购人姓名不一致',
    'The buyer’s name differs between declaration and order',
    'invalid',
    [
      '两份单证的 buyerName 不同',
      'buyerName is not the same in both',
      '以订购人实名为准改正后重报',
      'Correct it to the buyer’s real name and submit again',
    ],
  ],
  [
    '130126',
    '清单上的订购人电话号码与订单上的订购人电话号码不一致',
    'The buyer’s telephone differs between declaration and order',
    'invalid',
    [
      '两份单证的 buyerTelephone 不同',
      'buyerTelephone is not the same in both',
      '改成一致后重报',
      'Make them the same and submit again',
    ],
  ],
  [
    '22001',
    '支付企业未备案',
    'The payment firm is not registered',
    'enterprise',
    [
      '支付企业没有在海关备案，或备案角色不含支付',
      'The payment firm is not registered with customs, or not as a payment firm',
      '由支付企业先办理备案',
      'Have the payment firm register first',
    ],
  ],
  [
    '22007',
    '对应清单已放行',
    'The declaration has been released already',
    'amend-state',
    [
      '对应的清单已经放行，三单不能再改',
      'The declaration is released, so its papers can no longer be changed',
      '需要更正时走退货或向海关说明',
      'For corrections use a return or turn to customs',
    ],
  ],
];

/** Codes outside the published list that real traffic carries. */
export const UNLISTED_CODES: readonly CodeRow[] = [
  ['-301020', '验签失败', 'Signature check of the order failed', 'signature-wrong'],
  ['-999999', '报文格式校验失败', 'Format check failed; a port platform puts it into CEB900', 'unreadable'],
];

/** Codes of the DXP exchange platform, answered in `DxpRep`. */
export const TRANSPORT_CODES: readonly CodeRow[] = [
  ['0001', '报文格式错误', 'Wrong message format', 'unreadable'],
  ['0002', '数据包不能通过schema验证', 'The package fails the schema', 'unreadable'],
  ['0999', '其他格式错误', 'Other format error', 'unreadable'],
  ['1001', '数字签名无效', 'Digital signature not valid', 'signature-wrong'],
  ['1002', '数字签名过期', 'Digital signature expired', 'signature-wrong'],
  ['1003', '报文解密错误', 'The message cannot be decrypted', 'signature-wrong'],
  ['1004', '签名与数据不符', 'Signature and data do not match', 'signature-wrong'],
  ['1999', '其他安全错误', 'Other security error', 'signature-wrong'],
  ['2001', '指定的接收方不存在', 'The receiver does not exist', 'transport'],
  [
    '2002',
    '地址不匹配，报文的实际接收方与该报文的“接收方”定义不同',
    'Address mismatch: the message went to another than the receiver it names',
    'transport',
  ],
  ['2999', '其他业务逻辑错误', 'Other logical error', 'transport'],
  ['3001', '数据库、中间件等系统错误', 'System error in database or middleware', 'system'],
  ['3002', '远程连接错误', 'Remote connection failed', 'transport'],
  ['3003', '远程连接超时', 'Remote connection timed out', 'transport'],
  ['3999', '其他系统级错误', 'Other system error', 'system'],
  ['4000-9999', '其他错误（用户可扩展）', 'Other errors, for users to define', 'transport'],
];
