import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { addDispatches } from './dispatches.ts';
import { addDocuments, documentsNamed } from './documents.ts';

const agency = 'customs';
const root = 'CEB621Message';
let rented: TestDatabase;

beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

/** Hands on lists that all bear the same internal number, a hundred a message. */
async function put(sender: string, count: number): Promise<void> {
  const madeAt = new Date('2026-11-26T08:00:00Z');
  const references = [{ root, field: 'copNo', value: 'ALWAYS-THE-SAME' }];
  const documents = Array.from({ length: count }, (_, i) => {
    const number = String(Math.floor(i / 100)).padStart(12, '0');
    const key = `${sender}${i}`;
    const messageId = `00000000-0000-7000-8000-${number}`;
    return {
      sender,
      messageId,
      place: i % 100,
      root,
      orderNo: key,
      key,
      named: {},
      unadvised: false,
      references,
    };
  });
  const messageIds = [...new Set(documents.map(({ messageId }) => messageId))];
  await rented.database.transaction(async (client) => {
    const dispatches = messageIds.map((messageId) => ({
      ...{ sender, messageId, root, guid: 'g', madeAt, unadvised: false },
    }));
    await addDispatches(client, agency, dispatches);
    await addDocuments(client, agency, documents);
  });
}

test('a number an enterprise gives to all its lists finds the latest of them only, and those of others as ever', async () => {
  await put('careless', 1_000);
  await put('careful', 1);
  const found = await rented.database.transaction((client) =>
    documentsNamed(client, agency, [{ root, field: 'copNo', value: 'ALWAYS-THE-SAME' }]),
  );
  const keys = found.map(({ key }) => key);
  expect(keys).toContain('careful0');
  expect(keys).toContain('careless999');
  expect(keys).not.toContain('careless0');
  expect(keys.length).toBeLessThan(500);
});
