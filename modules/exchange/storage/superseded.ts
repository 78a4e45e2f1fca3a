import { type Client, type Queryable, statement } from '#postgres';
import type { SupersededDocument } from '../application/superseded.ts';

const addThese =
  statement(`insert into exchange.superseded (order_no, root, key, guid, app_type, sender, sent_for, message_id, received_at)
  select n."orderNo", n.root, n.key, n.guid, n."appType", n.sender, n."sentFor", n."messageId", n."receivedAt"
  from json_to_recordset($1) as n("orderNo" text, root text, key text, guid text, "appType" text, sender text,
    "sentFor" text, "messageId" uuid, "receivedAt" timestamptz)`);

/** Notes which versions have lost their place, in their order. */
export async function addSuperseded(
  client: Client,
  superseded: readonly SupersededDocument[],
): Promise<void> {
  if (superseded.length > 0) await client.run(addThese, [JSON.stringify(superseded)]);
}

/** A version of a document that is no longer the one on file. */
export interface FormerVersion {
  readonly guid: string;
  readonly appType: string;
  readonly sender: string;
  readonly sentFor: string | null;
  readonly messageId: string;
  readonly receivedAt: Date;
}

const ofDocument = statement(`select guid, app_type as "appType", sender, sent_for as "sentFor",
    message_id as "messageId", received_at as "receivedAt"
  from exchange.superseded where order_no = $1 and root = $2 and key = $3 order by seq desc limit $4`);

/** The versions a document had before the one on file, the latest first. @param key as `keyAfterOrderNo` makes it */
export async function formerVersions(
  client: Queryable,
  { orderNo, root, key }: { readonly orderNo: string; readonly root: string; readonly key: string },
  most: number,
): Promise<FormerVersion[]> {
  return client.query<FormerVersion>(ofDocument, [orderNo, root, key, most]);
}
