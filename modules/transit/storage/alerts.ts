import { type Client, type Queryable, statement } from '#postgres';
import type { AlertKey, AlertKind, NewAlert, OnTheRoad, RaisedAlert } from '../domain/alerts.ts';

export interface Alert extends AlertKey {
  readonly raisedAt: Date;
  readonly evidence: Readonly<Record<string, string | number>>;
  readonly resolvedAt: Date | null;
  readonly resolvedOffice: string | null;
  readonly reason: string;
}

const raise = statement(`insert into transit.alert (transit_no, kind, occasion, raised_at, evidence)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::jsonb[])
  on conflict do nothing returning transit_no as "transitNo", kind, occasion, evidence`);

/** Raises alerts that were not raised before. @returns those that are new */
export async function raiseAlerts(
  client: Client,
  alerts: readonly (NewAlert & { readonly transitNo: string })[],
  at: Date,
): Promise<(NewAlert & { transitNo: string })[]> {
  if (alerts.length === 0) return [];
  return client.query(raise, [
    ...[alerts.map(({ transitNo }) => transitNo), alerts.map(({ kind }) => kind)],
    ...[alerts.map(({ occasion }) => occasion), alerts.map(() => at)],
    alerts.map(({ evidence }) => JSON.stringify(evidence)),
  ]);
}

export async function alertsOf(client: Queryable, transitNo: string): Promise<Alert[]> {
  return client.query<Alert>(
    `select kind, occasion, raised_at as "raisedAt", evidence, resolved_at as "resolvedAt",
       resolved_office as "resolvedOffice", reason from transit.alert where transit_no = $1 order by raised_at, kind, occasion`,
    [transitNo],
  );
}

/** Alerts of several transits as far as they decide on further ones. */
export async function raisedOf(
  client: Queryable,
  transitNos: readonly string[],
): Promise<Map<string, RaisedAlert[]>> {
  const rows = await client.query<AlertKey & { transitNo: string; resolvedAt: Date | null }>(
    `select transit_no as "transitNo", kind, occasion, resolved_at as "resolvedAt" from transit.alert
     where transit_no = any($1)`,
    [transitNos],
  );
  return Map.groupBy(
    rows.map(({ resolvedAt, ...row }) => ({ ...row, resolvedAt: resolvedAt ?? undefined })),
    ({ transitNo }) => transitNo,
  );
}

/** Resolves an open alert. @returns whether it was open */
export async function resolveAlert(
  client: Client,
  transitNo: string,
  { kind, occasion }: { readonly kind: AlertKind; readonly occasion: string },
  resolved: { readonly by: string; readonly office: string; readonly reason: string; readonly at: Date },
): Promise<boolean> {
  const rows = await client.query(
    `update transit.alert set resolved_at = $4, resolved_by = $5, resolved_office = $6, reason = $7
     where transit_no = $1 and kind = $2 and occasion = $3 and resolved_at is null returning kind`,
    [transitNo, kind, occasion, resolved.at, resolved.by, resolved.office, resolved.reason],
  );
  return rows.length > 0;
}

const inTrouble =
  statement(`select t.transit_no as "transitNo", t.applicant, t.carrier, t.departed_at as "departedAt",
    t.late_at as "lateAt", t.due_at as "dueAt", t.last_at as "lastAt",
    coalesce((select json_agg(json_build_object('kind', a.kind, 'occasion', a.occasion)) from transit.alert a
      where a.transit_no = t.transit_no), '[]') as raised
  from transit.transit t where t.state = 'on-the-road'
    and (t.late_at < $1 or t.due_at < $1 or coalesce(t.last_at, t.departed_at) < $2)`);

/** Transits on the road that time may tell something of. */
export async function roadTroubles(
  client: Queryable,
  at: Date,
  silentSince: Date,
): Promise<(OnTheRoad & Pick<TransitNames, 'transitNo' | 'applicant' | 'carrier'>)[]> {
  const rows = await client.query<
    Omit<OnTheRoad, 'lastAt'> & TransitNames & { readonly lastAt: Date | null }
  >(inTrouble, [at, silentSince]);
  return rows.map(({ lastAt, ...row }) => ({ ...row, lastAt: lastAt ?? undefined }));
}

interface TransitNames {
  readonly transitNo: string;
  readonly applicant: string;
  readonly carrier: string;
}
