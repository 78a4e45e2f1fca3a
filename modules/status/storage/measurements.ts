import type { Day } from '#kernel';
import { type Client, type Queryable, statement } from '#postgres';
import type { Component, Level } from '../domain/components.ts';
import type { DayCount } from '../domain/days.ts';

export interface Measured {
  readonly component: Component;
  readonly level: Level;
  readonly ms?: number | undefined;
}

const keep = statement(`
with kept as (
  insert into status.measurement (component, minute, level, ms)
  select component, $1, level, ms from unnest($2::text[], $3::text[], $4::int[]) as m(component, level, ms)
  on conflict (component, minute) do nothing
  returning component, level
)
insert into status.day as d (component, day, working, slow, down)
select component, $5::date, count(*) filter (where level = 'working'), count(*) filter (where level = 'slow'),
  count(*) filter (where level = 'down')
from kept group by component
on conflict (component, day) do update set working = d.working + excluded.working, slow = d.slow + excluded.slow,
  down = d.down + excluded.down
returning component`);

/** Keeps the measurements of a minute that nobody has kept yet, and counts them to their day; whether any was. */
export async function keepMeasurements(
  client: Client,
  minute: Date,
  day: Day,
  measured: readonly Measured[],
): Promise<boolean> {
  const kept = await client.query(keep, [
    minute,
    measured.map(({ component }) => component),
    measured.map(({ level }) => level),
    measured.map(({ ms }) => ms ?? null),
    day,
  ]);
  return kept.length > 0;
}

const latest = statement(`
select component, array_agg(level order by minute desc) as levels,
  (array_agg(ms order by minute desc))[1] as ms, max(minute) as at
from status.measurement where minute > $1 group by component`);

export interface Latest {
  readonly component: Component;
  /** The newest first. */
  readonly levels: readonly Level[];
  readonly ms: number | null;
  readonly at: Date;
}

/** What was measured of each component since an instant. */
export function latestMeasurements(client: Queryable, since: Date): Promise<Latest[]> {
  return client.query<Latest>(latest, [since]);
}

const days = statement(`
select component, to_char(day, 'YYYY-MM-DD') as day, working, slow, down from status.day where day >= $1::date
order by component, day`);

/** Counts by component and day. */
export function dayCounts(client: Queryable, since: Day): Promise<(DayCount & { component: Component })[]> {
  return client.query<DayCount & { component: Component }>(days, [since]);
}

/** Removes minutes and days that are old. */
export async function removeOld(client: Queryable, minutesBefore: Date, daysBefore: Day): Promise<void> {
  await client.run('delete from status.measurement where minute < $1', [minutesBefore]);
  await client.run('delete from status.day where day < $1::date', [daysBefore]);
}
