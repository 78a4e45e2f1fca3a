import { addMonths, type Day, decimalOf } from '#kernel';
import { type Parameter, type ParameterTable, parameterOn, type Rate, rateOn } from '#tax';

/** Modes whose exports may come back through the return channel. */
export type ReturnableMode = '9610' | '1210' | '9710' | '9810';

/** An export that comes back. */
export interface ExportReturnFacts {
  readonly mode: ReturnableMode;
  /** Day of release at export; for 1210 the day it left the zone. */
  readonly released: Day;
  readonly returned: Day;
  /** Whether the goods can be shown to be those that went out; opened, tested or repacked ones still are. */
  readonly original: boolean;
  readonly food: boolean;
  /** Whether they come back unsold or sent back; anything else is no reason for freedom from tax. */
  readonly unsoldOrReturned: boolean;
  /** Whether the export refund was repaid or never taken, and the certificate is at hand. */
  readonly refundSettled: boolean;
  /** Customs district of the export and of the return, four digits. */
  readonly exportDistrict: string;
  readonly returnDistrict: string;
  /** Whether both districts are among the offices of the pilot; matters while returns elsewhere were a pilot. */
  readonly pilotOffices?: boolean;
}

export type ExportReturnRefusal =
  | 'EXPORT_RETURN_BEFORE_RELEASE'
  | 'EXPORT_RETURN_WINDOW'
  | 'EXPORT_RETURN_NOT_ORIGINAL_GOODS'
  | 'EXPORT_RETURN_DISTRICT';

/** Why a return that is let in bears import tax. */
export type TaxedReason =
  | 'TAX_FREE_WINDOW'
  | 'TAX_FREE_NOT_IN_FORCE'
  | 'FOOD'
  | 'OTHER_REASON'
  | 'REFUND_NOT_SETTLED';

export interface ExportReturnVerdict {
  readonly decision: 'ACCEPT' | 'REJECT';
  readonly reasons: readonly ExportReturnRefusal[];
  /** Free of import duty, VAT and consumption tax, and export duty given back. */
  readonly taxFree: boolean;
  readonly taxedBecause: readonly TaxedReason[];
  readonly returnBy: Day;
  readonly taxFreeBy?: Day;
  readonly by: readonly (Parameter | Rate)[];
}

const whole = (rate: Rate): number => Number(rate.value / decimalOf(1));

function districtAllows(facts: ExportReturnFacts, scope: string): boolean {
  if (facts.exportDistrict === facts.returnDistrict) return true;
  if (facts.mode !== '9610') return false;
  return scope === 'nationwide' || (scope !== 'none' && facts.pilotOffices === true);
}

/** The window of freedom from tax: set on the day of export, and only for exports in its own dates. */
function taxFreeWindow(facts: ExportReturnFacts, parameters: ParameterTable): Rate | undefined {
  const key = 'export.return_tax_free_months';
  return parameterOn(parameters, key, facts.released) === undefined
    ? undefined
    : rateOn(parameters, key, facts.released);
}

function taxedReasons(facts: ExportReturnFacts, by: Day | undefined): TaxedReason[] {
  const reasons: TaxedReason[] = [];
  if (by === undefined) reasons.push('TAX_FREE_NOT_IN_FORCE');
  else if (facts.returned > by) reasons.push('TAX_FREE_WINDOW');
  if (facts.food) reasons.push('FOOD');
  if (!facts.unsoldOrReturned) reasons.push('OTHER_REASON');
  if (!facts.refundSettled) reasons.push('REFUND_NOT_SETTLED');
  return reasons;
}

/**
 * Judges the return of exported goods: whether customs' channel is open to it (R-1.41, R-1.43) and whether it comes in
 * free of tax (R-1.42). Windows are those of the day of export, the rule of districts that of the day of return.
 * @throws RangeError when no value of the parameters holds on those days (the channel opened on 2020-03-27).
 */
export function judgeExportReturn(facts: ExportReturnFacts, parameters: ParameterTable): ExportReturnVerdict {
  const months = rateOn(parameters, 'export.return_months_customs', facts.released);
  const scope = parameterOn(parameters, 'export.cross_district_return_9610', facts.returned);
  const free = taxFreeWindow(facts, parameters);
  const returnBy = addMonths(facts.released, whole(months));
  const taxFreeBy = free && addMonths(facts.released, whole(free));
  const reasons: ExportReturnRefusal[] = [];
  if (facts.returned < facts.released) reasons.push('EXPORT_RETURN_BEFORE_RELEASE');
  if (facts.returned > returnBy) reasons.push('EXPORT_RETURN_WINDOW');
  if (!facts.original) reasons.push('EXPORT_RETURN_NOT_ORIGINAL_GOODS');
  if (!districtAllows(facts, scope?.value ?? 'none')) reasons.push('EXPORT_RETURN_DISTRICT');
  const taxedBecause = taxedReasons(facts, taxFreeBy);
  return {
    decision: reasons.length > 0 ? 'REJECT' : 'ACCEPT',
    reasons,
    taxFree: reasons.length === 0 && taxedBecause.length === 0,
    taxedBecause,
    returnBy,
    ...(taxFreeBy === undefined ? {} : { taxFreeBy }),
    by: [months, ...(free === undefined ? [] : [free]), ...(scope === undefined ? [] : [scope])],
  };
}
