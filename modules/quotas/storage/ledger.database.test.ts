import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatDecimal, parseDecimal } from '#kernel';
import type { Client } from '#postgres';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import {
  type AllowanceMovement,
  allowanceOf,
  lockAllowances,
  moveAllowances,
  recentMovements,
} from './ledger.ts';

const YEAR = 2026;
const LIMIT = '26000';

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

let buyers = 0;
/** A buyer nobody has heard of. */
function newBuyer(): string {
  buyers += 1;
  return `buyer-${buyers}`;
}

const movement = (
  buyerKey: string,
  amount: string,
  more: Partial<AllowanceMovement> = {},
): AllowanceMovement => ({
  ...{ buyerKey, year: YEAR, orderNo: 'D1', ebpCode: 'P', attempt: 1, kind: 'reserve', amount },
  day: '2026-11-23',
  ...more,
});

/** Writes one movement as the conductor does. */
const move = (moved: AllowanceMovement, limit = LIMIT): Promise<void> =>
  rented.database.transaction((client) => moveIn(client, moved, limit));

async function moveIn(client: Client, moved: AllowanceMovement, limit = LIMIT): Promise<void> {
  const { buyerKey, year, kind, amount } = moved;
  const accounts = await lockAllowances(client, [buyerKey], year);
  const net = new Map([[buyerKey, kind === 'reserve' ? amount : `-${amount}`]]);
  await moveAllowances(client, [moved], net, year, limit, (key) => accounts.has(key));
}

const cents = (text: string): string => formatDecimal(parseDecimal(text), 2);

async function used(buyer: string, year = YEAR): Promise<string | undefined> {
  const account = await allowanceOf(rented.database, buyer, year);
  return account && cents(account.used);
}
const movements = async (buyer: string): Promise<number> =>
  (await recentMovements(rented.database, [buyer], '2026-01-01')).length;

describe('a yearly allowance', () => {
  test('is used by what is reserved, to the last fen', async () => {
    const buyer = newBuyer();
    await move(movement(buyer, '0.10'));
    await move(movement(buyer, '0.20', { orderNo: 'D2' }));
    expect(await used(buyer)).toBe('0.30');
    expect(await allowanceOf(rented.database, newBuyer(), YEAR)).toBeUndefined();
  });

  test('may be used up, and not by a fen more: then nothing of the movement stays', async () => {
    const buyer = newBuyer();
    await move(movement(buyer, '25999.99'));
    await move(movement(buyer, '0.01', { orderNo: 'D2' }));
    const over = move(movement(buyer, '0.01', { orderNo: 'D3' }));
    await expect(over).rejects.toMatchObject({ code: '23514', constraint: 'within_yearly_limit' });
    expect(await used(buyer)).toBe('26000.00');
    expect(await movements(buyer)).toBe(2);
  });

  test('is not there for a first purchase over the limit', async () => {
    const buyer = newBuyer();
    await expect(move(movement(buyer, '26000.01'))).rejects.toMatchObject({ code: '23514' });
    expect(await used(buyer)).toBeUndefined();
    expect(await movements(buyer)).toBe(0);
  });

  test('gets back what is given back, and can be used again', async () => {
    const buyer = newBuyer();
    await move(movement(buyer, '26000'));
    await move(movement(buyer, '26000', { kind: 'give-back' }));
    expect(await used(buyer)).toBe('0.00');
    await move(movement(buyer, '26000', { attempt: 2 }));
    expect(await used(buyer)).toBe('26000.00');
  });

  test('is of each calendar year and each buyer by itself', async () => {
    const [buyer, other] = [newBuyer(), newBuyer()];
    await move(movement(buyer, '26000'));
    await move(movement(buyer, '26000', { year: 2027, day: '2027-01-01' }));
    await move(movement(other, '26000'));
    expect([await used(buyer), await used(buyer, 2027), await used(other)]).toEqual([
      '26000.00',
      '26000.00',
      '26000.00',
    ]);
  });

  test('keeps the higher limit when the law has raised it within the year', async () => {
    const buyer = newBuyer();
    await move(movement(buyer, '20000'), '20000');
    await move(movement(buyer, '6000', { orderNo: 'D2' }), '26000');
    const account = await allowanceOf(rented.database, buyer, YEAR);
    expect([account?.used, account?.yearlyLimit].map((text) => cents(text ?? ''))).toEqual([
      '26000.00',
      '26000.00',
    ]);
  });

  test('is moved by several movements of a batch at once', async () => {
    const [one, two] = [newBuyer(), newBuyer()];
    const batch = [movement(one, '10'), movement(one, '5', { orderNo: 'D2' }), movement(two, '7')];
    const net = new Map([
      [one, '15'],
      [two, '7'],
    ]);
    await rented.database.transaction((client) =>
      moveAllowances(client, batch, net, YEAR, LIMIT, () => false),
    );
    expect([await used(one), await used(two)]).toEqual(['15.00', '7.00']);
    expect(await movements(one)).toBe(2);
  });
});

