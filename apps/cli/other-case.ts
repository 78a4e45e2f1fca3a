import { type Bilingual, type Day, type Decimal, formatDecimal, sum, ZERO } from '#kernel';
import { exportFinish } from '#modes';
import { assessedIncomeTax, factoryRefundOf, incomeTaxRate, reconcile, refundOf } from '#refunds';
import { givenBackOf, judgeImportReturn } from '#returns';
import { type AcceptedTax, type ParameterTable, paymentWindowOf, type TaxAssessment } from '#tax';
import { CaseUnreadable, FieldReader } from './case-fields.ts';

/** What a case stands on: the rules, the day to take where none is named, and import cases by their id. */
export interface CaseSurroundings {
  readonly parameters: ParameterTable;
  readonly today: Day;
  readonly assessed: ReadonlyMap<string, TaxAssessment>;
}

/** Figures under the names that case files use, and the same in words. */
export interface WorkedCase {
  readonly actual: object;
  readonly words: Bilingual;
}

const money = (value: Decimal): string => formatDecimal(value, 2);

function baseOf(given: FieldReader, { assessed }: CaseSurroundings): AcceptedTax | undefined {
  const id = given.text('base');
  if (id === undefined) return undefined;
  const base = assessed.get(id);
  if (base === undefined || base.decision === 'REJECT') {
    const { place } = given;
    throw new CaseUnreadable(
      `${place}.base 应指本文件中一个准予进口的案例：${id}`,
      `${place}.base must name an accepted import case of the same file: ${id}`,
    );
  }
  return base;
}

/** What comes back of the list: all lines, or the named quantity of one. */
function givenBack(base: AcceptedTax, given: FieldReader): { tax: Decimal; allowance: Decimal } {
  const gnum = Number(given.text('line', 'gnum') ?? '1');
  const quantity = given.decimal('returned_qty', 'qty', 'quantity');
  const lines = quantity === undefined ? base.lines : base.lines.filter((line) => line.gnum === gnum);
  if (lines.length === 0) return given.missing('line');
  const parts = lines.map((line) => {
    const whole = {
      quantity: line.pieces,
      returnedBefore: ZERO,
      tax: line.tax,
      dutiableValue: line.dutiableValue,
    };
    if (quantity !== undefined && quantity > line.pieces) {
      throw new CaseUnreadable(
        `${given.place}.returned_qty 超过该行数量`,
        `${given.place}.returned_qty is above the line’s`,
      );
    }
    return givenBackOf({ ...whole, returned: quantity ?? line.pieces });
  });
  return { tax: sum(parts.map(({ tax }) => tax)), allowance: sum(parts.map(({ allowance }) => allowance)) };
}

function importReturn(given: FieldReader, around: CaseSurroundings): WorkedCase {
  const arrived = given.day('arrived');
  const verdict = judgeImportReturn(
    {
      released: given.day('released') ?? given.missing('released'),
      applied: given.day('applied') ?? given.missing('applied'),
      original: given.flag('original') ?? true,
      ...(arrived === undefined ? {} : { arrived }),
    },
    around.parameters,
  );
  const window = {
    zh: `应在 ${verdict.applyBy} 前申请、${verdict.arriveBy} 前运抵`,
    en: `to be applied for by ${verdict.applyBy} and back by ${verdict.arriveBy}`,
  };
  const [reason] = verdict.reasons;
  if (reason !== undefined) {
    const words = { zh: `不予退货（${reason}）：${window.zh}`, en: `refused (${reason}): ${window.en}` };
    return { actual: { decision: 'REJECT', reason }, words };
  }
  const base = baseOf(given, around);
  const decision = verdict.decision === 'PENDING' ? { decision: 'PENDING' } : { decision: 'ACCEPT' };
  if (base === undefined || verdict.decision === 'PENDING') {
    return { actual: decision, words: { zh: `期限内；${window.zh}`, en: `in time; ${window.en}` } };
  }
  const { tax, allowance } = givenBack(base, given);
  return {
    actual: { tax_restored: money(tax), annual_used_restored: money(allowance) },
    words: {
      zh: `准予退货：不征税款 ${money(tax)} 元，年度额度恢复 ${money(allowance)} 元；${window.zh}`,
      en: `accepted: tax of ${money(tax)} CNY is not collected, ${money(allowance)} CNY of the year’s allowance comes back; ${window.en}`,
    },
  };
}

