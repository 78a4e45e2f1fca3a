import { findingCodes } from '#kernel';

/** Why cancellations and returns of export lists are refused, and why a return bears import tax. */
export type ExportReturnsCode =
  | 'RETURN-EXPORT-UNKNOWN'
  | 'RETURN-NOT-LEFT'
  | 'RETURN-WINDOW-EXPORT'
  | 'RETURN-DISTRICT'
  | 'RETURN-MODE'
  | 'RETURN-PLATFORM'
  | 'RETURN-TALLY-OFFICE'
  | 'RETURN-EXPORT-CAUSE'
  | 'RETURN-PROOF-REFUNDED'
  | 'RETURN-TAXED-WINDOW'
  | 'RETURN-TAXED-NOT-IN-FORCE'
  | 'RETURN-TAXED-FOOD'
  | 'RETURN-TAXED-CAUSE'
  | 'RETURN-TAXED-REFUND'
  | 'CANCEL-EXPORT-UNKNOWN'
  | 'CANCEL-EXPORT-OFFICE'
  | 'CANCEL-EXPORT-STATE'
  | 'CANCEL-DEPARTED';

/** Each code with the rule behind it, and the standard's own code for it where it has one. */
export const EXPORT_RULES: Readonly<Record<ExportReturnsCode, readonly [rule: string, status?: string]>> = {
  'RETURN-EXPORT-UNKNOWN': ['R-1.41', '-625016'],
  'RETURN-NOT-LEFT': ['R-1.41'],
  'RETURN-WINDOW-EXPORT': ['R-1.41'],
  'RETURN-DISTRICT': ['R-1.43'],
  'RETURN-MODE': ['R-1.41'],
  'RETURN-PLATFORM': ['R-1.41'],
  'RETURN-TALLY-OFFICE': ['R-1.43'],
  'RETURN-EXPORT-CAUSE': ['R-1.42'],
  'RETURN-PROOF-REFUNDED': ['R-1.42'],
  'RETURN-TAXED-WINDOW': ['R-1.42'],
  'RETURN-TAXED-NOT-IN-FORCE': ['R-1.42'],
  'RETURN-TAXED-FOOD': ['R-1.42'],
  'RETURN-TAXED-CAUSE': ['R-1.42'],
  'RETURN-TAXED-REFUND': ['R-1.42'],
  'CANCEL-EXPORT-UNKNOWN': ['R-1.27', '-623003'],
  'CANCEL-EXPORT-OFFICE': ['R-1.27'],
  'CANCEL-EXPORT-STATE': ['R-1.27', '-623005'],
  'CANCEL-DEPARTED': ['R-1.27', '-623005'],
};

const PAY_TAX = [
  '按一般进口缴纳税款后放行；理由不成立的向海关说明',
  'Pay import tax and the goods are released; if the reason is wrong, show customs why',
] as const;

