import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyDraw } from '#draws';
import { chinaDay, parseDecimal } from '#kernel';
import { again, purchase } from '../../clearance/testing/purchases.ts';
import { broker, keyOfList, li, wang } from '../../desk/testing/desk-house.ts';
import {
  begin,
  enterResult,
  InspectionHouse,
  type ListKey,
  openHolds,
  sign,
} from '../../inspections/testing/inspection-house.ts';
import { inspectedList, nonconformingSince } from '../../inspections/wiring.ts';
import type { FullDossier } from '../../matching/testing/clean-dossier.ts';
import { loadCodeLists } from '../../registry/wiring.ts';
import { creditClasses, type SamplingRow } from '../domain/rates.ts';
import { loadSamplingRates } from '../wiring.ts';
import { candidateName } from './candidate.ts';
import { samplingCompanion } from './companion.ts';
import { fileCredit } from './credit.ts';
import type { SamplingPorts } from './ports.ts';
import { committedDays, drawnLists, raisedNow, shownBatches, shownDay } from './reading.ts';
import { Seeds } from './seeds.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const codeLists = loadCodeLists();

let house: InspectionHouse;
let ports: SamplingPorts;
let rates = loadSamplingRates();
let secrets = 0;

/** The shipped rows with all goods drawn at a rate. */
function goodsAt(value: string, mode: SamplingRow['mode']): readonly SamplingRow[] {
  return loadSamplingRates().map((row) =>
    row.kind === 'goods' ? { ...row, value: parseDecimal(value), mode } : { ...row, mode },
  );
}

beforeAll(async () => {
  const late = { companion: undefined as ReturnType<typeof samplingCompanion> | undefined };
  house = await InspectionHouse.open({
    companions: [
      {
        name: 'sampling',
        consent: async (...asked) => (await late.companion?.consent?.(...asked)) ?? new Map(),
      },
    ],
  });
  ports = {
    ...{ database: house.ports.database, now: house.ports.now, digest, rates: () => rates },
    chinaDay: (at) => chinaDay(at.getTime()),
    isGiven: (credit, day) => codeLists.has('customs_credit', credit, day),
    secret: () => {
      secrets += 1;
      return digest(`secret ${secrets}`);
    },
    nonconforming: nonconformingSince,
    inspect: async (client, drawn, at) => {
      const wishes = drawn.map(({ candidate: { orderNo, ebpCode }, raised, why }) => ({
        ...{ list: { orderNo, ebpCode }, agency: 'customs', note: why },
        ground: raised ? 'CUS-RAISED' : 'CUS-DRAWN',
      }));
      const lists = drawn.map(({ candidate }) => inspectedList(candidate.declaration, candidate));
      await openHolds(house.ports, client, wishes, lists, { by: 'sampling', at });
    },
  };
  late.companion = samplingCompanion(ports, new Seeds(ports));
});
afterAll(async () => {
  expect(house.desk.house.faults).toEqual([]);
  await house.close();
});

async function file(dossiers: readonly FullDossier[]): Promise<ListKey[]> {
  await house.desk.house.file([...dossiers]);
  await house.desk.house.settled();
  return dossiers.map(keyOfList);
}

const purchases = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => purchase(first + at));
const today = () => ports.chinaDay(ports.now());
const stateOf = async (key: ListKey) => (await house.desk.standing(key)).state;
const drawnOf = async ({ orderNo }: ListKey) =>
  (await drawnLists(ports, undefined, 200)).filter((one) => one.orderNo === orderNo);

async function inspected(key: ListKey, verdict: 'conforming' | 'nonconforming', reason?: string) {
  const { inspectionId } = await house.of(key);
  await begin(house.ports, li, inspectionId);
  await enterResult(house.ports, li, inspectionId, {
    ...{ ...key, entryId: randomUUID(), verdict, found: '已开箱' },
    ...(reason === undefined ? {} : { reason }),
  });
  await sign(house.ports, wang, inspectionId);
}

/** Midnights pass; whatever follows is of another day. */
const nextDay = (days = 1) => house.desk.pass(days * 86_400_000);

