import type { Queryable } from '#postgres';

export interface LegalHold {
  readonly holdId: string;
  /** Undefined: everything. */
  readonly orderNo: string | null;
  readonly reason: string;
  readonly paperNo: string;
  readonly setAt: Date;
  readonly liftedAt: Date | null;
  readonly liftReason: string | null;
}

const columns = `hold_id as "holdId", order_no as "orderNo", reason, paper_no as "paperNo", set_at as "setAt",
  lifted_at as "liftedAt", lift_reason as "liftReason"`;

/** The latest holds, those in force first. */
export const holdsOf = (client: Queryable, limit: number): Promise<LegalHold[]> =>
  client.query<LegalHold>(
    `select ${columns} from persons.legal_hold order by lifted_at is not null, set_at desc limit $1`,
    [limit],
  );

/** Orders that are held; `everything` where a hold names none. */
export async function heldOrders(client: Queryable): Promise<{ orders: Set<string>; everything: boolean }> {
  const rows = await client.query<{ orderNo: string | null }>(
    'select order_no as "orderNo" from persons.legal_hold where lifted_at is null',
  );
  return {
    orders: new Set(rows.flatMap(({ orderNo }) => orderNo ?? [])),
    everything: rows.some(({ orderNo }) => orderNo === null),
  };
}

export async function addHold(
  client: Queryable,
  hold: Pick<LegalHold, 'holdId' | 'orderNo' | 'reason' | 'paperNo' | 'setAt'> & { readonly setBy: string },
): Promise<void> {
  await client.run(
    `insert into persons.legal_hold (hold_id, order_no, reason, paper_no, set_by, set_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [hold.holdId, hold.orderNo, hold.reason, hold.paperNo, hold.setBy, hold.setAt],
  );
}

/** Answers whether there was one in force. */
export async function liftHold(
  client: Queryable,
  holdId: string,
  lifted: { readonly by: string; readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const rows = await client.run(
    `update persons.legal_hold set lifted_by = $2, lifted_at = $3, lift_reason = $4
     where hold_id = $1 and lifted_at is null`,
    [holdId, lifted.by, lifted.at, lifted.reason],
  );
  return rows > 0;
}

export interface RetentionRun {
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly erased: Readonly<Record<string, number>>;
  readonly held: Readonly<Record<string, number>>;
}

export const runsOf = (client: Queryable, limit: number): Promise<RetentionRun[]> =>
  client.query<RetentionRun>(
    `select began_at as "beganAt", ended_at as "endedAt", erased, held from persons.retention_run
     order by began_at desc limit $1`,
    [limit],
  );

export async function noteRun(client: Queryable, runId: string, run: RetentionRun): Promise<void> {
  await client.run(
    `insert into persons.retention_run (run_id, began_at, ended_at, erased, held) values ($1, $2, $3, $4, $5)`,
    [runId, run.beganAt, run.endedAt, JSON.stringify(run.erased), JSON.stringify(run.held)],
  );
}

const oldTries = 'from persons.identity_try where tried_at < $1';
const oldCorrections = `from persons.correction where ended_at < $1
  and ($2 or order_no is null or order_no <> all($3))`;

/** Counts, or erases, tries to be confirmed that are older. */
export const eraseTries = (client: Queryable, before: Date, dry: boolean): Promise<number> =>
  dry ? counted(client, oldTries, [before]) : client.run(`delete ${oldTries}`, [before]);

/** Counts, or erases, requests that ended before, but those about an order that is held. */
export const eraseCorrections = (
  client: Queryable,
  before: Date,
  held: ReadonlySet<string>,
  dry: boolean,
): Promise<number> => {
  const values = [before, held.size === 0, [...held]];
  return dry ? counted(client, oldCorrections, values) : client.run(`delete ${oldCorrections}`, values);
};

async function counted(client: Queryable, from: string, values: readonly unknown[]): Promise<number> {
  const [row] = await client.query<{ rows: number }>(`select count(*)::int as rows ${from}`, [...values]);
  return row?.rows ?? 0;
}
