import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListChanges } from '../http/list-schemas.ts';
import { House, until } from '../testing/house.ts';
import { purchase } from '../testing/purchases.ts';
import { LiveLists } from './live.ts';

const BROKER = '5301980005';
const STRANGER = '5301560006';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

test('a decision is told to operators and to the firm that sent the list, and to nobody else', async () => {
  const live = new LiveLists(house.database, (error) => house.faults.push(error));
  const told = new Map<string | undefined, ListChanges[]>();
  for (const party of [undefined, BROKER, STRANGER]) {
    const events: ListChanges[] = [];
    told.set(party, events);
    live.join({ viewer: { party }, tell: (changes) => void events.push(changes), end: () => undefined });
  }
  const decided = (party: string | undefined) => told.get(party)?.flatMap(({ lists }) => lists);
  // What happens from the first look on is told: a first list shows that it has been taken.
  let number = 0;
  await until(async () => {
    number += 1;
    await house.file([purchase(number)]);
    await house.settled();
    return decided(undefined)?.length !== 0;
  });
  await until(() => decided(undefined)?.at(-1)?.orderNo === purchase(number).order.head.orderNo);
  expect(decided(BROKER)).toEqual(decided(undefined));
  expect(decided(BROKER)?.at(-1)).toEqual({
    ebpCode: '5301960001',
    orderNo: purchase(number).order.head.orderNo,
    state: 'released',
  });
  expect(told.get(STRANGER)).toEqual([]);
  live.stop();
});
