import type { Day, Decimal } from '#kernel';
import type { Direction } from './criterion.ts';

/** Where the goods lie when the buyer orders. */
export type StockPlace =
  | 'abroad'
  | 'bonded-listed'
  | 'bonded-elsewhere'
  | 'china'
  | 'special-area'
  | 'overseas-warehouse';

export const STOCK_PLACES: Readonly<Record<Direction, readonly StockPlace[]>> = {
  import: ['abroad', 'bonded-listed', 'bonded-elsewhere'],
  export: ['china', 'special-area', 'overseas-warehouse'],
};

/** The goods asked about; amounts in CNY. */
export interface AskedGoods {
  /** Ten digits; fewer find no rate. */
  readonly hs?: string;
  /** Value of the parcel (import: goods, freight and insurance; export: free on board). */
  readonly value: Decimal;
  readonly pieces?: Decimal;
  /** Quantity of the whole in the unit of the consumption tax, where it bears one by quantity. */
  readonly taxQuantity?: Decimal;
}

/** What somebody wants to know: what goes from where to whom. Absent answers are unknown and are asked for. */
export interface Question {
  readonly direction: Direction;
  readonly day: Day;
  readonly buyer?: 'consumer' | 'firm';
  readonly stock?: StockPlace;
  readonly platformOrder?: boolean;
  readonly registered?: boolean;
  readonly goods: AskedGoods;
  /** Whether the goods need a licence, inspection by law, or bear export duty; and whether the licence is at hand. */
  readonly licence?: boolean;
  readonly licenceHeld?: boolean;
  readonly inspection?: boolean;
  readonly exportDuty?: boolean;
  /** Declared in a pilot zone; the zone of this platform is one. */
  readonly pilotZone?: boolean;
  /** Two digits of the customs district, for modes that were opened district by district. */
  readonly district?: string;
  readonly annualUsed?: Decimal;
  readonly importer?: boolean;
  readonly refund?: boolean;
  readonly invoice?: boolean;
  readonly purchaseGross?: Decimal;
  readonly generalTaxpayer?: boolean;
  readonly refundFiled?: boolean;
  readonly zoneRegistered?: boolean;
  readonly warehouseFiled?: boolean;
  readonly marketPurchase?: boolean;
  readonly valueUsd?: Decimal;
  readonly borderTrade?: boolean;
}
