import { afterAll, beforeAll, expect, test } from 'vitest';
import { again, purchase } from '../../clearance/testing/purchases.ts';
import { casesOf } from '../storage/case-files.ts';
import { DeskHouse, keyOfList, li, wang } from '../testing/desk-house.ts';
import { decide, type Outcome } from './decide.ts';
import { take } from './in-hand.ts';
import { undo } from './undo.ts';

let desk: DeskHouse;
beforeAll(async () => {
  desk = await DeskHouse.open();
});
afterAll(async () => {
  expect(desk.house.faults).toEqual([]);
  await desk.close();
});

const release = { act: 'release', reason: 'REL-PAPERS', note: '' } as const;
const refuse = { act: 'refuse', reason: 'REF-PAPERS', note: '' } as const;
const rounds = 8;
const said = ([one]: readonly Outcome[]): string =>
  one?.done === 'nothing' ? one.code : (one?.status ?? '');

/** Ledger movements of a list, as `reserve 1`, `give-back 1`. */
async function movements(orderNo: string): Promise<string[]> {
  const rows = await desk.house.database.query<{ text: string }>(
    `select kind || ' ' || attempt as text from quotas.movement where order_no = $1 order by attempt, kind desc`,
    [orderNo],
  );
  return rows.map(({ text }) => text);
}

test('an officer who releases and a sender who withdraws at once: one of them is first, the other is told', async () => {
  const ends = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const held = await desk.review(1_000 + round * 10);
    const key = keyOfList(held);
    const [officer, sender] = await Promise.all([
      decide(desk.ports, li, [key], release),
      desk.withdraw(held),
    ]);
    const { list } = await desk.ports.listDetail(key).catch(() => ({ list: { state: 'withdrawn' } }));
    const [file] = await casesOf(desk.house.database, [key]);
    ends.add(list.state);
    if (list.state === 'released') {
      expect([said(officer), sender.verdict]).toEqual(['800', 'refused']);
      expect(await movements(key.orderNo)).toEqual(['reserve 1']);
    } else {
      expect(sender.status).toBe('2');
      expect(['CASE-CLOSED', 'CASE-NOT-FOUND']).toContain(said(officer));
      expect(await movements(key.orderNo)).toEqual(['reserve 1', 'give-back 1']);
    }
    expect(file).toMatchObject({ state: 'closed', closedAs: list.state });
  }
  expect([...ends].every((end) => end === 'released' || end === 'withdrawn')).toBe(true);
});

test('two officers who decide otherwise at once: one decision, one receipt, the ledger moves once', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const key = keyOfList(await desk.review(2_000 + round * 10));
    const both = await Promise.all([
      decide(desk.ports, li, [key], release),
      decide(desk.ports, wang, [key], refuse),
    ]);
    const statuses = both.map(said);
    expect(statuses.filter((status) => /^\d+$/.test(status))).toHaveLength(1);
    expect(statuses).toContain('CASE-CLOSED');
    const first = statuses.find((status) => status !== 'CASE-CLOSED') ?? '';
    expect((await desk.standing(key)).statuses).toEqual(['300', first]);
    expect(await movements(key.orderNo)).toEqual(
      first === '800' ? ['reserve 1'] : ['reserve 1', 'give-back 1'],
    );
  }
});

test('of many officers who take a case at once one has it', async () => {
  const key = keyOfList(await desk.review(3_000));
  const officers = Array.from({ length: 8 }, (_, i) => ({ ...li, id: `o-${i}` }));
  const taken = await Promise.allSettled(officers.map((officer) => take(desk.ports, officer, key)));
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an order that changes while its list is decided changes before it, and is told, or not at all', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const held = await desk.review(4_000 + round * 10);
    const key = keyOfList(held);
    desk.pass(1_000);
    const change = again(held.order, { appType: '2', note: `${round}` });
    const [officer, sender] = await Promise.all([
      decide(desk.ports, li, [key], release),
      desk.house.send('order', held, change),
    ]);
    if (said(officer) === '800') expect(sender.verdict).toBe('refused');
    else expect([said(officer), sender.verdict]).toEqual(['CASE-CHANGED', 'accepted']);
  }
});

test('taking a refusal back and declaring anew at once: the allowance is taken once in all', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const held = await desk.review(5_000 + round * 10);
    const key = keyOfList(held);
    const before = await desk.used(held);
    await decide(desk.ports, li, [key], refuse);
    const slip = { reason: 'UNDO-SLIP', note: '' };
    await Promise.allSettled([
      undo(desk.ports, li, key, slip),
      desk.house.send('declaration', held, again(held.declaration, { appType: '1' })),
    ]);
    await desk.house.settled();
    expect(await desk.used(held)).toBeCloseTo(before, 2);
    expect(await desk.standing(key)).toMatchObject({ state: 'held' });
    const open = (await casesOf(desk.house.database, [key])).filter(({ state }) => state === 'open');
    expect(open).toHaveLength(1);
  }
});

test('officers who refuse overlapping batches of the same buyers’ lists lose and double nothing', async () => {
  const numbers = Array.from({ length: 12 }, (_, i) => 6_000 + i * 10);
  const keys = [];
  for (const number of numbers) keys.push(keyOfList(await desk.review(number)));
  const batches = [keys.slice(0, 8), keys.slice(4), [...keys].reverse(), keys.slice(2, 10).reverse()];
  const outcomes = await Promise.all(
    batches.map((batch, i) => decide(desk.ports, { ...li, id: `o-${i}` }, batch, refuse)),
  );
  const done = outcomes.flat().filter((one) => one.done === 'decided');
  expect(done).toHaveLength(keys.length);
  for (const { orderNo } of keys) expect(await movements(orderNo)).toEqual(['reserve 1', 'give-back 1']);
  for (const number of numbers) {
    const first = purchase(number, { buyer: number, price: '1300' });
    expect(await desk.used(first)).toBeCloseTo(2620, 2);
  }
});
