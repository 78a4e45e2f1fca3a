import type { Finding } from '#kernel';

/** What a finding leads to when its rule is live. */
export interface Decider {
  /** `live` decides; `watch` reports and does not decide. */
  readonly mode: 'live' | 'watch';
  /** `refuse` returns the list; `review` sends it to an officer. */
  readonly severity: 'refuse' | 'review';
  /** Code for `[Code:…;Desc:…]`, from the code list `customs_result`. */
  readonly customsCode: string;
}

/** A finding and what it leads to, with the version of its rule where the rule is dated by one. */
export interface JudgedFinding extends Finding, Decider {
  /** Of a risk rule: of the row of figures it spoke under. */
  readonly version?: number;
  /** The figures of that row, e.g. `limit_cny` = 5000. */
  readonly thresholds?: Readonly<Record<string, string>>;
}

/** Results of a list as a whole, in the code list `customs_result`. */
export const results = { released: '2600', manualReview: '1200', risk: '909004' } as const;

const codes: Readonly<Record<string, string>> = {
  'TAX-ANNUAL-LIMIT': '1313',
  'TAX-SINGLE-LIMIT': '909002',
  'TAX-YEARLY-WEIGHT': '909007',
  'TAX-TARIFF-UNKNOWN': '909005',
  'TAX-QUANTITY-MISSING': '909006',
  'TAX-AMOUNT-NEGATIVE': '909008',
  'TAX-AMOUNT-UNREADABLE': '909008',
  'RISK-POSITIVE-LIST': '909001',
  'RISK-BONDED-ONLY': '909001',
  'RISK-WAYBILL-REUSED': '909003',
};

/** The result code of a tax or risk finding; matching carries its own. */
export const resultCodeOf = (findingCode: string): string => codes[findingCode] ?? results.risk;
