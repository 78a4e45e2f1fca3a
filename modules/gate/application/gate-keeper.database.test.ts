import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDecimal } from '#kernel';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { Draws } from './draws.ts';
import { GateKeeper } from './gate-keeper.ts';
import type { GateSources } from './ports.ts';

const bookNo = 'T8628W000001';
const VEHICLES = 2_000;

describe('2,000 vehicles with goods of one item at the gates of two servers at once', {
  timeout: 120_000,
}, () => {
  let rented: TestDatabase;
  beforeAll(async () => {
    rented = await testDatabase();
    const { database } = rented;
    await database.run(
      `insert into bonded.book (book_no, owner, trade_mode, customs_code, area_code, area_name, opened_on, valid_to)
       values ($1, '5301663615', '1210', '8628', '5301', '昆明综合保税区', '2026-01-01', '2026-12-31')`,
      [bookNo],
    );
    await database.run(
      `insert into bonded.item (book_no, item_no, item_record_no, goods_no, gcode, gname, unit, unit_value)
       values ($1, 1, 'IR1', 'SKU1', '1901101090', '奶粉', '142', 80)`,
      [bookNo],
    );
    await database.run(
      `insert into bonded.balance (book_no, item_no, place, quantity) values ($1, 1, 'pending', $2)`,
      [bookNo, VEHICLES],
    );
    await database.run(
      `insert into gate.pass (pass_no, owner, customs_code, direction, plate, tare_kg, packing_kg, goods_kg, state, checklists,
         lists, made_by, made_at)
       select 'P' || n, '5301663615', '8628', 'out', 'A1', 1, 0, 0, 'made', 1, 1, 't', now() from generate_series(1, $1) n`,
      [VEHICLES],
    );
    await database.run(
      `insert into gate.checklist (book_no, checklist_no, direction, owner, customs_code, state, gross_kg, lists, pass_no, made_by,
         made_at) select $2, 'C' || n, 'out', '5301663615', '8628', 'made', 0, 1, 'P' || n, 't', now() from generate_series(1, $1) n`,
      [VEHICLES, bookNo],
    );
    await database.run(
      `insert into gate.checklist_goods (book_no, checklist_no, item_no, quantity)
       select $2, 'C' || n, 1, 1 from generate_series(1, $1) n`,
      [VEHICLES, bookNo],
    );
  });
  afterAll(() => rented.close());

  /** The gate of a server of its own. */
  function gate(): GateKeeper {
    const at = new Date('2026-05-01T04:00:00Z');
    const nought = parseDecimal('0');
    const sources: GateSources = {
      ...{ database: rented.database, now: () => at, today: () => '2026-05-01' },
      rules: () => ({
        ...{ secondLine: new Set(), toleranceShare: nought, toleranceKg: nought, samplingRate: nought },
        mostLists: 1,
      }),
      lists: async () => [],
      unreleased: async () => [],
      latestLists: async () => [],
      follower: { passed: async () => undefined, cancelled: async () => undefined },
      digest: () => '',
      secret: () => '',
    };
    return new GateKeeper(sources, new Draws(sources));
  }

  const coming = (number: number, eventNo: string) => ({
    ...{ gate: 'G1', eventNo, passNo: `P${number}`, plate: 'A1', weightKg: null, askedBy: 't' },
  });

  it('each passes once: none twice, none lost, and the book is exact', async () => {
    const gates = [gate(), gate()] as const;
    const asked = Array.from({ length: VEHICLES }, (_, at) => [
      // Each comes to both gates in the same moment, every tenth is asked for twice under one number.
      gates[0].ask(coming(at + 1, `A${at}`)),
      ...(at % 2 === 0 ? [gates[1].ask(coming(at + 1, `B${at}`))] : []),
      ...(at % 10 === 0 ? [gates[1].ask(coming(at + 1, `A${at}`))] : []),
    ]).flat();
    const answers = await Promise.all(asked);
    const opened = answers.filter(({ answer }) => answer === 'open');
    expect(new Set(opened.map(({ passNo }) => passNo)).size).toBe(VEHICLES);
    // A pass that is open twice is one that was asked for twice under one number.
    expect(new Set(opened.map(({ eventNo }) => eventNo)).size).toBe(VEHICLES);
    const stopped = answers.filter(({ answer }) => answer === 'stop');
    expect(new Set(stopped.flatMap(({ reasons }) => reasons.map(({ code }) => code)))).toEqual(
      new Set(['GATE-PASS-USED']),
    );
    const [row] = await rented.database.query(
      `select (select trim_scale(quantity)::text from bonded.balance where book_no = $1 and place = 'pending') as pending,
         (select count(*)::int from bonded.movement where book_no = $1 and cause = 'exit') as exits,
         (select count(*)::int from gate.pass where state = 'passed') as passed,
         (select count(*)::int from gate.passage where answer = 'open') as open`,
      [bookNo],
    );
    expect(row).toEqual({ pending: '0', exits: VEHICLES, passed: VEHICLES, open: VEHICLES });
  });

  it('a vehicle whose book is closed is stopped with the reason, and those beside it pass', async () => {
    const { database } = rented;
    await database.run(
      `insert into bonded.book select 'T8628W000009', owner, trade_mode, customs_code, area_code, area_name, opened_on, '2026-04-30'
       from bonded.book where book_no = $1`,
      [bookNo],
    );
    await database.run(
      `insert into bonded.item select 'T8628W000009', item_no, item_record_no, goods_no, gcode, gname, unit, unit_value
       from bonded.item where book_no = $1`,
      [bookNo],
    );
    await database.run(
      `insert into gate.pass (pass_no, owner, customs_code, direction, plate, tare_kg, packing_kg, goods_kg, state, checklists,
         lists, made_by, made_at) select 'X' || n, 'A', '8628', 'out', 'A1', 1, 0, 0, 'made', 1, 1, 't', now()
       from generate_series(1, 2) n`,
    );
    await database.run(
      `insert into gate.checklist (book_no, checklist_no, direction, owner, customs_code, state, gross_kg, lists, pass_no, made_by,
         made_at) values ('T8628W000009', 'X1', 'out', 'A', '8628', 'made', 0, 1, 'X1', 't', now())`,
    );
    await database.run(
      `insert into gate.checklist_goods (book_no, checklist_no, item_no, quantity) values ('T8628W000009', 'X1', 1, 1)`,
    );
    const one = gate();
    const answers = await Promise.all([1, 2].map((n) => one.ask({ ...coming(n, `X${n}`), passNo: `X${n}` })));
    expect(answers.map(({ answer, reasons }) => [answer, ...reasons.map(({ code }) => code)])).toEqual([
      ['stop', 'GATE-BOOK'],
      ['open'],
    ]);
  });
});
