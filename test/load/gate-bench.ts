import { setTimeout as pause } from 'node:timers/promises';
import { issueKey } from '#exchange';
import type { Database } from '#postgres';
import type { PlatformUnderLoad } from './platform.ts';

/** Lists each vehicle carries: a van full. */
export const LISTS = 50;
/** Vehicles that come in one moment, to be seen what that costs. */
const RUSH = 2_000;
const bookNo = 'T8628W900001';

/** Vehicles with a checklist of released lists each (`P1` …), and a rush of those without anything (`R1` …). */
export async function loadVehicles(database: Database, vehicles: number): Promise<void> {
  const run = (text: string, ...values: readonly unknown[]) => database.run(text, values);
  await run(
    `insert into bonded.book (book_no, owner, trade_mode, customs_code, area_code, area_name, opened_on, valid_to)
     values ($1, '5301663615', '1210', '8628', '5301', 'bench', '2020-01-01', '2099-12-31')`,
    bookNo,
  );
  await run(
    `insert into bonded.item (book_no, item_no, item_record_no, goods_no, gcode, gname, unit, unit_value)
     values ($1, 1, 'IR1', 'SKU1', '1901101090', 'bench', '142', 80)`,
    bookNo,
  );
  await run(
    `insert into bonded.balance (book_no, item_no, place, quantity) values ($1, 1, 'pending', $2)`,
    ...[bookNo, vehicles * LISTS],
  );
  await run(
    `insert into gate.pass (pass_no, owner, customs_code, direction, plate, tare_kg, packing_kg, goods_kg, state, checklists,
       lists, made_by, made_at)
     select 'P' || n, '5301663615', '8628', 'out', 'A1', 4000, 0, 100, 'made', 1, $2, 'bench', now()
     from generate_series(1, $1::int) n
     union all
     select 'R' || n, '5301663615', '8628', 'out', 'A1', 4000, 0, 0, 'made', 0, 0, 'bench', now() from generate_series(1, $3::int) n`,
    ...[vehicles, LISTS, RUSH],
  );
  await run(
    `insert into gate.checklist (book_no, checklist_no, direction, owner, customs_code, state, gross_kg, lists, pass_no, made_by,
       made_at) select $2, 'C' || n, 'out', '5301663615', '8628', 'made', 100, $3, 'P' || n, 'bench', now()
     from generate_series(1, $1::int) n`,
    ...[vehicles, bookNo, LISTS],
  );
  await run(
    `insert into gate.checklist_goods (book_no, checklist_no, item_no, quantity)
     select $2, 'C' || n, 1, $3 from generate_series(1, $1::int) n`,
    ...[vehicles, bookNo, LISTS],
  );
  await run(
    `insert into gate.listed (order_no, ebp_code, paper_no, invt_no, gross_kg)
     select 'G' || n || '-' || l, '5301263603', 'C' || n, 'I' || n || '-' || l, 2
     from generate_series(1, $1::int) n, generate_series(1, $2::int) l`,
    ...[vehicles, LISTS],
  );
  await run(
    `insert into clearance.decision (order_no, ebp_code, attempt, step, accepted_at, decided_at, judge, outcome, return_status,
       return_info, pre_no, invt_no, trade_mode, customs_code, recipient, rulebook, assessment)
     select order_no, ebp_code, 1, 0, now(), now(), 'engine', 'released', '800', '', 'B', invt_no, '1210', '8628', '5301683614',
       'bench', '{}' from gate.listed`,
  );
  await run('analyze gate.listed, gate.pass, gate.checklist, gate.checklist_goods, clearance.decision');
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * Vehicles that come one after the other at a steady pace, whether those before them have their answers or not; then a
 * rush of all at once.
 */
export async function gateFigures(platform: PlatformUnderLoad, seconds: number, vehiclesPerSecond: number) {
  const { database } = platform;
  const vehicles = Math.ceil(seconds * vehiclesPerSecond);
  await loadVehicles(database, vehicles);
  const key = await issueKey(database, 'operator', 'gate', 'operator', new Date(), { scopes: ['gate'] });
  const waits: number[] = [];
  let opened = 0;
  const drive = async (passNo: string, weightKg: string): Promise<void> => {
    const began = performance.now();
    const answer = await fetch(`${platform.url}/api/gate/passages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ gate: 'BENCH', eventNo: passNo, passNo, plate: 'A1', weightKg }),
    });
    const body = (await answer.json()) as { answer: string };
    waits.push(performance.now() - began);
    if (body.answer === 'open') opened += 1;
  };
  for (let warm = 1; warm <= 20; warm += 1) await drive(`W${warm}`, '4000');
  waits.length = 0;
  await Promise.all(
    Array.from({ length: vehicles }, async (_, at) => {
      await pause((at * 1_000) / vehiclesPerSecond);
      await drive(`P${at + 1}`, '4100');
    }),
  );
  const steady = waits.splice(0).sort((a, b) => a - b);
  const steadyOpened = opened;
  const began = performance.now();
  await Promise.all(Array.from({ length: RUSH }, (_, at) => drive(`R${at + 1}`, '4000')));
  const rushSeconds = (performance.now() - began) / 1_000;
  return {
    ...{ vehicles, listsAVehicle: LISTS, vehiclesPerSecond },
    ...{ p50Ms: quantile(steady, 0.5), p95Ms: quantile(steady, 0.95), p99Ms: quantile(steady, 0.99) },
    ...{ mostMs: steady.at(-1) ?? 0, withinLimit: steady.filter((ms) => ms <= 200).length / steady.length },
    ...{ opened: steadyOpened, drawn: vehicles - steadyOpened },
    ...{ rushVehicles: RUSH, rushSeconds, rushPerSecond: RUSH / rushSeconds },
  };
}
