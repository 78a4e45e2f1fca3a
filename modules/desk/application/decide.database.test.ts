import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entriesAfter } from '#journal';
import { transactionsEnded } from '../../../platform/postgres/testing/index.ts';
import { again } from '../../clearance/testing/purchases.ts';
import type { CaseKey } from '../storage/case-files.ts';
import { casesOf } from '../storage/case-files.ts';
import { broker, chief, DeskHouse, keyOfList, li, stranger, wang } from '../testing/desk-house.ts';
import { caseDetail } from './case-view.ts';
import { decide } from './decide.ts';
import { handBack, take } from './in-hand.ts';
import { confirm, reject } from './second-officer.ts';
import { undo } from './undo.ts';

let desk: DeskHouse;
beforeAll(async () => {
  desk = await DeskHouse.open();
});
afterAll(async () => {
  expect(desk.house.faults).toEqual([]);
  await desk.close();
});

const caseOf = async (key: CaseKey) => (await casesOf(desk.house.database, [key]))[0];
const versionOf = async (key: CaseKey, officer = li) =>
  (await caseDetail(desk.ports, officer, key)).version ?? '';
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const release = { act: 'release', reason: 'REL-PAPERS', note: '' } as const;
const refuse = { act: 'refuse', reason: 'REF-PAPERS', note: '品名不符' } as const;

