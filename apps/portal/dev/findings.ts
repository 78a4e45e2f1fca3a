import type { ListFinding } from '../src/api/types.ts';
import type { ScenarioName } from './scenarios.ts';

const finding = (
  code: string,
  rule: string,
  mode: 'live' | 'watch',
  message: [string, string],
  remedy: [string, string],
  evidence: [string, string, string][],
): ListFinding => ({
  code,
  level: 'business',
  path: evidence[0]?.[1] ?? '',
  message: { zh: message[0], en: message[1] },
  remedy: { zh: remedy[0], en: remedy[1] },
  rule,
  mode,
  evidence: evidence.map(([paper, path, value]) => ({ paper, path, value })),
});

/** Findings of a scenario about papers with these values. */
export function findingsOf(
  scenario: ScenarioName,
  paid: string,
  paidOtherwise: string,
  total: string,
): ListFinding[] {
  const found: Partial<Record<ScenarioName, ListFinding[]>> = {
    'paid-amount': [
      finding(
        'MATCH-PAID-AMOUNT',
        'R-1.14',
        'live',
        [
          '订单的实际支付金额与支付单的支付金额不一致。',
          'The amount actually paid in the order is not the amount of the payment.',
        ],
        [
          '核对支付流水，由报错的一方以“变更”（appType 2）重报。',
          'Check the payment record; whoever is wrong sends the paper again as a change (appType 2).',
        ],
        [
          ['order', 'acturalPaid', paid],
          ['payment', 'amountPaid', paidOtherwise],
        ],
      ),
    ],
    'buyer-name': [
      finding(
        'MATCH-BUYER-NAME',
        'R-1.15',
        'live',
        ['订购人姓名与支付人姓名不一致。', "The buyer's name is not the payer's."],
        [
          '由订购人本人支付，或先完成订购人身份认证。',
          "Have the buyer pay, or have the buyer's identity certified first.",
        ],
        [
          ['order', 'buyerName', '张*'],
          ['payment', 'payerName', '孙*'],
          ['declaration', 'buyerName', '张*'],
        ],
      ),
      finding(
        'MATCH-BUYER-ID',
        'R-1.15',
        'live',
        ['订购人证件号码与支付人证件号码不一致。', "The buyer's ID number is not the payer's."],
        [
          '由订购人本人支付，或先完成订购人身份认证。',
          "Have the buyer pay, or have the buyer's identity certified first.",
        ],
        [
          ['order', 'buyerIdNumber', '530102********0021'],
          ['payment', 'payerIdNumber', '530103********1148'],
          ['declaration', 'buyerIdNumber', '530102********0021'],
        ],
      ),
    ],
    quantity: [
      finding(
        'MATCH-LINE-QUANTITY',
        'R-1.13',
        'live',
        ['清单第 1 项的数量与订单不一致。', 'The quantity of line 1 is not that of the order.'],
        ['按实际发货数量更正清单或订单。', 'Correct the list or the order to what was shipped.'],
        [
          ['order', 'items[1].qty', '2'],
          ['declaration', 'items[1].qty', '3'],
        ],
      ),
    ],
    weight: [
      finding(
        'MATCH-GROSS-WEIGHT',
        'R-1.13',
        'watch',
        ['清单毛重与运单毛重相差 0.3 千克。', "The gross weight of the list is 0.3 kg off the waybill's."],
        ['以称重为准，下次按运单填报。', 'Use the weighed value and declare as on the waybill next time.'],
        [
          ['waybill', 'weight', '1.5'],
          ['declaration', 'grossWeight', '1.8'],
        ],
      ),
    ],
    'two-over-limit': [
      finding(
        'TAX-SINGLE-LIMIT',
        'R-2.3',
        'live',
        [
          '完税价格超过单次限额 5,000.00 元，且不止一件商品。',
          'The dutiable value passes the single limit of 5,000.00 CNY with more than one item.',
        ],
        ['分开下单，或改按一般贸易申报。', 'Order separately, or declare as general trade.'],
        [['order', 'goodsValue', total]],
      ),
    ],
    'yearly-limit': [
      finding(
        'QUOTA-YEAR',
        'R-2.4',
        'live',
        [
          '订购人今年已用 25,310.00 元，加上本单超过 26,000.00 元。',
          'The buyer has used 25,310.00 CNY this year; with this list it would pass 26,000.00.',
        ],
        ['改按一般贸易申报，或待次年再购。', 'Declare as general trade, or buy next year.'],
        [
          ['quota', 'used', '25310.00'],
          ['order', 'goodsValue', total],
        ],
      ),
    ],
    'positive-list': [
      finding(
        'RISK-K10',
        'R-2.14',
        'live',
        [
          '第 1 项商品编码不在零售进口商品清单（2022 版）内。',
          'The code of line 1 is not on the retail import list (2022).',
        ],
        [
          '核对归类；确属清单外商品的，不能以跨境电商方式进口。',
          'Check the classification; goods off the list cannot enter by retail import.',
        ],
        [['declaration', 'items[1].gcode', '0901110000']],
      ),
    ],
    'split-orders': [
      finding(
        'RISK-K3',
        'R-6.3',
        'live',
        [
          '同一订购人今日 3 份订单合计 11,480.00 元，超过单次限额。',
          'Three orders of this buyer today add up to 11,480.00 CNY, over the single limit.',
        ],
        [
          '等待人工审核；如确为独立购买，请提供订单页面。',
          'Wait for the review; if these are separate purchases, supply the order pages.',
        ],
        [
          ['order', 'buyerIdNumber', '530102********0021'],
          ['order', 'goodsValue', total],
        ],
      ),
    ],
  };
  return found[scenario] ?? [];
}
