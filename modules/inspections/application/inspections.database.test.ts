import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { purchase } from '../../clearance/testing/purchases.ts';
import { chief, keyOfList, li, wang } from '../../desk/testing/desk-house.ts';
import type { FullDossier } from '../../matching/testing/clean-dossier.ts';
import type { Inspector } from '../domain/officer.ts';
import { InspectionHouse } from '../testing/inspection-house.ts';
import { askInspection } from './ask.ts';
import { book, giveUp, noShow } from './booking.ts';
import { confirmCorrection, proposeCorrection } from './correct.ts';
import type { ListKey } from './list-key.ts';
import { wholeInspection } from './reading.ts';
import { passSample, takeSample } from './samples.ts';
import { sign } from './sign.ts';
import { slots } from './sites.ts';
import { begin, enterResult } from './visit.ts';

let house: InspectionHouse;
beforeAll(async () => {
  house = await InspectionHouse.open();
});
afterAll(async () => {
  expect(house.desk.house.faults).toEqual([]);
  await house.close();
});

const operator = { id: 'operator', party: undefined };
const at = (hour: string) => ({ siteCode: 'SITE1', startsAt: new Date(`2026-11-${hour}:00:00+08:00`) });
const code = (refusal: string) => expect.objectContaining({ code: refusal });
const inOrder = (key: ListKey) => ({
  ...{ ...key, entryId: randomUUID(), verdict: 'conforming' as const, found: '相符' },
});
const market = { id: 'o-market', agency: 'market' };
const ask = (key: ListKey, ground: string, agency = 'market', sampleWanted = false) =>
  askInspection(house.ports, { ...market, agency }, { list: key, ground, note: '', sampleWanted });
const statuses = async (key: ListKey) => (await house.desk.standing(key)).statuses;

/** Parcels of one bill that customs wants inspected. */
async function ofOneBill(billNo: string, numbers: readonly number[]): Promise<FullDossier[]> {
  const dossiers = numbers.map((number) => {
    const dossier = purchase(number);
    const name = '犀角制品';
    for (const item of dossier.order.items) item.itemName = name;
    for (const item of dossier.declaration.items) Object.assign(item, { gname: name, itemName: name });
    Object.assign(dossier.declaration.head, { billNo });
    return dossier;
  });
  await house.desk.house.file(dossiers);
  await house.desk.house.settled();
  return dossiers;
}

async function signedBy(inspectionId: string, key: ListKey, officers: readonly [Inspector, Inspector]) {
  await begin(house.ports, officers[0], inspectionId);
  await enterResult(house.ports, officers[0], inspectionId, inOrder(key));
  await sign(house.ports, officers[1], inspectionId);
}