describe('a held list', () => {
  test('is a case from the moment it is held, with what holds it, its deadline and its parties', async () => {
    const key = keyOfList(await desk.review(10));
    expect(await caseOf(key)).toMatchObject({
      ...{ ...key, status: '300', state: 'open', riskClass: 'yellow', rules: ['RISK-SPLIT-ORDERS'] },
      ...{ customsCode: '8601', recipient: broker, goodsName: '老挝波罗芬咖啡豆250克' },
      dueAt: new Date(desk.house.clock.now.getTime() + desk.parameters.reviewMs),
    });
  });

  test('is released by an officer: receipt, journal and history say so, the allowance stays taken', async () => {
    const held = await desk.review(20);
    const key = keyOfList(held);
    const before = await desk.used(held);
    const [done] = await decide(desk.ports, li, [{ ...key, version: await versionOf(key) }], release);
    expect(done).toMatchObject({ done: 'decided', status: '800' });
    expect(await desk.standing(key)).toEqual({ state: 'released', statuses: ['300', '800'] });
    expect(await desk.used(held)).toBe(before);
    expect(await caseOf(key)).toMatchObject({ state: 'closed', closedAs: 'released', takenBy: null });
    const detail = await caseDetail(desk.ports, wang, key);
    expect(detail.history).toMatchObject([
      {
        kind: 'decided',
        by: '李关员',
        act: 'release',
        fromStatus: '300',
        toStatus: '800',
        reason: 'REL-PAPERS',
      },
    ]);
    expect(detail.list.decision).toMatchObject({ judge: 'officer', outcome: 'released' });
    expect(detail.list.findings.map(({ code }) => code)).toContain('RISK-SPLIT-ORDERS');
    await transactionsEnded(desk.house.database);
    const told = (await entriesAfter(desk.house.database, '0.0', 1_000))
      .filter(({ subject }) => subject === `${key.ebpCode}/${key.orderNo}`)
      .map(({ kind }) => kind);
    expect(told).toEqual(['declaration-held', 'declaration-released', 'case-decided']);
  });

  test('is sent to inspection, and released after it', async () => {
    const key = keyOfList(await desk.review(30));
    const inspect = { act: 'inspect', reason: 'INS-GOODS', note: '' } as const;
    await take(desk.ports, li, key);
    await decide(desk.ports, li, [{ ...key, version: await versionOf(key) }], inspect);
    expect(await caseOf(key)).toMatchObject({ state: 'open', status: '500', takenBy: null, step: 1 });
    // Under inspection its sender changes nothing any more.
    const inspected = { act: 'release', reason: 'REL-INSPECTED', note: '' } as const;
    await decide(desk.ports, wang, [{ ...key, version: await versionOf(key) }], inspected);
    expect(await desk.standing(key)).toEqual({ state: 'released', statuses: ['300', '500', '800'] });
  });

  test('is refused with the reason and words of the officer, and gives back what it had reserved, once', async () => {
    const held = await desk.review(40);
    const key = keyOfList(held);
    const before = await desk.used(held);
    await decide(desk.ports, li, [key], refuse);
    const { list, decision } = await desk.ports.listDetail(key);
    expect(list.state).toBe('refused');
    expect(decision?.returnInfo).toBe('[Code:907301;Desc:单证与货物不符：品名不符]');
    expect(await desk.used(held)).toBeCloseTo(before - 2620, 2);
    // What was sent back may be mended and declared anew.
    await desk.house.send('declaration', held, again(held.declaration, { appType: '1' }));
    await desk.house.settled();
    expect(await desk.used(held)).toBeCloseTo(before, 2);
    expect(await caseOf(key)).toMatchObject({ attempt: 2, state: 'open', status: '300' });
  });

  test('is not decided on other papers than the officer has seen', async () => {
    const held = await desk.review(50);
    const key = keyOfList(held);
    const version = await versionOf(key);
    desk.pass(1_000);
    await desk.house.send('waybill', held, again(held.waybill, { appType: '2', note: '改' }));
    const [seen] = await decide(desk.ports, li, [{ ...key, version }], release);
    expect(seen).toMatchObject({ done: 'nothing', code: 'CASE-CHANGED' });
    const [unseen] = await decide(desk.ports, li, [key], release);
    expect(unseen).toMatchObject({ done: 'nothing', code: 'CASE-CHANGED' });
    const [looked] = await decide(desk.ports, li, [{ ...key, version: await versionOf(key) }], release);
    expect(looked).toMatchObject({ done: 'decided' });
  });

  test('leaves the desk when its sender withdraws it or sends it again, and history keeps both', async () => {
    const held = await desk.review(60);
    const key = keyOfList(held);
    await desk.withdraw(held);
    expect(await caseOf(key)).toMatchObject({ state: 'closed', closedAs: 'withdrawn' });
    const [late] = await decide(desk.ports, li, [key], release);
    expect(late).toMatchObject({ done: 'nothing' });
    const { history } = await caseDetail(desk.ports, li, key).catch(() => ({ history: [] }));
    expect(history).toEqual([]);
    const mended = await desk.review(70);
    await desk.house.send('declaration', mended, again(mended.declaration, { appType: '2' }));
    await desk.house.settled();
    expect(await caseOf(keyOfList(mended))).toMatchObject({ attempt: 2, state: 'open' });
    expect((await caseDetail(desk.ports, li, keyOfList(mended))).history).toMatchObject([
      { kind: 'overtaken', act: 'sent-again' },
    ]);
  });

  test('is decided where it was declared or at the district, and by reasons the act has', async () => {
    const key = keyOfList(await desk.review(80));
    const one = async (officer: typeof li, wish: Parameters<typeof decide>[3]) => {
      const [outcome] = await decide(desk.ports, officer, [key], wish);
      return outcome?.done === 'nothing' ? outcome.code : outcome?.done;
    };
    expect(await one(stranger, release)).toBe('CASE-OTHER-OFFICE');
    expect(await one(li, { ...release, reason: 'REF-PAPERS' })).toBe('CASE-REASON');
    expect(await one(li, { act: 'detain', reason: 'DET-OTHER', note: '' })).toBe('CASE-ACT');
    expect(await one(chief, release)).toBe('decided');
  });

  test('many are decided with one reason, and one that cannot be holds up no other', async () => {
    const keys = [keyOfList(await desk.review(90)), keyOfList(await desk.review(92))];
    const taken = keyOfList(await desk.review(94));
    await take(desk.ports, wang, taken);
    const outcomes = await decide(desk.ports, li, [...keys, taken], release);
    expect(outcomes.map((one) => (one.done === 'nothing' ? one.code : one.status))).toEqual([
      '800',
      '800',
      'CASE-TAKEN',
    ]);
  });
});

