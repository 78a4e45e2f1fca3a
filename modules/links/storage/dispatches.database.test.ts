import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import {
  addDispatches,
  claimDue,
  type DispatchKey,
  dispatchByMessage,
  markFailed,
  markSent,
} from './dispatches.ts';

const agency = 'customs';
const madeAt = new Date('2026-11-26T08:00:00Z');
const later = new Date('2026-11-26T08:10:00Z');
let rented: TestDatabase;
let made = 0;

beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

async function put(count: number): Promise<DispatchKey[]> {
  const keys = Array.from({ length: count }, () => {
    made += 1;
    return { sender: 'firm', messageId: `00000000-0000-7000-8000-${String(made).padStart(12, '0')}` };
  });
  const dispatches = keys.map((key) => ({
    ...{ ...key, root: 'CEB311Message', guid: 'g', madeAt, unadvised: false },
  }));
  await rented.database.transaction((client) => addDispatches(client, agency, dispatches));
  return keys;
}

describe('a message to be sent', () => {
  test('that the network refuses before we have noted that it went stays refused', async () => {
    const [key] = await put(1);
    if (!key) return;
    await claimDue(rented.database, agency, { at: madeAt, until: later }, 1, 5);
    await markFailed(rented.database, agency, key, '[Code:2001;Desc:no receiver]');
    await markSent(rented.database, agency, madeAt, [{ ...key, dueAt: later }]);
    const found = await rented.database.transaction((client) =>
      dispatchByMessage(client, agency, key.messageId),
    );
    expect(found).toMatchObject({ state: 'failed', tries: 1 });
    expect(await claimDue(rented.database, agency, { at: later, until: later }, 10, 5)).toEqual([]);
  });

  test('is taken with no more than were asked for, whatever way the database takes', async () => {
    await put(12);
    const claimed = await rented.database.transaction(async (client) => {
      // The way it takes where it believes the table to be nearly empty.
      for (const way of ['hashjoin', 'mergejoin', 'indexscan', 'indexonlyscan', 'bitmapscan', 'material'])
        await client.run(`set local enable_${way} = off`);
      return claimDue(client, agency, { at: madeAt, until: later }, 3, 5);
    });
    expect(claimed).toHaveLength(3);
  });
});
