import type { Client, Queryable } from '#postgres';

/** A display shop outside the zone. */
export interface Shop {
  readonly shopId: string;
  readonly owner: string;
  readonly name: string;
  readonly address: string;
  readonly customsCode: string;
  readonly state: 'proposed' | 'approved' | 'rejected' | 'closed';
  /** Whether buyers may take goods away from it. */
  readonly pickUp: boolean;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly settledAt: Date | null;
  readonly reason: string;
}

const COLUMNS = `shop_id::text as "shopId", owner, name, address, customs_code as "customsCode", state, pick_up as "pickUp",
  proposed_by as "proposedBy", proposed_at as "proposedAt", settled_at as "settledAt", reason`;

export async function addShop(client: Client, shop: Shop): Promise<void> {
  await client.run(
    `insert into display.shop (owner, shop_id, name, address, customs_code, state, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, 'proposed', $6, $7)`,
    [
      ...[shop.owner, shop.shopId, shop.name, shop.address, shop.customsCode],
      ...[shop.proposedBy, shop.proposedAt],
    ],
  );
}

/** A shop; undefined where there is none, or none of the owner that is named. */
export async function shopOf(
  client: Queryable,
  shopId: string,
  owner: string | undefined,
  lock = false,
): Promise<Shop | undefined> {
  const [row] = await client.query<Shop>(
    `select ${COLUMNS} from display.shop where shop_id = $1 and ($2::text is null or owner = $2)
     ${lock ? 'for update' : ''}`,
    [shopId, owner ?? null],
  );
  return row;
}

export async function settleShop(
  client: Client,
  { owner, shopId }: Pick<Shop, 'owner' | 'shopId'>,
  settled: Pick<Shop, 'state' | 'pickUp' | 'reason'> & { readonly by: string; readonly at: Date },
): Promise<void> {
  await client.run(
    `update display.shop set state = $3, pick_up = $4, settled_by = $5, settled_at = $6, reason = $7
     where owner = $1 and shop_id = $2`,
    [owner, shopId, settled.state, settled.pickUp, settled.by, settled.at, settled.reason],
  );
}

/** What a page of shops or of goods on display begins after, and whose they are. */
export interface PageWish {
  readonly owner: string | undefined;
  readonly before: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Shops of an owner or of the zone, the latest first. */
export async function shopsPage(client: Queryable, wish: PageWish): Promise<Shop[]> {
  return client.query<Shop>(
    `select ${COLUMNS} from display.shop
     where ($1::text is null or owner = $1)
       and ($2::timestamptz is null or (proposed_at, shop_id) < ($2, $3::uuid))
     order by proposed_at desc, shop_id desc limit $4`,
    [wish.owner ?? null, wish.before?.at ?? null, wish.before?.id ?? null, wish.limit],
  );
}