describe('a case in hand', () => {
  test('is one officer’s until it is handed back or its time is up', async () => {
    const key = keyOfList(await desk.review(100));
    expect(await take(desk.ports, li, key)).toMatchObject({ takenBy: 'o-li' });
    expect(await codeOf(take(desk.ports, wang, key))).toBe('CASE-TAKEN');
    const [other] = await decide(desk.ports, wang, [key], release);
    expect(other).toMatchObject({ code: 'CASE-TAKEN' });
    expect(await codeOf(handBack(desk.ports, wang, key, ''))).toBe('CASE-TAKEN');
    await handBack(desk.ports, li, key, '换班');
    await take(desk.ports, wang, key);
    desk.pass(desk.parameters.leaseMs + 1);
    expect(await take(desk.ports, li, key)).toMatchObject({ takenBy: 'o-li' });
    const { history } = await caseDetail(desk.ports, li, key);
    expect(history.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'took 李关员',
      'handed-back 李关员',
      'took 王关员',
      'took 李关员',
    ]);
  });
});

describe('four eyes', () => {
  test('a red list is released by two officers, never by one', async () => {
    const key = keyOfList(await desk.inspection(110));
    const inspected = { act: 'release', reason: 'REL-INSPECTED', note: '同类替代品' } as const;
    const [first] = await decide(desk.ports, li, [{ ...key, version: await versionOf(key) }], inspected);
    expect(first).toMatchObject({ done: 'proposed', status: '500' });
    expect((await desk.standing(key)).statuses).toEqual(['500']);
    const version = await versionOf(key);
    expect(await codeOf(confirm(desk.ports, li, { ...key, version }))).toBe('CASE-SAME-OFFICER');
    const [again] = await decide(desk.ports, wang, [{ ...key, version }], inspected);
    expect(again).toMatchObject({ code: 'CASE-PROPOSED' });
    expect(await confirm(desk.ports, wang, { ...key, version })).toBe('800');
    expect(await desk.standing(key)).toEqual({ state: 'released', statuses: ['500', '800'] });
    const { history } = await caseDetail(desk.ports, li, key);
    expect(history).toMatchObject([
      { kind: 'proposed', by: '李关员', fourEyes: 'FE-RELEASE-RED' },
      { kind: 'decided', by: '王关员', fourEyes: 'FE-RELEASE-RED' },
    ]);
  });

  test('a proposal that is rejected leaves the case open', async () => {
    const key = keyOfList(await desk.inspection(120));
    await decide(desk.ports, li, [key], { act: 'return', reason: 'RET-FORBIDDEN', note: '' });
    await reject(desk.ports, wang, { ...key, version: await versionOf(key) }, '先补充鉴定');
    expect(await caseOf(key)).toMatchObject({ state: 'open', status: '500', proposal: null });
    expect(await desk.standing(key)).toEqual({ state: 'held', statuses: ['500'] });
  });

  test('is kept by the database, whatever program writes', async () => {
    const { orderNo, ebpCode } = keyOfList(await desk.inspection(130));
    await decide(desk.ports, li, [{ orderNo, ebpCode }], {
      ...{ act: 'detain', reason: 'DET-SMUGGLING', note: '' },
    });
    const [proposed] = await desk.house.database.query<{ seq: string }>(
      `select seq::text from desk.act where order_no = $1 and kind = 'proposed'`,
      [orderNo],
    );
    const decidedBy = (officer: string, proposal: string | null) =>
      desk.house.database.run(
        `insert into desk.act (order_no, ebp_code, attempt, at, kind, officer, from_status, to_status, act, four_eyes,
           proposal, evidence) values ($1, $2, 1, now(), 'decided', $3, '500', '502', 'detain', 'FE-DETAIN', $4, '{}')`,
        [orderNo, ebpCode, officer, proposal],
      );
    const refused = { code: '23514', constraint: 'two_officers' };
    await expect(decidedBy('o-li', proposed?.seq ?? null)).rejects.toMatchObject(refused);
    await expect(decidedBy('o-wang', null)).rejects.toMatchObject(refused);
    await expect(decidedBy('o-wang', '0')).rejects.toMatchObject(refused);
    expect(await decidedBy('o-wang', proposed?.seq ?? null)).toBe(1);
  });
});

