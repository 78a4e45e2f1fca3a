import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import type { Application, Chosen } from '../domain/application.ts';
import type { ClosedList } from '../domain/contribution.ts';
import { prove, type SummaryProof, verifyProof } from '../domain/proof.ts';
import { type SummaryWish, summarise } from '../domain/summarise.ts';
import { addApplication, lockApplication } from '../storage/applications.ts';
import { contributedLists } from '../storage/proofs.ts';
import { summaryOf } from '../storage/summaries.ts';
import { itemOf, listOf } from '../testing/lists.ts';
import { keepClosed, sha256 } from './keep-closed.ts';
import { proofText } from './proving.ts';
import { claim, sumUpNext } from './sum-up.ts';

const at = new Date('2026-11-03T04:00:00Z');
const closedAt = new Date('2026-10-20T04:00:00Z');
const october: Chosen = {
  closedFrom: new Date('2026-09-30T16:00:00Z'),
  closedBefore: new Date('2026-10-31T16:00:00Z'),
};
const PLAIN: SummaryWish = { bySeller: false, byName: false };
let rented: TestDatabase;
let firms = 0;

beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

/** An enterprise of its own, so that nothing of another test is in the way. */
const firm = () => `530136${String(++firms).padStart(4, '0')}`;

const keep = (lists: readonly ClosedList[]) =>
  rented.database.transaction((client) =>
    keepClosed(
      client,
      lists.map((list) => ({ list, closedAt })),
    ),
  );

let numbers = 0;
const apply = (ebcCode: string, chosen: Chosen = october, wish = PLAIN, mostLines = 50) =>
  rented.database.transaction((client) => {
    numbers += 1;
    const firmOf = { code: ebcCode, name: '云南示例' };
    return addApplication(client, `S20261103${String(numbers).padStart(9, '0')}`, {
      ...{ origin: 'platform', ebcCode, ebcName: '云南示例', agent: firmOf, broker: firmOf, chosen, wish },
      ...{ mostLines, by: 'test', at },
    });
  });

/** Works an application to its end, one transaction a step as the server does. */
async function workOff({ ebcCode, sumNo }: Application): Promise<Application> {
  const step = () =>
    rented.database.transaction(async (client) => {
      const one = await lockApplication(client, ebcCode, sumNo);
      if (!one) throw new Error('gone');
      if (one.state === 'applied') return claim(client, one, at);
      return one.state === 'claimed' ? (await sumUpNext(client, one, at)).application : one;
    });
  let now = await step();
  while (now.state === 'claimed') now = await step();
  return now;
}

async function proofOf(declSeqNo: string): Promise<SummaryProof> {
  const summary = await summaryOf(rented.database, declSeqNo, undefined);
  if (!summary) throw new Error('no summary');
  let text = '';
  for await (const piece of proofText(rented.database, summary)) text += piece;
  return JSON.parse(text) as SummaryProof;
}

async function proofsOf({ ebcCode, sumNo }: Application): Promise<SummaryProof[]> {
  const rows = await rented.database.query<{ declSeqNo: string }>(
    `select decl_seq_no as "declSeqNo" from summaries.summary where ebc_code = $1 and sum_no = $2 order by from_position`,
    [ebcCode, sumNo],
  );
  return Promise.all(rows.map(({ declSeqNo }) => proofOf(declSeqNo)));
}

/** Lists of an application in the order in which they are put together. */
async function inOrder(of: Application, lists: readonly ClosedList[]): Promise<ClosedList[]> {
  const rows = await rented.database.query<{ invtNo: string }>(
    `select invt_no as "invtNo" from summaries.member where ebc_code = $1 and sum_no = $2 order by position`,
    [of.ebcCode, of.sumNo],
  );
  const byNumber = new Map(lists.map((list) => [list.head.invtNo, list]));
  return rows.flatMap(({ invtNo }) => byNumber.get(invtNo) ?? []);
}

const code = fc.constantFrom('0902303100', '0902309000', '0901210000', '0712399990', '6204430000');
const item = fc.record({
  gcode: code,
  gname: fc.constantFrom('茶', '咖啡', '"干菌"\\'),
  country: fc.constantFrom('119', '133'),
  currency: fc.constantFrom('142', '502'),
  qty: fc.integer({ min: 1, max: 999_999 }).map((n) => `${n}.50`),
  totalPrice: fc.integer({ min: 1, max: 9_999_999 }).map((n) => (n / 100).toFixed(2)),
  unit2: fc.constantFrom(undefined, '035'),
});
const head = fc.record({
  country: fc.constantFrom('119', '110'),
  ownerCode: fc.constantFrom('5301361235', 'NO'),
  ownerName: fc.constantFrom('勐海茶厂', '普洱茶厂'),
  statisticsFlag: fc.constantFrom('B', 'B', 'B', 'A'),
});
const lists = fc.array(fc.tuple(head, fc.array(item, { minLength: 1, maxLength: 5 })), {
  minLength: 1,
  maxLength: 40,
});

