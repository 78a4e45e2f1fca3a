import type { ImportDeclaration, ImportOrder } from '#ceb';
import type { Bilingual } from '#kernel';
import { type Comparison, type Scalar, sameUnder } from './compare.ts';
import { type Check, found, listed, type MatchFinding, type RuleFacts, type RuleGroup } from './rule.ts';

type OrderItem = ImportOrder['items'][number];
type DeclarationItem = ImportDeclaration['items'][number];

/** A field that the order's and the declaration's line of one number must say the same. */
interface ItemComparison extends RuleFacts {
  readonly compare: Comparison;
  readonly order: keyof OrderItem;
  /** The first of these that the declaration's line fills in is compared. */
  readonly declaration: readonly [keyof DeclarationItem, (keyof DeclarationItem)?];
}

const MATRIX = {
  rule: 'R-1.13',
  source: 'GACC 2018-194; customs check logic published by Alipay+; customs receipt code 1322',
  confidence: 'V',
  customsCode: '1322',
} as const;

/**
 * The lines' part of the matrix R-1.13: number, name, quantity, price, total. A quantity means nothing without its
 * unit, so units are compared too, but only send the list to an officer; the origin is watched (both D).
 */
const itemComparisons: readonly ItemComparison[] = [
  {
    ...MATRIX,
    code: 'MATCH-ITEM-NUMBER',
    what: { zh: '企业商品货号', en: 'item number' },
    compare: 'exact',
    order: 'itemNo',
    declaration: ['itemNo'],
  },
  {
    ...MATRIX,
    source: `${MATRIX.source}; CEB specification 202205: gname agrees with the order`,
    code: 'MATCH-ITEM-NAME',
    what: { zh: '商品名称', en: 'item name' },
    compare: 'name',
    order: 'itemName',
    declaration: ['itemName', 'gname'],
  },
  {
    ...MATRIX,
    code: 'MATCH-ITEM-QUANTITY',
    what: { zh: '商品数量', en: 'quantity' },
    compare: 'quantity',
    order: 'qty',
    declaration: ['qty'],
  },
  {
    ...MATRIX,
    source: 'design default: quantities are only the same in the same unit',
    confidence: 'D',
    severity: 'review',
    code: 'MATCH-ITEM-UNIT',
    what: { zh: '计量单位', en: 'unit of measure' },
    compare: 'exact',
    order: 'unit',
    declaration: ['unit'],
  },
  {
    ...MATRIX,
    code: 'MATCH-ITEM-PRICE',
    what: { zh: '商品单价', en: 'unit price' },
    compare: 'money',
    order: 'price',
    declaration: ['price'],
  },
  {
    ...MATRIX,
    code: 'MATCH-ITEM-TOTAL',
    what: { zh: '商品总价', en: 'line total' },
    compare: 'money',
    order: 'totalPrice',
    declaration: ['totalPrice'],
  },
  {
    ...MATRIX,
    source: 'design default',
    confidence: 'D',
    mode: 'watch',
    code: 'MATCH-ITEM-ORIGIN',
    what: { zh: '原产国', en: 'country of origin' },
    compare: 'exact',
    order: 'country',
    declaration: ['country'],
  },
];

const COUNT = listed(
  {
    ...MATRIX,
    source: 'CEB specification 202205: lines stand one to one; customs receipt code 1320',
    customsCode: '1320',
    code: 'MATCH-ITEM-COUNT',
    what: { zh: '商品项数', en: 'number of items' },
  },
  { zh: '清单与订单的商品项数应相同', en: 'Declaration and order must have the same number of items' },
  ['Order/OrderList', 'Inventory/InventoryList'],
);

const PAIR = listed(
  {
    ...MATRIX,
    source: 'CEB specification 202205: gnum of declaration and order stand one to one',
    code: 'MATCH-ITEM-PAIR',
    what: { zh: '商品序号', en: 'line number' },
  },
  {
    zh: '清单每项商品的序号（gnum）应与订单中恰好一项相同',
    en: 'Each line number (gnum) of the declaration must be that of exactly one line of the order',
  },
  ['Order/OrderList/gnum', 'Inventory/InventoryList/gnum'],
);

const REMEDY: Bilingual = {
  zh: '以订单为准改正清单表体（订单有误则改正订单），以变更报文（appType=2）重发',
  en: 'Correct the lines of the declaration after the order (or the order, if it is wrong) and send it again as a change (appType 2)',
};

const orderPath = (at: number, field: string) => `Order/OrderList[${at + 1}]/${field}`;
const declarationPath = (at: number, field: string) => `Inventory/InventoryList[${at + 1}]/${field}`;

type Pairs = ReadonlyArray<readonly [orderAt: number, declarationAt: number]>;