describe('a decision', () => {
  const slip = { reason: 'UNDO-SLIP', note: '' };

  test('is taken back in time by who made it, and its sender is told', async () => {
    const key = keyOfList(await desk.review(140));
    await decide(desk.ports, li, [key], release);
    expect(await codeOf(undo(desk.ports, wang, key, slip))).toBe('CASE-FOLLOWED');
    expect(await undo(desk.ports, li, key, slip)).toBe('300');
    expect(await desk.standing(key)).toEqual({ state: 'held', statuses: ['300', '800', '300'] });
    expect(await caseOf(key)).toMatchObject({ state: 'open', status: '300', step: 2 });
    expect(await codeOf(undo(desk.ports, li, key, slip))).toBe('CASE-FOLLOWED');
  });

  test('that refused takes the allowance again when it is taken back, exactly once', async () => {
    const held = await desk.review(150);
    const key = keyOfList(held);
    const before = await desk.used(held);
    await decide(desk.ports, li, [key], refuse);
    await undo(desk.ports, li, key, slip);
    expect(await desk.used(held)).toBeCloseTo(before, 2);
    expect(await caseOf(key)).toMatchObject({
      ...{ attempt: 2, step: 0, state: 'open', riskClass: 'yellow', rules: ['RISK-SPLIT-ORDERS'] },
    });
    await decide(desk.ports, li, [key], refuse);
    expect(await desk.used(held)).toBeCloseTo(before - 2620, 2);
  });

  test('is no longer taken back when its time is over or its sender has sent the list again', async () => {
    const late = keyOfList(await desk.review(160));
    await decide(desk.ports, li, [late], release);
    desk.pass(desk.parameters.undoMs + 1);
    expect(await codeOf(undo(desk.ports, li, late, slip))).toBe('CASE-TOO-LATE');
    const mended = await desk.review(170);
    await decide(desk.ports, li, [keyOfList(mended)], refuse);
    await desk.house.send('declaration', mended, again(mended.declaration, { appType: '1' }));
    await desk.house.settled();
    expect(await codeOf(undo(desk.ports, li, keyOfList(mended), slip))).toBe('CASE-FOLLOWED');
  });

  test('that released, by rules or by officer, is called back for inspection by two officers in time', async () => {
    const recall = { act: 'recall', reason: 'REC-RISK', note: '' } as const;
    await desk.review(180);
    // The first list of the two was released by the rules and never came to the desk.
    const key = { orderNo: 'CM0000000180', ebpCode: '5301960001' };
    expect(await caseOf(key)).toBeUndefined();
    const [proposed] = await decide(desk.ports, li, [key], recall);
    expect(proposed).toMatchObject({ done: 'proposed' });
    const seen = { ...key, version: await versionOf(key) };
    await reject(desk.ports, wang, seen, '');
    expect(await caseOf(key)).toMatchObject({ state: 'closed', closedAs: 'released' });
    await decide(desk.ports, li, [key], recall);
    await confirm(desk.ports, wang, { ...key, version: await versionOf(key) });
    expect(await desk.standing(key)).toEqual({ state: 'held', statuses: ['800', '500'] });
    expect(await caseOf(key)).toMatchObject({ state: 'open', status: '500' });
    await desk.review(190);
    desk.pass(desk.parameters.recallMs + 1);
    const [late] = await decide(desk.ports, li, [{ ...key, orderNo: 'CM0000000190' }], recall);
    expect(late).toMatchObject({ code: 'CASE-TOO-LATE' });
  });
});
