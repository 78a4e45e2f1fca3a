import type { Client } from '#postgres';
import { type SealedTable, sealedColumn, walking } from '#vault';
import type { DocumentTable } from './document-table.ts';
import { column, keyFields } from './table-statements.ts';

/** The persons of a table of documents, for a pass that seals them anew; those that lie bare are moved into their sealed value. */
export function sealedDocuments(table: DocumentTable): SealedTable {
  const { shape } = table;
  const keys = keyFields(shape).map(column);
  const key = Object.fromEntries(keys.map((name) => [name, 'text' as const]));
  const sealed = sealedColumn({ table: shape.table, column: 'personal', key });
  const { after } = walking(key);
  return {
    name: sealed.name,
    step: async (client: Client, reached, rows) => {
      const bare = await client.query<{ key: string[] }>(
        `select array[${keys.join(', ')}] as key from ${shape.table}
         where personal is null and ${after(reached)} order by ${keys.join(', ')} limit ${rows} for update`,
        reached,
      );
      await sealBare(client, table, bare);
      const done = await sealed.step(client, reached, rows);
      return { ...done, sealed: done.sealed + bare.length };
    },
    behind: async (client) => {
      const [row] = await client.query<{ rows: number }>(
        `select count(*)::int as rows from ${shape.table} where personal is null`,
      );
      return (row?.rows ?? 0) + (await sealed.behind(client));
    },
  };
}

/** Moves what tells a person into the sealed value, and makes the digests what those of new documents are. */
async function sealBare(
  client: Client,
  table: DocumentTable,
  bare: readonly { readonly key: readonly string[] }[],
): Promise<void> {
  if (bare.length === 0) return;
  const { shape } = table;
  const keys = keyFields(shape).map(column);
  const wanted = new Set(bare.map(({ key }) => key.join('\u0000')));
  const documents = await table.readAll(client, [...new Set(bare.map(({ key: [spread = ''] }) => spread))]);
  const found = documents.filter((one) => wanted.has(one.key));
  const sealed = found.map(({ key, document }) => table.sealed(client.vault, key, document));
  const names = keys.map((_, at) => `k${at + 1}`);
  const { length } = keys;
  await client.run(
    `update ${shape.table} t set personal = u.personal, content_hash = u.hash::uuid${shape.person ? ', person = u.person' : ''},
       ${(shape.personal ?? []).map((name) => `${column(name)} = null`).join(', ')}
     from unnest(${names.map((_, at) => `$${at + 1}::text[]`).join(', ')}, $${length + 1}::bytea[],
       $${length + 2}::text[], $${length + 3}::text[]) as u(${names.join(', ')}, personal, hash, person)
     where ${keys.map((name, at) => `t.${name} = u.k${at + 1}`).join(' and ')} and t.personal is null`,
    [
      ...names.map((_, at) => found.map(({ key }) => key.split('\u0000')[at])),
      sealed.map(({ personal }) => personal),
      sealed.map(({ contentHash }) => contentHash),
      sealed.map(({ person }) => person),
    ],
  );
}
