import { type Client, type Queryable, statement } from '#postgres';
import type { Parcel } from './parcels.ts';

/** Goods of the list of a parcel; decimals as texts. */
export interface ParcelGoods {
  readonly gnum: number;
  readonly gcode: string;
  readonly gname: string;
  readonly unit: string;
  readonly bought: string;
  /** Null while the parcel is not sorted. */
  readonly quantity: string | null;
}

type Key = Pick<Parcel, 'centreCode' | 'parcelNo'>;

const add = statement(`
insert into return_centre.goods (centre_code, parcel_no, gnum, gcode, gname, unit, bought, quantity)
select $1, $2, * from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::numeric[], $8::numeric[])`);

/** Writes the goods of a parcel, in the place of what stood there. */
export async function writeGoods(
  client: Client,
  { centreCode, parcelNo }: Key,
  goods: readonly ParcelGoods[],
): Promise<void> {
  await client.run('delete from return_centre.goods where centre_code = $1 and parcel_no = $2', [
    centreCode,
    parcelNo,
  ]);
  const of = <K extends keyof ParcelGoods>(name: K) => goods.map((line) => line[name]);
  await client.run(add, [
    ...[centreCode, parcelNo, of('gnum'), of('gcode'), of('gname'), of('unit'), of('bought')],
    of('quantity'),
  ]);
}

const goodsColumns = `gnum, gcode, gname, unit, trim_scale(bought)::text as bought, trim_scale(quantity)::text as quantity`;

const ofOne = statement(
  `select ${goodsColumns} from return_centre.goods where centre_code = $1 and parcel_no = $2 order by gnum`,
);

/** The goods of a parcel. */
export async function goodsOf(client: Queryable, { centreCode, parcelNo }: Key): Promise<ParcelGoods[]> {
  return client.query<ParcelGoods>(ofOne, [centreCode, parcelNo]);
}

const ofMany = statement(`
select p.parcel_no as "parcelNo", ${goodsColumns} from return_centre.goods g
join unnest($1::text[], $2::text[]) as p(centre_code, parcel_no) on g.centre_code = p.centre_code and g.parcel_no = p.parcel_no
order by p.parcel_no, gnum`);

/** The goods of several parcels. */
export async function goodsOfAll(
  client: Queryable,
  parcels: readonly Key[],
): Promise<(ParcelGoods & { readonly parcelNo: string })[]> {
  return client.query(ofMany, [
    parcels.map(({ centreCode }) => centreCode),
    parcels.map(({ parcelNo }) => parcelNo),
  ]);
}
