import type { ImportOrder } from '#ceb';
import {
  add,
  type Decimal,
  formatDecimal,
  isProduct,
  multiply,
  parseDecimal,
  roundDecimal,
  subtract,
  ZERO,
} from '#kernel';
import type { Paper } from './dossier.ts';
import { PAPER_NAMES } from './fields.ts';
import { type Check, found, listed, type MatchFinding, type RuleGroup } from './rule.ts';

/** Amounts count at 2 decimals, to the cent. */
const DIGITS = 2;
const SUMMANDS = ['acturalPaid', 'goodsValue', 'freight', 'taxTotal', 'discount'] as const;
const IDENTITY = {
  rule: 'R-1.14',
  source: 'CEB specification 202205, fields of CEB311',
  confidence: 'V',
} as const;

const LINE_TOTAL = listed(
  {
    ...IDENTITY,
    code: 'MATCH-LINE-TOTAL',
    what: { zh: '商品总价', en: 'line total' },
    customsCode: '905003',
  },
  {
    zh: '每项商品的总价应等于单价乘以数量（保留两位小数）',
    en: 'Each line total must be price times quantity, at 2 decimals',
  },
  ['price', 'qty', 'totalPrice'].flatMap((field) => [
    `Order/OrderList/${field}`,
    `Inventory/InventoryList/${field}`,
  ]),
);

const GOODS_VALUE = listed(
  {
    ...IDENTITY,
    code: 'MATCH-GOODS-VALUE',
    what: { zh: '商品价格', en: 'goods value' },
    customsCode: '905002',
  },
  {
    zh: '订单的商品价格应等于各项商品总价之和（含非现金抵扣部分）',
    en: 'The goods value of the order must be the sum of its line totals, before what is not paid in cash',
  },
  ['Order/OrderHead/goodsValue', 'Order/OrderList/totalPrice'],
);

const PAID = listed(
  {
    ...IDENTITY,
    code: 'MATCH-PAID-SUM',
    what: { zh: '实际支付金额', en: 'amount paid' },
    customsCode: '905001',
  },
  {
    zh: '实际支付金额应等于商品价格＋运杂费＋代扣税款－非现金抵扣金额',
    en: 'The amount paid must be goods value + freight + withheld tax − what is not paid in cash',
  },
  SUMMANDS.map((field) => `Order/OrderHead/${field}`),
);

interface Line {
  readonly gnum: number;
  readonly price: string;
  readonly qty: string;
  readonly totalPrice: string;
}

const money = (value: Decimal) => formatDecimal(value, DIGITS);

function adds({ price, qty, totalPrice }: Line): boolean {
  // Most lines are of one piece: nothing to multiply.
  if (qty === '1' && price === totalPrice) return true;
  return isProduct(parseDecimal(totalPrice), parseDecimal(price), parseDecimal(qty), DIGITS);
}

const checkLines = (paper: Paper, list: string, lines: readonly Line[], findings: MatchFinding[]) => {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || adds(line)) continue;
    const { gnum, price, qty, totalPrice } = line;
    const right = money(multiply(parseDecimal(price), parseDecimal(qty), DIGITS));
    const path = (field: string) => `${list}[${at + 1}]/${field}`;
    const name = PAPER_NAMES[paper];
    findings.push(
      found(LINE_TOTAL, {
        path: path('totalPrice'),
        message: {
          zh: `${name.zh}第${gnum}项总价${totalPrice}不等于单价${price}×数量${qty}＝${right}`,
          en: `In the ${name.en}, the total of line ${gnum} is ${totalPrice}, not ${price} × ${qty} = ${right}`,
        },
        remedy: {
          zh: `改正单价、数量或总价（赠品单价填0），以变更报文（appType=2）重发${name.zh}`,
          en: `Correct price, quantity or total (a gift has price 0) and send the ${name.en} again as a change (appType 2)`,
        },
        evidence: [
          { paper, path: path('price'), value: price },
          { paper, path: path('qty'), value: qty },
          { paper, path: path('totalPrice'), value: totalPrice },
        ],
      }),
    );
  }
};

const sameMoney = (one: Decimal, other: Decimal) =>
  one === other || roundDecimal(one, DIGITS) === roundDecimal(other, DIGITS);

function goodsValueFinding(head: ImportOrder['head'], total: Decimal): MatchFinding {
  return found(GOODS_VALUE, {
    path: 'Order/OrderHead/goodsValue',
    message: {
      zh: `订单商品价格${head.goodsValue}不等于各项总价之和${money(total)}`,
      en: `The goods value of the order is ${head.goodsValue}, the line totals add up to ${money(total)}`,
    },
    remedy: {
      zh: '改正商品价格或表体总价，以变更报文（appType=2）重发订单',
      en: 'Correct the goods value or the lines and send the order again as a change (appType 2)',
    },
    evidence: [
      { paper: 'order', path: 'Order/OrderHead/goodsValue', value: head.goodsValue },
      { paper: 'order', path: 'Order/OrderList/totalPrice', value: money(total) },
    ],
  });
}

function paidFinding(head: ImportOrder['head'], due: Decimal): MatchFinding {
  return found(PAID, {
    path: 'Order/OrderHead/acturalPaid',
    message: {
      zh: `实际支付金额${head.acturalPaid}不等于商品价格${head.goodsValue}＋运杂费${head.freight}＋代扣税款${head.taxTotal}－非现金抵扣${head.discount}＝${money(due)}`,
      en: `The amount paid is ${head.acturalPaid}, not ${head.goodsValue} + ${head.freight} + ${head.taxTotal} − ${head.discount} = ${money(due)}`,
    },
    remedy: {
      zh: '改正订单中有误的金额，以变更报文（appType=2）重发订单；优惠券、积分等填入非现金抵扣金额',
      en: 'Correct the wrong amount and send the order again as a change (appType 2); coupons and points belong in discount',
    },
    evidence: SUMMANDS.map((field) => ({
      paper: 'order',
      path: `Order/OrderHead/${field}`,
      value: head[field],
    })),
  });
}

const check: Check = ({ order, declaration }, _context, findings) => {
  checkLines('declaration', 'Inventory/InventoryList', declaration.items, findings);
  if (order === undefined) return;
  checkLines('order', 'Order/OrderList', order.items, findings);
  const { head } = order;
  let total: Decimal = ZERO;
  for (const item of order.items) total = add(total, parseDecimal(item.totalPrice));
  const goodsValue = parseDecimal(head.goodsValue);
  if (!sameMoney(goodsValue, total)) findings.push(goodsValueFinding(head, total));
  const charges = add(parseDecimal(head.freight), parseDecimal(head.taxTotal));
  const due = subtract(add(goodsValue, charges), parseDecimal(head.discount));
  if (!sameMoney(parseDecimal(head.acturalPaid), due)) findings.push(paidFinding(head, due));
};

/** The money identity. */
export const moneyRules: RuleGroup = { listed: [LINE_TOTAL, GOODS_VALUE, PAID], check };
