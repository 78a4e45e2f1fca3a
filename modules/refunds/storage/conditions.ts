import { type ConditionCode, RETAIL_MODES } from '../domain/eligibility.ts';

/** The tables a line is judged by: `l` the line, `f` its exporter, `c` the claim that is live for it. */
export const JUDGED = `refunds.line l
  left join refunds.firm f on f.ebc_code = l.ebc_code and f.confirmed_at is not null
  left join refunds.claim_line c on c.ebc_code = l.ebc_code and c.invt_no = l.invt_no and c.gnum = l.gnum and c.live`;

const modes = RETAIL_MODES.map((mode) => `'${mode}'`).join(', ');

/**
 * Each condition of `eligibilityOf` in SQL, over {@link JUDGED}; the day of the claim is always the first parameter. A
 * test holds them to the pure ones.
 */
export const CONDITION_SQL: Readonly<Record<ConditionCode, string>> = {
  GENERAL_TAXPAYER: 'coalesce(f.general_taxpayer, false)',
  REFUND_FILED: 'f.refund_filing_no is not null',
  DECLARED: 'l.entry_id is not null',
  // Lines are kept once their goods have left.
  DEPARTED: 'true',
  FOREIGN_EXCHANGE: 'l.fx_reference is not null',
  INVOICE: 'l.invoiced',
  RATE: 'coalesce(l.refund_rate > 0, false)',
  // What is claimed has been claimed in time.
  CLAIMED_IN_TIME: '(c.claim_no is not null or l.claim_by is null or $1::date <= l.claim_by)',
  ZONE_REGISTERED: 'coalesce(f.zone_registered, false)',
  RETAIL_EXPORT: `l.trade_mode in (${modes})`,
  NOT_DENIED: 'coalesce(l.refund_rate > 0, true)',
};

/** Conditions of refund and of exemption, in the order of `eligibilityOf`. */
export const REFUND_CODES = [
  ...(['GENERAL_TAXPAYER', 'REFUND_FILED', 'DECLARED', 'DEPARTED', 'FOREIGN_EXCHANGE', 'INVOICE'] as const),
  ...(['RATE', 'CLAIMED_IN_TIME', 'NOT_DENIED'] as const),
] satisfies readonly ConditionCode[];
export const EXEMPTION_CODES = [
  ...(['ZONE_REGISTERED', 'RETAIL_EXPORT', 'DEPARTED', 'NOT_DENIED'] as const),
] satisfies readonly ConditionCode[];

const all = (codes: readonly ConditionCode[]): string =>
  codes.map((code) => CONDITION_SQL[code]).join(' and ');

/** Whether a line may be claimed, but for being claimed already. */
export const REFUNDABLE = all(REFUND_CODES);
/** The route of a line. */
export const ROUTE = `case when ${REFUNDABLE} then 'refund' when ${all(EXEMPTION_CODES)} then 'exempt' else 'taxed' end`;

/** What of these conditions is not met, as an array of their codes. */
export const missing = (codes: readonly ConditionCode[]): string =>
  `array_remove(array[${codes.map((code) => `case when not (${CONDITION_SQL[code]}) then '${code}' end`).join(', ')}], null)`;

/** Sums of the purchases behind a line, as `a`: of the part that has not come back. Each purchase is rounded by itself. */
export const AMOUNTS = `lateral (
  select round(sum(m.net) * (l.qty - l.returned) / l.qty, 2) as net,
    round(sum(m.vat) * (l.qty - l.returned) / l.qty, 2) as vat,
    round(sum(round(m.net * least(l.refund_rate, m.vat_rate), 2)) * (l.qty - l.returned) / l.qty, 2) as refund,
    round(sum(round(m.net * (m.vat_rate - least(l.refund_rate, m.vat_rate)), 2)) * (l.qty - l.returned) / l.qty, 2) as to_cost
  from refunds.matched m where m.ebc_code = l.ebc_code and m.invt_no = l.invt_no and m.gnum = l.gnum) as a`;