describe('a list that stands at inspection', () => {
  test('has its order without another step; once it conforms, two officers have it released', async () => {
    const key = keyOfList(await house.desk.inspection(100));
    expect(await house.holds(key)).toEqual(['customs CUS-ORDERED open']);
    const { inspectionId, parties } = await house.of(key);
    expect(parties).toContain('5301980005');
    await book(house.ports, operator, inspectionId, at('24T09'));
    await begin(house.ports, li, inspectionId);
    await expect(sign(house.ports, wang, inspectionId)).rejects.toEqual(code('INSPECTION-OPEN-HOLDS'));
    const entry = inOrder(key);
    await enterResult(house.ports, li, inspectionId, entry);
    await enterResult(house.ports, li, inspectionId, entry);
    await expect(sign(house.ports, li, inspectionId)).rejects.toEqual(code('INSPECTION-SAME-OFFICER'));
    await sign(house.ports, wang, inspectionId);
    expect(await statuses(key)).toEqual(['500', '800']);
    await expect(sign(house.ports, wang, inspectionId)).rejects.toEqual(code('INSPECTION-STATE'));
    const { steps } = await wholeInspection(house.ports, undefined, inspectionId);
    expect(steps.map(({ kind }) => kind)).toEqual(['opened', 'booked', 'begun', 'result', 'signed']);
    expect(steps.at(-1)?.body).toMatchObject({ desk: [{ done: 'decided', said: '800' }] });
  });

  test('is detained with what was found wrong, and the receipt says what', async () => {
    const key = keyOfList(await house.desk.inspection(101));
    const { inspectionId } = await house.of(key);
    await begin(house.ports, li, inspectionId);
    const bad = { ...inOrder(key), verdict: 'nonconforming' as const };
    await expect(enterResult(house.ports, li, inspectionId, bad)).rejects.toEqual(code('INSPECTION-REASON'));
    await enterResult(house.ports, li, inspectionId, { ...bad, reason: 'BAD-FORBIDDEN', found: '犀角' });
    await sign(house.ports, wang, inspectionId);
    expect(await statuses(key)).toEqual(['500', '502']);
    expect(house.told.at(-1)).toMatchObject({ ...key, conforming: false, reason: 'BAD-FORBIDDEN' });
  });

  test('is inspected no more once an officer decides without, and its slot is free again', async () => {
    const key = keyOfList(await house.desk.inspection(102));
    const { inspectionId } = await house.of(key);
    await book(house.ports, operator, inspectionId, at('26T09'));
    const released = { act: 'refuse', reason: 'REF-PAPERS', note: '' } as const;
    expect(await house.atDesk(li, key, released)).toMatchObject([{ done: 'decided' }]);
    expect(await house.holds(key)).toEqual(['customs CUS-ORDERED lapsed']);
    expect((await house.of(key)).state).toBe('lapsed');
    const [first] = await slots(house.ports, 'SITE1', '2026-11-26', 1);
    expect(first).toMatchObject({ free: 1, open: true });
  });

  test('is inspected with the others of its bill, in one visit', async () => {
    const lists = (await ofOneBill('BILL-1', [110, 111, 112])).map(keyOfList);
    const ids = await Promise.all(lists.map(async (key) => (await house.of(key)).inspectionId));
    expect(new Set(ids).size).toBe(1);
    const [id = ''] = ids;
    await begin(house.ports, li, id);
    // What comes when the visit is on is of another one.
    const [late] = (await ofOneBill('BILL-1', [113])).map(keyOfList);
    expect((await house.of(late as ListKey)).inspectionId).not.toBe(id);
    for (const key of lists) await enterResult(house.ports, li, id, inOrder(key));
    await sign(house.ports, chief, id);
    for (const key of lists) expect(await statuses(key)).toEqual(['500', '800']);
  });
});

describe('what several agencies want of a list', () => {
  test('is one order and one visit; no agency is passed over, and all are told', async () => {
    const key = keyOfList(await house.desk.review(120));
    expect(await ask(key, 'MKT-LABEL')).toMatchObject({ came: 'opened' });
    expect(await ask(key, 'MKT-LABEL')).toMatchObject({ came: 'there' });
    await expect(ask(key, 'POST-SAFETY')).rejects.toEqual(code('INSPECTION-GROUND'));
    expect(await ask(key, 'POST-SAFETY', 'post')).toMatchObject({ came: 'joined' });
    const release = { act: 'release', reason: 'REL-PAPERS', note: '' } as const;
    expect(await house.atDesk(li, key, release)).toMatchObject([{ code: 'CASE-BARRED' }]);
    const { inspectionId } = await house.of(key);
    await signedBy(inspectionId, key, [li, wang]);
    const told = house.told.filter((one) => one.inspectionId === inspectionId);
    expect(told.map(({ agency, conforming }) => [agency, conforming])).toEqual([
      ['market', true],
      ['post', true],
    ]);
    // What the rules hold for reasons of their own waits for its officer, whom nobody bars any more.
    expect(await statuses(key)).toEqual(['300']);
    expect(await house.atDesk(li, key, release)).toMatchObject([{ done: 'decided' }]);
  });

  test('is not looked at again where the table says that another’s result counts', async () => {
    const key = keyOfList(await house.desk.review(130));
    await ask(key, 'POST-SAFETY', 'post');
    const { inspectionId } = await house.of(key);
    await signedBy(inspectionId, key, [li, wang]);
    const again = await ask(key, 'PSB-SAFETY', 'public-security');
    expect(again).toMatchObject({ came: 'recognised', by: 'MR-MAIL-SAFETY', inspectionId });
    expect(await ask(key, 'MKT-QUALITY')).toMatchObject({ came: 'opened' });
    house.desk.pass(3 * 86_400_000);
    expect(await ask(key, 'CUS-QUARANTINE', 'customs')).toMatchObject({ came: 'joined' });
  });

  test('goes to detention from review too, by way of inspection', async () => {
    const key = keyOfList(await house.desk.review(140));
    await ask(key, 'MKT-IP');
    const { inspectionId } = await house.of(key);
    await begin(house.ports, li, inspectionId);
    const bad = { ...inOrder(key), verdict: 'nonconforming' as const, reason: 'BAD-IP' };
    await enterResult(house.ports, li, inspectionId, bad);
    await sign(house.ports, wang, inspectionId);
    expect(await statuses(key)).toEqual(['300', '500', '503']);
  });
});

