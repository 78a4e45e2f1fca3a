import { describe, expect, test } from 'vitest';
import { type Decimal, parseDecimal, ZERO } from '#kernel';
import type { Cause, MovementWish, Standing } from './movement.ts';
import { type Posted, post } from './post.ts';

const guarantor = '5301963601';
const cny = (value: number): Decimal => parseDecimal(String(value));
const account = (available: number, more: Partial<Standing> = {}): Map<string, Standing> =>
  new Map([
    [
      guarantor,
      {
        ...{ available: cny(available), reserved: ZERO, cover: cny(available), beyond: ZERO, lapsing: ZERO },
        ...more,
      },
    ],
  ]);
const wish = (cause: Cause, amount: number, reference = 'L1', more = {}): MovementWish => ({
  ...{ guarantor, cause, amount: cny(amount), reference, day: '2026-05-01', by: 'test' },
  ...more,
});
const none = new Map<string, Decimal>();
const outcomes = (posted: readonly Posted[]) =>
  posted.map((one) => (one.outcome === 'refused' ? one.refusal : one.outcome));
const standing = (accounts: ReadonlyMap<string, Standing>) =>
  Object.fromEntries(
    Object.entries(accounts.get(guarantor) ?? {}).map(([name, value]) => [name, Number(value) / 1e5]),
  );

describe('the tax of a released list', () => {
  test('is reserved, and free again once it is paid', () => {
    const accounts = account(100);
    expect(outcomes(post([wish('release', 60), wish('paid', 60)], accounts, none))).toEqual([
      'posted',
      'posted',
    ]);
    expect(standing(accounts)).toEqual({ cover: 100, available: 100, reserved: 0, beyond: 0, lapsing: 0 });
  });

  test('is taken out of the guarantee where it is drawn', () => {
    const accounts = account(100);
    post([wish('release', 60), wish('drawn', 60)], accounts, none);
    expect(standing(accounts)).toMatchObject({ cover: 40, available: 40, reserved: 0 });
  });

  test('is not reserved beyond the cover, and whoever comes after and fits is', () => {
    const accounts = account(100);
    const posted = post(
      [wish('release', 80), wish('release', 30, 'L2'), wish('release', 20, 'L3')],
      accounts,
      none,
    );
    expect(outcomes(posted)).toEqual(['posted', 'GUARANTEE-NOT-ENOUGH', 'posted']);
    expect(posted[1]).toMatchObject({ there: cny(20) });
  });

  test('is owed beyond the cover where customs has released it, and covered first when cover comes', () => {
    const accounts = account(100);
    post([wish('release', 130, 'L1', { whateverCover: true })], accounts, none);
    expect(standing(accounts)).toMatchObject({ cover: 100, available: 0, reserved: 130, beyond: 30 });
    post([wish('instrument', 50, 'G1')], accounts, none);
    expect(standing(accounts)).toMatchObject({ cover: 150, available: 20, reserved: 130, beyond: 0 });
  });

  test('that stood beyond the cover gives nothing back that was never there', () => {
    const accounts = account(100);
    post([wish('release', 130, 'L1', { whateverCover: true }), wish('voided', 130)], accounts, none);
    expect(standing(accounts)).toEqual({ cover: 100, available: 100, reserved: 0, beyond: 0, lapsing: 0 });
  });
});

test('what is said twice is written once, and another amount under the same reference is refused', () => {
  const accounts = account(100);
  const posted = post([wish('release', 10), wish('release', 10), wish('release', 11)], accounts, none);
  expect(outcomes(posted)).toEqual(['posted', 'repeated', 'GUARANTEE-REFERENCE-USED']);
  expect(standing(accounts)).toMatchObject({ available: 90, reserved: 10 });
});

test('nothing is freed that is not reserved, and nothing moved that is nothing', () => {
  expect(outcomes(post([wish('voided', 1), wish('release', 0)], account(10), none))).toEqual([
    'GUARANTEE-NOT-ENOUGH',
    'GUARANTEE-AMOUNT',
  ]);
});

test('a guarantee whose time is up covers no further list', () => {
  const accounts = account(100, { lapsing: cny(70) });
  expect(outcomes(post([wish('release', 40)], accounts, none))).toEqual(['GUARANTEE-NOT-ENOUGH']);
  post([wish('lapse', 70, 'G1')], accounts, none);
  expect(standing(accounts)).toMatchObject({ cover: 30, available: 30, lapsing: 0 });
});

test('an enterprise without an account has no cover', () => {
  expect(outcomes(post([wish('release', 1)], new Map(), none))).toEqual(['GUARANTEE-NO-ACCOUNT']);
});

test('the legs of every movement come to nothing together', () => {
  const accounts = account(100);
  const wishes = [
    wish('release', 130, 'L1', { whateverCover: true }),
    ...[wish('instrument', 50, 'G1'), wish('release', 20, 'L2'), wish('voided', 40), wish('lapse', 5, 'G1')],
    ...[wish('paid', 20, 'L2'), wish('drawn', 30, 'L3')],
  ];
  for (const one of post(wishes, accounts, none)) {
    if (one.outcome !== 'posted') throw new Error(`${one.wish.cause} was ${one.outcome}`);
    const { available, reserved, outside, beyond } = one.legs;
    expect(available + reserved + outside + beyond).toBe(0n);
    expect(one.after.available + one.after.reserved).toBe(one.after.cover + one.after.beyond);
  }
});
