import { type Bilingual, type Finding, findingCodes } from '#kernel';
import { EXPORT_RETURNS_CODES, EXPORT_RULES, type ExportReturnsCode } from './export-finding-codes.ts';

/** Why cancellations and returns of lists are refused. */
export type ReturnsCode =
  | ExportReturnsCode
  | 'RETURN-NUMBER-MISSING'
  | 'RETURN-LIST-UNKNOWN'
  | 'RETURN-LIST-NUMBER'
  | 'RETURN-NOT-RELEASED'
  | 'RETURN-WINDOW-APPLY'
  | 'RETURN-WINDOW-ARRIVE'
  | 'RETURN-NO-WINDOW'
  | 'RETURN-ARRIVAL-DAY'
  | 'RETURN-OFFICE'
  | 'RETURN-BUYER'
  | 'RETURN-ITEM'
  | 'RETURN-UNIT'
  | 'RETURN-QUANTITY'
  | 'RETURN-NOT-ORIGINAL'
  | 'RETURN-NOT-FOR-SALE'
  | 'RETURN-LIST-MOVED'
  | 'RETURN-OFFICER'
  | 'CANCEL-STATE'
  | 'CANCEL-HAS-RETURN';

/** Each code with the rule behind it, and the standard's own code for it where it has one. */
const RULES: Readonly<Record<ReturnsCode, readonly [rule: string, status?: string]>> = {
  ...EXPORT_RULES,
  'RETURN-NUMBER-MISSING': ['R-1.40'],
  'RETURN-LIST-UNKNOWN': ['R-1.40', '-625204'],
  'RETURN-LIST-NUMBER': ['R-1.40', '-625204'],
  'RETURN-NOT-RELEASED': ['R-1.40'],
  'RETURN-WINDOW-APPLY': ['R-1.40'],
  'RETURN-WINDOW-ARRIVE': ['R-1.40'],
  'RETURN-NO-WINDOW': ['R-1.40'],
  'RETURN-ARRIVAL-DAY': ['R-1.40'],
  'RETURN-OFFICE': ['R-1.40'],
  'RETURN-BUYER': ['R-1.40'],
  'RETURN-ITEM': ['R-1.40', '-625209'],
  'RETURN-UNIT': ['R-1.40'],
  'RETURN-QUANTITY': ['R-1.40'],
  'RETURN-NOT-ORIGINAL': ['R-1.40'],
  'RETURN-NOT-FOR-SALE': ['R-1.40'],
  'RETURN-LIST-MOVED': ['R-1.40'],
  'RETURN-OFFICER': ['R-1.40'],
  'CANCEL-STATE': ['R-1.19', '-623005'],
  'CANCEL-HAS-RETURN': ['R-1.40', '-623005'],
};

