import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decimal, parseDecimal } from '#kernel';
import type { Cause, MovementWish, Place } from './movement.ts';
import { type Balances, itemKey, type Posted, placeKey, post } from './post.ts';

const STANDING = new Map([[itemKey('B1', 1), { openedOn: '2026-01-01', validTo: '2026-12-31' }]]);
let references = 0;

function wish(cause: Cause, quantity: string, more: Partial<MovementWish> = {}): MovementWish {
  references += 1;
  return {
    ...{
      bookNo: 'B1',
      itemNo: 1,
      cause,
      quantity: parseDecimal(quantity),
      reference: `R${references}`,
      line: 1,
    },
    ...{ day: '2026-05-01', by: 'test' },
    ...more,
  };
}

function work(
  wishes: readonly MovementWish[],
  stock = '0',
): { posted: Posted[]; lies: (place: Place) => Decimal } {
  const balances: Balances = new Map([[placeKey('B1', 1, 'stock'), parseDecimal(stock)]]);
  const posted = post(wishes, balances, new Map(), STANDING);
  return { posted, lies: (place) => balances.get(placeKey('B1', 1, place)) ?? parseDecimal('0') };
}
const outcomes = (posted: readonly Posted[]) =>
  posted.map((one) => (one.outcome === 'refused' ? one.refusal : one.outcome));

describe('the book of bonded goods', () => {
  test('goods come in at the first line and go out at the second', () => {
    const { posted, lies } = work([wish('entry', '100'), wish('ship-back', '40')]);
    expect(outcomes(posted)).toEqual(['posted', 'posted']);
    expect(lies('stock')).toBe(parseDecimal('60'));
  });

  test('a checklist sets goods aside, and the gate takes them out of the book', () => {
    const { posted, lies } = work([wish('checklist', '4'), wish('exit', '3'), wish('exit', '2')], '10');
    expect(outcomes(posted)).toEqual(['posted', 'posted', 'BONDED-NOT-ENOUGH']);
    expect([lies('stock'), lies('pending')]).toEqual([parseDecimal('6'), parseDecimal('1')]);
  });

  test('more cannot go out than lies there, and those after it are looked at by themselves', () => {
    const { posted, lies } = work(
      [wish('ship-back', '8'), wish('ship-back', '5'), wish('ship-back', '2')],
      '10',
    );
    expect(outcomes(posted)).toEqual(['posted', 'BONDED-NOT-ENOUGH', 'posted']);
    expect(posted[1]).toMatchObject({ there: parseDecimal('2') });
    expect(lies('stock')).toBe(0n);
  });

  test('what is written for one list is written once; the same again is a repeat, another quantity is refused', () => {
    const exit = wish('ship-back', '3');
    const { posted, lies } = work([exit, exit, { ...exit, quantity: parseDecimal('4') }], '10');
    expect(outcomes(posted)).toEqual(['posted', 'repeated', 'BONDED-REFERENCE-USED']);
    expect(lies('stock')).toBe(parseDecimal('7'));
  });

  test('goods on display stay in the book until they are sold or come back', () => {
    const { lies } = work(
      [
        ...[wish('checklist', '5'), wish('display-out', '5'), wish('display-sale', '2')],
        ...[wish('display-back', '1'), wish('display-lost', '1')],
      ],
      '10',
    );
    expect([lies('stock'), lies('display')]).toEqual([parseDecimal('6'), parseDecimal('1')]);
    const { posted } = work(
      [wish('checklist', '1'), wish('display-out', '1'), wish('display-sale', '2')],
      '10',
    );
    expect(outcomes(posted)).toEqual(['posted', 'posted', 'BONDED-NOT-ENOUGH']);
  });

  test('a count adjusts either way, but not to less than nothing', () => {
    const { posted, lies } = work([wish('count', '-3'), wish('count', '1.5'), wish('count', '-9')], '10');
    expect(outcomes(posted)).toEqual(['posted', 'posted', 'BONDED-NOT-ENOUGH']);
    expect(lies('stock')).toBe(parseDecimal('8.5'));
  });

  test('more than a quantity can hold is refused, and what lies there stays', () => {
    const { posted, lies } = work([wish('entry', '99999999999999'), wish('entry', '1')]);
    expect(outcomes(posted)).toEqual(['posted', 'BONDED-QUANTITY']);
    expect(lies('stock')).toBe(parseDecimal('99999999999999'));
  });

  test('nothing, less than nothing, an unknown item and a day outside the book are refused', () => {
    const { posted } = work([
      wish('entry', '0'),
      wish('entry', '-1'),
      wish('entry', '1', { itemNo: 2 }),
      wish('entry', '1', { day: '2027-01-01' }),
      wish('entry', '1', { day: '2025-12-31' }),
    ]);
    expect(outcomes(posted)).toEqual([
      ...[
        'BONDED-QUANTITY',
        'BONDED-QUANTITY',
        'BONDED-ITEM-UNKNOWN',
        'BONDED-BOOK-CLOSED',
        'BONDED-BOOK-CLOSED',
      ],
    ]);
  });

  test('whatever is wished, no place ever holds less than nothing, and what is there is what came in less what went out', () => {
    const causes: Cause[] = [
      'entry',
      'export',
      'return',
      'display-out',
      'display-back',
      'display-sale',
      'display-lost',
      'transfer-out',
      'transfer-sent',
      'transfer-back',
      'ship-back',
    ];
    const wishes = fc.array(fc.tuple(fc.constantFrom(...causes), fc.integer({ min: 1, max: 30 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(wishes, (given) => {
        const { posted, lies } = work(
          given.map(([cause, quantity]) => wish(cause, String(quantity))),
          '20',
        );
        const places = (['stock', 'display', 'pending'] as const).map(lies);
        expect(places.every((quantity) => quantity >= 0n)).toBe(true);
        const came: Cause[] = ['entry', 'return'];
        const went: Cause[] = [
          'exit',
          'display-sale',
          'display-lost',
          'transfer-sent',
          'ship-back',
          'export',
        ];
        const sum = posted
          .filter(({ outcome }) => outcome === 'posted')
          .reduce(
            (total, { wish: { cause, quantity } }) =>
              total + (came.includes(cause) ? quantity : went.includes(cause) ? -quantity : 0n),
            parseDecimal('20') as bigint,
          );
        expect(places.reduce((total, quantity) => total + quantity, 0n)).toBe(sum);
      }),
    );
  });
});
