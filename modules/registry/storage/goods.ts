import { type Database, statement } from '#postgres';
import type { GoodsRegister } from '../application/registers.ts';
import type { Goods } from '../domain/goods.ts';

const COLUMNS =
  'ebc_code, item_no, item_name, gcode, gname, gmodel, bar_code, country, unit, unit1, unit2, item_record_no, valid_from, valid_to';

const UPSERT = statement(`
  insert into registry.goods (${COLUMNS})
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::text[], $11::text[], $12::text[], $13::date[], $14::date[])
  on conflict (ebc_code, item_no) do update set
    item_name = excluded.item_name, gcode = excluded.gcode, gname = excluded.gname, gmodel = excluded.gmodel,
    bar_code = excluded.bar_code, country = excluded.country, unit = excluded.unit, unit1 = excluded.unit1,
    unit2 = excluded.unit2, item_record_no = excluded.item_record_no, valid_from = excluded.valid_from,
    valid_to = excluded.valid_to, changed_at = now()`);
const FIND = statement(
  `select ${COLUMNS} from registry.goods where ebc_code = $1 and item_no = any($2::text[]) order by item_no`,
);
const LIST = statement(
  `select ${COLUMNS} from registry.goods where ebc_code = $1 and item_no > $2 order by item_no limit $3`,
);

interface Row {
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
}

const goodsOf = (row: Row): Goods => ({
  ebcCode: row.ebc_code,
  itemNo: row.item_no,
  itemName: row.item_name,
  gcode: row.gcode,
  gname: row.gname,
  gmodel: row.gmodel,
  ...(row.bar_code === null ? {} : { barCode: row.bar_code }),
  country: row.country,
  unit: row.unit,
  unit1: row.unit1,
  ...(row.unit2 === null ? {} : { unit2: row.unit2 }),
  ...(row.item_record_no === null ? {} : { itemRecordNo: row.item_record_no }),
  validFrom: row.valid_from,
  ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
});

async function upsertGoods(database: Database, goods: readonly Goods[]): Promise<void> {
  const latest = [...new Map(goods.map((one) => [`${one.ebcCode}\n${one.itemNo}`, one])).values()];
  const column = (pick: (one: Goods) => string | undefined) => latest.map((one) => pick(one) ?? null);
  await database.run(UPSERT, [
    column((one) => one.ebcCode),
    column((one) => one.itemNo),
    column((one) => one.itemName),
    column((one) => one.gcode),
    column((one) => one.gname),
    column((one) => one.gmodel),
    column((one) => one.barCode),
    column((one) => one.country),
    column((one) => one.unit),
    column((one) => one.unit1),
    column((one) => one.unit2),
    column((one) => one.itemRecordNo),
    column((one) => one.validFrom),
    column((one) => one.validTo),
  ]);
}

/** The register of goods in PostgreSQL. Of two with one seller and number the last counts. */
export function goodsRegister(database: Database): GoodsRegister {
  return {
    save: (goods) => upsertGoods(database, goods),
    find: async (ebcCode, itemNos) => (await database.query<Row>(FIND, [ebcCode, itemNos])).map(goodsOf),
    list: async (ebcCode, wish) =>
      (await database.query<Row>(LIST, [ebcCode, wish.after ?? '', wish.limit])).map(goodsOf),
  };
}
