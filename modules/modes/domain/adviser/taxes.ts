import { compare, type Day, type Decimal, ONE, subtract, ZERO } from '#kernel';
import { assessedIncomeTax, type Condition, eligibilityOf, incomeTaxRate, refundOf } from '#refunds';
import {
  assessImportTax,
  dutyRateOf,
  generalTradeTax,
  NO_CONSUMPTION_TAX,
  type ParameterTable,
  type RejectReason,
  referenceOf,
  type TariffLine,
  type TaxInput,
  taxRulesOn,
} from '#tax';
import type { Finish } from '../export-finish.ts';
import type { ModeCode } from './criterion.ts';
import type { Question } from './question.ts';

/** Rates and parameters by day. */
export interface AdviserRates {
  readonly parameters: ParameterTable;
  readonly lineOn: (hs: string, day: Day) => TariffLine | undefined;
  readonly refundRateOn: (hs: string, day: Day) => Decimal | undefined;
}

/** Import tax under a mode. CNY. */
export interface ImportTax {
  readonly duty: Decimal;
  readonly consumptionTax: Decimal;
  readonly vat: Decimal;
  readonly total: Decimal;
  /** Why retail import is closed to the goods; figures are then those of nothing. */
  readonly rejected?: readonly RejectReason[];
}

/** Export tax under a mode. CNY where money. */
export interface ExportTax {
  /** As {@link eligibilityOf} tells; `unknown` while its facts are. */
  readonly route: 'refund' | 'exempt' | 'taxed';
  /** Conditions of refund and exemption that are not met. */
  readonly unmet: readonly Condition['code'][];
  readonly refund?: Decimal;
  /** Income tax by assessment, where goods are exempt without invoice. */
  readonly assessedIncomeTax?: Decimal;
  /** Output tax where goods are taxed as a home sale. */
  readonly outputTax?: Decimal;
  /** What the mode costs in tax, less what comes back; for comparing modes. */
  readonly burden: Decimal;
}

type Rated = Pick<TaxInput['lines'][number], 'hs' | 'dutyRate' | 'vatRate' | 'consumptionTax' | 'reference'>;

const ratesOf = (line: TariffLine): Rated => ({
  hs: line.code,
  dutyRate: dutyRateOf(line),
  vatRate: line.vat,
  consumptionTax: line.consumptionTax,
  reference: referenceOf(line),
});

/** Goods without rates: enough for the limits, which ask for values only. */
const UNRATED: Rated = {
  hs: '',
  dutyRate: ZERO,
  vatRate: ZERO,
  consumptionTax: NO_CONSUMPTION_TAX,
  reference: { rule: 'R-2.1', source: '', confidence: 'D' },
};

function taxInputOf(question: Question, rated: Rated): TaxInput {
  const { goods } = question;
  const pieces = goods.pieces ?? ONE;
  return {
    lines: [
      {
        ...rated,
        gnum: 1,
        goodsValue: goods.value,
        pieces,
        taxQuantity: goods.taxQuantity ?? pieces,
      },
    ],
    freight: ZERO,
    insurance: ZERO,
    nonCashDeduction: ZERO,
    annualUsed: question.annualUsed ?? ZERO,
  };
}

const NOTHING = { duty: ZERO, consumptionTax: ZERO, vat: ZERO, total: ZERO };

/** Whether the limits of a transaction and of a year leave room for the goods; one item may be over the first. */
export function withinLimits(question: Question, { parameters }: AdviserRates): boolean {
  const input = taxInputOf(question, UNRATED);
  return assessImportTax(input, taxRulesOn(parameters, question.day)).decision !== 'REJECT';
}

