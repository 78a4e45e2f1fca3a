import { type Decimal, formatDecimal, parseDecimal, ZERO } from '#kernel';
import { found, listed } from '#matching';
import { type ExportRules, PATHS } from './dossier.ts';

const SUM = listed(
  {
    code: 'EXPORT-GOODS-VALUE',
    what: { zh: '商品金额', en: 'goods value' },
    customsCode: '905002',
    rule: 'R-1.21',
    source: 'design default: the order is for the goods of the list',
    confidence: 'D',
    from: '2014-02-10',
  },
  {
    zh: '订单商品金额应等于清单各项总价之和',
    en: 'The goods value of the order must be the sum of the lines of the list',
  },
  [`${PATHS.order}/goodsValue`, `${PATHS.line}/totalPrice`],
);

const REUSED = listed(
  {
    code: 'EXPORT-WAYBILL-REUSED',
    what: { zh: '运单编号', en: 'waybill number' },
    customsCode: '909003',
    rule: 'R-1.17',
    source: 'CEB field texts; that a parcel is declared by one list: design default',
    confidence: 'D',
    severity: 'review',
    from: '2014-02-10',
  },
  {
    zh: '一个运单编号只由一份在办清单使用',
    en: 'A waybill number is used by one list at a time',
  },
  [`${PATHS.list}/logisticsNo`],
);

/** Rules that look at the parcel and its value as a whole. */
export const wholeList: ExportRules = {
  listed: [SUM, REUSED],
  check: ({ list, order }, { waybillUsedBy }, findings) => {
    if (waybillUsedBy !== undefined) {
      const path = `${PATHS.list}/logisticsNo`;
      findings.push(
        found(REUSED, {
          path,
          message: {
            zh: `运单编号${list.head.logisticsNo}已由订单${waybillUsedBy}的清单使用`,
            en: `Waybill ${list.head.logisticsNo} is used by the list of order ${waybillUsedBy}`,
          },
          remedy: {
            zh: '核对运单编号；确为同一包裹的，说明拆单原因',
            en: 'Compare the number; where it is one parcel, explain why there are two lists',
          },
          evidence: [{ paper: 'declaration', path, value: list.head.logisticsNo }],
        }),
      );
    }
    if (order === undefined) return;
    const sum = list.items.reduce(
      (total, { totalPrice }) => (total + parseDecimal(totalPrice)) as Decimal,
      ZERO,
    );
    if (sum === parseDecimal(order.head.goodsValue)) return;
    const path = `${PATHS.order}/goodsValue`;
    findings.push(
      found(SUM, {
        path,
        message: {
          zh: `订单商品金额${order.head.goodsValue}与清单各项合计${formatDecimal(sum)}不符`,
          en: `The goods value of the order, ${order.head.goodsValue}, is not the sum of the list, ${formatDecimal(sum)}`,
        },
        remedy: {
          zh: '改正订单或清单后以变更报文（appType=2）重发',
          en: 'Correct order or list and send it again as a change (appType 2)',
        },
        evidence: [
          { paper: 'order', path, value: order.head.goodsValue },
          { paper: 'declaration', path: `${PATHS.line}/totalPrice`, value: formatDecimal(sum) },
        ],
      }),
    );
  },
};
