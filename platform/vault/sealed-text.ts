import { type SealedColumn, type SealedTable, walking } from './sealed-table.ts';
import { headerOf } from './sealing.ts';
import { placeOf, type Vault } from './vault.ts';

/** How a text that is sealed begins; no text of ours that is kept bare does. */
const mark = 'sealed:';

/** Seals a text where a column, or a field of JSON, takes texts only. */
export const sealedTextOf = (vault: Vault, place: string, plain: string): string =>
  `${mark}${vault.seal(place, plain).toString('base64')}`;

/** Opens such a text; one from before it was sealed comes back as it is. */
export const openSealedText = (vault: Vault, place: string, text: string): string =>
  text.startsWith(mark) ? vault.openText(place, Buffer.from(text.slice(mark.length), 'base64')) : text;

/** A text in a row that is sealed, or lies there bare from before. */
export interface SealedText extends Omit<SealedColumn, 'column'> {
  /** For people. */
  readonly name: string;
  /** SQL for the text in a row; null where there is none. */
  readonly read: string;
  /** SQL that puts another in its place. */
  readonly write: (text: string) => string;
}

/** Such a text as a pass that seals it anew sees it. */
export function sealedText({
  table,
  name,
  key,
  place: placed = table,
  read,
  write,
}: SealedText): SealedTable {
  const { columns, texts, after } = walking(key);
  const names = columns.map((_, at) => `k${at + 1}`);
  const types = Object.values(key);
  const match = columns.map((column, at) => `t.${column} = u.k${at + 1}::${types[at]}`);
  const stale = (header: string): string =>
    `case when ${read} is null then false when starts_with(${read}, '${mark}')
      then substr(decode(substr(${read}, ${mark.length + 1}), 'base64'), 1, 5) <> ${header}::bytea else true end`;
  const update = `update ${table} t set ${write('u.fresh')}
    from unnest(${names.map((_, at) => `$${at + 1}::text[]`).join(', ')}, $${names.length + 1}::text[],
      $${names.length + 2}::text[]) as u(${names.join(', ')}, stale, fresh)
    where ${match.join(' and ')} and ${read} = u.stale`;
  return {
    name: `${table}.${name}`,
    step: async (client, reached, rows) => {
      const { vault } = client;
      const found = await client.query<{ key: string[]; text: string | null }>(
        `select array[${texts.join(', ')}] as key,
           case when ${stale(`$${(reached?.length ?? 0) + 1}`)} then ${read} end as text
         from ${table} where ${after(reached)} order by ${columns.join(', ')} limit ${rows}`,
        [...(reached ?? []), headerOf(vault.keyInUse)],
      );
      const old = found.filter((row): row is { key: string[]; text: string } => row.text !== null);
      if (old.length > 0)
        // What was changed meanwhile is sealed by the key in use already, and stays.
        await client.run(update, [
          ...names.map((_, at) => old.map(({ key: parts }) => parts[at])),
          old.map(({ text }) => text),
          old.map(({ key: parts, text }) => {
            const place = placeOf(placed, ...parts);
            return sealedTextOf(vault, place, openSealedText(vault, place, text));
          }),
        ]);
      const last = found.length === rows ? found.at(-1)?.key : undefined;
      return { reached: last, seen: found.length, sealed: old.length };
    },
    behind: async (client) => {
      const [row] = await client.query<{ rows: number }>(
        `select count(*)::int as rows from ${table} where ${stale('$1')}`,
        [headerOf(client.vault.keyInUse)],
      );
      return row?.rows ?? 0;
    },
  };
}
