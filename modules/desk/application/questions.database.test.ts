import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entriesAfter } from '#journal';
import { transactionsEnded } from '../../../platform/postgres/testing/index.ts';
import { type CaseKey, casesOf } from '../storage/case-files.ts';
import { openQuestions, questionsOf } from '../storage/queue.ts';
import { broker, DeskHouse, keyOfList, li, wang } from '../testing/desk-house.ts';
import { caseDetail } from './case-view.ts';
import { decide } from './decide.ts';
import { answerQuestion, ask, questionsOn } from './questions.ts';

let desk: DeskHouse;
beforeAll(async () => {
  desk = await DeskHouse.open();
});
afterAll(async () => {
  expect(desk.house.faults).toEqual([]);
  await desk.close();
});

const invoice = { reason: 'ASK-PAPERS', note: '请传发票[原件]' };
const caseOf = async (key: CaseKey) => (await casesOf(desk.house.database, [key]))[0];
const hour = 3_600_000;

async function asked(number: number) {
  const key = keyOfList(await desk.review(number));
  const before = await caseOf(key);
  await ask(desk.ports, li, key, invoice);
  return { key, before };
}

describe('a question to the sender of a held list', () => {
  test('reaches it as a receipt of the status the list stands at, and stands on its list of questions', async () => {
    const { key } = await asked(10);
    expect(await openQuestions(desk.house.database, broker)).toEqual({ count: 1, since: desk.ports.now() });
    expect(await openQuestions(desk.house.database, key.ebpCode)).toEqual({ count: 0, since: undefined });
    expect(await desk.standing(key)).toEqual({ state: 'held', statuses: ['300', '300'] });
    const { receipts } = await desk.ports.listDetail(key);
    expect(receipts.at(-1)?.info).toBe('[Code:907601;Desc:请补充发票、合同等单证：请传发票［原件］]');
    const [question] = await questionsOf(desk.house.database, broker, undefined, 10);
    expect(question).toMatchObject({ ...key, reason: 'ASK-PAPERS', note: '请传发票[原件]', status: '300' });
    await transactionsEnded(desk.house.database);
    const told = (await entriesAfter(desk.house.database, '0.0', 1_000)).filter(
      ({ kind, subject }) => kind === 'case-asked' && subject === `${key.ebpCode}/${key.orderNo}`,
    );
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain(li.name);
  });

  test('moves the deadline by the time the answer took, and no further', async () => {
    const { key, before } = await asked(20);
    const { answerMs } = desk.parameters;
    const waiting = await caseOf(key);
    expect(waiting?.dueAt.getTime()).toBe((before?.dueAt.getTime() ?? 0) + answerMs);
    desk.pass(hour);
    await answerQuestion(desk.ports, broker, key, '发票见附言：2026-1123');
    expect(await caseOf(key)).toMatchObject({ state: 'open', answerDueAt: null, takenBy: 'o-li' });
    expect((await caseOf(key))?.dueAt.getTime()).toBe((before?.dueAt.getTime() ?? 0) + hour);
    const { history } = await caseDetail(desk.ports, wang, key);
    expect(history.map(({ kind, note }) => [kind, note])).toEqual([
      ['asked', '请传发票[原件]'],
      ['answered', '发票见附言：2026-1123'],
    ]);
  });

  test('that is answered too late has cost the sender its time, not the officer', async () => {
    const { key, before } = await asked(30);
    desk.pass(desk.parameters.answerMs + hour);
    await answerQuestion(desk.ports, broker, key, '迟复');
    const due = (before?.dueAt.getTime() ?? 0) + desk.parameters.answerMs;
    expect((await caseOf(key))?.dueAt.getTime()).toBe(due);
  });

  test('is answered by its sender alone, once, and by nobody after the decision', async () => {
    const { key } = await asked(40);
    const by = (party: string) => answerQuestion(desk.ports, party, key, '说明');
    await expect(by('5301960001')).rejects.toMatchObject({ code: 'CASE-NOT-FOUND' });
    await by(broker);
    await expect(by(broker)).rejects.toMatchObject({ code: 'CASE-NOT-ASKED' });
    const second = await asked(50);
    await decide(desk.ports, li, [second.key], { act: 'refuse', reason: 'REF-NO-ANSWER', note: '' });
    await expect(answerQuestion(desk.ports, broker, second.key, '说明')).rejects.toMatchObject({
      code: 'CASE-NOT-ASKED',
    });
  });

  test('stays with its answer where its sender reads of the list, and waits no more once it is overtaken', async () => {
    const { key } = await asked(70);
    const seen = async (party = broker) => (await questionsOn(desk.ports, party, key)).questions;
    expect(await seen()).toMatchObject([
      { reason: { code: 'ASK-PAPERS' }, note: '请传发票[原件]', open: true },
    ]);
    expect(await seen(key.ebpCode)).toEqual([]);
    await answerQuestion(desk.ports, broker, key, '发票随附');
    await ask(desk.ports, li, key, { ...invoice, note: '再传合同' });
    expect((await seen()).map(({ note, open, answer }) => [note, open, answer?.text])).toEqual([
      ['请传发票[原件]', false, '发票随附'],
      ['再传合同', true, undefined],
    ]);
    await decide(desk.ports, li, [key], { act: 'refuse', reason: 'REF-NO-ANSWER', note: '' });
    expect((await seen()).map(({ open }) => open)).toEqual([false, false]);
  });

  test('leaves the case with who asks, however long the answer takes', async () => {
    const { key } = await asked(60);
    desk.pass(desk.parameters.leaseMs * 2);
    const [other] = await decide(desk.ports, wang, [key], { act: 'release', reason: 'REL-PAPERS', note: '' });
    expect(other).toMatchObject({ done: 'nothing', code: 'CASE-TAKEN' });
  });
});