/** The codes of findings on cancellations and returns of exports. */
export const EXPORT_RETURNS_CODES = findingCodes<ExportReturnsCode>({
  'RETURN-EXPORT-UNKNOWN': [
    'business',
    ['没有该编号的出口清单，或收发货人不符', 'No export list bears this number, or its consignor is another'],
    ['核对 invtNo、ebcCode；按清单回执填写', 'Check invtNo and ebcCode against the receipt of the list'],
  ],
  'RETURN-NOT-LEFT': [
    'business',
    ['清单货物尚未离境，不能退货', 'The goods of the list have not left: nothing can come back'],
    ['离境前请用撤销申请单（CEB605）', 'Before departure send a cancellation (CEB605)'],
  ],
  'RETURN-WINDOW-EXPORT': [
    'business',
    ['已超过出口退货的期限', 'It is too late for exported goods to come back by this channel'],
    ['期限见消息；超期的按一般进口办理', 'See the last day; after it the goods are an ordinary import'],
  ],
  'RETURN-DISTRICT': [
    'business',
    ['退货须运回原出口关区', 'These goods come back through the customs district they left by'],
    [
      '9610 清单自2026年4月1日起可跨关区退货；其他监管方式 customsCode 填原关区',
      'Lists of 9610 may enter elsewhere since 2026-04-01; for other modes give an office of the district of the list',
    ],
  ],
  'RETURN-MODE': [
    'business',
    ['监管方式与原清单不对应', 'The supervision mode does not go with that of the list'],
    ['1210 出口的退货填 1261，其他填 9661', 'Give 1261 for exports of 1210, 9661 for the others'],
  ],
  'RETURN-PLATFORM': [
    'business',
    ['电商平台与清单不一致', 'The platform is not that of the list'],
    ['ebpCode 按清单填写', 'Give the ebpCode of the list'],
  ],
  'RETURN-TALLY-OFFICE': [
    'business',
    [
      '理货关区与退货申请单的申报关区不一致',
      'The tally names another customs office than the return it is about',
    ],
    [
      '核对 customsCode；改关区的先变更退货申请单',
      'Check customsCode; to enter elsewhere change the return first',
    ],
  ],
  'RETURN-EXPORT-CAUSE': [
    'field',
    ['未说明出口货物退运的原因', 'Nothing is said of why exported goods are back'],
    [
      '填写 exported.cause：滞销、退货或其他；有证明的填 exported.proof',
      'Give exported.cause: unsold, sent-back or other; and exported.proof where there is one',
    ],
  ],
  'RETURN-PROOF-REFUNDED': [
    'business',
    ['该项出口已退税，未退税证明不成立', 'The refund of the line was paid: a paper that it was not is none'],
    [
      '向税务机关补缴已退税款，登记已补税证明（repaid）；或不登记证明，照章征税',
      'Repay the refund and give the paper that says so (repaid); or give none, and tax is due',
    ],
  ],
  'RETURN-TAXED-WINDOW': [
    'business',
    ['已超过出口退运免税的期限', 'It is too late to come back free of tax'],
    PAY_TAX,
  ],
  'RETURN-TAXED-NOT-IN-FORCE': [
    'business',
    ['出口之日没有退运免税的规定', 'No freedom from tax was in force on the day of export'],
    PAY_TAX,
  ],
  'RETURN-TAXED-FOOD': ['business', ['食品不享受退运免税', 'Food does not come back free of tax'], PAY_TAX],
  'RETURN-TAXED-CAUSE': [
    'business',
    ['不是滞销或退货，不享受退运免税', 'Neither unsold nor sent back: not free of tax'],
    PAY_TAX,
  ],
  'RETURN-TAXED-REFUND': [
    'business',
    ['没有已补税或未退税证明', 'Nothing proves that the export refund was repaid or never taken'],
    [
      '向税务机关取得出口货物已补税/未退税证明，交海关登记',
      'Get the certificate of tax repaid or not refunded from the tax authority and show it to customs',
    ],
  ],
  'CANCEL-EXPORT-UNKNOWN': [
    'business',
    [
      '没有该编号的出口清单，或申报企业、收发货人不符',
      'No export list of these enterprises bears this number',
    ],
    ['核对 invtNo、agentCode、ebcCode', 'Check invtNo, agentCode and ebcCode'],
  ],
  'CANCEL-EXPORT-OFFICE': [
    'business',
    ['申报海关与清单不一致', 'The office is not that of the list'],
    ['customsCode 填清单的申报海关', 'Give the customsCode of the list'],
  ],
  'CANCEL-EXPORT-STATE': [
    'business',
    ['清单当前状态不能撤销', 'The list cannot be cancelled as it stands'],
    [
      '未审结的清单请删除申报（appType=3）；查验中的待其结束；已退单或已撤销的无需撤销',
      'One not judged yet is deleted by appType 3; wait for the end of an inspection; one that was returned needs none',
    ],
  ],
  'CANCEL-DEPARTED': [
    'business',
    ['货物已离境，清单不能撤销', 'The goods have left the country: the list cannot be cancelled'],
    ['货物运回的用退货申请单（CEB213）', 'For goods that come back send a return (CEB213)'],
  ],
});
