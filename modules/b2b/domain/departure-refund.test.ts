import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, decimalOf, formatDecimal, multiply, parseDecimal, ZERO } from '#kernel';
import { loadTaxBook } from '../../tax/wiring.ts';
import { departureRefund } from './departure-refund.ts';

const { parameters } = loadTaxBook();
const d = parseDecimal;
const line = (sold: string, soldAtClaim?: string) => ({
  ...{ quantity: d('1000'), netPurchase: d('100000'), refundRate: d('0.13'), sold: d(sold) },
  soldAtClaim: soldAtClaim === undefined ? undefined : d(soldAtClaim),
});
const shown = (one: ReturnType<typeof departureRefund>) => ({
  claimed: formatDecimal(one.claimed),
  ...(one.prerefund && {
    prerefund: formatDecimal(one.prerefund.prerefund),
    final: formatDecimal(one.prerefund.finalRefund),
    repay: formatDecimal(one.prerefund.repay),
    deadline: one.prerefund.deadline,
  }),
});

describe('the refund of goods in an overseas warehouse', () => {
  test('is claimed for what is sold and pre-refunded for the rest, to be told by the day of the next year (R-3.5)', () => {
    expect(shown(departureRefund(line('300', '300'), '2026-03-10', parameters))).toEqual({
      ...{ claimed: '3900', prerefund: '9100', final: '0', repay: '9100', deadline: '2027-04-30' },
    });
  });

  test('what is sold afterwards keeps its share; what is not is paid back', () => {
    expect(shown(departureRefund(line('800', '300'), '2026-03-10', parameters))).toMatchObject({
      ...{ claimed: '3900', prerefund: '9100', final: '6500', repay: '2600' },
    });
  });

  test('has no pre-refund where all was sold before the claim', () => {
    expect(shown(departureRefund(line('1000', '1000'), '2026-03-10', parameters))).toEqual({
      claimed: '13000',
    });
  });

  test('both parts add up to the refund of the line, to the cent, and nothing more than the pre-refund is paid back', () => {
    const units = fc.integer({ min: 1, max: 9_999 });
    fc.assert(
      fc.property(
        units,
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.nat(100),
        fc.nat(100),
        (quantity, fen, a, b) => {
          const netPurchase = divided(fen);
          const [then, now] = [a, Math.max(a, b)].map((percent) =>
            decimalOf(Math.floor((quantity * percent) / 100)),
          );
          if (then === undefined || now === undefined) throw new Error('two shares');
          const { claimed, prerefund } = departureRefund(
            {
              quantity: decimalOf(quantity),
              netPurchase,
              refundRate: d('0.09'),
              sold: now,
              soldAtClaim: then,
            },
            '2026-03-10',
            parameters,
          );
          const whole = multiply(netPurchase, d('0.09'), 2);
          expect(add(claimed, prerefund?.prerefund ?? ZERO)).toBe(whole);
          expect(claimed >= ZERO).toBe(true);
          if (prerefund) expect(add(prerefund.finalRefund, prerefund.repay)).toBe(prerefund.prerefund);
        },
      ),
    );
  });
});

const divided = (fen: number) => d((fen / 100).toFixed(2));