describe('lists drawn to be watched', () => {
  test('are all released, and anybody draws again what was committed to once the day is over', async () => {
    rates = goodsAt('0.3', 'watch');
    const day = today();
    const keys = await file(purchases(1, 40));
    expect(await Promise.all(keys.map(stateOf))).toEqual(keys.map(() => 'released'));
    const promised = (await committedDays(ports, undefined, 10)).find((one) => one.day === day);
    expect(await shownBatches(ports, day, undefined, 50)).toEqual([]);
    expect(await shownDay(ports, day)).not.toHaveProperty('seed');
    nextDay();
    const batches = await shownBatches(ports, day, undefined, 50);
    for (const { record, candidates } of batches) {
      const { purpose, seedDigest } = promised ?? { purpose: '', seedDigest: '' };
      const committed = { purpose, seedDigest, rate: '0.3' };
      expect(verifyDraw(committed, record, parseDecimal('0.3'), candidates, digest)).toEqual([]);
      const forged = { ...record, drawn: candidates.slice(0, record.drawn.length + 1) };
      expect(verifyDraw(committed, forged, parseDecimal('0.3'), candidates, digest)).toContain('DRAW-RESULT');
    }
    const drawn = batches.flatMap(({ record }) => record.drawn);
    const written = (await drawnLists(ports, undefined, 200)).map((one) => candidateName(one, digest));
    expect(new Set(written)).toEqual(new Set(drawn));
    expect(batches.flatMap(({ candidates }) => candidates)).toHaveLength(40);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.length).toBeLessThan(40);
    const { totals, seed } = await shownDay(ports, day);
    expect(digest(seed ?? '')).toBe(promised?.seedDigest);
    expect(totals).toMatchObject([
      { why: 'SAMPLE-FOOD', mode: 'watch', candidates: 40, drawn: drawn.length },
    ]);
  });

  test('are committed to a day ahead, and the secret does not lie open in the database', async () => {
    await new Seeds(ports).commit();
    const days = (await committedDays(ports, undefined, 10)).map(({ day }) => day);
    expect(days[0]).toBe(ports.chinaDay(new Date(ports.now().getTime() + 86_400_000)));
    const rows = await ports.database.query<{ seed: string }>('select seed from sampling.day');
    expect(rows.every(({ seed }) => seed.startsWith('sealed:'))).toBe(true);
    await expect(shownDay(ports, '2020-01-01')).rejects.toMatchObject({ code: 'SAMPLING-DAY-NOT-FOUND' });
  });
});

describe('lists drawn to be inspected', () => {
  test('are held until they conform, and then go on by themselves', async () => {
    rates = goodsAt('1', 'live');
    const [key] = (await file([purchase(100)])) as [ListKey];
    expect(await stateOf(key)).toBe('held');
    expect(await house.holds(key)).toEqual(['customs CUS-DRAWN open']);
    await inspected(key, 'conforming');
    expect(await stateOf(key)).toBe('released');
    expect(await drawnOf(key)).toMatchObject([{ why: 'SAMPLE-FOOD', rate: '1', mode: 'live' }]);
  });

  test('do not escape by being declared anew', async () => {
    rates = goodsAt('1', 'live');
    const dossier = purchase(101);
    const [key] = (await file([dossier])) as [ListKey];
    rates = goodsAt('0', 'live');
    await house.desk.house.send('declaration', dossier, again(dossier.declaration, { appType: '2' }));
    await house.desk.house.settled();
    expect(await stateOf(key)).toBe('held');
    expect(await drawnOf(key)).toHaveLength(1);
    await inspected(key, 'conforming');
    expect(await stateOf(key)).toBe('released');
  });

  test('are all like ones of the origin for 90 days after one was found not to conform (R-6.6)', async () => {
    rates = goodsAt('1', 'live');
    const [bad] = (await file([purchase(102)])) as [ListKey];
    await inspected(bad, 'nonconforming', 'BAD-QUALITY');
    rates = goodsAt('0', 'live');
    expect(await raisedNow(ports)).toEqual([{ hsChapter: '09', origin: '119' }]);
    const [like] = (await file([purchase(103)])) as [ListKey];
    expect(await house.holds(like)).toEqual(['customs CUS-RAISED open']);
    expect(await drawnOf(like)).toMatchObject([{ why: 'SAMPLE-RAISED', rate: '1' }]);
    nextDay(91);
    expect(await raisedNow(ports)).toEqual([]);
    const [later] = (await file([purchase(104)])) as [ListKey];
    expect(await stateOf(later)).toBe('released');
  });
});

describe('how customs rates an enterprise', () => {
  test('counts from its day on: a dishonest declarant is drawn at four fifths at least (R-5.7)', async () => {
    rates = goodsAt('0', 'watch');
    const wish = { customsCode: broker, class: 'dishonest' as const, note: '' };
    await fileCredit(ports, 'o-customs', { ...wish, from: today() });
    const day = today();
    await file(purchases(200, 10));
    expect((await shownDay(ports, day)).totals).toMatchObject([
      { why: 'SAMPLE-DISHONEST', rate: '0.8', candidates: 10 },
    ]);
    nextDay();
    await fileCredit(ports, 'o-customs', { ...wish, class: 'regular', from: today() });
    await file(purchases(220, 2));
    expect((await shownDay(ports, today())).totals).toEqual([]);
  });

  test('is filed by every class customs gives on the day, and by no other (R-5.6)', async () => {
    const wish = { customsCode: broker, note: '' };
    for (const one of creditClasses)
      await fileCredit(ports, 'o-customs', { ...wish, class: one, from: '2026-04-01' });
    const early = fileCredit(ports, 'o-customs', { ...wish, class: 'certified', from: '2026-03-31' });
    await expect(early).rejects.toMatchObject({ code: 'SAMPLING-CREDIT-CLASS' });
  });
});
