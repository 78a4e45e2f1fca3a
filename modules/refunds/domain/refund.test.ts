import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, type Decimal, multiply, parseDecimal, subtract } from '#kernel';
import { loadTaxBook } from '../../tax/wiring.ts';
import { loadRefundRates } from '../wiring.ts';
import { assessedIncomeTax, incomeTaxRate } from './assessed-income-tax.ts';
import { reconcile } from './prerefund.ts';
import { refundRateOn } from './rates.ts';
import { factoryRefundOf, refundOf } from './refund.ts';

const { parameters } = loadTaxBook();
const cny = (text: string) => parseDecimal(text);

describe('a trading company', () => {
  test('gets back the VAT of its purchase where the refund rate equals it', () => {
    const refund = refundOf({ invoiceGross: cny('113000'), vatRate: cny('0.13'), refundRate: cny('0.13') });
    expect(refund).toEqual({ netPurchase: cny('100000'), refund: cny('13000'), transferredToCost: 0n });
  });

  test('bears the difference as cost where the refund rate is lower', () => {
    const refund = refundOf({ invoiceGross: cny('113000'), vatRate: cny('0.13'), refundRate: cny('0.09') });
    expect(refund).toMatchObject({ refund: cny('9000'), transferredToCost: cny('4000') });
  });

  test('never gets back more than the invoice bears', () => {
    expect(() =>
      refundOf({ invoiceGross: cny('113'), vatRate: cny('0.09'), refundRate: cny('0.13') }),
    ).toThrow(RangeError);
  });
});

describe('a factory (exempt, credit, refund)', () => {
  const month = {
    exportValue: cny('2000000'),
    vatRate: cny('0.13'),
    refundRate: cny('0.10'),
    outputTax: cny('130000'),
    inputTax: cny('400000'),
    carriedOver: cny('50000'),
  };

  test('is paid its credit where that is below the ceiling', () => {
    expect(factoryRefundOf(month)).toEqual({
      payable: 0n,
      refund: cny('200000'),
      setOff: 0n,
      carriedForward: cny('60000'),
      transferredToCost: cny('60000'),
    });
  });

  test('pays tax where home sales outweigh its input', () => {
    const done = factoryRefundOf({ ...month, outputTax: cny('500000') });
    expect(done).toMatchObject({ payable: cny('110000'), refund: 0n, setOff: cny('200000') });
  });

  test('ceiling = paid out + set off; credit = paid out + carried forward', () => {
    const money = fc.bigInt({ min: 0n, max: 100_000_000n }).map((cents) => (cents * 1000n) as Decimal);
    fc.assert(
      fc.property(money, money, money, money, (exportValue, outputTax, inputTax, carriedOver) => {
        const given = {
          exportValue,
          outputTax,
          inputTax,
          carriedOver,
          vatRate: cny('0.13'),
          refundRate: cny('0.09'),
        };
        const done = factoryRefundOf(given);
        expect(add(done.refund, done.setOff)).toBe(multiply(exportValue, cny('0.09'), 2));
        const net = subtract(add(subtract(inputTax, done.transferredToCost), carriedOver), outputTax);
        expect(subtract(add(done.refund, done.carriedForward), done.payable)).toBe(net);
      }),
    );
  });
});

describe('goods in an overseas warehouse, refunded on departure', () => {
  const batch = { netPurchase: cny('100000'), units: cny('1000'), refundRate: cny('0.13'), on: '2025-03-10' };

  test('what is sold by April of the next year keeps its refund, the rest is paid back', () => {
    expect(reconcile({ ...batch, sold: cny('700') }, parameters)).toMatchObject({
      prerefund: cny('13000'),
      finalRefund: cny('9100'),
      repay: cny('3900'),
      deadline: '2026-04-30',
    });
  });

  test('all sold: nothing to pay back; more sold than sent: refused', () => {
    expect(reconcile({ ...batch, sold: batch.units }, parameters).repay).toBe(0n);
    expect(() => reconcile({ ...batch, sold: cny('1001') }, parameters)).toThrow(RangeError);
  });

  test('before the scheme there is nothing to reconcile', () => {
    expect(() => reconcile({ ...batch, on: '2025-01-26', sold: cny('1') }, parameters)).toThrow('2025-01-26');
  });
});

describe('assessed income tax', () => {
  test('4 % of revenue is income, taxed by the rate of the firm', () => {
    const rate = incomeTaxRate(false, '2026-05-01', parameters).value;
    expect(assessedIncomeTax({ revenue: cny('1000000'), rate }, '2026-05-01', parameters)).toMatchObject({
      taxableIncome: cny('40000'),
      incomeTax: cny('10000'),
    });
    const small = incomeTaxRate(true, '2026-05-01', parameters).value;
    expect(
      assessedIncomeTax({ revenue: cny('1000000'), rate: small }, '2026-05-01', parameters).incomeTax,
    ).toBe(cny('2000'));
  });

  test('the relief of small firms ends with its day', () => {
    expect(() => incomeTaxRate(true, '2028-01-01', parameters)).toThrow('cit.small_firm_rate');
  });
});

test('refund rates follow the day of departure: batteries from 9 % to 6 % to none', () => {
  const rates = loadRefundRates();
  const of = (day: string) => refundRateOn(rates, '8507600090', day)?.value;
  expect([of('2026-03-31'), of('2026-04-01'), of('2027-01-01')]).toEqual([cny('0.09'), cny('0.06'), 0n]);
  expect(refundRateOn(rates, '9999999999', '2026-04-01')).toBeUndefined();
});