const IMPORT_RETURNS_CODES = findingCodes<Exclude<ReturnsCode, ExportReturnsCode>>({
  'RETURN-NUMBER-MISSING': [
    'field',
    ['退货申请单未填企业内部编号', 'The return bears no number of the enterprise'],
    [
      '填写 copNo，同一清单的各次退货各用一个编号',
      'Give copNo: each return of a list has a number of its own',
    ],
  ],
  'RETURN-LIST-UNKNOWN': [
    'business',
    ['没有该订单号和平台的清单，或清单不是本企业申报', 'There is no such list of the enterprises named'],
    ['核对 orderNo、ebpCode、ebcCode、agentCode', 'Check orderNo, ebpCode, ebcCode and agentCode'],
  ],
  'RETURN-LIST-NUMBER': [
    'business',
    ['清单编号与该清单不符', 'The inventory number is not that of the list'],
    ['填写清单回执中的 invtNo', 'Give the invtNo of the receipt of the list'],
  ],
  'RETURN-NOT-RELEASED': [
    'business',
    ['清单未放行，不能退货', 'The list is not released: nothing of it can come back'],
    ['放行前请用撤销申请单（CEB623）', 'Before release send a cancellation (CEB623)'],
  ],
  'RETURN-WINDOW-APPLY': [
    'business',
    ['已超过申请退货的期限', 'It is too late to apply for a return'],
    [
      '期限见消息；超期的退货税款不退，额度不减',
      'See the last day; after it neither tax nor allowance is given back',
    ],
  ],
  'RETURN-WINDOW-ARRIVE': [
    'business',
    ['货物未在期限内运抵原监管场所', 'The goods were not back at the site in time'],
    [
      '期限见消息；超期的退货税款不退，额度不减',
      'See the last day; after it neither tax nor allowance is given back',
    ],
  ],
  'RETURN-NO-WINDOW': [
    'business',
    ['清单放行之日尚无退货规定', 'No rule on returns was in force when the list was released'],
    ['按一般规定办理', 'Ask customs for another way'],
  ],
  'RETURN-ARRIVAL-DAY': [
    'field',
    ['运抵日不在放行日与今日之间', 'The day of arrival is not between the release and today'],
    ['填写货物实际运抵的日期', 'Give the day on which the goods really were back'],
  ],
  'RETURN-OFFICE': [
    'business',
    [
      '退货应运回原监管场所，申报海关与清单不一致',
      'Goods go back to the site they left: the office is not that of the list',
    ],
    ['customsCode 填清单的申报海关', 'Give the customsCode of the list'],
  ],
  'RETURN-BUYER': [
    'business',
    ['订购人与清单不一致', 'The buyer is not that of the list'],
    ['核对订购人证件号码', "Check the number of the buyer's identity document"],
  ],
  'RETURN-ITEM': [
    'business',
    ['清单中没有该序号和编码的商品', 'The list has no line of this number and code'],
    ['gnum、gcode 按清单填写', 'Give gnum and gcode as the list has them'],
  ],
  'RETURN-UNIT': [
    'business',
    ['计量单位与清单不一致', 'The unit is not that of the list'],
    ['unit 按清单填写', 'Give the unit of the list'],
  ],
  'RETURN-QUANTITY': [
    'business',
    ['数量超过清单该项尚可退回的数量', 'More than is left of the line'],
    ['各次退货合计不得超过购买数量', 'All returns of a line together may not pass what was bought'],
  ],
  'RETURN-NOT-ORIGINAL': [
    'business',
    ['查验认定不是原进口商品或已非原状', 'They are not the goods that were sold, or not as they were'],
    ['不予退税和核减；商品按海关意见处置', 'Nothing is given back; what becomes of the goods customs says'],
  ],
  'RETURN-NOT-FOR-SALE': [
    'business',
    [
      '商品不在本平台账册中，或查验认定不宜再销售',
      'They lie in no account book here, or are not fit to be sold again',
    ],
    ['退运出境或销毁', 'Send them abroad or destroy them'],
  ],
  'RETURN-LIST-MOVED': [
    'business',
    ['清单在此期间已撤销或重新申报', 'The list has been cancelled or declared anew meanwhile'],
    ['查看清单现状', 'See how the list stands'],
  ],
  'RETURN-OFFICER': [
    'business',
    ['海关审核不予通过', 'Customs has refused it'],
    ['理由见消息', 'See the reason'],
  ],
  'CANCEL-STATE': [
    'business',
    ['清单当前状态不能撤销', 'The list cannot be cancelled as it stands'],
    [
      '未审结的清单请删除申报（appType=3）；查验、扣留中的待其结束；已退单或已撤销的无需撤销',
      'One not judged yet is deleted by appType 3; wait for the end of an inspection; one that was returned needs none',
    ],
  ],
  'CANCEL-HAS-RETURN': [
    'business',
    ['清单有退货申请，不能撤销', 'There is a return of this list: it cannot be cancelled'],
    ['先撤回退货申请', 'Withdraw the return first'],
  ],
});

/** The codes of findings on cancellations and returns. */
export const RETURNS_CODES = [...IMPORT_RETURNS_CODES, ...EXPORT_RETURNS_CODES];

const KNOWN = new Map(RETURNS_CODES.map((one) => [one.code, one]));

/** A finding on a cancellation or return. @param more what the sentence goes on with, e.g. the last day */
export function returnsFinding(code: ReturnsCode, path: string, more?: string): Finding {
  const known = KNOWN.get(code);
  if (!known) throw new RangeError(`no code ${code}`);
  const text = (said: string): string => (more === undefined ? said : `${said}: ${more}`);
  const message: Bilingual = { zh: text(known.text.zh), en: text(known.text.en) };
  const [level = 'business'] = known.levels;
  return { code, level, path, message, remedy: known.remedy, rule: RULES[code][0] };
}

/** The code customs' receipt gives a finding; 100, customs sends back, where the standard has none (D). */
export const statusOf = (code: string): string => RULES[code as ReturnsCode]?.[1] ?? '100';
