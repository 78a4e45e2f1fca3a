import { Problem } from '#http';
import { record } from '#journal';
import type { Day, Finding } from '#kernel';
import type { Database, Queryable } from '#postgres';
import type { CodeLists } from '../domain/code-lists.ts';
import { changesBetween, type FieldChange } from '../domain/file-changes.ts';
import { checkGoods, type Goods } from '../domain/goods.ts';
import { checkGoodsTariff, type TariffFacts, type TariffLookup } from '../domain/goods-tariff.ts';
import { type SearchTerms, soughtOf } from '../domain/search-terms.ts';
import { writeGoods } from '../storage/goods.ts';
import {
  type FiledGoods,
  findFiledGoods,
  type GoodsStep,
  type GoodsWish,
  goodsStepsOf,
  moveGoods,
  searchGoods,
} from '../storage/goods-filings.ts';
import { type Photo, photosOf } from '../storage/goods-photos.ts';
import type { Actor } from './filing-ports.ts';

export type { FiledGoods } from '../storage/goods-filings.ts';

/** What goods are checked against and written with. */
export interface GoodsPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly goodsChecks: () => { readonly lists: CodeLists; readonly tariff: TariffLookup; readonly day: Day };
  readonly termsOf: (goods: Goods) => SearchTerms;
}

/** Everything against goods, as it is asked while typing and again when they are filed. */
export function findingsOfGoods({ goodsChecks }: Pick<GoodsPorts, 'goodsChecks'>, goods: Goods): Finding[] {
  const { lists, tariff, day } = goodsChecks();
  return [...checkGoods(goods, lists), ...checkGoodsTariff(goods, tariff, lists, day)];
}

/** Goods of a file that were not taken in, by their place in it, from 1. */
export interface BadGoods {
  readonly place: number;
  readonly itemNo: string;
  readonly findings: readonly Finding[];
}

/** What became of goods that were filed together. */
export interface GoodsReport {
  readonly filed: number;
  readonly unchanged: number;
  /** Item numbers of those that were filed. */
  readonly written: readonly string[];
  readonly bad: readonly BadGoods[];
}

/**
 * Files goods of one's own: they wait to be approved. Where some are unsound, nothing is filed unless the sound ones are
 * asked for.
 * @param step `import` where an operator's program enters them: then they count as approved
 */
export async function fileGoods(
  ports: GoodsPorts,
  { who, party }: Actor,
  goods: readonly Goods[],
  soundOnes: boolean,
  step: 'file' | 'import' = 'file',
): Promise<GoodsReport> {
  const seen = new Set<string>();
  const judged = goods.map((one, at) => {
    const twice = seen.has(one.itemNo);
    seen.add(one.itemNo);
    const own = party === undefined ? one : { ...one, ebcCode: party };
    const findings = findingsOfGoods(ports, own);
    return {
      goods: own,
      place: at + 1,
      itemNo: one.itemNo,
      findings: twice ? [...findings, given(one)] : findings,
    };
  });
  const bad = judged.flatMap(({ place, itemNo, findings }) =>
    findings.length > 0 ? [{ place, itemNo, findings }] : [],
  );
  const sound = judged.filter(({ findings }) => findings.length === 0).map((one) => one.goods);
  if (sound.length === 0 || (bad.length > 0 && !soundOnes))
    return { filed: 0, unchanged: 0, written: [], bad };
  const state = step === 'file' ? 'filed' : 'approved';
  const writing = { state, step, by: who, at: ports.now(), termsOf: ports.termsOf } as const;
  const written = await ports.database.transaction((client) => writeGoods(client, sound, writing));
  return { filed: written.length, unchanged: sound.length - written.length, written, bad };
}

const given = ({ itemNo }: Goods): Finding => ({
  ...{ code: 'REG-GOODS-TWICE', level: 'field', path: 'itemNo', rule: 'R-11.3' },
  message: { zh: `货号“${itemNo}”在文件中重复`, en: `Item number "${itemNo}" is in the file already` },
  remedy: { zh: '每个货号只保留一行', en: 'Keep one row an item number' },
});

