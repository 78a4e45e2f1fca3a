import { randomUUID } from 'node:crypto';
import { record } from '#journal';
import type { Client } from '#postgres';
import { shopStanding } from '../storage/consignments.ts';
import { addShop, type Shop, settleShop, shopOf } from '../storage/shops.ts';
import type { By, DisplayPorts } from './ports.ts';
import { noShop, shopNotNow } from './problems.ts';

/** Applies for a display shop; goods may go there once customs has approved it. */
export async function applyForShop(
  ports: DisplayPorts,
  by: By,
  wish: Pick<Shop, 'name' | 'address' | 'customsCode'>,
): Promise<Shop> {
  const at = ports.now();
  const shop: Shop = {
    ...{ ...wish, shopId: randomUUID(), owner: by.customsCode, state: 'proposed', pickUp: false },
    ...{ proposedBy: by.id, proposedAt: at, settledAt: null, reason: '' },
  };
  await ports.database.transaction(async (client) => {
    await addShop(client, shop);
    await tell(client, shop, at);
  });
  return shop;
}

export interface ShopVerdict {
  readonly state: 'approved' | 'rejected' | 'closed';
  /** Whether buyers may take goods away from it; not without this. */
  readonly pickUp: boolean;
  readonly reason: string;
}

/** Customs approves a shop or rejects it, says later whether goods may be taken away there, and closes one that is empty. */
export async function decideShop(
  ports: DisplayPorts,
  by: string,
  shopId: string,
  verdict: ShopVerdict,
): Promise<Shop> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const shop = await shopOf(client, shopId, undefined, true);
    if (shop === undefined) throw noShop(shopId);
    const from: readonly Shop['state'][] =
      verdict.state === 'approved'
        ? ['proposed', 'approved']
        : [verdict.state === 'closed' ? 'approved' : 'proposed'];
    if (!from.includes(shop.state)) throw shopNotNow();
    if (verdict.state === 'closed' && (await shopStanding(client, shopId, ports.today())).there)
      throw shopNotNow();
    const settled = { ...verdict, pickUp: verdict.state === 'approved' && verdict.pickUp };
    await settleShop(client, shop, { ...settled, by, at });
    const after: Shop = { ...shop, ...settled, settledAt: at };
    await tell(client, after, at);
    return after;
  });
}

const KIND = { proposed: 'applied', approved: 'approved', rejected: 'rejected', closed: 'closed' } as const;

async function tell(client: Client, shop: Shop, at: Date): Promise<void> {
  const { shopId, owner, name, customsCode, state, pickUp, reason } = shop;
  await record(client, [
    {
      ...{ at, kind: `display-shop-${KIND[state]}`, subject: shopId },
      body: { shopId, owner, name, customsCode, state, pickUp, reason },
    },
  ]);
}
