import pg from 'pg';

/** What a database looks like before anybody has written to it. */
export interface Pristine {
  /** Changes with every table, column, function, trigger and grant that is made or changed. */
  readonly structure: string;
  /** Tables that are never empty, with the sum of their rows. */
  readonly seeded: Readonly<Record<string, string>>;
  /** Sequences with their next number, as `setval` takes it. */
  readonly sequences: readonly (readonly [name: string, value: string, called: boolean])[];
}

/** A copy is quicker than emptying what more rows than these were put in. */
const mostRows = 50_000;

const ours = `not in ('pg_catalog', 'information_schema', 'pg_toast')`;
const structureOf = `select md5(concat_ws('|',
    (select string_agg(concat_ws(' ', c.oid, c.relname, c.relkind, c.relacl, c.reloptions), ',' order by c.oid)
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname ${ours}),
    (select max(xmin::text::bigint) from pg_attribute where attrelid >= 16384),
    (select concat(max(xmin::text::bigint), ' ', count(*)) from pg_constraint where oid >= 16384),
    (select concat(max(xmin::text::bigint), ' ', count(*)) from pg_trigger where oid >= 16384),
    (select concat(max(xmin::text::bigint), ' ', count(*)) from pg_proc where oid >= 16384),
    (select concat(max(xmin::text::bigint), ' ', count(*)) from pg_namespace where oid >= 16384),
    (select count(*) from pg_db_role_setting where setdatabase <> 0))) as structure`;
const tablesOf = `select c.oid::regclass::text as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname ${ours}`;

/** Of the template, before it is copied. */
export async function pristineOf(config: pg.ClientConfig): Promise<Pristine> {
  return onClient(config, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(tablesOf);
    const seeded: Record<string, string> = {};
    for (const { name } of tables) {
      const sum = await sumOf(client, name);
      if (sum !== null) seeded[name] = sum;
    }
    const { rows } = await client.query<{ name: string; value: string; called: boolean }>(
      `select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, start_value)::text as value,
         last_value is not null as called from pg_sequences`,
    );
    const sequences = rows.map(({ name, value, called }) => [name, value, called] as const);
    return { structure: await structure(client), seeded, sequences };
  });
}

/**
 * Empties a database somebody has used, as if it had been copied anew but in a tenth of the time; false where that
 * cannot be: what stood in the template was changed, tables were, or it has grown large.
 * @param client a connection of its owner
 * @param spared the processes that go on; whoever else is connected is cut off
 */
export async function emptied(
  client: pg.ClientBase,
  pristine: Pristine,
  spared: readonly number[] = [],
): Promise<boolean> {
  await client.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
       and pid <> all($1)`,
    [spared],
  );
  // Counted by PostgreSQL when a connection is tidied or ends; looking into each of the tables takes much longer.
  const { rows: written } = await client.query<{ name: string; rows: string }>(
    `select relid::regclass::text as name, n_tup_ins as rows from pg_stat_user_tables where n_tup_ins > 0`,
  );
  if (written.reduce((sum, { rows }) => sum + Number(rows), 0) > mostRows) return false;
  if ((await structure(client)) !== pristine.structure) return false;
  for (const [name, sum] of Object.entries(pristine.seeded))
    if ((await sumOf(client, name)) !== sum) return false;
  await client.query('begin');
  // Neither what forbids deleting in append-only tables nor the order of references matters here.
  await client.query('set local session_replication_role = replica');
  for (const { name } of written) if (!(name in pristine.seeded)) await client.query(`delete from ${name}`);
  await client.query(
    `select setval(name::regclass, value, called)
     from unnest($1::text[], $2::bigint[], $3::boolean[]) as one (name, value, called)`,
    [0, 1, 2].map((at) => pristine.sequences.map((one) => one[at])),
  );
  await client.query('commit');
  return true;
}

async function structure(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ structure: string }>(structureOf);
  return rows[0]?.structure ?? '';
}

/** Null of an empty table. */
async function sumOf(client: pg.ClientBase, table: string): Promise<string | null> {
  const { rows } = await client.query<{ sum: string | null }>(
    `select md5(string_agg(one::text, '|' order by one::text)) as sum from ${table} as one`,
  );
  return rows[0]?.sum ?? null;
}

async function onClient<Result>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(config);
  await client.connect();
  return work(client).finally(() => client.end());
}