/** Goods with what the tariff says of them today and what was done with them. */
export interface GoodsView {
  readonly filed: FiledGoods;
  readonly photos: readonly Photo[];
  readonly tariff: TariffFacts | undefined;
  readonly findings: readonly Finding[];
  readonly steps: readonly (Omit<GoodsStep, 'goods'> & { readonly changes: readonly FieldChange[] })[];
}

/** The answer to who asks for goods that are not there, or not for them. */
export const goodsNotFound = (itemNo: string): Problem =>
  new Problem(404, 'GOODS-NOT-FOUND', {
    zh: `没有备案商品 ${itemNo}`,
    en: `There are no filed goods ${itemNo}`,
  });

/** Goods their reader may see. @throws Problem 404 */
export async function goodsSeenBy(
  ports: GoodsPorts,
  client: Queryable,
  { party }: Pick<Actor, 'party'>,
  { ebcCode, itemNo }: { readonly ebcCode: string; readonly itemNo: string },
): Promise<GoodsView> {
  const others = party !== undefined && party !== ebcCode;
  const filed = others ? undefined : await findFiledGoods(client, ebcCode, itemNo);
  if (!filed) throw goodsNotFound(itemNo);
  const { tariff, day } = ports.goodsChecks();
  const steps = await goodsStepsOf(client, ebcCode, itemNo);
  return {
    filed,
    photos: await photosOf(client, { ebcCode, itemNo }),
    tariff: tariff(filed.goods.gcode, day),
    findings: findingsOfGoods(ports, filed.goods),
    steps: steps.map(({ goods, ...step }, at) => {
      const before = steps.slice(at + 1).find((one) => one.goods !== undefined)?.goods;
      return { ...step, changes: goods === undefined ? [] : changesBetween(before, goods) };
    }),
  };
}

/** A page of goods by what somebody typed. */
export function goodsFound(
  client: Queryable,
  { party }: Pick<Actor, 'party'>,
  { search, ...wish }: Omit<GoodsWish, 'sought'> & { readonly search?: string | undefined },
): Promise<{ goods: FiledGoods[]; next?: string }> {
  const ebcCode = party ?? wish.ebcCode;
  return searchGoods(client, { ...wish, ebcCode, sought: soughtOf(search ?? '') });
}

const from = { approve: ['filed'], return: ['filed'], withdraw: ['filed', 'approved', 'returned'] } as const;
const to = { approve: 'approved', return: 'returned', withdraw: 'withdrawn' } as const;

/** Decides on goods, or withdraws one's own. @throws Problem 404, 409 where they do not stand so, or by who filed them */
export async function stepGoods(
  { database, now }: GoodsPorts,
  { who, party }: Actor,
  key: { readonly ebcCode: string; readonly itemNo: string },
  step: 'approve' | 'return' | 'withdraw',
  reasons?: string,
): Promise<void> {
  await database.transaction(async (client) => {
    const others = party !== undefined && party !== key.ebcCode;
    const filed = others ? undefined : await findFiledGoods(client, key.ebcCode, key.itemNo, true);
    if (!filed) throw goodsNotFound(key.itemNo);
    if (!(from[step] as readonly string[]).includes(filed.state))
      throw new Problem(409, 'GOODS-STATE', {
        zh: `商品目前为“${filed.state}”，不能做此操作`,
        en: `The goods are ${filed.state}; this cannot be done with them now`,
      });
    if (step !== 'withdraw' && filed.filedBy === who)
      throw new Problem(409, 'GOODS-FOUR-EYES', {
        zh: '录入商品的人不能审核',
        en: 'Whoever filed the goods does not decide on them',
      });
    const at = now();
    await moveGoods(client, filed, to[step], { step, by: who, at, ...(reasons ? { reasons } : {}) });
    const body = { customsCode: key.ebcCode, itemNo: key.itemNo, by: who, ...(reasons ? { reasons } : {}) };
    await record(client, [{ at, kind: `goods-${to[step]}`, subject: `${key.ebcCode}/${key.itemNo}`, body }]);
  });
}
