import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Companion, DecisionRecord, JudgedFinding } from '#clearance';
import { purchase } from '../../clearance/testing/purchases.ts';
import type { FullDossier } from '../../matching/testing/clean-dossier.ts';
import { DeskHouse, li } from '../testing/desk-house.ts';
import { decide } from './decide.ts';

/** Somebody who wants each list of some orders looked at before it goes. */
const objecting = new Set<string>();
const asked: { orderNo: string; outcome: string }[] = [];
const told: DecisionRecord[] = [];
const objection = (orderNo: string): JudgedFinding => ({
  ...{ code: 'TEST-NOT-YET', level: 'business', path: 'list', mode: 'live', severity: 'review' },
  ...{ customsCode: '1200', got: orderNo },
  ...{ message: { zh: '尚未同意', en: 'Not yet' }, remedy: { zh: '请稍候', en: 'Wait' } },
});
const companion: Companion = {
  name: 'test',
  consent: async (_client, candidates) => {
    asked.push(...candidates.map(({ orderNo, outcome }) => ({ orderNo, outcome })));
    return new Map(
      candidates
        .filter(({ orderNo }) => objecting.has(orderNo))
        .map(({ key, orderNo }) => [key, [objection(orderNo)]]),
    );
  },
  recorded: async (_client, decisions) => void told.push(...decisions),
};

let desk: DeskHouse;
beforeAll(async () => {
  desk = await DeskHouse.open([companion]);
});
afterAll(async () => {
  expect(desk.house.faults).toEqual([]);
  await desk.close();
});
beforeEach(() => {
  objecting.clear();
  asked.length = 0;
  told.length = 0;
});

const keyOf = ({ declaration: { head } }: FullDossier) => ({ orderNo: head.orderNo, ebpCode: head.ebpCode });
const release = { act: 'release', reason: 'REL-PAPERS', note: '' } as const;

async function filed(dossier: FullDossier): Promise<FullDossier> {
  await desk.house.file([dossier]);
  await desk.house.settled();
  return dossier;
}
async function reconsidered(dossiers: readonly FullDossier[]): Promise<number> {
  const { released, committed } = await desk.house.database.transaction((client) =>
    desk.house.clearance.reconsider(client, dossiers.map(keyOf)),
  );
  committed();
  return released.length;
}

describe('a list to whose release somebody objects', () => {
  test('is held with the reason, keeps its allowance, and goes on once nobody objects any more', async () => {
    const dossier = purchase(1);
    objecting.add(keyOf(dossier).orderNo);
    await filed(dossier);
    expect(await desk.standing(keyOf(dossier))).toEqual({ state: 'held', statuses: ['300'] });
    expect(asked).toEqual([{ orderNo: keyOf(dossier).orderNo, outcome: 'released' }]);
    expect(await reconsidered([dossier])).toBe(0);
    objecting.clear();
    const used = await desk.used(dossier);
    expect(await reconsidered([dossier])).toBe(1);
    expect(await desk.standing(keyOf(dossier))).toEqual({ state: 'released', statuses: ['300', '800'] });
    expect(await desk.used(dossier)).toBe(used);
    expect(told.map(({ outcome, judge }) => [outcome, judge])).toEqual([
      ['held', 'engine'],
      ['released', 'engine'],
    ]);
    expect(await reconsidered([dossier])).toBe(0);
  });

  test('is not released by an officer either, and is once nobody objects', async () => {
    const dossier = purchase(2);
    objecting.add(keyOf(dossier).orderNo);
    await filed(dossier);
    const [barred] = await decide(desk.ports, li, [keyOf(dossier)], release);
    expect(barred).toMatchObject({ done: 'nothing', code: 'CASE-BARRED' });
    objecting.clear();
    const [done] = await decide(desk.ports, li, [keyOf(dossier)], release);
    expect(done).toMatchObject({ done: 'decided', status: '800' });
  });

  test('does not go by itself where an officer has taken it to inspection meanwhile', async () => {
    const dossier = purchase(3);
    objecting.add(keyOf(dossier).orderNo);
    await filed(dossier);
    await decide(desk.ports, li, [keyOf(dossier)], { act: 'inspect', reason: 'INS-GOODS', note: '' });
    objecting.clear();
    expect(await reconsidered([dossier])).toBe(0);
    expect((await desk.standing(keyOf(dossier))).statuses.at(-1)).toBe('500');
  });

  test('waits for its officer where the rules hold it for reasons of their own', async () => {
    const held = await desk.review(10);
    expect(asked.at(-1)).toEqual({ orderNo: keyOf(held).orderNo, outcome: 'held' });
    expect(await reconsidered([held])).toBe(0);
    expect((await desk.standing(keyOf(held))).state).toBe('held');
  });
});

test('who acts on decisions is told of each, also of a withdrawal', async () => {
  const dossier = purchase(20);
  objecting.add(keyOf(dossier).orderNo);
  await filed(dossier);
  await desk.withdraw(dossier);
  expect(told.map(({ outcome }) => outcome)).toEqual(['held', 'withdrawn']);
});
