import { type Client, type Queryable, statement } from '#postgres';
import { openSealedText, placeOf, sealedText, sealedTextOf, type Vault } from '#vault';

/** Where an agency is reached, and how the link is. */
export interface AgencyLink {
  readonly agency: string;
  readonly address: string;
  /** Sealed. */
  readonly secret: string;
  readonly judge: 'engine' | 'live';
  readonly cursor: string;
  readonly revision: number;
  readonly changedAt: Date;
  readonly lastGoodAt: Date | null;
  readonly failingSince: Date | null;
  readonly fault: string | null;
  /** Who set it last. */
  readonly changedBy: string;
  /** Whether it is left alone: nothing goes over it, and nobody looks whether it answers. */
  readonly resting: boolean;
}

const TABLE = 'agencies.link';
const COLUMNS = `agency, address, secret, judge, cursor, revision, changed_at as "changedAt", last_good_at as "lastGoodAt",
  failing_since as "failingSince", fault, changed_by as "changedBy", next_look_at = 'infinity' as resting`;

export const sealLinkSecret = (vault: Vault, agency: string, secret: string): string =>
  sealedTextOf(vault, placeOf(TABLE, agency), secret);

export const openLinkSecret = (vault: Vault, { agency, secret }: AgencyLink): string =>
  openSealedText(vault, placeOf(TABLE, agency), secret);

/** Secrets of the links to agencies, for a pass that seals them anew. */
export const sealedAgencies = [
  sealedText({
    ...{ table: TABLE, name: 'secret', key: { agency: 'text' } },
    ...{ read: 'secret', write: (text) => `secret = ${text}` },
  }),
];

const all = statement(`select ${COLUMNS} from agencies.link order by agency`);

export async function links(client: Queryable): Promise<AgencyLink[]> {
  return client.query<AgencyLink>(all);
}

const liveOnes = statement(`select agency from agencies.link where judge = 'live'`);

/** Agencies that decide over their links. */
export async function liveAgencies(client: Queryable): Promise<ReadonlySet<string>> {
  const rows = await client.query<{ agency: string }>(liveOnes);
  return new Set(rows.map(({ agency }) => agency));
}

const locked = statement(`select ${COLUMNS} from agencies.link where agency = $1 for update`);

/** The link to an agency, locked until the transaction ends. */
export async function lockLink(client: Client, agency: string): Promise<AgencyLink | undefined> {
  const [row] = await client.query<AgencyLink>(locked, [agency]);
  return row;
}

const put = statement(`
insert into agencies.link (agency, address, secret, judge, changed_by, changed_at, next_look_at)
values ($1, $2, $3, $4, $5, $6::timestamptz, case when $7::boolean then 'infinity'::timestamptz else $6::timestamptz end)
on conflict (agency) do update set address = excluded.address, secret = excluded.secret, judge = excluded.judge,
  revision = agencies.link.revision + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
  next_look_at = excluded.next_look_at, failing_since = null, fault = null,
  cursor = case when agencies.link.address = excluded.address then agencies.link.cursor else '' end
returning ${COLUMNS}`);

/** Sets a link; a new address is read from the beginning. */
export async function putLink(
  client: Client,
  link: Pick<AgencyLink, 'agency' | 'address' | 'secret' | 'judge' | 'resting'>,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<AgencyLink> {
  const { agency, address, secret, judge, resting } = link;
  const [row] = await client.query<AgencyLink>(put, [agency, address, secret, judge, by, at, resting]);
  if (!row) throw new Error('a link that was set is not there');
  return row;
}

// What is under way by the link as it was notes nothing of it any more.
const rest =
  statement(`update agencies.link set next_look_at = case when $2::boolean then 'infinity'::timestamptz else $3::timestamptz end,
  revision = revision + 1 where agency = $1`);

/** Has a link rest, or go on from now. */
export async function setResting(client: Client, agency: string, resting: boolean, at: Date): Promise<void> {
  await client.run(rest, [agency, resting, at]);
}

const remove = statement('delete from agencies.link where agency = $1');

export async function removeLink(client: Client, agency: string): Promise<boolean> {
  return (await client.run(remove, [agency])) > 0;
}

const take = statement(`update agencies.link set next_look_at = $2
where agency in (select agency from agencies.link where next_look_at <= $1 order by agency for update skip locked)
returning ${COLUMNS}`);

/** Takes the links in hand that are to be looked at, until a time; those that rest are left alone. */
export async function takeLinks(client: Queryable, now: Date, until: Date): Promise<AgencyLink[]> {
  return client.query<AgencyLink>(take, [now, until]);
}

const noteHealth = statement(`update agencies.link set next_look_at = $2,
  last_good_at = case when $3::text is null then $4 else last_good_at end,
  failing_since = case when $3::text is null then null else coalesce(failing_since, $4) end, fault = $3
where agency = $1 and revision = $5`);

/** Notes how the link was found, and when it is looked at next. */
export async function noteLink(
  client: Queryable,
  { agency, revision }: Pick<AgencyLink, 'agency' | 'revision'>,
  found: { readonly fault: string | null; readonly at: Date; readonly next: Date },
): Promise<void> {
  await client.run(noteHealth, [agency, found.next, found.fault, found.at, revision]);
}

const advance = statement(
  'update agencies.link set cursor = $4 where agency = $1 and revision = $2 and cursor = $3',
);

/** Moves on where answers are read from. @returns whether nobody else has */
export async function moveCursor(client: Client, link: AgencyLink, to: string): Promise<boolean> {
  return (await client.run(advance, [link.agency, link.revision, link.cursor, to])) > 0;
}
