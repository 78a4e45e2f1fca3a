import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleMessage } from '#ceb';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { importCancellations, importReturns } from './documents.ts';

let rented: TestDatabase;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented?.close());

test.each([
  ['CEB623Message', importCancellations],
  ['CEB625Message', importReturns],
] as const)(
  '%s is read as it is on file, by a process that has nothing of it at hand',
  async (root, table) => {
    const [document] = exampleMessage(root).documents;
    if (!document) throw new RangeError('the example is empty');
    const read = await rented.database.transaction(async (client) => {
      const prepared = table.prepare(document, client.vault);
      const taken = { returnStatus: '2', returnInfo: '', deleted: false, extra: ['T20261123000000001'] };
      const received = { sender: 'S', messageId: randomUUID(), receivedAt: new Date().toISOString() };
      await table.insert(client, [{ document, prepared, ...received, ...taken }]);
      return table.readAll(client, [document.head.orderNo]);
    });
    expect(read.map((one) => one.document.head)).toEqual([document.head]);
  },
);
