import pg from 'pg';
import { Vault } from '#vault';
import { copyInto } from './copy.ts';
import type { CopyText, CopyValue } from './copy-text.ts';
import type { OperatorError } from './operator-error.ts';
import type { Statement } from './statement.ts';
import { columnTypes } from './types.ts';

/** What can be asked of one connection or of the pool. Values go in as `$1, $2 …`; arrays become SQL arrays. */
export interface Queryable {
  /** The rows of a query. A `Statement` is prepared once a connection. */
  query<Row extends object = Record<string, unknown>>(
    text: string | Statement,
    values?: readonly unknown[],
  ): Promise<Row[]>;
  /** The number of rows a statement touched. */
  run(text: string | Statement, values?: readonly unknown[]): Promise<number>;
  /** What seals and opens personal data of this database. */
  readonly vault: Vault;
}

/** One connection, for as long as it is lent. Await each call before the next. */
export interface Client extends Queryable {
  /** See `copyRows`. */
  copy(
    table: string,
    columns: readonly string[],
    rows: CopyText | Iterable<readonly CopyValue[]>,
  ): Promise<number>;
  /** The driver's own connection, for what is not offered here (notifications). */
  readonly raw: pg.PoolClient;
}

export interface Connection extends Client {
  /** Gives the connection back; with an error it is closed and never lent again. */
  release(fault?: Error): void;
}

/** Connections set apart for those who only look: many of them never take one from intake or the judges. */
export interface Readers extends Queryable {
  /** As of a database, on one of these connections. Throws ReadersBusy like every call here. */
  transaction<Result>(work: (client: Client) => Promise<Result>): Promise<Result>;
}

/** A look took too long, or none of the readers' connections came free in time: to be tried again later. */
export class ReadersBusy extends Error {}

export interface Database extends Queryable {
  readonly readers: Readers;
  /** Connections set apart for the public, few and impatient: however many ask, clearance and its users notice nothing. */
  readonly publicReaders: Readers;
  /** Where it is, for people: the data folder, or `host:port/database` without user and password. */
  readonly place: string;
  /** Runs `work` between BEGIN and COMMIT on one connection; rolls back and rethrows when it throws. */
  transaction<Result>(work: (client: Client) => Promise<Result>): Promise<Result>;
  /** Lends a connection; the borrower must `release` it. */
  connect(): Promise<Connection>;
  /** Settles only if the database server started with this program dies under it. */
  readonly lost: Promise<OperatorError>;
  /** Waits for lent connections, closes all, and stops the server if this program started it. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Connections at most; default 10. */
  readonly connections?: number;
  /** Connections of the readers at most, besides; default 4. */
  readonly readers?: number;
  /** Connections of the public at most, besides; default 2. */
  readonly publicReaders?: number;
  /** How long a look of the public may take, and how long it may wait; default 1,500 milliseconds. */
  readonly publicMs?: number;
  /** How long a look may take, and how long it may wait for a connection; default 3,000 milliseconds. */
  readonly lookMs?: number;
  /** The keys of the database; without them nothing personal can be written or read. */
  readonly vault?: Vault;
  readonly place?: string;
  readonly lost?: Promise<OperatorError>;
  /** Runs after the connections are closed. */
  readonly afterClose?: () => Promise<void>;
}

/** The connections of a database by who uses them, each kind with a number of its own. */
export type Pools<Pool = Pick<pg.Pool, 'connect' | 'query' | 'end'>> = Readonly<
  Record<'main' | 'readers' | 'publicReaders', Pool>
>;

/** A pool on a database that is known to be there; `openDatabase` looks first and migrates. */
export function poolOn(config: pg.ClientConfig, options: PoolOptions = {}): Database {
  const place = options.place ?? placeOf(config);
  return databaseOn(poolsOf(config, options), { ...options, place });
}

/** Pools that open a connection when one is asked for. */
export function poolsOf(config: pg.ClientConfig, options: PoolOptions = {}): Pools<pg.Pool> {
  const { lookMs = 3_000, publicMs = 1_500 } = options;
  const types = columnTypes;
  const pools = {
    main: new pg.Pool({
      ...{ application_name: 'chama', connectionTimeoutMillis: 10_000, keepAlive: true, ...config, types },
      max: options.connections ?? 10,
    }),
    readers: new pg.Pool({
      ...{ keepAlive: true, ...config, types, application_name: 'chama readers' },
      ...{ connectionTimeoutMillis: lookMs, statement_timeout: lookMs },
      max: options.readers ?? 4,
    }),
    publicReaders: new pg.Pool({
      ...{ keepAlive: true, ...config, types, application_name: 'chama public' },
      ...{ connectionTimeoutMillis: publicMs, statement_timeout: publicMs },
      max: options.publicReaders ?? 2,
    }),
  };
  // An idle connection that breaks is replaced at the next query; without a listener Node would exit.
  for (const each of Object.values(pools)) each.on('error', () => undefined);
  return pools;
}