describe('the ledger', () => {
  test('takes one reservation and one give-back of each attempt of a list, never a second', async () => {
    const buyer = newBuyer();
    await move(movement(buyer, '100'));
    await expect(move(movement(buyer, '100'))).rejects.toMatchObject({ code: '23505' });
    await move(movement(buyer, '100', { kind: 'give-back' }));
    await expect(move(movement(buyer, '100', { kind: 'give-back' }))).rejects.toMatchObject({
      code: '23505',
    });
    expect(await used(buyer)).toBe('0.00');
  });

  test('gives nothing back that was not used', async () => {
    const buyer = newBuyer();
    await move(movement(buyer, '100'));
    const more = movement(buyer, '100.01', { kind: 'give-back' });
    await expect(move(more)).rejects.toMatchObject({ code: '23514' });
    expect(await used(buyer)).toBe('100.00');
  });

  test('tells the movements of a buyer since a day, what was given back below zero', async () => {
    const buyer = newBuyer();
    await move(movement(buyer, '100', { day: '2026-11-15' }));
    await move(movement(buyer, '200', { orderNo: 'D2', day: '2026-11-16' }));
    await move(movement(buyer, '200', { orderNo: 'D2', day: '2026-11-23', kind: 'give-back' }));
    const recent = await recentMovements(rented.database, [buyer], '2026-11-16');
    expect(recent.map(({ buyerKey, day, amount }) => [buyerKey, day, cents(amount)])).toEqual([
      [buyer, '2026-11-16', '200.00'],
      [buyer, '2026-11-23', '-200.00'],
    ]);
  });

  test('holds a buyer for the judge who has asked first: the next one sees what that one has reserved', async () => {
    const buyer = newBuyer();
    await move(movement(buyer, '100'));
    const first = await rented.database.connect();
    const second = await rented.database.connect();
    try {
      await first.query('begin');
      await second.query('begin');
      expect(cents((await lockAllowances(first, [buyer], YEAR)).get(buyer) ?? '')).toBe('100.00');
      const waiting = lockAllowances(second, [buyer], YEAR);
      await moveIn(first, movement(buyer, '50', { orderNo: 'D2' }));
      await first.query('commit');
      expect(cents((await waiting).get(buyer) ?? '')).toBe('150.00');
      await second.query('rollback');
    } finally {
      first.release();
      second.release();
    }
  });

  test('sends a first purchase back when another judge has opened the buyer’s account meanwhile', async () => {
    const buyer = newBuyer();
    const late = rented.database.transaction(async (client) => {
      const accounts = await lockAllowances(client, [buyer], YEAR);
      await move(movement(buyer, '20000'));
      const second = movement(buyer, '20000', { orderNo: 'D2' });
      await moveAllowances(client, [second], new Map([[buyer, '20000']]), YEAR, LIMIT, (key) =>
        accounts.has(key),
      );
    });
    await expect(late).rejects.toMatchObject({ code: '23505' });
    expect(await used(buyer)).toBe('20000.00');
    expect(await movements(buyer)).toBe(1);
  });
});
