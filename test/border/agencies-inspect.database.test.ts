import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinaDay } from '#kernel';
import { decideAtDesk } from '../../modules/agencies/application/decide.ts';
import { inspectAtDesk } from '../../modules/agencies/application/inspect.ts';
import { decisionsOfList, questionsOfList } from '../../modules/agencies/storage/questions.ts';
import { agenciesTold, companionOf, loadRequirements } from '../../modules/agencies/wiring.ts';
import { again, purchase } from '../../modules/clearance/testing/purchases.ts';
import { keyOfList, li, wang } from '../../modules/desk/testing/desk-house.ts';
import { askInspection, askWithin } from '../../modules/inspections/application/ask.ts';
import type { ListKey } from '../../modules/inspections/application/list-key.ts';
import { sign } from '../../modules/inspections/application/sign.ts';
import { begin, enterResult } from '../../modules/inspections/application/visit.ts';
import { InspectionHouse } from '../../modules/inspections/testing/inspection-house.ts';
import type { FullDossier } from '../../modules/matching/testing/clean-dossier.ts';

let house: InspectionHouse;
beforeAll(async () => {
  const day = (at: Date) => chinaDay(at.getTime());
  house = await InspectionHouse.open({
    companions: [companionOf(loadRequirements(), day)],
    told: agenciesTold,
  });
});
afterAll(async () => {
  expect(house.desk.house.faults).toEqual([]);
  await house.close();
});

const market = { id: 'o-market', agency: 'market' };
const ports = () => ({
  database: house.ports.database,
  now: house.ports.now,
  reconsider: house.desk.house.clearance.reconsider,
  inspect: async (
    client: Parameters<typeof askWithin>[1],
    list: ListKey,
    { agency, ground, note }: { agency: string; ground: string; note: string },
    id: string,
  ) => {
    const asked = { list, ground, note, sampleWanted: false };
    const { state, by, inspectionId } = await askWithin(house.ports, client, { id, agency }, asked);
    return { state: state === 'lapsed' ? ('open' as const) : state, by, inspectionId };
  },
});

/** Fish oil, about which market regulation decides; where it is said to be of rhinoceros, customs inspects it besides. */
async function fishOil(number: number, forbidden = false): Promise<FullDossier> {
  const dossier = purchase(number);
  for (const item of dossier.declaration.items) item.gcode = '1504200091';
  if (forbidden) {
    const name = '犀角制品';
    for (const item of dossier.order.items) item.itemName = name;
    for (const item of dossier.declaration.items) Object.assign(item, { gname: name, itemName: name });
  }
  await house.desk.house.file([dossier]);
  await house.desk.house.settled();
  return dossier;
}

const ofImport = ({ orderNo, ebpCode }: Pick<ListKey, 'orderNo' | 'ebpCode'>) => ({
  ...{ orderNo, ebpCode, ebcCode: '' },
});

const inspect = (key: ListKey, ground: string, attempt = 1) =>
  inspectAtDesk(ports(), market, ofImport(key), { ground, reason: '核对标签', attempt });

async function inspected(key: ListKey, verdict: 'conforming' | 'nonconforming', reason?: string) {
  const { inspectionId } = await house.of(key);
  await begin(house.ports, li, inspectionId);
  await enterResult(house.ports, li, inspectionId, {
    ...{ ...key, entryId: randomUUID(), verdict, found: '已开箱' },
    ...(reason === undefined ? {} : { reason }),
  });
  await sign(house.ports, wang, inspectionId);
}

const words = async (key: ListKey) =>
  (await decisionsOfList(house.ports.database, ofImport(key))).map(({ word, judge }) => `${word} ${judge}`);