/** A database as it is reached by pools that are there. */
export function databaseOn(
  { main, readers, publicReaders }: Pools,
  options: Pick<PoolOptions, 'vault' | 'lost' | 'afterClose'> & { readonly place: string },
): Database {
  const { vault = new Vault(), place, lost, afterClose } = options;
  const connect = async (): Promise<Connection> => connectionOf(await main.connect(), vault);
  let closing: Promise<void> | undefined;
  return {
    vault,
    readers: readersOn(readers, vault),
    publicReaders: readersOn(publicReaders, vault),
    place,
    query: async (text, values) => (await main.query(queryOf(text, values))).rows,
    run: async (text, values) => (await main.query(queryOf(text, values))).rowCount ?? 0,
    connect,
    transaction: (work) => transact(connect, work),
    lost: lost ?? new Promise<never>(() => undefined),
    close: () => {
      closing ??= Promise.all([main.end(), readers.end(), publicReaders.end()]).then(() => afterClose?.());
      return closing;
    },
  };
}

function readersOn(pool: Pools['readers'], vault: Vault): Readers {
  const look = <Result>(work: Promise<Result>): Promise<Result> =>
    work.catch((fault: unknown) => {
      throw isBusy(fault) ? new ReadersBusy('the readers are busy', { cause: fault }) : fault;
    });
  const connect = async (): Promise<Connection> => connectionOf(await pool.connect(), vault);
  return {
    vault,
    query: async (text, values) => (await look(pool.query(queryOf(text, values)))).rows,
    run: async (text, values) => (await look(pool.query(queryOf(text, values)))).rowCount ?? 0,
    transaction: (work) => look(transact(connect, work)),
  };
}

/** query_canceled by the time limit; the pool's own word for having waited in vain, which has no code. */
const isBusy = (fault: unknown): boolean =>
  (fault as { code?: string }).code === '57014' ||
  (fault instanceof Error && fault.message === 'timeout exceeded when trying to connect');

/** `copy` as a function: appends rows to a table by COPY and returns their number. */
export function copyRows(
  client: Client,
  table: string,
  columns: readonly string[],
  rows: CopyText | Iterable<readonly CopyValue[]>,
): Promise<number> {
  return client.copy(table, columns, rows);
}

/** `host:port/database` of a connection, without user and password. */
export function placeOf(config: pg.ClientConfig): string {
  if (config.connectionString !== undefined) return placeOfUrl(config.connectionString);
  const host = config.host ?? 'localhost';
  const where = host.startsWith('/') ? host : `${host}:${config.port ?? 5432}`;
  return `${where}/${config.database ?? ''}`;
}

function placeOfUrl(text: string): string {
  const url = new URL(text);
  const host = url.searchParams.get('host') ?? decodeURIComponent(url.hostname);
  const where = host.startsWith('/') ? host : `${host || 'localhost'}:${url.port || 5432}`;
  return `${where}${url.pathname}`;
}

function queryOf(text: string | Statement, values: readonly unknown[] | undefined): pg.QueryConfig {
  const query = typeof text === 'string' ? { text } : { name: text.name, text: text.text };
  return values === undefined ? query : { ...query, values: [...values] };
}

function connectionOf(raw: pg.PoolClient, vault: Vault): Connection {
  return {
    raw,
    vault,
    query: async (text, values) => (await raw.query(queryOf(text, values))).rows,
    run: async (text, values) => (await raw.query(queryOf(text, values))).rowCount ?? 0,
    copy: (table, columns, rows) => copyInto(raw, table, columns, rows),
    release: (fault) => raw.release(fault),
  };
}

async function transact<Result>(
  connect: () => Promise<Connection>,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const connection = await connect();
  let broken: Error | undefined;
  try {
    await connection.query('begin');
    const result = await work(connection);
    await connection.query('commit');
    return result;
  } catch (fault) {
    await connection.query('rollback').catch((second: Error) => {
      broken = second;
    });
    throw fault;
  } finally {
    connection.release(broken);
  }
}
