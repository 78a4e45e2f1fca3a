import { type Client, type Database, type Queryable, statement } from '#postgres';
import type { GoodsRegister } from '../application/registers.ts';
import type { Goods } from '../domain/goods.ts';
import type { SearchTerms } from '../domain/search-terms.ts';

/** Where goods stand. */
export type GoodsState = 'filed' | 'approved' | 'returned' | 'withdrawn';

const FIELDS = `item_name, gcode, gname, gmodel, bar_code, country, unit, unit1, unit2, item_record_no, valid_from, valid_to,
  name_en, brand, brand_right, unit1_quantity, unit2_quantity, price, ems_no`;
const COLUMNS = `ebc_code, item_no, ${FIELDS}`;

const WRITE = statement(`
  insert into registry.goods as stored (${COLUMNS}, state, filed_by, spelled, terms)
  select ${COLUMNS}, $2, $3, spelled, string_to_array(terms, ' ')
  from jsonb_to_recordset($1) as given (ebc_code text, item_no text, item_name text, gcode text, gname text, gmodel text,
    bar_code text, country text, unit text, unit1 text, unit2 text, item_record_no text, valid_from date, valid_to date,
    name_en text, brand text, brand_right text, unit1_quantity numeric, unit2_quantity numeric, price numeric, ems_no text,
    spelled text, terms text)
  on conflict (ebc_code, item_no) do update set
    (${FIELDS}) = row(${FIELDS.replaceAll(/\w+/g, (name) => `excluded.${name}`)}),
    state = excluded.state, filed_by = excluded.filed_by, decided_by = null, spelled = excluded.spelled,
    terms = excluded.terms, changed_at = now()
  where (${FIELDS.replaceAll(/\w+/g, (name) => `stored.${name}`)})
    is distinct from (${FIELDS.replaceAll(/\w+/g, (name) => `excluded.${name}`)})
    or (stored.state <> excluded.state and stored.state <> 'approved')
  returning ebc_code, item_no`);
const FIND = statement(
  `select ${COLUMNS} from registry.goods where ebc_code = $1 and item_no = any($2::text[]) order by item_no`,
);
const LIST = statement(
  `select ${COLUMNS} from registry.goods where ebc_code = $1 and item_no > $2 order by item_no limit $3`,
);

export interface GoodsRow {
  readonly ebc_code: string;
  readonly item_no: string;
  readonly item_name: string;
  readonly gcode: string;
  readonly gname: string;
  readonly gmodel: string;
  readonly bar_code: string | null;
  readonly country: string;
  readonly unit: string;
  readonly unit1: string;
  readonly unit2: string | null;
  readonly item_record_no: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly name_en: string | null;
  readonly brand: string | null;
  readonly brand_right: string | null;
  readonly unit1_quantity: string | null;
  readonly unit2_quantity: string | null;
  readonly price: string | null;
  readonly ems_no: string | null;
}

/** Columns of goods, for the queries of this room. */
export const goodsColumns = COLUMNS;

const given = <Name extends string>(name: Name, value: string | null) =>
  (value === null ? {} : { [name]: value }) as { [Key in Name]?: string };

export const goodsOf = (row: GoodsRow): Goods => ({
  ebcCode: row.ebc_code,
  itemNo: row.item_no,
  itemName: row.item_name,
  gcode: row.gcode,
  gname: row.gname,
  gmodel: row.gmodel,
  ...given('barCode', row.bar_code),
  country: row.country,
  unit: row.unit,
  unit1: row.unit1,
  ...given('unit2', row.unit2),
  ...given('itemRecordNo', row.item_record_no),
  validFrom: row.valid_from,
  ...given('validTo', row.valid_to),
  ...given('nameEn', row.name_en),
  ...given('brand', row.brand),
  ...given('brandRight', row.brand_right),
  ...given('unit1Quantity', row.unit1_quantity),
  ...given('unit2Quantity', row.unit2_quantity),
  ...given('price', row.price),
  ...given('emsNo', row.ems_no),
});

