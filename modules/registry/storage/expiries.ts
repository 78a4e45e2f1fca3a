import { type Queryable, statement } from '#postgres';
import { ENDING } from './register-views.ts';

/** What of a file runs out, or has run out and was not replaced. */
export interface RunningOut {
  readonly expired: number;
  /** Has not run out yet. */
  readonly expiring: number;
  /** First day of each. */
  readonly firstExpired: string | undefined;
  readonly firstExpiring: string | undefined;
}

const COUNT = statement(`
  select count(*) filter (where ends_on < $3::date)::integer as expired,
    count(*) filter (where ends_on >= $3::date)::integer as expiring,
    min(ends_on) filter (where ends_on < $3::date)::text as first_expired,
    min(ends_on) filter (where ends_on >= $3::date)::text as first_expiring
  from (${ENDING} and entry.customs_code = $2) as ends`);

/**
 * Counts what of the file in force of an enterprise runs out until a day. What has been replaced by a change that was
 * approved is not counted, whatever it was warned of before.
 */
export async function runningOut(
  client: Queryable,
  customsCode: string,
  { today, until }: { readonly today: string; readonly until: string },
): Promise<RunningOut> {
  const [row] = await client.query<{
    expired: number;
    expiring: number;
    first_expired: string | null;
    first_expiring: string | null;
  }>(COUNT, [until, customsCode, today]);
  return {
    ...{ expired: row?.expired ?? 0, expiring: row?.expiring ?? 0 },
    ...{ firstExpired: row?.first_expired ?? undefined, firstExpiring: row?.first_expiring ?? undefined },
  };
}
