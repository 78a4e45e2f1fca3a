import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import type { Cause, MovementWish } from '../domain/movement.ts';
import { accountOf, differences, openAccounts } from './accounts.ts';
import { postMovements } from './ledger.ts';

/** As many movements as a batch of lists brings. */
const A_BATCH = 20;

const at = new Date('2026-05-01T04:00:00Z');
let rented: TestDatabase;
let accounts = 0;

beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

/** Posts in a transaction of its own, as each of many servers does. */
const posting = (...wishes: readonly MovementWish[]) =>
  rented.database.transaction((client) => postMovements(client, wishes, at));
/** So many movements at once, in batches by whoever comes first. */
const atOnce = async (many: number, wishOf: (at: number) => MovementWish) => {
  const wishes = Array.from({ length: many }, (_, index) => wishOf(index));
  const batches = Array.from({ length: many / A_BATCH }, (_, batch) =>
    posting(...wishes.slice(batch * A_BATCH, (batch + 1) * A_BATCH)),
  );
  return (await Promise.all(batches)).flat();
};
const wish = (guarantor: string, cause: Cause, amount: number, reference: string): MovementWish => ({
  ...{ guarantor, cause, reference, amount: parseDecimal(String(amount)), day: '2026-05-01', by: 'test' },
});

async function accountWith(cover: number): Promise<string> {
  accounts += 1;
  const guarantor = `53019600${String(accounts).padStart(2, '0')}`;
  await openAccounts(rented.database, [guarantor], '0', at);
  await posting(wish(guarantor, 'instrument', cover, 'G1'));
  return guarantor;
}

const none = { available: '0', reserved: '0', cover: '0', beyond: '0' };
const stands = async (guarantor: string) => {
  const { available, reserved, cover, beyond } = (await accountOf(rented.database, guarantor)) ?? {};
  return { available, reserved, cover, beyond };
};

describe('2,000 movements of one hot account at once', () => {
  test('none is lost, none is written twice, and the sums are exact', async () => {
    const guarantor = await accountWith(100_000);
    // Half of them free what others may not have reserved yet: those are refused, and asked for again afterwards.
    const asked = (at: number) => wish(guarantor, at % 2 === 0 ? 'release' : 'paid', 11.13, `L${at >> 1}`);
    const first = await atOnce(2_000, asked);
    const early = first.flatMap((one, at) => (one.outcome === 'refused' ? [asked(at)] : []));
    const then = await posting(...early);
    const posted = [...first, ...then].filter(({ outcome }) => outcome === 'posted');
    expect(posted).toHaveLength(2_000);
    expect(await stands(guarantor)).toEqual({ ...none, available: '100000', cover: '100000' });
    expect(await differences(rented.database)).toEqual([]);
  });

  test('when there is cover for some only, exactly so many are reserved', async () => {
    const guarantor = await accountWith(70);
    const posted = await atOnce(2_000, (at) => wish(guarantor, 'release', 0.1, `L${at}`));
    const outcomes = posted.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(700);
    expect(await stands(guarantor)).toMatchObject({ available: '0', reserved: '70' });
  });

  test('the same tax reserved by many at once is reserved once', async () => {
    const guarantor = await accountWith(100);
    const asked = Array.from({ length: 50 }, () => posting(wish(guarantor, 'release', 10, 'L1')));
    const outcomes = (await Promise.all(asked)).flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(1);
    expect(await stands(guarantor)).toMatchObject({ available: '90', reserved: '10' });
  });
});

describe('the database itself', () => {
  test.each([
    ['less cover than none', 'available = -1, cover = cover - 1 - available', 'never_below_zero'],
    ['sums whose sides differ', 'available = available + 1', 'both_sides_equal'],
  ])('refuses %s, whatever program writes', async (_what, change, constraint) => {
    const guarantor = await accountWith(5);
    const written = rented.database.run(`update guarantees.account set ${change} where guarantor = $1`, [
      guarantor,
    ]);
    await expect(written).rejects.toMatchObject({ constraint });
  });

  test('refuses a movement whose legs do not come to nothing', async () => {
    const written = rented.database.run(
      `insert into guarantees.movement (guarantor, at, day, kind, cause, reference, available_by, reserved_by, outside_by,
         beyond_by, available_after, reserved_after, by_whom)
       values ('5301960000', now(), '2026-05-01', 'VOID', 'voided', 'L', 2, -1, 0, 0, 2, 0, 'test')`,
    );
    await expect(written).rejects.toMatchObject({ constraint: 'balanced' });
  });

  test('a transaction that fails leaves neither movement nor sum', async () => {
    const guarantor = await accountWith(5);
    const work = rented.database.transaction(async (client) => {
      await postMovements(client, [wish(guarantor, 'release', 2, 'L1')], at);
      throw new Error('the power went');
    });
    await expect(work).rejects.toThrow('the power went');
    expect(await stands(guarantor)).toMatchObject({ available: '5', reserved: '0' });
    expect(await differences(rented.database)).toEqual([]);
  });
});
