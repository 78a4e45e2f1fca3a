import type { Client, Queryable } from '#postgres';
import type { Opening } from '../domain/calendar.ts';

/** A place where goods are inspected. */
export interface Site {
  readonly siteCode: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly customsCode: string;
  readonly address: string;
  readonly slotMinutes: number;
  readonly openings: readonly Opening[];
  readonly closedDays: readonly { readonly day: string; readonly why: string }[];
  readonly revision: number;
}

const COLUMNS = `s.site_code as "siteCode", json_build_object('zh', s.name_zh, 'en', s.name_en) as name,
  s.customs_code as "customsCode", s.address, s.slot_minutes as "slotMinutes", s.revision,
  (select coalesce(json_agg(json_strip_nulls(json_build_object('weekday', weekday, 'opens', opens_minute,
     'closes', closes_minute, 'from', from_day, 'to', to_day, 'capacity', capacity)) order by weekday, opens_minute, from_day), '[]')
     from inspections.opening o where o.site_code = s.site_code) as openings,
  (select coalesce(json_agg(json_build_object('day', day, 'why', why) order by day), '[]')
     from inspections.closed_day c where c.site_code = s.site_code) as "closedDays"`;

/** All sites of the zone, by their codes. */
export const allSites = (client: Queryable): Promise<Site[]> =>
  client.query<Site>(`select ${COLUMNS} from inspections.site s order by s.site_code`);

export async function siteOf(client: Queryable, siteCode: string): Promise<Site | undefined> {
  const [row] = await client.query<Site>(`select ${COLUMNS} from inspections.site s where s.site_code = $1`, [
    siteCode,
  ]);
  return row;
}

/**
 * Writes a site with its whole calendar.
 * @param seen revision it was seen at; 0 for one that is new
 * @returns whether it still stood at that revision
 */
export async function saveSite(client: Client, site: Omit<Site, 'revision'>, seen: number): Promise<boolean> {
  const { siteCode, name, customsCode, address, slotMinutes } = site;
  const values = [siteCode, name.zh, name.en, customsCode, address, slotMinutes];
  const written =
    seen === 0
      ? await client.run(
          `insert into inspections.site (site_code, name_zh, name_en, customs_code, address, slot_minutes)
           values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
          values,
        )
      : await client.run(
          `update inspections.site set name_zh = $2, name_en = $3, customs_code = $4, address = $5, slot_minutes = $6,
             revision = revision + 1 where site_code = $1 and revision = $7`,
          [...values, seen],
        );
  if (written === 0) return false;
  await client.run('delete from inspections.opening where site_code = $1', [siteCode]);
  await client.run('delete from inspections.closed_day where site_code = $1', [siteCode]);
  await client.run(
    `insert into inspections.opening (site_code, weekday, opens_minute, closes_minute, from_day, to_day, capacity)
     select $1, weekday, opens, closes, "from", "to", capacity
     from json_to_recordset($2) as o(weekday smallint, opens smallint, closes smallint, "from" date, "to" date, capacity integer)`,
    [siteCode, JSON.stringify(site.openings)],
  );
  await client.run(
    `insert into inspections.closed_day (site_code, day, why)
     select $1, day, why from json_to_recordset($2) as c(day date, why text)`,
    [siteCode, JSON.stringify(site.closedDays)],
  );
  return true;
}

/**
 * Takes a place of a slot; the database refuses what would be one too many.
 * @returns whether there was one
 */
export async function takeSlot(
  client: Client,
  { siteCode, startsAt }: { readonly siteCode: string; readonly startsAt: Date },
  capacity: number,
): Promise<boolean> {
  const taken = await client.run(
    `insert into inspections.slot as s (site_code, starts_at, capacity, taken) values ($1, $2, $3, 1)
     on conflict (site_code, starts_at) do update set taken = s.taken + 1, capacity = excluded.capacity
       where s.taken < excluded.capacity`,
    [siteCode, startsAt, capacity],
  );
  return taken === 1;
}

/** Gives a place of a slot back. */
export async function giveSlot(
  client: Client,
  { siteCode, startsAt }: { readonly siteCode: string; readonly startsAt: Date },
): Promise<void> {
  await client.run('update inspections.slot set taken = taken - 1 where site_code = $1 and starts_at = $2', [
    siteCode,
    startsAt,
  ]);
}

/** How many have booked the slots of a time. */
export const slotsTaken = (
  client: Queryable,
  siteCode: string,
  from: Date,
  to: Date,
): Promise<{ startsAt: Date; taken: number }[]> =>
  client.query(
    `select starts_at as "startsAt", taken from inspections.slot
     where site_code = $1 and starts_at >= $2 and starts_at < $3 and taken > 0 order by starts_at`,
    [siteCode, from, to],
  );
