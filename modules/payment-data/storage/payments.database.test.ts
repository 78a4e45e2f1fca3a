import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Queryable } from '#postgres';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { newestPayments } from './payments.ts';

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
  await rented.owner.run(`
    insert into payment_data.payment (ebp_code, pay_transaction_id, recorded_at, handed_in_by, trading_time, digest, head, keep_until)
    select 'EBP' || n % 10, n, timestamptz '2026-01-01' + n * interval '1 second', gen_random_uuid(), '', '', '', '2030-01-01'
    from generate_series(1, 5000) n`);
  await rented.owner.run('analyze payment_data.payment');
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
