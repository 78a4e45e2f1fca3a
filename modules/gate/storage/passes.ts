import type { Client, Queryable } from '#postgres';
import type { PaperWish } from './checklists.ts';

/** A pass 核放单 of a vehicle, good once. */
export interface Pass {
  readonly passNo: string;
  readonly owner: string;
  readonly customsCode: string;
  readonly direction: 'out' | 'in';
  readonly plate: string;
  readonly tareKg: string;
  readonly packingKg: string;
  readonly goodsKg: string;
  readonly state: 'made' | 'stopped' | 'passed' | 'void';
  readonly checklists: number;
  readonly lists: number;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** Day of the draw it took part in; null before it has come to a gate. */
  readonly drawnOn: string | null;
  readonly drawn: boolean | null;
  readonly checkResult: 'none' | 'clear' | 'found';
  readonly checkNote: string;
  readonly settledAt: Date | null;
}

const COLUMNS = `pass_no as "passNo", owner, customs_code as "customsCode", direction, plate, trim_scale(tare_kg)::text as "tareKg",
  trim_scale(packing_kg)::text as "packingKg", trim_scale(goods_kg)::text as "goodsKg", state, checklists, lists,
  made_by as "madeBy", made_at as "madeAt", drawn_on::text as "drawnOn", drawn, check_result as "checkResult",
  check_note as "checkNote", settled_at as "settledAt"`;

export async function addPass(client: Client, pass: Pass): Promise<void> {
  await client.run(
    `insert into gate.pass (pass_no, owner, customs_code, direction, plate, tare_kg, packing_kg, goods_kg, state, checklists,
       lists, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'made', $9, $10, $11, $12)`,
    [
      ...[pass.passNo, pass.owner, pass.customsCode, pass.direction, pass.plate, pass.tareKg, pass.packingKg],
      ...[pass.goodsKg, pass.checklists, pass.lists, pass.madeBy, pass.madeAt],
    ],
  );
}

/** A pass; undefined where there is none, or none of the owner that is named. */
export async function passOf(
  client: Queryable,
  passNo: string,
  owner: string | undefined,
  lock = false,
): Promise<Pass | undefined> {
  const [row] = await client.query<Pass>(
    `select ${COLUMNS} from gate.pass where pass_no = $1 and ($2::text is null or owner = $2)
     ${lock ? 'for update' : ''}`,
    [passNo, owner ?? null],
  );
  return row;
}

/** Passes of an owner or of the zone, the latest first. */
export async function passesPage(client: Queryable, wish: PaperWish): Promise<Pass[]> {
  return client.query<Pass>(
    `select ${COLUMNS} from gate.pass
     where ($1::text is null or owner = $1) and ($2::text is null or state = $2)
       and ($3::timestamptz is null or (made_at, pass_no) < ($3, $4))
     order by made_at desc, pass_no desc limit $5`,
    [wish.owner ?? null, wish.state ?? null, wish.before?.at ?? null, wish.before?.no ?? null, wish.limit],
  );
}

export async function voidPass(client: Client, passNo: string, at: Date): Promise<void> {
  await client.run(`update gate.pass set state = 'void', settled_at = $2 where pass_no = $1`, [passNo, at]);
}

/** Writes down what a check at the gate found. */
export async function writeCheck(
  client: Client,
  passNo: string,
  check: {
    readonly result: 'clear' | 'found';
    readonly note: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await client.run(
    `update gate.pass set check_result = $2, check_note = $3, checked_by = $4, checked_at = $5 where pass_no = $1`,
    [passNo, check.result, check.note, check.by, check.at],
  );
}

/** Passes locked for a batch of comings, in the order of their numbers, so that two batches never wait in a ring. */
export async function lockPasses(client: Client, passNos: readonly string[]): Promise<Pass[]> {
  return client.query<Pass>(
    `select ${COLUMNS} from gate.pass where pass_no = any($1) order by pass_no for update`,
    [passNos],
  );
}

/** What is on vehicles: goods of checklists by item. */
export interface CarriedGoods {
  readonly passNo: string;
  readonly bookNo: string;
  readonly checklistNo: string;
  readonly direction: 'out' | 'in';
  readonly purpose: 'goods' | 'display';
  readonly itemNo: number;
  readonly quantity: string;
  readonly expiresOn: string | null;
}

export async function goodsOn(client: Client, passNos: readonly string[]): Promise<CarriedGoods[]> {
  return client.query<CarriedGoods>(
    `select c.pass_no as "passNo", c.book_no as "bookNo", c.checklist_no as "checklistNo", c.direction, c.purpose,
       g.item_no as "itemNo", g.quantity::text as quantity, g.expires_on::text as "expiresOn"
     from gate.checklist c join gate.checklist_goods g using (book_no, checklist_no)
     where c.pass_no = any($1) order by c.checklist_no, g.item_no`,
    [passNos],
  );
}

/** Lists on vehicles, by themselves or on checklists. */
export async function listsOn(
  client: Client,
  passNos: readonly string[],
): Promise<{ readonly passNo: string; readonly orderNo: string; readonly ebpCode: string }[]> {
  return client.query(
    `select c.pass_no as "passNo", l.order_no as "orderNo", l.ebp_code as "ebpCode"
     from gate.checklist c join gate.listed l on l.paper_no = c.checklist_no and l.live where c.pass_no = any($1)
     union all
     select l.paper_no, l.order_no, l.ebp_code from gate.listed l where l.paper_no = any($1) and l.live`,
    [passNos],
  );
}

/** What became of passes at the gate. */
export interface PassStep {
  readonly passNo: string;
  readonly state: 'passed' | 'stopped';
  readonly drawnOn: string | null;
  readonly drawn: boolean | null;
}

/** Writes it, and settles the checklists of what has passed. */
export async function stepPasses(
  client: Client,
  steps: readonly PassStep[],
  by: string,
  at: Date,
): Promise<void> {
  if (steps.length === 0) return;
  await client.run(
    `update gate.pass p set state = s.state, drawn_on = s.drawn_on, drawn = s.drawn,
       settled_at = case s.state when 'passed' then $5::timestamptz end
     from unnest($1::text[], $2::text[], $3::date[], $4::boolean[]) as s(pass_no, state, drawn_on, drawn)
     where p.pass_no = s.pass_no`,
    [
      ...[steps.map(({ passNo }) => passNo), steps.map(({ state }) => state)],
      ...[steps.map(({ drawnOn }) => drawnOn), steps.map(({ drawn }) => drawn), at],
    ],
  );
  const passed = steps.filter(({ state }) => state === 'passed').map(({ passNo }) => passNo);
  await client.run(
    `update gate.checklist set state = 'passed', settled_by = $2, settled_at = $3 where pass_no = any($1)`,
    [passed, by, at],
  );
}
