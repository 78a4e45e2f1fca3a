import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinaDay } from '#kernel';
import { House } from '../../clearance/testing/house.ts';
import { again, purchase } from '../../clearance/testing/purchases.ts';
import type { FullDossier } from '../../matching/testing/clean-dossier.ts';
import { decisionsOfList, questionsOfList } from '../storage/questions.ts';
import { companionOf, loadRequirements } from '../wiring.ts';
import { decideAtDesk } from './decide.ts';

let house: House;
const day = (at: Date) => chinaDay(at.getTime());

beforeAll(async () => {
  house = await House.open({ companions: [companionOf(loadRequirements(), day)] });
});
afterAll(() => house.close());

/** A purchase of other goods, all else as it was. */
function goods(number: number, gcode: string, lines: { qty?: string } = {}): FullDossier {
  const dossier = purchase(number, lines);
  for (const item of dossier.declaration.items) item.gcode = gcode;
  return dossier;
}

const keyOf = ({ declaration: { head } }: FullDossier) => ({
  ...{ orderNo: head.orderNo, ebpCode: head.ebpCode, ebcCode: '' },
});

async function stateOf(dossier: FullDossier): Promise<string> {
  const { orderNo, ebpCode } = keyOf(dossier);
  const { body } = await house.get<{ list: { state: string } }>(`/api/lists/${ebpCode}/${orderNo}`);
  return body.list.state;
}

async function codesOf(dossier: FullDossier): Promise<string[]> {
  const { orderNo, ebpCode } = keyOf(dossier);
  const { body } = await house.get<{ findings: { code: string }[] }>(`/api/lists/${ebpCode}/${orderNo}`);
  return body.findings.map(({ code }) => code);
}

const ports = () => ({
  database: house.database,
  now: () => house.clock.now,
  reconsider: house.clearance.reconsider,
});
const market = { id: 'officer-of-market', agency: 'market' };
const decide = (dossier: FullDossier, decision: 'positive' | 'negative', reason = '资质齐全', attempt = 1) =>
  decideAtDesk(ports(), market, keyOf(dossier), { decision, reason, attempt });

describe('a list that another agency has to decide about', () => {
  test('is held until the agency agrees, and then goes on by itself', async () => {
    const dossier = goods(1, '1504200091');
    await house.file([dossier]);
    await house.settled();
    expect(await stateOf(dossier)).toBe('held');
    expect(await codesOf(dossier)).toEqual(['CONSENT-WAITS']);
    await decide(dossier, 'positive');
    expect(await stateOf(dossier)).toBe('released');
    expect(await decisionsOfList(house.database, keyOf(dossier))).toMatchObject([
      { agency: 'market', word: 'positive', judge: 'officer', by: 'officer-of-market', reason: '资质齐全' },
    ]);
    const receipts = await house.count(
      `select count(*) from exchange.receipt where order_no = 'CM0000000001' and type = 'CEB622' and return_status = '800'`,
    );
    expect(receipts).toBe(1);
  });

  test('stays held after a refusal, which the agency may take back; an agreement it may not', async () => {
    const dossier = goods(2, '1504200091');
    await house.file([dossier]);
    await house.settled();
    await decide(dossier, 'negative', '标签不符');
    expect(await stateOf(dossier)).toBe('held');
    house.clock.now = new Date(house.clock.now.getTime() + 60_000);
    await decide(dossier, 'positive');
    expect(await stateOf(dossier)).toBe('released');
    await expect(decide(dossier, 'negative')).rejects.toMatchObject({ code: 'AGENCY-OVERTAKEN' });
  });

  test('is asked about anew when it is declared anew, and the word on what it was counts no longer', async () => {
    const dossier = goods(3, '1504200091');
    await house.file([dossier]);
    await house.settled();
    await house.send('declaration', dossier, again(dossier.declaration, { appType: '2' }));
    await house.settled();
    expect(await questionsOfList(house.database, keyOf(dossier))).toMatchObject([
      { attempt: 1, state: 'void' },
      { attempt: 2, state: 'waiting' },
    ]);
    await expect(decide(dossier, 'positive')).rejects.toMatchObject({ code: 'AGENCY-OVERTAKEN' });
    await decide(dossier, 'positive', '资质齐全', 2);
    expect(await stateOf(dossier)).toBe('released');
  });

  test('is asked about no longer once it is withdrawn', async () => {
    const dossier = goods(4, '1504200091');
    await house.file([dossier]);
    await house.settled();
    await house.send('declaration', dossier, again(dossier.declaration, { appType: '3' }));
    expect(await questionsOfList(house.database, keyOf(dossier))).toMatchObject([{ state: 'void' }]);
  });
});

describe('where the table speaks for an agency', () => {
  test('a list is released at once, and the word of the table is on record', async () => {
    const dossier = goods(5, '1901101010');
    await house.file([dossier]);
    await house.settled();
    expect(await stateOf(dossier)).toBe('released');
    expect(await decisionsOfList(house.database, keyOf(dossier))).toMatchObject([
      { agency: 'market', word: 'positive', judge: 'engine', by: 'MARKET-SPECIAL-FOOD' },
    ]);
  });
});

describe('two words at the same moment', () => {
  test('about many lists each count once', async () => {
    const dossiers = Array.from({ length: 12 }, (_, at) => goods(100 + at, '1504200091'));
    await house.file(dossiers);
    await house.settled();
    const tried = await Promise.allSettled(
      dossiers.flatMap((one) => [decide(one, 'positive'), decide(one, 'positive')]),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(12);
    expect(await Promise.all(dossiers.map(stateOf))).toEqual(dossiers.map(() => 'released'));
    expect(
      await house.count(
        `select count(*) from agencies.decision where order_no between 'CM0000000100' and 'CM0000000111'`,
      ),
    ).toBe(12);
  });
});

test('nobody was told of a fault', () => {
  expect(house.faults).toEqual([]);
});
