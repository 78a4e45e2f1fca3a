import { describe, expect, it } from 'vitest';
import { totalsOf } from './totals.ts';

const line = { price: '0.1', qty: '3', totalPrice: '0.30' };

describe('what the amounts of a document come to', () => {
  it('is exact where floating point is not', () => {
    const content = { head: { goodsValue: '0.30' }, items: [line], keep: {} };
    expect(totalsOf('order', content)).toEqual([
      { field: 'totalPrice', line: 0, computed: '0.30', given: '0.30', agrees: true },
      { field: 'goodsValue', computed: '0.30', given: '0.30', agrees: true },
    ]);
  });

  it('is goods, freight and tax less the discount', () => {
    const head = {
      goodsValue: '257',
      freight: '20',
      taxTotal: '25.21',
      discount: '10',
      acturalPaid: '292.20',
    };
    const [paid] = totalsOf('order', { head, items: [], keep: {} });
    expect(paid).toEqual({ field: 'acturalPaid', computed: '292.21', given: '292.20', agrees: false });
  });

  it('is not said while an amount is missing or is no amount', () => {
    const items = [
      { ...line, qty: '' },
      { ...line, price: '1e3' },
    ];
    expect(totalsOf('declaration', { head: {}, items, keep: {} })).toEqual([]);
  });

  it('rounds price times quantity to the cent, halves up', () => {
    const items = [{ price: '1.005', qty: '1', totalPrice: '1.01' }];
    expect(totalsOf('declaration', { head: {}, items, keep: {} })[0]?.agrees).toBe(true);
  });
});
