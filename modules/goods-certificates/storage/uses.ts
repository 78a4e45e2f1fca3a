import { type Day, parseDecimal } from '#kernel';
import { type Client, statement } from '#postgres';
import type { AcceptedCertificate } from '../domain/match.ts';

const accepted = statement(`
select owner, certificate_id::text as "certificateId", kind, number, gcode, origin, valid_from::text as "validFrom",
  valid_to::text as "validTo", (quantity - used)::text as left
from goods_certificates.certificate
where owner = any($1) and state = 'accepted' and valid_from <= $2::date and valid_to >= $2::date
order by owner, certificate_id for update`);

/** Certificates of these sellers that are accepted and valid on a day, locked until the transaction ends. */
export async function acceptedOf(
  client: Client,
  owners: readonly string[],
  day: Day,
): Promise<AcceptedCertificate[]> {
  const rows = await client.query<Omit<AcceptedCertificate, 'left'> & { readonly left: string | null }>(
    accepted,
    [owners, day],
  );
  return rows.map((row) => ({ ...row, left: row.left === null ? null : parseDecimal(row.left) }));
}

/** What a list has used of a certificate. */
export interface Use {
  readonly owner: string;
  readonly certificateId: string;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
  readonly requirement: string;
  readonly recognition: string;
  /** Decimal text. */
  readonly quantity: string;
  readonly at: Date;
}

const add = statement(`
with added as (
  insert into goods_certificates.use (owner, certificate_id, order_no, ebp_code, attempt, requirement, recognition, quantity, at)
  select owner, "certificateId", "orderNo", "ebpCode", attempt, requirement, recognition, quantity, at
  from json_to_recordset($1) as u(owner text, "certificateId" uuid, "orderNo" text, "ebpCode" text, attempt integer,
    requirement text, recognition text, quantity numeric, at timestamptz)
  on conflict do nothing returning owner, certificate_id, quantity)
update goods_certificates.certificate c set used = c.used + a.quantity
from (select owner, certificate_id, sum(quantity) as quantity from added group by 1, 2) a
where c.owner = a.owner and c.certificate_id = a.certificate_id`);

/** Writes uses down and takes what they use up; a use that is there is not taken twice. */
export async function addUses(client: Client, uses: readonly Use[]): Promise<void> {
  if (uses.length > 0) await client.run(add, [JSON.stringify(uses)]);
}

const giveBack = statement(`
with given as (
  update goods_certificates.use u set given_back_at = $4
  from unnest($1::text[], $2::text[], $3::int[]) as l(order_no, ebp_code, below)
  where u.order_no = l.order_no and u.ebp_code = l.ebp_code and u.attempt < l.below and u.given_back_at is null
  returning u.owner, u.certificate_id, u.quantity)
update goods_certificates.certificate c set used = c.used - g.quantity
from (select owner, certificate_id, sum(quantity) as quantity from given group by 1, 2) g
where c.owner = g.owner and c.certificate_id = g.certificate_id and g.quantity > 0`);

/** Gives back what attempts below a number have used. */
export async function giveBackUses(
  client: Client,
  lists: readonly { readonly orderNo: string; readonly ebpCode: string; readonly below: number }[],
  at: Date,
): Promise<void> {
  await client.run(giveBack, [
    lists.map(({ orderNo }) => orderNo),
    lists.map(({ ebpCode }) => ebpCode),
    ...[lists.map(({ below }) => below), at],
  ]);
}
