import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { testAccount } from '../testing/signed-in.ts';
import { whoLookup } from './who.ts';

const now = new Date('2026-03-10T10:00:00+08:00');
const owner = '5301363602';
const key = '00000000-0000-4000-8000-000000000009';
let held: TestDatabase;
let clerk: string;
let operator: string;

beforeAll(async () => {
  held = await testDatabase();
  const { database } = held;
  const staff = { role: 'enterprise', customsCode: owner, member: 'clerk' } as const;
  clerk = (await testAccount(database, staff, now)).accountId;
  operator = (await testAccount(database, { role: 'operator' }, now)).accountId;
});
afterAll(() => held.close());

test('who works for the zone reads every name, an enterprise those of its own staff, and all what somebody is', async () => {
  const named = [clerk, operator, key, 'public', undefined];
  const all = await whoLookup(held.database)(named, undefined);
  expect(Object.keys(all)).toHaveLength(4);
  expect([all[clerk]?.name, all[operator]?.name]).toEqual([expect.any(String), expect.any(String)]);
  const seenByOwner = await whoLookup(held.database)(named, owner);
  expect(seenByOwner[clerk]).toEqual({ kind: 'account', role: 'enterprise', name: all[clerk]?.name });
  expect(seenByOwner[operator]).toEqual({ kind: 'account', role: 'operator' });
  expect([seenByOwner[key], seenByOwner.public]).toEqual([
    { kind: 'key' },
    { kind: 'other', name: 'public' },
  ]);
  const seenByOthers = await whoLookup(held.database)(named, '5301360001');
  expect(seenByOthers[clerk]).toEqual({ kind: 'account', role: 'enterprise' });
});
