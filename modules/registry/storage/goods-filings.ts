import { type Client, type Queryable, statement } from '#postgres';
import type { Goods } from '../domain/goods.ts';
import type { Sought } from '../domain/search-terms.ts';
import { type GoodsRow, type GoodsState, goodsColumns, goodsOf } from './goods.ts';
import type { PhotoStep } from './goods-photos.ts';

/** Goods as they stand. */
export interface FiledGoods {
  readonly goods: Goods;
  readonly state: GoodsState;
  readonly filedBy: string;
  readonly decidedBy?: string;
  readonly changedAt: Date;
  /** The first of their photos. */
  readonly photo?: { readonly photoId: string; readonly alt: string };
}

interface FiledRow extends GoodsRow {
  readonly state: GoodsState;
  readonly filed_by: string;
  readonly decided_by: string | null;
  readonly changed_at: Date;
  readonly photo: FiledGoods['photo'] | null;
}

const filedOf = (row: FiledRow): FiledGoods => ({
  ...{ goods: goodsOf(row), state: row.state, filedBy: row.filed_by, changedAt: row.changed_at },
  ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
  ...(row.photo ? { photo: row.photo } : {}),
});

/** Which goods are wanted. */
export interface GoodsWish {
  readonly ebcCode?: string | undefined;
  readonly state?: GoodsState | undefined;
  readonly sought: Sought;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const FILED = `${goodsColumns}, state, filed_by, decided_by, changed_at,
  (select jsonb_build_object('photoId', photo_id, 'alt', alt) from registry.goods_photo shown
   where shown.ebc_code = goods.ebc_code and shown.item_no = goods.item_no and removed_at is null
   order by place limit 1) as photo`;
const SEARCH = statement(`
  select ${FILED} from registry.goods
  where ($1::text is null or ebc_code = $1) and ($2::text is null or state = $2)
    and (cardinality($3::text[]) = 0 or terms @> $3::text[])
    and not exists (select from unnest($4::text[]) word where strpos(spelled, word) = 0)
    and ($5::text is null or (ebc_code, item_no) > ($5, $6))
  order by ebc_code, item_no limit $7`);

/** A page of goods, by seller and number. */
export async function searchGoods(
  client: Queryable,
  { ebcCode, state, sought, cursor, limit }: GoodsWish,
): Promise<{ goods: FiledGoods[]; next?: string }> {
  const after = cursor === undefined ? [null, null] : [cursor.slice(0, 10), cursor.slice(11)];
  const rows = await client.query<FiledRow>(SEARCH, [
    ...[ebcCode ?? null, state ?? null, sought.terms, sought.words, ...after, limit + 1],
  ]);
  const goods = rows.slice(0, limit).map(filedOf);
  const last = goods.at(-1)?.goods;
  return { goods, ...(rows.length > limit && last ? { next: `${last.ebcCode}_${last.itemNo}` } : {}) };
}

const FIND = `select ${FILED} from registry.goods where ebc_code = $1 and item_no = $2`;
const find = statement(FIND);
const findAndLock = statement(`${FIND} for update`);

/** Goods of a seller by number. */
export async function findFiledGoods(
  client: Queryable,
  ebcCode: string,
  itemNo: string,
  lock = false,
): Promise<FiledGoods | undefined> {
  const [row] = await client.query<FiledRow>(lock ? findAndLock : find, [ebcCode, itemNo]);
  return row && filedOf(row);
}

/** Something that was done with goods. */
export interface GoodsStep {
  readonly step: 'import' | 'file' | 'approve' | 'return' | 'withdraw' | PhotoStep;
  readonly by: string;
  readonly at: Date;
  readonly reasons?: string;
  readonly goods?: Goods;
  /** Which photo it is about. */
  readonly photo?: { readonly photoId: string; readonly alt: string; readonly place?: number };
}

const MOVE = statement(`
  update registry.goods set state = $3, decided_by = $4, changed_at = $5 where ebc_code = $1 and item_no = $2`);
const ADD_STEP = statement(`
  insert into registry.goods_step (ebc_code, item_no, step, done_by, done_at, reasons) values ($1, $2, $3, $4, $5, $6)`);
const STEPS = statement(`
  select step, done_by, done_at, reasons, goods, photo from registry.goods_step
  where ebc_code = $1 and item_no = $2 order by seq desc limit 200`);

/** Moves goods into another state, with its step. */
export async function moveGoods(
  client: Client,
  { goods }: FiledGoods,
  state: GoodsState,
  { step, by, at, reasons }: GoodsStep,
): Promise<void> {
  const { ebcCode, itemNo } = goods;
  const decidedBy = step === 'approve' || step === 'return' ? by : null;
  await client.run(MOVE, [ebcCode, itemNo, state, decidedBy, at]);
  await client.run(ADD_STEP, [ebcCode, itemNo, step, by, at, reasons ?? null]);
}

/** What was done with goods, the newest first. */
export async function goodsStepsOf(client: Queryable, ebcCode: string, itemNo: string): Promise<GoodsStep[]> {
  const rows = await client.query<{
    step: GoodsStep['step'];
    done_by: string;
    done_at: Date;
    reasons: string | null;
    goods: Goods | null;
    photo: GoodsStep['photo'] | null;
  }>(STEPS, [ebcCode, itemNo]);
  return rows.map(({ step, done_by, done_at, reasons, goods, photo }) => ({
    ...{ step, by: done_by, at: done_at },
    ...(reasons === null ? {} : { reasons }),
    ...(goods === null ? {} : { goods }),
    ...(photo ? { photo } : {}),
  }));
}
