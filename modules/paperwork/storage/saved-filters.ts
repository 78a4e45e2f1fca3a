import type { Client, Queryable } from '#postgres';

export interface SavedFilter {
  readonly owner: string;
  readonly filterId: string;
  readonly customsCode: string;
  readonly page: string;
  readonly name: string;
  readonly search: string;
  readonly shared: boolean;
  readonly savedAt: Date;
}

const columns = `owner, filter_id as "filterId", customs_code as "customsCode", page, name, search, shared, saved_at as "savedAt"`;

/** One's own of a page and what colleagues share, by name. */
export const filtersOf = (
  client: Queryable,
  owner: string,
  customsCode: string,
  page: string,
): Promise<SavedFilter[]> =>
  client.query<SavedFilter>(
    `select ${columns} from paperwork.saved_filter
     where page = $3 and customs_code = $2 and (owner = $1 or shared) order by owner <> $1, name`,
    [owner, customsCode, page],
  );

export async function countOf(client: Queryable, owner: string): Promise<number> {
  const [row] = await client.query<{ count: string }>(
    'select count(*) as count from paperwork.saved_filter where owner = $1',
    [owner],
  );
  return Number(row?.count ?? 0);
}

/** Saves a filter in the place of one's own of the same name. */
export async function saveFilter(client: Client, filter: SavedFilter): Promise<SavedFilter> {
  const [saved] = await client.query<SavedFilter>(
    `insert into paperwork.saved_filter (owner, filter_id, customs_code, page, name, search, shared, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (owner, page, name) do update
       set search = excluded.search, shared = excluded.shared, customs_code = excluded.customs_code,
         saved_at = excluded.saved_at
     returning ${columns}`,
    [
      ...[filter.owner, filter.filterId, filter.customsCode, filter.page, filter.name],
      ...[filter.search, filter.shared, filter.savedAt],
    ],
  );
  if (!saved) throw new Error('A filter that was saved is not there.');
  return saved;
}

/** Whether there was one of this owner. */
export async function removeFilter(client: Client, owner: string, filterId: string): Promise<boolean> {
  const removed = await client.run('delete from paperwork.saved_filter where owner = $1 and filter_id = $2', [
    owner,
    filterId,
  ]);
  return removed > 0;
}