describe('an agency that has a list inspected before it speaks', () => {
  test('agrees with what conforms, and the list goes on by itself', async () => {
    const key = keyOfList(await fishOil(1));
    expect(await inspect(key, 'MKT-LABEL')).toMatchObject({ state: 'waiting', inspecting: 'MKT-LABEL' });
    expect(await house.holds(key)).toEqual(['market MKT-LABEL open']);
    await inspected(key, 'conforming');
    expect(await words(key)).toEqual(['inspect officer', 'positive inspection']);
    expect((await house.desk.standing(key)).state).toBe('released');
  });

  test('refuses with what does not, and the desk decides by the fault', async () => {
    const key = keyOfList(await fishOil(2));
    await inspect(key, 'MKT-LABEL');
    await inspected(key, 'nonconforming', 'BAD-LABEL');
    expect(await words(key)).toEqual(['inspect officer', 'negative inspection']);
    const [, said] = await decisionsOfList(house.ports.database, ofImport(key));
    expect(said?.reason).toBe('查验不合格 BAD-LABEL：已开箱');
    expect((await house.desk.standing(key)).statuses.at(-1)).toBe('700');
  });

  test('is told where the ground is none of its own, and nothing is written', async () => {
    const key = keyOfList(await fishOil(3));
    await expect(inspect(key, 'CUS-DRAWN')).rejects.toMatchObject({ code: 'INSPECTION-GROUND' });
    await expect(inspect(key, 'MKT-LABEL', 2)).rejects.toMatchObject({ code: 'AGENCY-OVERTAKEN' });
    expect(await words(key)).toEqual([]);
    expect(await house.holds(key)).toEqual([]);
  });

  test('has spoken at once where another agency has found the same in order', async () => {
    const key = keyOfList(await fishOil(4));
    const customs = { id: 'o-customs', agency: 'customs' };
    const wish = { list: key, ground: 'CUS-QUARANTINE', note: '', sampleWanted: false };
    await askInspection(house.ports, customs, wish);
    await inspected(key, 'conforming');
    expect((await house.desk.standing(key)).state).toBe('held');
    expect(await inspect(key, 'MKT-QUALITY')).toMatchObject({ state: 'positive', judge: 'inspection' });
    expect((await decisionsOfList(house.ports.database, ofImport(key))).at(-1)?.reason).toBe(
      '互认 MR-QUARANTINE-QUALITY',
    );
    expect((await house.desk.standing(key)).state).toBe('released');
  });

  test('keeps a list however often it is declared anew: what is wanted of it stays wanted', async () => {
    const dossier = await fishOil(5);
    const key = keyOfList(dossier);
    await inspect(key, 'MKT-LABEL');
    await house.desk.house.send('declaration', dossier, again(dossier.declaration, { appType: '2' }));
    await house.desk.house.settled();
    await decideAtDesk(ports(), market, ofImport(key), { decision: 'positive', reason: '同意', attempt: 2 });
    expect((await house.desk.standing(key)).state).toBe('held');
    await inspected(key, 'conforming');
    expect((await house.desk.standing(key)).state).toBe('released');
    expect(await questionsOfList(house.ports.database, ofImport(key))).toMatchObject([
      { attempt: 1, state: 'void' },
      { attempt: 2, state: 'positive', judge: 'officer' },
    ]);
  });
});

describe('a list that customs has inspected and another agency still bars', () => {
  test('stays at inspection, and goes on by itself when the last of them agrees', async () => {
    const key = keyOfList(await fishOil(10, true));
    await inspected(key, 'conforming');
    expect(await house.desk.standing(key)).toMatchObject({ state: 'held', statuses: ['500', '500'] });
    await decideAtDesk(ports(), market, ofImport(key), { decision: 'positive', reason: '同意', attempt: 1 });
    expect(await house.desk.standing(key)).toMatchObject({
      state: 'released',
      statuses: ['500', '500', '800'],
    });
    expect(await house.holds(key)).toEqual(['customs CUS-ORDERED conforming']);
  });

  test('does not go on by itself where nobody has inspected it', async () => {
    const key = keyOfList(await fishOil(11, true));
    await decideAtDesk(ports(), market, ofImport(key), { decision: 'positive', reason: '同意', attempt: 1 });
    expect((await house.desk.standing(key)).state).toBe('held');
  });
});
