import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '#http';
import { openProposal } from '../storage/proposals.ts';
import { standingsOfOrders } from '../storage/standings.ts';
import { ExportHouse } from '../testing/export-house.ts';

let house: ExportHouse;
beforeAll(async () => {
  house = await ExportHouse.open();
  for (const orderNo of ['P1', 'P2', 'P3', 'P4', 'P5']) await hold(orderNo);
});
afterAll(async () => {
  await house.close();
  expect(house.faults).toEqual([]);
});

const key = (orderNo: string) => ({ orderNo, ebpCode: '5301963601', ebcCode: '5301963604' });
const zone = { party: undefined, account: 'li' };

/** A list an officer has to look at, whose goods are in dollars: nobody here knows what they are worth in CNY. */
async function hold(orderNo: string): Promise<void> {
  const dear = { currency: '502' };
  const inDollars = (items: readonly object[]) => items.map((item) => ({ ...item, ...dear }));
  await house.send('CEB303Message', { orderNo }, { currency: '502' }, inDollars);
  await house.send('CEB505Message', { orderNo });
  await house.send('CEB603Message', { orderNo }, {}, (items) =>
    items.map((item, at) => ({ ...item, ...dear, ...(at === 0 ? { unit: '125' } : {}) })),
  );
  await house.standing(orderNo, (one) => one.outcome === 'held');
}

const reasons = { release: 'EXREL-PAPERS', refuse: 'EXREF-PAPERS', inspect: 'EXINS-GOODS' } as const;
const decide = (orderNo: string, act: keyof typeof reasons, by: string, step = 0) =>
  house.exports.decide(key(orderNo), { act, reason: reasons[act], note: '已核', attempt: 1, step, by });
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: Problem) => error.code,
  );

/** What is proposed of a list, the latest first. */
const proposals = async (orderNo: string) => (await house.exports.detail(key(orderNo), zone)).proposals ?? [];
const latest = async (orderNo: string): Promise<string> => (await proposals(orderNo))[0]?.number ?? '';

/** Of the journal, what was told of a list after it was held. */
const told = async (orderNo: string): Promise<string[]> =>
  (
    await house.database.query<{ kind: string }>(
      `select kind from journal.entry where subject = $1 order by tx, seq`,
      [`5301963604/5301963601/${orderNo}`],
    )
  ).map(({ kind }) => kind);

