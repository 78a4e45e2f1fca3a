import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '#http';
import { chinaDay } from '#kernel';
import { ExportHouse } from '../../exports/testing/export-house.ts';
import { agencyParameters } from '../domain/parameters.ts';
import { decisionsOfList, questionsOfList } from '../storage/questions.ts';
import { companionOfExports, exportsOvertaken, loadProjections, loadRequirements } from '../wiring.ts';
import { decideAtDesk } from './decide.ts';
import { openAtDesk } from './desk.ts';
import { agenciesOfList } from './reading.ts';

const day = (at: Date) => chinaDay(at.getTime());
const requirements = loadRequirements();
const commerce = { id: 'officer-of-commerce', agency: 'commerce' };
const drone = '8806210000';

let house: ExportHouse;
beforeAll(async () => {
  house = await ExportHouse.open({
    companions: [companionOfExports(requirements, day)],
    followers: [exportsOvertaken],
  });
});
afterAll(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});

const key = (orderNo: string) => ({ orderNo, ebpCode: '5301963601', ebcCode: '5301963604' });

/** An export of drones, with all its papers. */
async function file(orderNo: string, change: Readonly<Record<string, string>> = {}): Promise<void> {
  await house.send('CEB303Message', { orderNo });
  await house.send('CEB505Message', { orderNo });
  await house.send('CEB603Message', { orderNo }, {}, (items) =>
    items.map((item) => ({ ...item, gcode: drone, ...change })),
  );
}

const ports = () => ({
  ...{ database: house.database, now: () => house.clock.now, chinaDay: day, requirements },
  projections: loadProjections(),
  reconsider: house.exports.reconsider,
  parameters: () => agencyParameters(() => '1000'),
  adapter: () => {
    throw new Error('nobody is asked over a link');
  },
  mayAsk: () => false,
  inspect: () => Promise.reject(new Error('nothing is inspected')),
  fault: (error: unknown) => void house.faults.push(error),
});
const decide = (orderNo: string, decision: 'positive' | 'negative', attempt = 1) =>
  decideAtDesk(ports(), commerce, key(orderNo), { decision, reason: '许可证已核', attempt });
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: Problem) => error.code,
  );

describe('an export list another agency has to decide about', () => {
  test('is held for it alone, and goes on by itself with its agreement', async () => {
    await file('AE1');
    await house.standing('AE1', ({ outcome }) => outcome === 'held');
    expect(await house.findings('AE1')).toEqual(['CONSENT-WAITS']);
    await decide('AE1', 'positive');
    const { returnStatus, step } = await house.standing('AE1', ({ outcome }) => outcome === 'released');
    expect([returnStatus, step]).toEqual(['800', 1]);
    expect(await decisionsOfList(house.database, key('AE1'))).toMatchObject([
      { agency: 'commerce', word: 'positive', judge: 'officer', by: 'officer-of-commerce' },
    ]);
    const receipts = (await house.receipts('CEB604')).filter(({ orderNo }) => orderNo === 'AE1');
    expect(receipts.map(({ returnStatus }) => returnStatus)).toEqual(['2', '300', '800']);
  });

  test('is released by no officer of customs before, and by nobody over a refusal', async () => {
    await file('AE2');
    await house.standing('AE2', ({ outcome }) => outcome === 'held');
    const release = { act: 'release', reason: 'EXREL-PAPERS', attempt: 1, step: 0, by: 'officer' } as const;
    expect(await refusal(house.exports.decide(key('AE2'), release))).toBe('EXPORT-OTHERS-OBJECT');
    await decide('AE2', 'negative');
    expect(await refusal(house.exports.decide(key('AE2'), release))).toBe('EXPORT-OTHERS-OBJECT');
    const refuse = { ...release, act: 'refuse', reason: 'EXREF-AGENCY' } as const;
    expect(await house.exports.decide(key('AE2'), refuse)).toMatchObject({ outcome: 'refused' });
  });

  test('stays with the officer of customs where it is held for more than the agency', async () => {
    await file('AE3', { unit: '125' });
    await house.standing('AE3', ({ outcome }) => outcome === 'held');
    expect(await house.findings('AE3')).toEqual(
      expect.arrayContaining(['EXPORT-ITEM-UNIT', 'CONSENT-WAITS']),
    );
    await decide('AE3', 'positive');
    await house.settled();
    expect(await house.standing('AE3', () => true)).toMatchObject({ outcome: 'held', step: 0 });
    const release = { act: 'release', reason: 'EXREL-PAPERS', attempt: 1, step: 0, by: 'officer' } as const;
    expect(await house.exports.decide(key('AE3'), release)).toMatchObject({ outcome: 'released' });
  });

  test('is asked about no longer once it is withdrawn', async () => {
    await file('AE4');
    await house.standing('AE4', ({ outcome }) => outcome === 'held');
    await house.send(
      'CEB603Message',
      { orderNo: 'AE4' },
      { appType: '3', appTime: '20260703120000' },
      (items) => items.map((item) => ({ ...item, gcode: drone })),
    );
    await house.standing('AE4', ({ outcome }) => outcome === 'withdrawn');
    expect(await questionsOfList(house.database, key('AE4'))).toMatchObject([{ state: 'void' }]);
    expect(await refusal(decide('AE4', 'positive'))).toBe('AGENCY-OVERTAKEN');
  });
});

describe('what an agency sees of an export', () => {
  test('is the fields of its list that the table names, on record for the seller and nobody else', async () => {
    await file('AE5');
    await house.standing('AE5', ({ outcome }) => outcome === 'held');
    const { papers } = await openAtDesk(ports(), commerce, key('AE5'));
    expect(Object.keys(papers)).toEqual(['export']);
    expect(papers.export?.items[0]).toMatchObject({ gcode: drone });
    expect(Object.keys(papers.export?.head ?? {})).not.toContain('logisticsNo');
    const seen = await agenciesOfList(ports(), key('AE5'), '5301963604');
    expect(seen.questions).toMatchObject([{ agency: 'commerce', state: 'waiting' }]);
    expect(seen.sendings).toMatchObject([{ agency: 'commerce', way: 'desk' }]);
    expect(await refusal(agenciesOfList(ports(), key('AE5'), '5301960099'))).toBe('EXPORT-NOT-FOUND');
    // An import list of the same number is another list.
    expect(await refusal(openAtDesk(ports(), commerce, { ...key('AE5'), ebcCode: '' }))).toBe(
      'AGENCY-NOT-ASKED',
    );
  });
});
