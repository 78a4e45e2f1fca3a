import { expect, test } from 'vitest';
import { formatDecimal, parseDecimal } from '#kernel';
import { lotsOf } from './lots.ts';

const arrival = (expiresOn: string, quantity: string) => ({ expiresOn, quantity: parseDecimal(quantity) });
const lots = (arrivals: ReturnType<typeof arrival>[], stock: string) =>
  lotsOf(arrivals, parseDecimal(stock), '2026-05-01', 60).map(
    ({ expiresOn, quantity, state }) => `${expiresOn} ${formatDecimal(quantity)} ${state}`,
  );

test('those that expire first left first; what is near its day is warned of', () => {
  const came = [arrival('2026-04-01', '10'), arrival('2026-06-01', '10'), arrival('2027-01-01', '10')];
  expect(lots(came, '30')).toEqual(['2026-04-01 10 expired', '2026-06-01 10 soon', '2027-01-01 10 good']);
  expect(lots(came, '15')).toEqual(['2026-06-01 5 soon', '2027-01-01 10 good']);
  expect(lots(came, '0')).toEqual([]);
});

test('arrivals of one day are one lot; stock beyond dated arrivals has no day', () => {
  expect(lots([arrival('2026-06-30', '3'), arrival('2026-06-30', '4')], '50')).toEqual(['2026-06-30 7 soon']);
});

test('the last day of the warning is counted in', () => {
  expect(lots([arrival('2026-06-30', '1')], '1')).toEqual(['2026-06-30 1 soon']);
  expect(lots([arrival('2026-07-01', '1')], '1')).toEqual(['2026-07-01 1 good']);
});
