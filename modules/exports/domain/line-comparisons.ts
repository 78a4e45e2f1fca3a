import { type Comparison, found, listed, type MatchFinding, type RuleFacts, sameUnder } from '#matching';
import { type ExportDossier, type ExportRules, PATHS, RETAIL_EXPORT } from './dossier.ts';

type Line = ExportDossier['list']['items'][number];
type OrderLine = NonNullable<ExportDossier['order']>['items'][number];

/** A field that the line of one number must say as in the order. */
interface LineComparison extends RuleFacts {
  readonly compare: Comparison;
  readonly order: keyof OrderLine;
  /** The first of these that the line fills in is compared. */
  readonly list: readonly [keyof Line, (keyof Line)?];
}

const LINES = { ...RETAIL_EXPORT, customsCode: '1322' } as const;

const comparisons: readonly LineComparison[] = [
  {
    ...LINES,
    code: 'EXPORT-ITEM-NAME',
    what: { zh: '商品名称', en: 'item name' },
    // Customs names goods otherwise than a shop: only an officer can tell whether they are the same.
    severity: 'review',
    compare: 'name',
    order: 'itemName',
    list: ['itemName', 'gname'],
  },
  {
    ...LINES,
    code: 'EXPORT-ITEM-NUMBER',
    what: { zh: '企业商品货号', en: 'item number' },
    compare: 'exact',
    order: 'itemNo',
    list: ['itemNo'],
  },
  {
    ...LINES,
    code: 'EXPORT-ITEM-UNIT',
    what: { zh: '计量单位', en: 'unit of measure' },
    severity: 'review',
    compare: 'exact',
    order: 'unit',
    list: ['unit'],
  },
  {
    ...LINES,
    code: 'EXPORT-ITEM-QUANTITY',
    what: { zh: '商品数量', en: 'quantity' },
    compare: 'quantity',
    order: 'qty',
    list: ['qty'],
  },
  {
    ...LINES,
    code: 'EXPORT-ITEM-CURRENCY',
    what: { zh: '币制', en: 'currency' },
    compare: 'exact',
    order: 'currency',
    list: ['currency'],
  },
  {
    ...LINES,
    code: 'EXPORT-ITEM-PRICE',
    what: { zh: '商品单价', en: 'unit price' },
    compare: 'money',
    order: 'price',
    list: ['price'],
  },
  {
    ...LINES,
    code: 'EXPORT-ITEM-TOTAL',
    what: { zh: '商品总价', en: 'line total' },
    compare: 'money',
    order: 'totalPrice',
    list: ['totalPrice'],
  },
];

const PAIRS = listed(
  {
    ...LINES,
    customsCode: '1320',
    code: 'EXPORT-ITEM-PAIR',
    what: { zh: '商品序号', en: 'line number' },
  },
  {
    zh: '清单每项商品的序号（gnum）应与订单中恰好一项相同',
    en: 'Each line number (gnum) of the list must be that of exactly one line of the order',
  },
  [`${PATHS.orderLine}/gnum`, `${PATHS.line}/gnum`],
);

const REMEDY = {
  zh: '以订单为准改正清单表体（订单有误则改正订单），以变更报文（appType=2）重发',
  en: 'Correct the lines of the list after the order (or the order, if it is wrong) and send it again as a change (appType 2)',
} as const;

const listedLine = (rule: LineComparison) =>
  listed(
    rule,
    {
      zh: `每项商品的${rule.what.zh}在订单和清单中应一致`,
      en: `The ${rule.what.en} of each line must be the same in order and list`,
    },
    [`${PATHS.orderLine}/${rule.order}`, ...rule.list.map((field) => `${PATHS.line}/${field}`)],
    rule.compare,
  );

function unpaired(order: readonly OrderLine[], lines: readonly Line[]): MatchFinding | undefined {
  const numbers = (all: readonly { readonly gnum: number }[]) =>
    all
      .map(({ gnum }) => gnum)
      .sort((one, other) => one - other)
      .join(', ');
  const [ordered, declared] = [numbers(order), numbers(lines)];
  if (ordered === declared) return undefined;
  return found(PAIRS, {
    path: `${PATHS.line}/gnum`,
    message: {
      zh: `商品序号不能一一对应：订单为${ordered}，清单为${declared}`,
      en: `Line numbers do not pair: ${ordered} in the order, ${declared} in the list`,
    },
    remedy: REMEDY,
    evidence: [
      { paper: 'order', path: `${PATHS.orderLine}/gnum`, value: ordered },
      { paper: 'declaration', path: `${PATHS.line}/gnum`, value: declared },
    ],
  });
}

function compareLine(ordered: OrderLine, line: Line, at: number, findings: MatchFinding[]): void {
  for (const rule of comparisons) {
    const [first, second] = rule.list;
    const field = second === undefined || line[first] ? first : second;
    const [left, right] = [ordered[rule.order], line[field]];
    if (left === right || !left || !right || sameUnder[rule.compare](left, right)) continue;
    const path = `${PATHS.line}[${at + 1}]/${field}`;
    findings.push(
      found(listedLine(rule), {
        path,
        message: {
          zh: `第${line.gnum}项${rule.what.zh}不一致：订单为“${left}”，清单为“${right}”`,
          en: `The ${rule.what.en} of line ${line.gnum} differs: "${left}" in the order, "${right}" in the list`,
        },
        remedy: REMEDY,
        evidence: [
          { paper: 'order', path: `${PATHS.orderLine}/${rule.order}`, value: String(left) },
          { paper: 'declaration', path, value: String(right) },
        ],
      }),
    );
  }
}

/** The rules on lines: paired by their numbers, then every pair is held against all of them. */
export const lineComparisons: ExportRules = {
  listed: [PAIRS, ...comparisons.map(listedLine)],
  check: ({ order, list }, _context, findings) => {
    if (order === undefined) return;
    const lonely = unpaired(order.items, list.items);
    if (lonely) findings.push(lonely);
    const ordered = new Map(order.items.map((line) => [line.gnum, line]));
    for (const [at, line] of list.items.entries()) {
      const other = ordered.get(line.gnum);
      if (other) compareLine(other, line, at, findings);
    }
  },
};
