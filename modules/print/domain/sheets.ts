import type { Bilingual } from '#kernel';
import { capitalAmount } from './capital-amount.ts';
import type { Piece, Sheet } from './piece.ts';
import { beginning, type Column, facts, heading, note, ruled, signing } from './pieces.ts';
import type { PrintedList, Seal } from './printed-list.ts';

/** What can be printed of a list. */
export const sheetKinds = {
  list: { zh: '跨境电子商务零售进口商品申报清单', en: 'List of retail import goods' },
  tax: { zh: '跨境电子商务零售进口税款计算单', en: 'Statement of retail import tax' },
  release: { zh: '跨境电子商务零售进口放行通知', en: 'Note of release' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type SheetKind = keyof typeof sheetKinds;

/** Why a sheet cannot be printed of a list as it stands; undefined where it can. */
export function cannotPrint(
  kind: SheetKind,
  printed: PrintedList,
): 'PRINT-NO-TAX' | 'PRINT-NOT-RELEASED' | undefined {
  if (kind === 'tax' && printed.tax?.taxTotal === undefined) return 'PRINT-NO-TAX';
  if (kind === 'release' && printed.list.state !== 'released') return 'PRINT-NOT-RELEASED';
  return undefined;
}

/** A sheet of a list; ask `cannotPrint` first. */
export function sheetOf(kind: SheetKind, printed: PrintedList, seal: Seal): Sheet {
  const { list } = printed;
  const name = sheetKinds[kind];
  const number = list.invtNo
    ? { label: { zh: '清单编号', en: 'List number' }, value: list.invtNo }
    : { label: { zh: '订单编号', en: 'Order number' }, value: list.orderNo };
  const contents = { list: listSheet, tax: taxSheet, release: releaseSheet };
  return {
    title: `${name.zh} ${number.value}`,
    ...(list.state === 'released' ? {} : { watermark: '未放行 NOT RELEASED' }),
    content: [
      ...beginning(name, number, seal),
      ...(list.state === 'released' ? [] : [warning(list.statusCode)]),
      ...contents[kind](printed),
    ],
    foot: `打印 Printed ${seal.printedAt} 北京时间 Beijing time · 个人信息已脱敏 Personal data masked`,
  };
}

const goodsColumns: readonly Column[] = [
  { zh: '序号', en: 'No.', width: 22 },
  { zh: '商品编码', en: 'HS code', width: 56 },
  { zh: '名称、规格型号', en: 'Name, model', width: '*' },
  { zh: '原产国', en: 'Origin', width: 44 },
  { zh: '数量', en: 'Quantity', width: 56, number: true },
  { zh: '法定数量', en: 'Statutory', width: 56, number: true },
  { zh: '单价', en: 'Price', width: 50, number: true },
  { zh: '总价', en: 'Total', width: 56, number: true },
];

function listSheet({ papers, decision }: PrintedList): Piece[] {
  const paper = papers.declaration;
  if (!paper) return [];
  const named = (field: string, code: string): string => {
    const name = paper.codes?.[field]?.[code];
    return name ? `${code} ${name.zh} ${name.en}` : code;
  };
  const unit = (code: string | undefined, field: string) =>
    code === undefined ? '' : (paper.codes?.[field]?.[code]?.zh ?? code);
  // Numbers of messages are of no use on paper.
  const unprinted = new Set(['guid', 'appType', 'appStatus', 'appTime']);
  return [
    facts(
      paper.headFields
        .filter(({ name }) => !unprinted.has(name) && paper.head[name] !== undefined)
        .map(({ name, zh, en }) => [{ zh, en }, named(name, paper.head[name] ?? '')] as const),
    ),
    heading('商品', 'Goods'),
    ruled(
      goodsColumns,
      paper.items.map((item) => [
        item.gnum ?? '',
        item.gcode ?? '',
        [item.gname, item.gmodel].filter(Boolean).join('\n'),
        unit(item.country, 'country'),
        `${item.qty ?? ''} ${unit(item.unit, 'unit')}`,
        `${item.qty1 ?? ''} ${unit(item.unit1, 'unit1')}`,
        item.price ?? '',
        item.totalPrice ?? '',
      ]),
    ),
    ...(decision ? decided(decision) : []),
  ];
}

function decided(decision: NonNullable<PrintedList['decision']>): Piece[] {
  const judges: Readonly<Record<string, Bilingual>> = {
    engine: { zh: '平台规则', en: "the platform's rules" },
    advice: { zh: '平台建议，由海关决定', en: "the platform's advice; customs decides" },
    customs: { zh: '海关', en: 'customs' },
    officer: { zh: '海关关员', en: 'an officer of customs' },
    sender: { zh: '申报人撤销', en: 'withdrawn by its sender' },
  };
  const judge = judges[decision.judge];
  return [
    heading('决定', 'Decision'),
    facts([
      [{ zh: '结果', en: 'Outcome' }, `${decision.zh}\n${decision.en}`],
      [{ zh: '回执', en: 'Receipt' }, decision.returnInfo],
      [{ zh: '决定时间', en: 'Decided at' }, beijing(decision.decidedAt)],
      [
        { zh: '决定依据', en: 'By' },
        `${judge ? `${judge.zh} ${judge.en}` : decision.judge} · ${decision.rulebookVersion}`,
      ],
    ]),
  ];
}

const taxColumns: readonly Column[] = [
  { zh: '序号', en: 'No.', width: 22 },
  { zh: '商品编码', en: 'HS code', width: 56 },
  { zh: '名称', en: 'Name', width: '*' },
  { zh: '完税价格', en: 'Dutiable', width: 60, number: true },
  { zh: '关税', en: 'Duty', width: 52, number: true },
  { zh: '消费税', en: 'Consumption', width: 60, number: true },
  { zh: '增值税', en: 'VAT', width: 52, number: true },
  { zh: '税额', en: 'Tax', width: 56, number: true },
];

const stepColumns: readonly Column[] = [
  { zh: '序号', en: 'No.', width: 22 },
  { zh: '步骤', en: 'Step', width: 120 },
  { zh: '算式', en: 'Working', width: '*' },
  { zh: '结果', en: 'Result', width: 60, number: true },
  { zh: '依据', en: 'Basis', width: 90 },
];

function taxSheet({ list, tax }: PrintedList): Piece[] {
  if (!tax?.taxTotal) return [];
  const { dutiableValue, duty = '', consumptionTax = '', vat = '', taxTotal } = tax;
  return [
    facts([
      [{ zh: '订单编号', en: 'Order number' }, list.orderNo],
      [{ zh: '税款合计（大写）', en: 'Total in words' }, `人民币 ${capitalAmount(taxTotal)}`],
    ]),
    heading('税款（人民币元）', 'Tax, CNY'),
    ruled(
      taxColumns,
      tax.lines.map((line) => [
        ...[String(line.gnum), line.gcode, line.gname, line.dutiableValue],
        ...[line.duty, line.consumptionTax, line.vat, line.tax],
      ]),
      ['', '', '合计 Total', dutiableValue, duty, consumptionTax, vat, taxTotal],
    ),
    heading('计算过程', 'Step by step'),
    ruled(
      stepColumns,
      tax.steps.map(({ gnum, zh, en, formula = '', result, source = '' }) => [
        ...[gnum === undefined ? '' : String(gnum), `${zh}\n${en}`, formula, result, source],
      ]),
    ),
    note(
      '本单由平台按申报数据计算，供核对之用，不是海关出具的税款缴款书；应纳税额以海关电子税单为准。',
      'Computed by the platform from the declared figures, for checking; it is no tax bill of customs, whose electronic bill decides.',
    ),
  ];
}

function releaseSheet(printed: PrintedList): Piece[] {
  const { list, papers, decision, tax } = printed;
  const head = papers.declaration?.head ?? {};
  const fact = (zh: string, en: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [[{ zh, en }, value] as const];
  return [
    facts([
      ...fact('订单编号', 'Order number', list.orderNo),
      ...fact('运单编号', 'Waybill number', head.logisticsNo),
      ...fact('电商企业', 'Seller', head.ebcName),
      ...fact('申报企业', 'Declarant', head.agentName),
      ...fact('物流企业', 'Carrier', head.logisticsName),
      ...fact('提运单号', 'Bill of lading', head.billNo),
      ...fact('件数', 'Packages', head.packNo),
      ...fact('毛重（公斤）', 'Gross weight, kg', head.grossWeight),
      ...fact('监管场所', 'Supervised site', head.loctNo),
      ...fact('税款（元）', 'Tax, CNY', tax?.taxTotal),
    ]),
    ...(decision ? decided(decision) : []),
    note(
      '凭本通知及实货办理提离；放行状态如有变化，以扫码核验所示为准。',
      'The goods may leave with this note. If the release has changed since, what the check address shows holds.',
    ),
    signing({ zh: '监管场所（签章）：', en: 'Site' }, { zh: '提货人（签字）：', en: 'Taken by' }),
  ];
}

/** Said in words as well as across the page: a copy may lose what is pale. */
const warning = (statusCode: string): Piece => ({
  text: `未放行 NOT RELEASED · 状态 Status ${statusCode}`,
  style: 'warning',
  margin: [0, 0, 0, 6],
});

/** An instant as people in the zone read it. */
function beijing(instant: string): string {
  const at = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${at.slice(0, 10)} ${at.slice(11, 19)}`;
}
