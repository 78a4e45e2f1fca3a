import type { Queryable } from '#postgres';

/** Licences, certificates and registrations of an enterprise that it has been warned of and that still run. */
export async function runningOut(
  client: Queryable,
  customsCode: string,
  today: string,
): Promise<{ readonly count: number; readonly first: string | undefined }> {
  const [row] = await client.query<{ count: string; first: string | null }>(
    `select count(*) as count, min(ends_on)::text as first from (
       select distinct on (subject, which) subject, which, ends_on from registry.expiry_warning
       where customs_code = $1 and ends_on >= $2::date order by subject, which, ends_on desc) as latest`,
    [customsCode, today],
  );
  return { count: Number(row?.count ?? 0), first: row?.first ?? undefined };
}