describe('a signed result', () => {
  test('is taken back by two officers with the reason: its agency is told anew, and what stands now bars the list', async () => {
    const { ports } = house;
    const key = keyOfList(await house.desk.review(145));
    await ask(key, 'MKT-LABEL');
    const { inspectionId } = await house.of(key);
    const wrong = {
      ...{ ...key, entryId: randomUUID(), agency: 'market', ground: 'MKT-LABEL' },
      ...{
        verdict: 'nonconforming' as const,
        reason: 'BAD-LABEL',
        found: '无中文标签',
        why: '与另一批次混淆',
      },
    };
    const propose = (more = {}) => proposeCorrection(ports, li, inspectionId, { ...wrong, ...more });
    const confirm = (officer: Inspector, entryId = wrong.entryId) =>
      confirmCorrection(ports, officer, inspectionId, entryId);
    await expect(propose()).rejects.toEqual(code('INSPECTION-STATE'));
    await signedBy(inspectionId, key, [li, wang]);
    await expect(propose({ reason: undefined })).rejects.toEqual(code('INSPECTION-REASON'));
    await expect(propose({ ground: 'MKT-IP' })).rejects.toEqual(code('INSPECTION-HOLD'));
    await propose();
    await propose();
    expect(await house.holds(key)).toEqual(['market MKT-LABEL conforming']);
    await expect(confirm(li)).rejects.toEqual(code('INSPECTION-SAME-OFFICER'));
    await expect(confirm(wang, randomUUID())).rejects.toEqual(code('INSPECTION-CORRECTION'));
    await confirm(wang);
    await confirm(wang);
    expect(await house.holds(key)).toEqual(['market MKT-LABEL nonconforming']);
    const told = house.told.filter((one) => one.inspectionId === inspectionId);
    expect(told.map(({ conforming }) => conforming)).toEqual([true, false]);
    const release = { act: 'release', reason: 'REL-PAPERS', note: '' } as const;
    expect(await house.atDesk(li, key, release)).toMatchObject([{ code: 'CASE-BARRED' }]);
    const right = { entryId: randomUUID(), verdict: 'conforming' as const, reason: undefined };
    await propose(right);
    await confirm(wang, right.entryId);
    expect(await house.atDesk(li, key, release)).toMatchObject([{ done: 'decided' }]);
    const { steps } = await wholeInspection(ports, undefined, inspectionId);
    expect(steps.map(({ kind }) => kind).slice(-4)).toEqual([
      ...['correction', 'corrected', 'correction', 'corrected'],
    ]);
  });
});

