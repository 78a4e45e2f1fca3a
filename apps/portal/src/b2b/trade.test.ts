import { expect, test } from 'vitest';
import { askedIn, tradeOf } from './trade.ts';

test('a trade is read from its address, and what is none of its words is left out', () => {
  expect(
    askedIn({ shipsTo: 'buyer', buyer: 'robot', value: '4800.', has: 'waybill,order,moon', refund: 'maybe' }),
  ).toEqual({ shipsTo: 'buyer', value: '4800.', has: 'order,waybill' });
});

test('the interface is asked with what is known, and with what customs has', () => {
  expect(tradeOf({ contract: 'platform', value: '4800.', licence: 'no', has: 'order' })).toEqual({
    ...{ contract: 'platform', value: '4800', licence: false, has: ['order'] },
  });
  expect(tradeOf({})).toEqual({ has: [] });
});