/** Pairs lines by their number; the lines left over are reported. */
function pair(order: ImportOrder, declaration: ImportDeclaration, findings: MatchFinding[]): Pairs {
  const byNumber = new Map<number, number>();
  for (const [at, item] of order.items.entries()) {
    if (!byNumber.has(item.gnum)) byNumber.set(item.gnum, at);
  }
  const pairs: [number, number][] = [];
  const lonely: string[] = [];
  for (const [at, item] of declaration.items.entries()) {
    const orderAt = byNumber.get(item.gnum);
    if (orderAt === undefined) lonely.push(declarationPath(at, 'gnum'));
    else pairs.push([orderAt, at]);
    byNumber.delete(item.gnum);
  }
  const [here, there] = [declaration.items.length, order.items.length];
  if (here !== there) {
    findings.push(
      found(COUNT, {
        path: 'Inventory/InventoryList',
        message: {
          zh: `商品项数不一致：订单有${there}项，清单有${here}项`,
          en: `The number of items differs: ${there} in the order, ${here} in the declaration`,
        },
        remedy: REMEDY,
        evidence: [
          { paper: 'order', path: 'Order/OrderList', value: String(there) },
          { paper: 'declaration', path: 'Inventory/InventoryList', value: String(here) },
        ],
      }),
    );
  } else if (lonely.length > 0) {
    const numbers = (items: readonly { readonly gnum: number }[]) =>
      items.map((item) => item.gnum).join(', ');
    const [ours, theirs] = [numbers(declaration.items), numbers(order.items)];
    findings.push(
      found(PAIR, {
        path: lonely[0] ?? '',
        message: {
          zh: `商品序号不能一一对应：订单为${theirs}，清单为${ours}`,
          en: `Line numbers do not pair: ${theirs} in the order, ${ours} in the declaration`,
        },
        remedy: REMEDY,
        evidence: [
          { paper: 'order', path: 'Order/OrderList/gnum', value: theirs },
          { paper: 'declaration', path: 'Inventory/InventoryList/gnum', value: ours },
        ],
      }),
    );
  }
  return pairs;
}

function differing(
  rule: ItemComparison,
  values: { order: Scalar; declaration: Scalar; field: string },
  orderAt: number,
  declarationAt: number,
  gnum: number,
): MatchFinding {
  const path = declarationPath(declarationAt, values.field);
  return found(listedItem(rule), {
    path,
    message: {
      zh: `第${gnum}项${rule.what.zh}不一致：订单为“${values.order}”，清单为“${values.declaration}”`,
      en: `The ${rule.what.en} of line ${gnum} differs: "${values.order}" in the order, "${values.declaration}" in the declaration`,
    },
    remedy: REMEDY,
    evidence: [
      { paper: 'order', path: orderPath(orderAt, rule.order), value: String(values.order) },
      { paper: 'declaration', path, value: String(values.declaration) },
    ],
  });
}

const listedItem = (rule: ItemComparison) =>
  listed(
    rule,
    {
      zh: `每项商品的${rule.what.zh}在订单和清单中应一致`,
      en: `The ${rule.what.en} of each line must be the same in order and declaration`,
    },
    [`Order/OrderList/${rule.order}`, ...rule.declaration.map((field) => `Inventory/InventoryList/${field}`)],
    rule.compare,
  );

function compareLines(
  order: ImportOrder,
  orderAt: number,
  declaration: ImportDeclaration,
  declarationAt: number,
  findings: MatchFinding[],
): void {
  const ours = declaration.items[declarationAt];
  const theirs = order.items[orderAt];
  if (ours === undefined || theirs === undefined) return;
  for (const rule of itemComparisons) {
    const [first, second] = rule.declaration;
    const field = second === undefined || ours[first] ? first : second;
    const [left, right] = [theirs[rule.order], ours[field]];
    if (left === right || !left || !right || sameUnder[rule.compare](left, right)) continue;
    findings.push(
      differing(rule, { order: left, declaration: right, field }, orderAt, declarationAt, ours.gnum),
    );
  }
}

/** Whether the lines of both papers already stand side by side in rising numbers, as they nearly always do. */
function sideBySide(order: ImportOrder, declaration: ImportDeclaration): boolean {
  if (declaration.items.length !== order.items.length) return false;
  let before = Number.NEGATIVE_INFINITY;
  for (const [at, { gnum }] of declaration.items.entries()) {
    if (gnum <= before || gnum !== order.items[at]?.gnum) return false;
    before = gnum;
  }
  return true;
}

const check: Check = ({ order, declaration }, _context, findings) => {
  if (order === undefined) return;
  if (sideBySide(order, declaration)) {
    for (let at = 0; at < declaration.items.length; at++) compareLines(order, at, declaration, at, findings);
    return;
  }
  for (const [orderAt, declarationAt] of pair(order, declaration, findings)) {
    compareLines(order, orderAt, declaration, declarationAt, findings);
  }
};

/** The rules on lines: the lines are paired once, then every pair is held against all of them. */
export const itemRules: RuleGroup = { listed: [COUNT, PAIR, ...itemComparisons.map(listedItem)], check };
