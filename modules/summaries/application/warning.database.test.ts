import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { listOf } from '../testing/lists.ts';
import { loadCalendar } from '../wiring.ts';
import { keepClosed } from './keep-closed.ts';
import { warn } from './warning.ts';

let rented: TestDatabase;

beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());

/** What has been told so far, when it is looked at on a day. */
async function toldOn(today: string): Promise<object[]> {
  await warn({
    ...{ database: rented.database, calendar: loadCalendar(), today: () => today },
    now: () => new Date(`${today}T04:00:00Z`),
    parameters: () => ({ mostLines: 50, dueDay: 15, warningDays: 5 }),
  });
  return rented.database.query(
    `select kind, body from journal.entry where kind like 'summary-%' order by at`,
  );
}

test('a month that is not all in summaries is warned of before it falls due and when it is overdue, each once', async () => {
  await rented.database.transaction((client) =>
    keepClosed(client, [
      { list: listOf(1), closedAt: new Date('2026-10-20T04:00:00Z') },
      {
        list: listOf(2, { ebcCode: '5301361299', statisticsFlag: 'A' }),
        closedAt: new Date('2026-10-20T04:00:00Z'),
      },
    ]),
  );
  expect(await toldOn('2026-11-10')).toEqual([]);
  const due = {
    kind: 'summary-due',
    body: { enterprise: '5301361234', month: '2026-10', due: '2026-11-16', lists: 1 },
  };
  expect(await toldOn('2026-11-11')).toEqual([due]);
  expect(await toldOn('2026-11-16')).toEqual([due]);
  const overdue = { ...due, kind: 'summary-overdue' };
  expect(await toldOn('2026-11-17')).toEqual([due, overdue]);
  expect(await toldOn('2026-12-01')).toEqual([due, overdue]);
});
