import { expect, test } from 'vitest';
import { loadTaxBook } from '../wiring.ts';
import { paymentWindowOf } from './payment-window.ts';

const { parameters } = loadTaxBook();

test('the tax of a list is paid from day 31 to day 45 after its release', () => {
  const window = paymentWindowOf('2025-03-01', parameters);
  expect(window).toMatchObject({ from: '2025-04-01', to: '2025-04-15' });
  expect(window.by.map(({ rule }) => rule)).toEqual(['R-2.12', 'R-2.12']);
});

test('before the rule there is no window', () => {
  expect(() => paymentWindowOf('2018-12-31', parameters)).toThrow('import.tax_pay_day_from');
});
