import { afterAll, beforeAll, expect, test } from 'vitest';
import { addReceipts } from '#exchange';
import { record } from '#journal';
import { OperatorError } from '#postgres';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { countOn, requireTransactionsAhead } from './transactions.ts';

const FIRM = '5301960001';

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
  await rented.owner.run(
    `insert into exchange.api_key values (gen_random_uuid(), $1, 'enterprise', '', '', now())`,
    [FIRM],
  );
  await rented.database.transaction(async (client) => {
    await record(client, [{ at: new Date(0), kind: 'declaration-released', subject: 'D1', body: {} }]);
    await addReceipts(client, [
      {
        ...{ recipient: FIRM, type: 'CEB622', orderNo: 'D1', returnStatus: '800' },
        ...{ returnTime: '20261123130000000', returnInfo: '放行', body: {} },
      },
    ]);
  });
});
afterAll(() => rented.close());

/** As after a restore: the rows of a server that had counted so much further. */
async function ahead(table: string, by: number): Promise<bigint> {
  const [row] = await rented.owner.query<{ tx: string }>(
    `update ${table} set tx = (pg_current_xact_id()::text::bigint + ${by})::text::xid8 returning tx::text as tx`,
  );
  return BigInt(row?.tx ?? '0');
}

test('a database on its own server is served', async () => {
  await requireTransactionsAhead(rented.database);
});

test.each(['exchange.receipt', 'journal.entry'])(
  'one restored with %s ahead of its server is not, until the statement the sentence gives has been run',
  async (table) => {
    const newest = await ahead(table, 500);
    const refusal = await requireTransactionsAhead(rented.database).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(OperatorError);
    const { zh, en } = (refusal as OperatorError).sentence;
    for (const text of [zh, en]) expect(text).toContain(countOn(newest));
    await rented.database.query(countOn(newest));
    await requireTransactionsAhead(rented.database);
  },
);