describe('a list of high value, or of a value nobody knows', () => {
  test('is proposed by one officer and decided by another: then its sender is told, once', async () => {
    expect(await decide('P1', 'release', 'li')).toMatchObject({
      ...{ outcome: 'held', step: 0, fourEyes: 'FE-EXPORT-RELEASE' },
    });
    await house.settled();
    const receipts = async () => (await house.receipts('CEB604')).filter(({ orderNo }) => orderNo === 'P1');
    const before = (await receipts()).length;
    expect(await told('P1')).not.toContain('case-decided');

    const proposal = await latest('P1');
    const [stands] = await standingsOfOrders(house.database, ['P1']);
    if (!stands) throw new Error('P1 is not on file');
    expect(await openProposal(house.database, stands)).toMatchObject({ seq: proposal });
    // Of a list that has moved on, were it held once more, it is no proposal.
    expect(await openProposal(house.database, { ...stands, step: stands.step + 1 })).toBeUndefined();
    expect(await openProposal(house.database, { ...stands, attempt: 2 })).toBeUndefined();
    expect(await refusal(house.exports.confirm(key('P1'), { proposal, by: 'li' }))).toBe(
      'EXPORT-SAME-OFFICER',
    );
    expect(await house.exports.confirm(key('P1'), { proposal, by: 'wang' })).toMatchObject({
      ...{ outcome: 'released', returnStatus: '800', step: 1 },
    });
    expect((await receipts()).length).toBe(before + 1);
    expect((await receipts()).at(-1)).toMatchObject({
      returnInfo: '[Code:2600;Desc:放行]单证审核无异常：已核',
    });
    expect((await told('P1')).filter((kind) => kind === 'case-decided')).toHaveLength(1);
    expect(await proposals('P1')).toMatchObject([
      { act: 'release', by: 'li', mine: true, state: 'confirmed', answered: { by: 'wang' } },
    ]);
  });

  test('waits as before once its proposal is rejected or taken back, and is proposed anew', async () => {
    await decide('P2', 'refuse', 'li');
    expect(await refusal(decide('P2', 'release', 'wang'))).toBe('EXPORT-PROPOSED');
    const first = await latest('P2');
    await house.exports.reject(key('P2'), { proposal: first, by: 'wang', note: '理由不足' });
    expect(await refusal(house.exports.confirm(key('P2'), { proposal: first, by: 'wang' }))).toBe(
      'EXPORT-NOT-PROPOSED',
    );
    await decide('P2', 'release', 'wang');
    const second = await latest('P2');
    // Who has read the first does not confirm another in its place.
    expect(await refusal(house.exports.confirm(key('P2'), { proposal: first, by: 'li' }))).toBe(
      'EXPORT-NOT-PROPOSED',
    );
    await house.exports.reject(key('P2'), { proposal: second, by: 'wang' });
    expect((await proposals('P2')).map(({ act, state, answered }) => [act, state, answered?.note])).toEqual([
      ['release', 'rejected', ''],
      ['refuse', 'rejected', '理由不足'],
    ]);
    expect(await house.standing('P2', () => true)).toMatchObject({ outcome: 'held', step: 0 });
  });

  test('confirmed by two at the same moment is decided once', async () => {
    await decide('P3', 'refuse', 'li');
    const proposal = await latest('P3');
    const both = await Promise.all(
      ['wang', 'zhao'].map((by) => refusal(house.exports.confirm(key('P3'), { proposal, by }))),
    );
    expect(both.sort()[1]).toBe('none');
    expect(['EXPORT-NOT-HELD', 'EXPORT-MOVED-ON', 'EXPORT-NOT-PROPOSED']).toContain(both[0]);
    expect((await told('P3')).filter((kind) => kind === 'case-decided')).toHaveLength(1);
  });

  test('is inspected on the word of one, and then nobody answers what was proposed before', async () => {
    await decide('P4', 'release', 'li');
    const proposal = await latest('P4');
    await house.exports.reject(key('P4'), { proposal, by: 'li' });
    expect(await decide('P4', 'inspect', 'wang')).toMatchObject({ returnStatus: '500', step: 1 });
    await decide('P4', 'release', 'li', 1);
    expect((await proposals('P4')).map(({ state }) => state)).toEqual(['open', 'rejected']);
    await house.exports.confirm(key('P4'), { proposal: await latest('P4'), by: 'wang' });
  });

  test('that its sender withdraws takes the proposal with it', async () => {
    await decide('P5', 'release', 'li');
    const proposal = await latest('P5');
    const withdrawn = { appType: '3', appTime: '20260702120000' } as const;
    await house.send('CEB603Message', { orderNo: 'P5' }, withdrawn);
    await house.standing('P5', (one) => one.outcome === 'withdrawn');
    expect(await refusal(house.exports.confirm(key('P5'), { proposal, by: 'wang' }))).toBe('EXPORT-NOT-HELD');
    expect((await proposals('P5')).map(({ state }) => state)).toEqual(['lapsed']);
  });
});

test('the database itself lets nobody confirm what they proposed, and nothing be answered twice', async () => {
  await hold('P6');
  await decide('P6', 'release', 'li');
  const seq = await latest('P6');
  const answer = (officer: string) =>
    house.database.query(
      `insert into exports.proposal_answer values ('P6', '5301963601', '5301963604', $1, now(), 'confirmed', '', $2)`,
      [seq, officer],
    );
  await expect(answer('li')).rejects.toMatchObject({ code: '23514', constraint: 'two_officers' });
  await answer('wang');
  await expect(answer('zhao')).rejects.toMatchObject({ code: '23505' });
});

describe('what is proposed', () => {
  test('is found by officers among held lists, and shown to no enterprise', async () => {
    await hold('P7');
    await decide('P7', 'refuse', 'li');
    const page = await house.exports.page({ limit: 50, proposed: true });
    expect(page.lists.map(({ orderNo }) => orderNo)).toEqual(['P7']);
    const own = await house.exports.detail(key('P7'), { party: '5301963604', account: 'x' });
    expect(own).not.toHaveProperty('proposals');
    expect(own.acts?.map(({ act, fourEyes }) => [act, fourEyes?.code])).toEqual([
      ...[
        ['release', 'FE-EXPORT-RELEASE'],
        ['refuse', 'FE-EXPORT-REFUSE'],
        ['inspect', undefined],
      ],
    ]);
  });
});
