import { type Day, parseDecimal } from '#kernel';
import { type Client, type Queryable, statement } from '#postgres';
import type { CentreRecord } from '#returns';
import { parcelsFor } from '../domain/parcel.ts';
import { goodsOfAll } from './goods.ts';
import { moveParcel, type Parcel, parcelColumns } from './parcels.ts';

const toTell = statement(`select order_no as "orderNo", ebp_code as "ebpCode" from return_centre.parcel
  where to_tell group by order_no, ebp_code order by min(moved_at) limit $1`);

const told = statement(
  'update return_centre.parcel set to_tell = false where to_tell and order_no = $1 and ebp_code = $2',
);

const sortedOf = statement(`select ${parcelColumns} from return_centre.parcel
  where order_no = $1 and ebp_code = $2 and state = 'sorted' order by received_at, parcel_no for update`);

/** What return centres have on record, as returns ask for it: the goods of a return are back when its parcels are sorted. */
export const centreRecord: CentreRecord = {
  sortedOrders: (client, limit) => client.query(toTell, [limit]),
  told: async (client, { orderNo, ebpCode }) => {
    await client.run(told, [orderNo, ebpCode]);
  },
  putOn,
};

async function putOn(
  client: Client,
  of: Parameters<CentreRecord['putOn']>[1],
): ReturnType<CentreRecord['putOn']> {
  const { orderNo, ebpCode, returnNo, at } = of;
  const parcels = await client.query<Parcel>(sortedOf, [orderNo, ebpCode]);
  if (parcels.length === 0) return undefined;
  const asked = new Map(of.lines.map(({ gnum, quantity }) => [gnum, parseDecimal(quantity) as bigint]));
  const chosen = parcelsFor(asked, await filled(client, parcels));
  if (!chosen || chosen.length === 0) return undefined;
  const numbers = new Set(chosen.map(({ parcelNo }) => parcelNo));
  const listed = parcels.filter(({ parcelNo }) => numbers.has(parcelNo));
  for (const parcel of listed)
    await moveParcel(
      client,
      parcel,
      { at, toState: 'listed', byWhom: 'rules', note: returnNo },
      { returnNo },
    );
  const days: Day[] = listed.map(({ receivedOn }) => receivedOn).sort();
  return { parcels: [...numbers], arrivedOn: days.at(-1) ?? '' };
}

async function filled(client: Queryable, parcels: readonly Parcel[]) {
  const goods = Map.groupBy(await goodsOfAll(client, parcels), ({ parcelNo }) => parcelNo);
  return parcels.map(({ parcelNo }) => ({
    parcelNo,
    goods: new Map(
      (goods.get(parcelNo) ?? [])
        .map(({ gnum, quantity }) => [gnum, parseDecimal(quantity ?? '0') as bigint] as const)
        .filter(([, quantity]) => quantity > 0n),
    ),
  }));
}
