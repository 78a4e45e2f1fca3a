import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Queryable } from '#postgres';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { packed } from './evidence.ts';
import { keptPayments, newestPayments } from './payments.ts';

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
  await rented.owner.run(`
    insert into payment_data.payment (ebp_code, pay_transaction_id, recorded_at, handed_in_by, trading_time, digest, head, keep_until)
    select 'EBP' || n % 10, n, timestamptz '2026-01-01' + n * interval '1 second', gen_random_uuid(), '', '', '', '2030-01-01'
    from generate_series(1, 5000) n`);
  await rented.owner.run('vacuum analyze payment_data.payment');
});
afterAll(() => rented.close());

/** Answers how the database would answer. */
const explaining = {
  query: (text: string, values: readonly unknown[]) => rented.owner.query(`explain ${text}`, values),
} as unknown as Queryable;

test.each([undefined, 'EBP3'])(
  'the newest payments of %s are read without reading all there are',
  async (ebpCode) => {
    const plan = JSON.stringify(await newestPayments(explaining, { ebpCode, orderNo: undefined, limit: 20 }));
    expect(plan).toMatch(/Index Scan/);
    expect(plan).not.toMatch(/Seq Scan|Bitmap|(?<!Incremental )Sort {2}\(/);
  },
);

test('payments are looked up in one statement, each with its orders as they were handed in', async () => {
  const key = (payTransactionId: string) => ({ ebpCode: 'EBPX', payTransactionId });
  for (const number of ['1', '2']) {
    await rented.owner.run(
      `insert into payment_data.payment (ebp_code, pay_transaction_id, recorded_at, handed_in_by, trading_time, digest, head, keep_until)
       values ('EBPX', $1, '2026-01-01', gen_random_uuid(), '', '', $2, '2030-01-01')`,
      [number, await packed(`{"head":${number}}`)],
    );
  }
  for (const orderNo of ['B', 'A']) {
    await rented.owner.run(
      `insert into payment_data.paid_order (ebp_code, order_no, pay_transaction_id, recorded_at, digest, content, keep_until)
       values ('EBPX', $1, '2', '2026-01-01', '', $2, '2030-01-01')`,
      [orderNo, await packed(`{"orderNo":"${orderNo}"}`)],
    );
  }
  let statements = 0;
  const counting = {
    vault: rented.database.vault,
    query: (text: string, values: readonly unknown[]) => {
      statements += 1;
      return rented.owner.query(text, values);
    },
  } as unknown as Queryable;
  const kept = await keptPayments(counting, [key('2'), key('none'), key('1')]);
  expect(kept).toMatchObject([
    { ...key('2'), head: '{"head":2}', orders: ['{"orderNo":"B"}', '{"orderNo":"A"}'] },
    { ...key('1'), head: '{"head":1}', orders: [] },
  ]);
  expect(statements).toBe(1);
});
