import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { BookKeeper } from '../application/keeper.ts';
import type { Cause, MovementWish } from '../domain/movement.ts';
import { postMovements } from './ledger.ts';

const at = new Date('2026-05-01T04:00:00Z');
let rented: TestDatabase;
let books = 0;

beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

/** A book of one item with so much in stock. */
async function bookWith(stock: number): Promise<string> {
  books += 1;
  const bookNo = `T5301${books}`;
  await rented.database.run(
    `insert into bonded.book (book_no, owner, trade_mode, customs_code, area_code, area_name, opened_on, valid_to)
     values ($1, '5301361234', '1210', '8628', '5301', '昆明综合保税区', '2026-01-01', '2026-12-31')`,
    [bookNo],
  );
  await rented.database.run(
    `insert into bonded.item (book_no, item_no, item_record_no, goods_no, gcode, gname, unit, unit_value)
     values ($1, 1, 'IR1', 'SKU1', '1901101090', '婴儿奶粉', '142', 80)`,
    [bookNo],
  );
  if (stock > 0) await keeper().post([wish(bookNo, 'entry', stock, 'E0')]);
  return bookNo;
}

const keeper = () => new BookKeeper(rented.database, () => at);

const wish = (bookNo: string, cause: Cause, quantity: number, reference: string): MovementWish => ({
  ...{ bookNo, itemNo: 1, cause, quantity: parseDecimal(String(quantity)), reference, line: 1 },
  ...{ day: '2026-05-01', by: 'test' },
});

async function lies(bookNo: string): Promise<{ stock: string; moved: string; movements: number }> {
  const [row] = await rented.database.query<{ stock: string; moved: string; movements: number }>(
    `select (select trim_scale(quantity)::text from bonded.balance where book_no = $1 and place = 'stock') as stock,
       (select trim_scale(sum(case when to_place = 'stock' then quantity when from_place = 'stock' then -quantity else 0 end))::text
        from bonded.movement where book_no = $1) as moved,
       (select count(*)::int from bonded.movement where book_no = $1) as movements`,
    [bookNo],
  );
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('2,000 movements of one hot item at once', () => {
  test('none is lost, none is written twice, and the sum is exact', async () => {
    const bookNo = await bookWith(10_000);
    const [one, other] = [keeper(), keeper()];
    const asked = Array.from({ length: 2_000 }, (_, at) =>
      (at % 2 === 0 ? one : other).post([wish(bookNo, at % 4 === 3 ? 'return' : 'ship-back', 1, `L${at}`)]),
    );
    const posted = (await Promise.all(asked)).flat();
    expect(posted.filter(({ outcome }) => outcome === 'posted')).toHaveLength(2_000);
    // 1,500 went out, 500 came back.
    expect(await lies(bookNo)).toEqual({ stock: '9000', moved: '9000', movements: 2_001 });
  });

  test('when there is enough for some only, exactly so many go out', async () => {
    const bookNo = await bookWith(700);
    const keepers = [keeper(), keeper(), keeper()];
    const asked = Array.from({ length: 2_000 }, (_, at) =>
      (keepers[at % 3] ?? keeper()).post([wish(bookNo, 'ship-back', 1, `L${at}`)]),
    );
    const posted = (await Promise.all(asked)).flat();
    expect(posted.filter(({ outcome }) => outcome === 'posted')).toHaveLength(700);
    expect(
      posted.filter((one) => one.outcome === 'refused' && one.refusal === 'BONDED-NOT-ENOUGH'),
    ).toHaveLength(1_300);
    expect(await lies(bookNo)).toEqual({ stock: '0', moved: '0', movements: 701 });
  });

  test('the same movement asked for by many at once is written once', async () => {
    const bookNo = await bookWith(10);
    const asked = Array.from({ length: 50 }, () => keeper().post([wish(bookNo, 'ship-back', 1, 'L1')]));
    const outcomes = (await Promise.all(asked)).flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(49);
    expect((await lies(bookNo)).stock).toBe('9');
  });
});

describe('the database itself', () => {
  test('refuses less than nothing, whatever program writes', async () => {
    const bookNo = await bookWith(5);
    const written = rented.database.run('update bonded.balance set quantity = -1 where book_no = $1', [
      bookNo,
    ]);
    await expect(written).rejects.toMatchObject({ constraint: 'never_negative' });
  });

  test('a transaction that fails leaves neither movement nor sum', async () => {
    const bookNo = await bookWith(5);
    const work = rented.database.transaction(async (client) => {
      await postMovements(client, [wish(bookNo, 'ship-back', 2, 'L1')], at);
      throw new Error('the power went');
    });
    await expect(work).rejects.toThrow('the power went');
    expect(await lies(bookNo)).toEqual({ stock: '5', moved: '5', movements: 1 });
  });

  test('two batches that take the same items in another order do not wait for each other for ever', async () => {
    const [left, right] = [await bookWith(500), await bookWith(500)];
    const batch = (first: string, second: string, name: string) =>
      rented.database.transaction((client) =>
        postMovements(client, [wish(first, 'ship-back', 1, name), wish(second, 'ship-back', 1, name)], at),
      );
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        at % 2 ? batch(left, right, `T${at}`) : batch(right, left, `T${at}`),
      ),
    );
    expect([(await lies(left)).stock, (await lies(right)).stock]).toEqual(['460', '460']);
  });
});

describe('a fault that one wish brings about', () => {
  test('falls on whoever wished it alone', async () => {
    const bookNo = await bookWith(10);
    const books = keeper();
    const good = books.post([wish(bookNo, 'ship-back', 1, 'L1')]);
    const bad = books.post([{ ...wish(bookNo, 'ship-back', 1, 'L2'), note: 'a null \u0000 character' }]);
    await expect(bad).rejects.toThrow();
    expect((await good).map(({ outcome }) => outcome)).toEqual(['posted']);
    expect((await lies(bookNo)).stock).toBe('9');
  });
});