const recordOf = (goods: Goods, { spelled, terms }: SearchTerms) => ({
  ebc_code: goods.ebcCode,
  item_no: goods.itemNo,
  item_name: goods.itemName,
  gcode: goods.gcode,
  gname: goods.gname,
  gmodel: goods.gmodel,
  bar_code: goods.barCode,
  country: goods.country,
  unit: goods.unit,
  unit1: goods.unit1,
  unit2: goods.unit2,
  item_record_no: goods.itemRecordNo,
  valid_from: goods.validFrom,
  valid_to: goods.validTo,
  name_en: goods.nameEn,
  brand: goods.brand,
  brand_right: goods.brandRight,
  unit1_quantity: goods.unit1Quantity,
  unit2_quantity: goods.unit2Quantity,
  price: goods.price,
  ems_no: goods.emsNo,
  spelled,
  terms: terms.join(' '),
});

/** How goods are written: in which state, by whom, and what was done. */
export interface Writing {
  readonly state: 'filed' | 'approved';
  readonly step: 'import' | 'file';
  readonly by: string;
  readonly at: Date;
  readonly termsOf: (goods: Goods) => SearchTerms;
}

/**
 * Adds goods or writes them anew where they differ, each with its step; approved ones that are filed again as they are
 * stay approved. Of two with one seller and number the last counts.
 * @returns item numbers of those that were written
 */
export async function writeGoods(
  client: Client,
  goods: readonly Goods[],
  writing: Writing,
): Promise<readonly string[]> {
  const latest = new Map(goods.map((one) => [`${one.ebcCode}\n${one.itemNo}`, one]));
  const { state, step, by, at, termsOf } = writing;
  const records = [...latest.values()].map((one) => recordOf(one, termsOf(one)));
  const written = await client.query<Pick<GoodsRow, 'ebc_code' | 'item_no'>>(WRITE, [
    ...[JSON.stringify(records), state, by],
  ]);
  const steps = written.map((row) => ({ ...row, goods: latest.get(`${row.ebc_code}\n${row.item_no}`) }));
  await client.run(ADD_STEPS, [JSON.stringify(steps), step, by, at]);
  return written.map(({ item_no }) => item_no);
}

const ADD_STEPS = statement(`
  insert into registry.goods_step (ebc_code, item_no, step, done_by, done_at, goods)
  select ebc_code, item_no, $2, $3, $4, goods
  from jsonb_to_recordset($1) as done (ebc_code text, item_no text, goods jsonb)`);

const UNSPELLED = statement(`
  select ${COLUMNS} from registry.goods where terms is null order by ebc_code, item_no limit $1
  for update skip locked`);
const SPELL = statement(`
  update registry.goods stored set spelled = given.spelled, terms = string_to_array(given.terms, ' ')
  from jsonb_to_recordset($1) as given (ebc_code text, item_no text, spelled text, terms text)
  where stored.ebc_code = given.ebc_code and stored.item_no = given.item_no`);

/** Writes what goods are found by that were there before they could be sought; how many, at most so many. */
export async function spellGoods(
  client: Client,
  termsOf: (goods: Goods) => SearchTerms,
  most: number,
): Promise<number> {
  const rows = await client.query<GoodsRow>(UNSPELLED, [most]);
  const records = rows.map(goodsOf).map((one) => recordOf(one, termsOf(one)));
  if (rows.length > 0) await client.run(SPELL, [JSON.stringify(records)]);
  return rows.length;
}

/** The goods of a seller with these numbers. */
async function findGoods(client: Queryable, ebcCode: string, itemNos: readonly string[]): Promise<Goods[]> {
  return (await client.query<GoodsRow>(FIND, [ebcCode, itemNos])).map(goodsOf);
}

/** The register of goods in PostgreSQL, for programs that enter goods themselves: they count as approved. */
export function goodsRegister(database: Database, termsOf: (goods: Goods) => SearchTerms): GoodsRegister {
  return {
    save: async (goods) => {
      const writing = { state: 'approved', step: 'import', by: 'platform', at: new Date(), termsOf } as const;
      await database.transaction((client) => writeGoods(client, goods, writing));
    },
    find: (ebcCode, itemNos) => findGoods(database, ebcCode, itemNos),
    list: async (ebcCode, wish) =>
      (await database.query<GoodsRow>(LIST, [ebcCode, wish.after ?? '', wish.limit])).map(goodsOf),
  };
}
