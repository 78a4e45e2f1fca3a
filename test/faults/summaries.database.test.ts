import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeLists } from '../load/closed-lists.ts';
import { type PlatformUnderLoad, startPlatform } from '../load/platform.ts';

const lists = 12_000;
let platform: PlatformUnderLoad;

beforeAll(async () => {
  platform = await startPlatform();
}, 60_000);
afterAll(() => platform?.stop(), 60_000);

/** How far the applications have come. */
async function placed(): Promise<{ placed: number; open: number; summaries: number }> {
  const [row] = await platform.database.query<{ placed: number; open: number; summaries: number }>(
    `select coalesce(sum(placed), 0)::int as placed, count(*) filter (where finished_at is null)::int as open,
       coalesce(sum(summaries), 0)::int as summaries from summaries.application`,
  );
  if (!row) throw new Error('no row');
  return row;
}

test('killed in mid-summary, again and again: no list is lost, none is in two, and the sums are those of the lists', {
  timeout: 180_000,
}, async () => {
  const [firm] = platform.zone.sellers;
  if (!firm) throw new Error('the zone has no seller');
  await closeLists(platform.database, firm.customsCode, '2026-10', lists);
  const apply = () =>
    fetch(`${platform.url}/api/summaries/applications`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${platform.keys.get(firm.customsCode)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ month: '2026-10' }),
    });
  // Two applications for the same lists: whichever takes a list, the other leaves it out.
  const answers = await Promise.all([apply(), apply()]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  let [killed, before] = [0, 0];
  for (let now = await placed(); now.open > 0; now = await placed()) {
    if (killed < 2 && now.placed > before) {
      before = now.placed;
      killed += 1;
      await (killed === 2 ? platform.killDatabase() : platform.kill());
      await platform.restart();
    }
    await sleep(5);
  }
  expect(killed).toBeGreaterThan(0);
  const [sums] = await platform.database.query(`
    select (select count(*)::int from summaries.member where live) as members,
      (select count(distinct invt_no)::int from summaries.member where live) as different,
      (select sum(lists)::int from summaries.summary where state = 'declared') as declared,
      (select sum(taken)::int from summaries.tally) as taken,
      (select sum(items)::int from summaries.line) = (select count(*) from summaries.item) as "everyItem",
      (select sum(total_price) from summaries.line) = (select sum(total_price) from summaries.item) as money,
      (select sum(qty) from summaries.line) = (select sum(qty) from summaries.item) as quantity`);
  expect(sums).toEqual({
    ...{ members: lists, different: lists, declared: lists, taken: lists },
    ...{ everyItem: true, money: true, quantity: true },
  });
});
