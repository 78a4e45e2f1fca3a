import { headerOf } from './sealing.ts';
import { placeOf, type Vault } from './vault.ts';

/** A connection inside a transaction, as far as sealing anew needs it. */
export interface SealingClient {
  readonly vault: Vault;
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  run(text: string, values?: readonly unknown[]): Promise<number>;
}

/** How far a step has come. */
export interface Step {
  /** Key of the last row looked at, as texts; undefined at the end of the table. */
  readonly reached: readonly string[] | undefined;
  readonly seen: number;
  readonly sealed: number;
}

/** A table something sealed lies in, as a pass that seals it anew sees it. */
export interface SealedTable {
  readonly name: string;
  /** Looks at rows after one, in the order of their keys, and seals those the key in use has not sealed. */
  step(client: SealingClient, after: readonly string[] | undefined, rows: number): Promise<Step>;
  /** How many rows the key in use has not sealed; reads the whole table. */
  behind(client: SealingClient): Promise<number>;
}

/** A column of bytes that are sealed whole, or lie there compressed and bare from before. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Columns of the primary key in the order of the place, with their types; bytes stand in a place as hexadecimal. */
  readonly key: Readonly<Record<string, 'text' | 'uuid' | 'integer' | 'bytea'>>;
  /** What stands for the table in the place, where several share one. */
  readonly place?: string;
}

/** SQL for "not sealed by the key in use". */
const notByHeader = (column: string): string => `${column} is not null and substr(${column}, 1, 5) <> `;

/** How to walk a table by its key: columns of the key as texts, and the condition of coming after one. */
export function walking(key: SealedColumn['key']): {
  readonly texts: readonly string[];
  readonly columns: readonly string[];
  readonly after: (reached: readonly string[] | undefined) => string;
  readonly casts: readonly string[];
} {
  const columns = Object.keys(key);
  const cast = (value: string, type: string): string =>
    type === 'bytea' ? `decode(${value}, 'hex')` : `${value}::${type}`;
  const casts = Object.entries(key).map(([, type], at) => cast(`$${at + 1}`, type));
  const texts = Object.entries(key).map(([name, type]) =>
    type === 'bytea' ? `encode(${name}, 'hex')` : `${name}::text`,
  );
  return {
    ...{ columns, casts, texts },
    after: (reached) => (reached ? `(${columns.join(', ')}) > (${casts.join(', ')})` : 'true'),
  };
}

export function sealedColumn({ table, column, key, place: name = table }: SealedColumn): SealedTable {
  const { columns, texts, after } = walking(key);
  const types = Object.values(key);
  const match = columns.map((name, at) => {
    const given = `u.k${at + 1}`;
    return `t.${name} = ${types[at] === 'bytea' ? `decode(${given}, 'hex')` : `${given}::${types[at]}`}`;
  });
  const names = columns.map((_, at) => `k${at + 1}`);
  const update = `update ${table} t set ${column} = u.fresh
    from unnest(${names.map((_, at) => `$${at + 1}::text[]`).join(', ')}, $${names.length + 1}::bytea[],
      $${names.length + 2}::bytea[]) as u(${names.join(', ')}, stale, fresh)
    where ${match.join(' and ')} and t.${column} = u.stale`;
  return {
    name: `${table}.${column}`,
    step: async (client, reached, rows) => {
      const { vault } = client;
      const found = await client.query<{ key: string[]; bytes: Buffer | null }>(
        `select array[${texts.join(', ')}] as key,
           case when ${notByHeader(column)}$${(reached?.length ?? 0) + 1}::bytea then ${column} end as bytes
         from ${table} where ${after(reached)} order by ${columns.join(', ')} limit ${rows}`,
        [...(reached ?? []), headerOf(vault.keyInUse)],
      );
      const stale = found.filter((row): row is { key: string[]; bytes: Buffer } => row.bytes !== null);
      if (stale.length > 0)
        // What was changed meanwhile is sealed by the key in use already, and stays.
        await client.run(update, [
          ...names.map((_, at) => stale.map(({ key: parts }) => parts[at])),
          stale.map(({ bytes }) => bytes),
          stale.map(({ key: parts, bytes }) => {
            const place = placeOf(name, ...parts);
            return vault.seal(place, vault.open(place, bytes));
          }),
        ]);
      const last = found.length === rows ? found.at(-1)?.key : undefined;
      return { reached: last, seen: found.length, sealed: stale.length };
    },
    behind: async (client) => {
      const [row] = await client.query<{ rows: number }>(
        `select count(*)::int as rows from ${table} where ${notByHeader(column)}$1::bytea`,
        [headerOf(client.vault.keyInUse)],
      );
      return row?.rows ?? 0;
    },
  };
}