describe('samples', () => {
  test('go from hand to hand in order, and nothing is closed before they are tested', async () => {
    const key = keyOfList(await house.desk.review(150));
    await ask(key, 'MKT-QUALITY', 'market', true);
    const { inspectionId } = await house.of(key);
    const { ports } = house;
    await begin(ports, li, inspectionId);
    await enterResult(ports, li, inspectionId, inOrder(key));
    await expect(sign(ports, wang, inspectionId)).rejects.toEqual(code('INSPECTION-SAMPLES'));
    const sample = {
      ...{ ...key, entryId: randomUUID(), agency: 'market', ground: 'MKT-QUALITY' },
      ...{ sampleNo: 'YP-1', what: '咖啡豆', sealNo: 'F-1' },
    };
    await takeSample(ports, li, inspectionId, sample);
    await takeSample(ports, li, inspectionId, sample);
    const pass = (state: 'sent' | 'received' | 'conforming', more = {}) =>
      passSample(ports, li, inspectionId, 'YP-1', { entryId: randomUUID(), state, ...more });
    await expect(pass('received')).rejects.toEqual(code('SAMPLE-STATE'));
    await expect(pass('sent')).rejects.toEqual(code('SAMPLE-STATE'));
    await pass('sent', { laboratory: '昆明海关技术中心' });
    await pass('received');
    await expect(sign(ports, wang, inspectionId)).rejects.toEqual(code('INSPECTION-SAMPLES'));
    await expect(pass('conforming')).rejects.toEqual(code('SAMPLE-STATE'));
    await pass('conforming', { reportNo: 'BG-1' });
    await sign(ports, wang, inspectionId);
    expect((await house.of(key)).state).toBe('closed');
  });
});

describe('slots', () => {
  test('are never given to more than they hold, however many book at once', async () => {
    const numbers = Array.from({ length: 8 }, (_, index) => 160 + index);
    const lists: ListKey[] = [];
    for (const number of numbers) lists.push(keyOfList(await house.desk.inspection(number)));
    const ids = await Promise.all(lists.map(async (key) => (await house.of(key)).inspectionId));
    const outcomes = await Promise.all(
      ids.map((id) =>
        book(house.ports, operator, id, at('28T09')).then(
          () => 'booked',
          (refusal: { code: string }) => refusal.code,
        ),
      ),
    );
    expect(outcomes.filter((one) => one === 'booked')).toHaveLength(1);
    expect(outcomes.filter((one) => one === 'SLOT-FULL')).toHaveLength(7);
    const id = ids[outcomes.indexOf('booked')] ?? '';
    const other = ids[outcomes.indexOf('SLOT-FULL')] ?? '';
    // Booked again, it moves; what it had is another's.
    await book(house.ports, operator, id, at('28T10'));
    await book(house.ports, operator, other, at('28T09'));
    await expect(book(house.ports, operator, id, at('28T09'))).rejects.toEqual(code('SLOT-FULL'));
    await giveUp(house.ports, operator, other);
    await book(house.ports, operator, id, at('28T09'));
    const foreign = { id: 'f', party: '5301999999' };
    await expect(book(house.ports, foreign, id, at('28T11'))).rejects.toEqual(code('INSPECTION-NOT-FOUND'));
    await expect(noShow(house.ports, li, id)).rejects.toEqual(code('INSPECTION-STATE'));
    house.desk.house.clock.now = new Date('2026-11-28T09:30:00+08:00');
    await noShow(house.ports, li, id);
    expect(await wholeInspection(house.ports, undefined, id)).toMatchObject({
      inspection: { state: 'waiting', noShows: 1, siteCode: null },
    });
  });

  test('are those of the calendar: none on closed days, outside the hours, too soon or too far away', async () => {
    expect(await slots(house.ports, 'SITE1', '2026-11-25', 1)).toEqual([]);
    expect(await slots(house.ports, 'SITE1', '2026-11-30', 2)).toHaveLength(6);
    const key = keyOfList(await house.desk.inspection(190));
    const { inspectionId } = await house.of(key);
    for (const wrong of ['25T09', '30T08', '30T12', '28T10'])
      await expect(book(house.ports, operator, inspectionId, at(wrong))).rejects.toEqual(
        code('SLOT-NOT-OFFERED'),
      );
  });
});
