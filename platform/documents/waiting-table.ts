import { type Client, CopyText, escapeText, type Queryable, type Statement, statement } from '#postgres';
import { keyText } from './document-table.ts';
import { column } from './table-statements.ts';

/** A document that has been accepted and not yet judged. */
export interface WaitingDocument {
  readonly orderNo: string;
  readonly acceptedAt: Date;
  /** When its papers must have come. */
  readonly deadline: Date;
}

export interface WaitingShape<W extends WaitingDocument> {
  /** Qualified name, e.g. `clearance.waiting`. */
  readonly table: string;
  /** Fields of the business key, orderNo first. */
  readonly key: readonly (keyof W & string)[];
  /** The other columns that are text, and those that are whole numbers. */
  readonly text: readonly (keyof W & string)[];
  readonly whole: readonly (keyof W & string)[];
  /** Fields whose numbers changes of papers are announced by. */
  readonly announcedBy: readonly (keyof W & string)[];
}

/**
 * Numbers fall into so many parts by a hash: a message that changes thousands of papers must not fill PostgreSQL's
 * table of locks, and an order that only shares its part with a changed one is judged moments later.
 */
const part = (of: string): string => `hashtext(${of}) & 1023`;
/** The first half of the advisory locks that announce changes of papers; any number no other lock has. */
const announcement = 1_311_411;

const announceThese = statement(
  `select pg_advisory_xact_lock_shared(${announcement}, part)
   from (select distinct ${part('number')} as part from unnest($1::text[]) as o(number)) p`,
);

/**
 * Lets every judge know that papers of these orders may change in this transaction: before it looks how their lists
 * stand. A list that comes in after that look is then not judged on the papers as they were.
 */
export async function announceChanges(client: Client, numbers: readonly string[]): Promise<void> {
  await client.query(announceThese, [numbers]);
}

const pauseThese = statement(
  `select bool_and(pg_try_advisory_xact_lock(${announcement}, part)) as paused
   from (select distinct ${part('number')} as part from unnest($1::text[]) as o(number)) p`,
);

/**
 * Keeps papers of these orders as they are until the transaction ends. It does not wait: who is about to change one may
 * itself be waiting for a list that the caller has locked.
 * @returns false where a change is under way: then nothing is known of the papers, and the caller begins again
 */
export async function pauseChanges(client: Client, numbers: readonly string[]): Promise<boolean> {
  const [row] = await client.query<{ paused: boolean }>(pauseThese, [numbers]);
  return row?.paused ?? true;
}

const changing = (
  announcedBy: readonly string[],
): string => `(array[${announcedBy.map(part).join(', ')}] && array(
  select objid::integer from pg_locks
  where locktype = 'advisory' and classid = ${announcement} and objsubid = 2
    and database = (select oid from pg_database where datname = current_database())))`;

interface Statements {
  readonly lock: Statement;
  readonly take: Statement;
  readonly count: Statement;
  readonly all: Statement;
  readonly remove: Statement;
  readonly overdue: Statement;
  readonly everyOrder: Statement;
  readonly firstDeadline: Statement;
}

/** Documents that wait for a judge: put in by whoever takes them in, taken by one judge at a time. */
export class WaitingTable<W extends WaitingDocument> {
  readonly #shape: WaitingShape<W>;
  readonly #sql: Statements;

  constructor(shape: WaitingShape<W>) {
    this.#shape = shape;
    this.#sql = statementsOf(shape);
  }