/** What the goods bear when they come in by a mode; undefined where the tariff at hand has no line for them. */
export function importTax(mode: ModeCode, question: Question, rates: AdviserRates): ImportTax | undefined {
  const line = question.goods.hs === undefined ? undefined : rates.lineOn(question.goods.hs, question.day);
  if (line === undefined) return undefined;
  const input = taxInputOf(question, ratesOf(line));
  if (mode === '0110') {
    const { duty, consumptionTax, vat, taxTotal } = generalTradeTax(input);
    return { duty, consumptionTax, vat, total: taxTotal };
  }
  const assessed = assessImportTax(input, taxRulesOn(rates.parameters, question.day));
  if (assessed.decision === 'REJECT') return { ...NOTHING, rejected: assessed.reasons };
  const { duty, consumptionTax, vat, taxTotal } = assessed;
  return { duty, consumptionTax, vat, total: taxTotal };
}

const lower = (left: Decimal, right: Decimal): Decimal => (compare(left, right) < 0 ? left : right);

/** The VAT in a price that includes it. */
function outputTaxOf(value: Decimal, vat: Decimal): Decimal {
  return subtract(value, refundOf({ invoiceGross: value, vatRate: vat, refundRate: ZERO }).netPurchase);
}

function assessed(question: Question, rates: AdviserRates): Decimal {
  const rate = incomeTaxRate(false, question.day, rates.parameters).value;
  return assessedIncomeTax({ revenue: question.goods.value, rate }, question.day, rates.parameters).incomeTax;
}

/**
 * Which way the tax of an export by a mode goes. Money in foreign exchange is taken as received and goods as departed:
 * the question is asked before either.
 */
export function exportTax(
  mode: ModeCode,
  question: Question,
  finish: Finish | undefined,
  rates: AdviserRates,
): ExportTax {
  const { hs, value } = question.goods;
  const line = hs === undefined ? undefined : rates.lineOn(hs, question.day);
  const refundRate = hs === undefined ? undefined : rates.refundRateOn(hs, question.day);
  const market = mode === '1039';
  const eligible = eligibilityOf(
    {
      mode,
      departed: question.day,
      declared: finish?.route !== 'LIST_RELEASE_SUMMARY_STATISTICS' && !market,
      firm: {
        generalTaxpayer: question.generalTaxpayer ?? false,
        refundFiled: question.refundFiled ?? false,
        zoneRegistered: question.zoneRegistered ?? false,
      },
      invoice: question.invoice ?? false,
      foreignExchangeReceived: true,
      denied: false,
      claimed: question.day,
      ...(refundRate === undefined ? {} : { refundRate }),
    },
    rates.parameters,
  );
  const unmet = [...eligible.refund, ...eligible.exemption].filter(({ met }) => !met).map(({ code }) => code);
  const reasons = [...new Set(unmet)];
  const wanted = question.refund === true && eligible.route === 'refund';
  if (wanted) {
    const gross = question.purchaseGross;
    const known = gross !== undefined && line !== undefined && refundRate !== undefined;
    const refund = known
      ? refundOf({
          invoiceGross: gross,
          vatRate: line.vat,
          refundRate: lower(refundRate, line.vat),
        }).refund
      : undefined;
    return {
      route: 'refund',
      unmet: reasons,
      ...(refund === undefined ? {} : { refund }),
      burden: refund === undefined ? ZERO : subtract(ZERO, refund),
    };
  }
  // Market procurement is exempt from VAT whatever the invoice (R-1.7, H).
  if (market) return { route: 'exempt', unmet: reasons, burden: ZERO };
  const exempt = eligible.exemption.every(({ met }) => met);
  if (exempt && question.invoice !== true) {
    const incomeTax = assessed(question, rates);
    return { route: 'exempt', unmet: reasons, assessedIncomeTax: incomeTax, burden: incomeTax };
  }
  if (exempt) return { route: 'exempt', unmet: reasons, burden: ZERO };
  const outputTax = line === undefined ? undefined : outputTaxOf(value, line.vat);
  return {
    route: 'taxed',
    unmet: reasons,
    ...(outputTax === undefined ? {} : { outputTax }),
    burden: outputTax ?? ZERO,
  };
}