function taxPayment(given: FieldReader, { parameters }: CaseSurroundings): WorkedCase {
  const { from, to } = paymentWindowOf(given.day('released') ?? given.missing('released'), parameters);
  return {
    actual: { pay_from: from, pay_to: to },
    words: { zh: `税款应在 ${from} 至 ${to} 缴纳`, en: `the tax is to be paid from ${from} to ${to}` },
  };
}

function incomeTax(given: FieldReader, { parameters, today }: CaseSurroundings): WorkedCase {
  const day = given.day('date', 'day') ?? today;
  const small = given.flag('small_firm', 'small_low_profit', 'small') ?? false;
  const rate = given.share('rate') ?? incomeTaxRate(small, day, parameters).value;
  const {
    taxableIncome,
    incomeTax: cit,
    by,
  } = assessedIncomeTax({ revenue: given.required('revenue'), rate }, day, parameters);
  return {
    actual: { taxable_income: money(taxableIncome), cit: money(cit) },
    words: {
      zh: `应纳税所得额＝收入 × ${formatDecimal(by.value)}＝${money(taxableIncome)} 元，所得税 ${money(cit)} 元`,
      en: `taxable income = revenue × ${formatDecimal(by.value)} = ${money(taxableIncome)} CNY, income tax ${money(cit)} CNY`,
    },
  };
}

function tradersRefund(given: FieldReader): WorkedCase {
  const refundRate = given.share('refund_rate') ?? given.missing('refund_rate');
  const vatRate = given.share('vat') ?? given.missing('vat');
  if (refundRate > vatRate) {
    throw new CaseUnreadable(
      `${given.place}.refund_rate 高于增值税率`,
      `${given.place}.refund_rate is above the VAT rate`,
    );
  }
  const done = refundOf({ invoiceGross: given.required('purchase_invoice_gross'), vatRate, refundRate });
  return {
    actual: { refund: money(done.refund), transferred_to_cost: money(done.transferredToCost) },
    words: {
      zh: `不含税购进 ${money(done.netPurchase)} 元，退税 ${money(done.refund)} 元，转成本 ${money(done.transferredToCost)} 元`,
      en: `net purchase ${money(done.netPurchase)} CNY, refund ${money(done.refund)} CNY, to cost ${money(done.transferredToCost)} CNY`,
    },
  };
}

function factoryRefund(given: FieldReader): WorkedCase {
  const done = factoryRefundOf({
    exportValue: given.required('export_value', 'fob'),
    vatRate: given.share('vat') ?? given.missing('vat'),
    refundRate: given.share('refund_rate') ?? given.missing('refund_rate'),
    outputTax: given.decimal('output_tax') ?? ZERO,
    inputTax: given.required('input_tax'),
    carriedOver: given.decimal('carried_over') ?? ZERO,
  });
  return {
    actual: {
      refund: money(done.refund),
      set_off: money(done.setOff),
      payable: money(done.payable),
      carried_forward: money(done.carriedForward),
      transferred_to_cost: money(done.transferredToCost),
    },
    words: {
      zh: `退税 ${money(done.refund)} 元，抵减内销 ${money(done.setOff)} 元，应纳 ${money(done.payable)} 元，留抵 ${money(done.carriedForward)} 元`,
      en: `refund ${money(done.refund)} CNY, set off ${money(done.setOff)} CNY, payable ${money(done.payable)} CNY, carried forward ${money(done.carriedForward)} CNY`,
    },
  };
}