  /** Those of these orders, locked: waits for a judge that holds one, and keeps the next from taking it. */
  async lock(client: Client, orderNos: readonly string[]): Promise<W[]> {
    return (await client.query(this.#sql.lock, [orderNos])) as W[];
  }

  /** Puts new ones into the queue. */
  async add(client: Client, documents: readonly W[]): Promise<void> {
    const { table, key, text, whole } = this.#shape;
    const names = [...key, ...text];
    const rows = new CopyText();
    for (const document of documents) {
      const told = names.map((name) => escapeText(String(document[name]))).join('\t');
      const numbers = whole.map((name) => String(document[name])).join('\t');
      const when = `${document.acceptedAt.toISOString()}\t${document.deadline.toISOString()}`;
      rows.lines(`${told}\t${numbers}\t${when}\n`, 1);
    }
    await client.copy(table, [...names, ...whole].map(column).concat('accepted_at', 'deadline'), rows);
  }

  /**
   * Those of the named orders that wait, locked for the caller, and the orders to be looked at again: another one holds
   * theirs, or is about to change their papers.
   */
  async take(
    client: Client,
    orderNos: readonly string[],
  ): Promise<{ readonly taken: readonly W[]; readonly held: readonly string[] }> {
    const locked = (await client.query(this.#sql.take, [orderNos])) as W[];
    // Asked after the lock: who announces a change only now, waits for it and then sees what has been decided.
    const [counts] = await client.query<{ lists: number; changing: number }>(this.#sql.count, [orderNos]);
    if (counts?.lists === locked.length && counts.changing === 0) return { taken: locked, held: [] };
    const all = (await client.query(this.#sql.all, [orderNos])) as (W & { changing: boolean })[];
    const moving = new Set(all.filter((one) => one.changing).map((one) => this.#keyOf(one)));
    const taken = locked.filter((one) => !moving.has(this.#keyOf(one)));
    const keys = new Set(taken.map((one) => this.#keyOf(one)));
    const held = all.filter((one) => !keys.has(this.#keyOf(one)));
    return { taken, held: held.map(({ orderNo }) => orderNo) };
  }

  #keyOf(document: Pick<W, keyof W & string>): string {
    return keyText(this.#shape.key.map((name) => String(document[name])));
  }

  /** Takes them out of the queue; answers which of them were in it. */
  async remove<K extends Partial<W>>(client: Client, documents: readonly K[]): Promise<K[]> {
    const { key } = this.#shape;
    return (await client.query(
      this.#sql.remove,
      key.map((name) => documents.map((one) => one[name])),
    )) as unknown as K[];
  }

  /** Orders of those that have waited for their papers long enough. */
  async overdue(client: Queryable, at: Date, limit: number): Promise<string[]> {
    return ordersOf(await client.query(this.#sql.overdue, [at, limit]));
  }

  /** Every order of which something waits: what a judge looks at first when it starts. */
  async all(client: Queryable): Promise<string[]> {
    return ordersOf(await client.query(this.#sql.everyOrder, []));
  }

  /** The earliest deadline that has passed while its document still waits; undefined where there is none. */
  async firstMissedDeadline(client: Queryable, now: Date): Promise<Date | undefined> {
    const rows = await client.query<{ first: Date | null }>(this.#sql.firstDeadline, [now]);
    return rows[0]?.first ?? undefined;
  }
}

const ordersOf = (rows: readonly object[]): string[] =>
  (rows as readonly { readonly orderNo: string }[]).map(({ orderNo }) => orderNo);

function statementsOf<W extends WaitingDocument>({
  table,
  key,
  text,
  whole,
  announcedBy,
}: WaitingShape<W>): Statements {
  const named = (name: string, of = ''): string => `${of}${column(name)} as "${name}"`;
  const fields = [...key, ...text, ...whole, 'acceptedAt', 'deadline'].map((name) => named(name)).join(', ');
  const keys = key.map(column);
  const moving = changing(announcedBy.map(column));
  const ofOrders = 'where order_no = any($1)';
  const lock = `select ${fields} from ${table} ${ofOrders} order by ${keys.join(', ')} for update`;
  return {
    lock: statement(lock),
    take: statement(`${lock} skip locked`),
    // Nearly always all are ours and nothing changes: one row says so.
    count: statement(
      `select count(*)::int as lists, count(*) filter (where ${moving})::int as changing from ${table} ${ofOrders}`,
    ),
    all: statement(
      `select ${key.map((name) => named(name)).join(', ')}, ${moving} as changing from ${table} ${ofOrders}`,
    ),
    remove: statement(
      `delete from ${table} w using unnest(${keys.map((_, at) => `$${at + 1}::text[]`).join(', ')}) as k(${keys.join(', ')})
       where ${keys.map((name) => `w.${name} = k.${name}`).join(' and ')}
       returning ${key.map((name) => named(name, 'w.')).join(', ')}`,
    ),
    overdue: statement(`select order_no as "orderNo" from ${table} where deadline <= $1 limit $2`),
    everyOrder: statement(`select order_no as "orderNo" from ${table} order by accepted_at`),
    firstDeadline: statement(`select min(deadline) as first from ${table} where deadline <= $1`),
  };
}