describe('summaries made in the database', () => {
  test('are those that adding the lists up one by one makes, and every proof holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        lists,
        fc.record({ bySeller: fc.boolean(), byName: fc.boolean() }),
        fc.constantFrom(2, 4, 50),
        async (given, wish, mostLines) => {
          const ebcCode = firm();
          const made = given.map(([more, items], n) =>
            listOf(
              firms * 1_000 + n,
              { ...more, ebcCode },
              items.map(({ unit2, ...rest }, place) =>
                itemOf({ ...rest, gnum: place + 1, ...(unit2 ? { unit2, qty2: '1.25' } : {}) }),
              ),
            ),
          );
          await keep(made);
          const done = await workOff(await apply(ebcCode, october, wish, mostLines));
          const ordered = await inOrder(done, made);
          const { declarations } = summarise(ordered, wish, mostLines);
          const expected = declarations.map((one) => prove(one, wish, mostLines, sha256));
          const proofs = await proofsOf(done);
          expect(proofs).toEqual(expected);
          expect(proofs.map((proof) => verifyProof(proof, made, sha256))).toEqual(proofs.map(() => []));
          const declarable = summarise(made, wish, mostLines).declarations.flatMap((one) => one.lists);
          expect(ordered.length).toBe(declarable.length);
          expect(done).toMatchObject({
            lists: ordered.length,
            placed: ordered.length,
            summaries: proofs.length,
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  test('what is kept of the lists is enough for anybody to recompute the proof', async () => {
    const ebcCode = firm();
    await keep([
      listOf(1, { ebcCode }),
      listOf(2, { ebcCode }, [itemOf({ qty: '3.50', totalPrice: '350.00' })]),
    ]);
    const [proof] = await proofsOf(await workOff(await apply(ebcCode)));
    const [{ declSeqNo } = { declSeqNo: '' }] = await rented.database.query<{ declSeqNo: string }>(
      `select decl_seq_no as "declSeqNo" from summaries.summary where ebc_code = $1`,
      [ebcCode],
    );
    const kept = await contributedLists(rented.database, { ebcCode, declSeqNo }, 0, 10);
    expect(kept).toHaveLength(2);
    expect(
      proof &&
        verifyProof(
          proof,
          kept.map(({ list }) => list),
          sha256,
        ),
    ).toEqual([]);
  });

  test('a list is in one live summary only: the second application leaves it out and says so', async () => {
    const ebcCode = firm();
    await keep([1, 2, 3].map((n) => listOf(n, { ebcCode, ...(n === 3 ? { statisticsFlag: 'A' } : {}) })));
    const [one, two, three] = [1, 2, 3].map((n) => listOf(n).head.invtNo ?? '');
    await workOff(await apply(ebcCode, { invtNos: [one ?? ''] }));
    const second = await workOff(await apply(ebcCode, { invtNos: [one ?? '', two ?? '', three ?? '', 'X'] }));
    expect(second).toMatchObject({ state: 'summed-up', lists: 1, summaries: 1 });
    const left = await rented.database.query(
      `select invt_no, left_out from summaries.named where ebc_code = $1 and sum_no = $2 and left_out is not null order by 1`,
      [ebcCode, second.sumNo],
    );
    expect(left).toEqual([
      { invt_no: one, left_out: 'SUMMARY-LIST-ELSEWHERE' },
      { invt_no: three, left_out: 'SUMMARY-STATISTICS' },
      { invt_no: 'X', left_out: 'SUMMARY-LIST-UNKNOWN' },
    ]);
    expect(await workOff(await apply(ebcCode))).toMatchObject({ state: 'empty', lists: 0 });
  });

  test('the database itself refuses a list a second live place', async () => {
    const ebcCode = firm();
    await keep([listOf(1, { ebcCode })]);
    const { sumNo } = await workOff(await apply(ebcCode));
    const again = rented.database.run(
      `insert into summaries.member (ebc_code, sum_no, position, invt_no, live) values ($1, $2, 9, $3, true)`,
      [ebcCode, sumNo, listOf(1).head.invtNo],
    );
    await expect(again).rejects.toThrow(/in_one_live_summary/);
  });

  test('lists of summary statistics are counted in the lines of their month, each once', async () => {
    const ebcCode = firm();
    const given = [1, 2].map((n) => listOf(n, { ebcCode, statisticsFlag: 'A' }));
    await keep(given);
    await keep(given);
    const rows = await rented.database.query(
      `select items::int, trim_scale(total_price)::text as total from summaries.statistics_line where ebc_code = $1`,
      [ebcCode],
    );
    expect(rows).toEqual([{ items: 2, total: '400' }]);
  });
});