function prerefund(given: FieldReader, { parameters }: CaseSurroundings): WorkedCase {
  const units = given.required('units');
  const on = given.day('prerefund_on') ?? given.missing('prerefund_on');
  // The field is named after the deadline it is told by: sold_by_2026_04_30.
  const sold = given.decimal('sold', ...given.names().filter((name) => name.startsWith('sold_by'))) ?? ZERO;
  if (sold > units)
    throw new CaseUnreadable(`${given.place}.sold 超过 units`, `${given.place}.sold is above units`);
  const batch = {
    netPurchase: given.required('net_purchase'),
    refundRate: given.required('refund_rate'),
    units,
    on,
    sold,
  };
  const done = reconcile(batch, parameters);
  return {
    actual: {
      pre_refund: money(done.prerefund),
      final_refund: money(done.finalRefund),
      repay: money(done.repay),
      deadline: done.deadline,
    },
    words: {
      zh: `预退税 ${money(done.prerefund)} 元，核算后 ${money(done.finalRefund)} 元，应补缴 ${money(done.repay)} 元，期限 ${done.deadline}`,
      en: `pre-refund ${money(done.prerefund)} CNY, final ${money(done.finalRefund)} CNY, to pay back ${money(done.repay)} CNY by ${done.deadline}`,
    },
  };
}

function exportRoute(given: FieldReader, { parameters, today }: CaseSurroundings): WorkedCase {
  const duty = given.flag('export_duty', 'tax', 'duty') ?? false;
  const facts = {
    mode: given.text('mode') ?? given.missing('mode'),
    value: given.required('value'),
    exportDuty: duty,
    refund: given.flag('refund') ?? false,
    licence: given.flag('licence', 'license') ?? false,
    inspection: given.flag('inspection') ?? false,
    pilotZone: given.flag('pilot_zone') ?? true,
  };
  const { outcome, by } = exportFinish(facts, { day: given.day('date', 'day') ?? today, parameters });
  if (outcome === undefined || by === undefined) {
    throw new CaseUnreadable(
      `${given.place}.mode 不是所处理的出口方式：${facts.mode}`,
      `${given.place}.mode is no export mode handled here: ${facts.mode}`,
    );
  }
  const retail = outcome.route.startsWith('LIST_RELEASE');
  return {
    actual: {
      route: outcome.route,
      ...(outcome.route === 'LIST_RELEASE_SUMMARY_DECLARATION' ? { due: '15th of next month' } : {}),
      ...(retail ? {} : { hs_digits_min: outcome.hsDigits }),
    },
    words: { zh: `${outcome.route}：${by.sentence.zh}`, en: `${outcome.route}: ${by.sentence.en}` },
  };
}

/** Kinds of case by the field that tells them, the most telling first. */
const KINDS: readonly (readonly [
  field: string,
  work: (given: FieldReader, around: CaseSurroundings) => WorkedCase,
])[] = [
  ['applied', importReturn],
  ['revenue', incomeTax],
  ['purchase_invoice_gross', tradersRefund],
  ['input_tax', factoryRefund],
  ['net_purchase', prerefund],
  ['mode', exportRoute],
  ['released', taxPayment],
];

/**
 * Works a case other than the tax of an import: return, payment, refund, pre-refund, income tax, way of export. What
 * is asked is told by the fields that are given.
 * @throws CaseUnreadable saying what is wrong and where.
 */
export function workOtherCase(value: unknown, id: string, around: CaseSurroundings): WorkedCase {
  const given = new FieldReader(new FieldReader(value, id).raw('given'), `${id}.given`);
  const kind = KINDS.find(([field]) => given.raw(field) !== undefined);
  if (kind === undefined) {
    const fields = KINDS.map(([field]) => field).join(', ');
    throw new CaseUnreadable(
      `${given.place} 看不出要算什么，应有其中一个字段：${fields}`,
      `${given.place} does not tell what to work out; it needs one of ${fields}`,
    );
  }
  return kind[1](given, around);
}
