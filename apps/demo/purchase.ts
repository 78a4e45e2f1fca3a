import type { Instant } from '#kernel';
import type { Goods } from './goods.ts';
import { type Buyer, buyerAt } from './people.ts';
import type { Random } from './random.ts';
import { type DemoEnterprise, goodsOn, type Zone } from './zone.ts';

/** 9610 direct purchase, 1210 bonded stock. */
export type Mode = '9610' | '1210';

export interface CartLine {
  readonly goods: Goods;
  /** Pieces. */
  readonly quantity: number;
  readonly priceFen: number;
}

/** The firms a purchase goes through. */
export interface Parties {
  readonly platform: DemoEnterprise;
  readonly seller: DemoEnterprise;
  readonly paymentFirm: DemoEnterprise;
  readonly carrier: DemoEnterprise;
  readonly broker: DemoEnterprise;
  /** Holds the goods in 1210; has no part in 9610. */
  readonly warehouse: DemoEnterprise;
}

/** What happened in the shop, before anybody writes a paper about it. */
export interface Purchase {
  /** Told apart from all others by this: digits and capital letters, at most 19. */
  readonly number: string;
  readonly mode: Mode;
  readonly orderedAt: Instant;
  readonly buyer: Buyer;
  readonly parties: Parties;
  readonly lines: readonly CartLine[];
  readonly freightFen: number;
  /** Part of the price paid with coupons or points. */
  readonly discountFen: number;
}

/** What is settled beforehand about a purchase; the rest is left to chance. */
export interface PurchaseOptions {
  readonly number: string;
  readonly orderedAt: Instant;
  readonly buyerIndex: number;
  readonly mode?: Mode;
  readonly parties?: Partial<Parties>;
  readonly lines?: readonly CartLine[];
  /** Fewest lines of the cart when chance fills it. */
  readonly minLines?: number;
  /** What such a cart is worth at most; fen. */
  readonly ceilingFen?: number;
  readonly freightFen?: number;
  readonly discountFen?: number;
}

const FREIGHTS_FEN = [0, 0, 800, 1000, 1200, 1500, 2000];
/** Well under the single limit of 5,000 CNY, freight included, and under 4,800, where K3 begins to look. */
const CART_CEILING_FEN = 450_000;

/** Adds up price × pieces of a cart, in fen. */
export function goodsValueFen(lines: readonly CartLine[]): number {
  return lines.reduce((total, { quantity, priceFen }) => total + quantity * priceFen, 0);
}

/** One kind of goods at one of its prices. */
function lineOf(random: Random, goods: Goods, quantity: number): CartLine {
  return { goods, quantity, priceFen: random.pick(goods.pricesFen) };
}

function fillCart(
  random: Random,
  zone: Zone,
  mode: Mode,
  { minLines = 1, ceilingFen = CART_CEILING_FEN }: PurchaseOptions,
): CartLine[] {
  const shelf = goodsOn(zone, mode);
  const wanted = Math.max(minLines, 1 + (random.chance(0.35) ? 1 : 0) + (random.chance(0.1) ? 1 : 0));
  const lines: CartLine[] = [];
  let ceiling = ceilingFen;
  for (let tries = 0; lines.length < wanted && tries < 50; tries++) {
    const goods = random.pick(shelf);
    const line = lineOf(random, goods, random.chance(0.25) ? 2 : 1);
    const taken = lines.some((other) => other.goods.itemNo === goods.itemNo);
    const worth = line.quantity * line.priceFen;
    if (taken || worth > ceiling) continue;
    lines.push(line);
    ceiling -= worth;
  }
  return lines;
}

/** The firms of a purchase: named ones first, chance for the rest. */
export function chooseParties(random: Random, zone: Zone, named: Partial<Parties> = {}): Parties {
  return {
    platform: named.platform ?? random.pick(zone.platforms),
    seller: named.seller ?? random.pick(zone.sellers),
    paymentFirm: named.paymentFirm ?? random.pick(zone.paymentFirms),
    carrier: named.carrier ?? random.pick(zone.carriers),
    broker: named.broker ?? random.pick(zone.brokers),
    warehouse: named.warehouse ?? random.pick(zone.warehouses),
  };
}

export function makePurchase(random: Random, zone: Zone, options: PurchaseOptions): Purchase {
  const mode = options.mode ?? (random.chance(0.45) ? '1210' : '9610');
  const lines = options.lines ?? fillCart(random, zone, mode, options);
  const coupon = random.chance(0.1) && goodsValueFen(lines) > 20_000 ? 2000 : 0;
  return {
    number: options.number,
    mode,
    orderedAt: options.orderedAt,
    buyer: buyerAt(options.buyerIndex),
    parties: chooseParties(random, zone, options.parties),
    lines,
    freightFen: options.freightFen ?? random.pick(FREIGHTS_FEN),
    discountFen: options.discountFen ?? coupon,
  };
}
