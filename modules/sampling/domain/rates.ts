import { compare, type Dated, type Day, type Decimal, holdsOn, multiply } from '#kernel';

/** How customs rates an enterprise: the codes of the list `customs_credit`, which says from when each is given. */
export const creditClasses = ['aeo', 'certified', 'regular', 'dishonest', 'seriously-dishonest'] as const;
export type CreditClass = (typeof creditClasses)[number];

/** watch: drawn and noted; live: what is drawn is inspected before it is released. */
export const samplingModes = ['watch', 'live'] as const;
export type SamplingMode = (typeof samplingModes)[number];

interface Row extends Dated<Decimal> {
  readonly code: string;
  readonly mode: SamplingMode;
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
}

/** A rate of goods: the longest beginning of the code counts, and of two alike the one that names the origin. */
export interface GoodsRow extends Row {
  readonly kind: 'goods';
  readonly hs: readonly string[];
  readonly origins: readonly string[];
}

/** What a class of credit does: a share of the rate, or a least rate. */
export interface CreditRow extends Row {
  readonly kind: 'share' | 'least';
  readonly credit: CreditClass;
}

/** The rate of goods after like ones of the same origin were found not to conform. */
export interface RaisedRow extends Row {
  readonly kind: 'raised';
  readonly days: number;
  /** Codes of the faults that count. */
  readonly faults: readonly string[];
}

export type SamplingRow = GoodsRow | CreditRow | RaisedRow;

/** The rates of a day, laid out to be looked up for each line of goods. */
export interface SamplingPlan {
  /** By beginning of the code; the empty one is any goods. */
  readonly goods: ReadonlyMap<string, readonly GoodsRow[]>;
  /** Lengths of beginnings there are, the longest first. */
  readonly lengths: readonly number[];
  readonly credit: ReadonlyMap<CreditClass, readonly CreditRow[]>;
  readonly raised: RaisedRow | undefined;
}

/** Lays the rows that hold on a day out. */
export function planOf(rows: readonly SamplingRow[], day: Day): SamplingPlan {
  const goods = new Map<string, GoodsRow[]>();
  const credit = new Map<CreditClass, CreditRow[]>();
  let raised: RaisedRow | undefined;
  for (const row of rows) {
    if (!holdsOn(row, day)) continue;
    if (row.kind === 'raised') raised = row;
    else if (row.kind === 'goods')
      for (const hs of row.hs.length === 0 ? [''] : row.hs) goods.set(hs, [...(goods.get(hs) ?? []), row]);
    else credit.set(row.credit, [...(credit.get(row.credit) ?? []), row]);
  }
  const lengths = [...new Set([...goods.keys()].map((hs) => hs.length))].sort((one, other) => other - one);
  return { goods, lengths, credit, raised };
}

/** What of a list its rate depends on. */
export interface SampledList {
  readonly items: readonly { readonly gcode: string; readonly country?: string | undefined }[];
  /** Of whoever declares it. */
  readonly declarant: CreditClass;
  readonly seller: CreditClass;
}

/** The rate of a list, by which rows, and whether what is drawn by it is inspected. */
export interface Rate {
  readonly rate: Decimal;
  readonly mode: SamplingMode;
  /** Codes of the rows, joined by blanks. */
  readonly why: string;
}

/** What goods are remembered by: chapter of the tariff and country of origin. */
export const likeGoods = (hsChapter: string, origin: string): string => `${hsChapter} ${origin}`;

/**
 * The rate at which a list is drawn: the highest of its lines, less for an advanced certified declarant, at least that of
 * dishonest ones, and raised where like goods were found not to conform.
 * @param raised chapters and origins by `likeGoods`
 * @returns undefined where no row says anything of its goods
 */
export function rateOf(plan: SamplingPlan, list: SampledList, raised: ReadonlySet<string>): Rate | undefined {
  const like = ({ gcode, country = '' }: SampledList['items'][number]): string =>
    likeGoods(gcode.slice(0, 2), country);
  if (plan.raised && raised.size > 0 && list.items.some((item) => raised.has(like(item))))
    return ratedBy(plan.raised);
  let highest: GoodsRow | undefined;
  for (const item of list.items) {
    const row = rowFor(plan, item);
    if (row && (highest === undefined || compare(row.value, highest.value) > 0)) highest = row;
  }
  if (!highest) return undefined;
  const goods = ratedBy(highest);
  const share = plan.credit.get(list.declarant)?.find(({ kind }) => kind === 'share');
  const lessened = share
    ? { ...goods, rate: multiply(goods.rate, share.value), why: `${goods.why} ${share.code}` }
    : goods;
  const least = [list.declarant, list.seller].flatMap(
    (credit) => plan.credit.get(credit)?.find(({ kind }) => kind === 'least') ?? [],
  )[0];
  return least && compare(least.value, lessened.rate) > 0 ? ratedBy(least) : lessened;
}

const ratedBy = ({ value, mode, code }: Row): Rate => ({ rate: value, mode, why: code });

function rowFor(
  { goods, lengths }: SamplingPlan,
  { gcode, country }: SampledList['items'][number],
): GoodsRow | undefined {
  for (const length of lengths) {
    const rows = goods.get(gcode.slice(0, length));
    const row =
      rows?.find(({ origins }) => country !== undefined && origins.includes(country)) ??
      rows?.find(({ origins }) => origins.length === 0);
    if (row) return row;
  }
  return undefined;
}
