import type { Day, Decimal } from '#kernel';

/** What a movement is written for; with its reference it is written once. */
export type Cause =
  /** A guarantee came into force. */
  | 'instrument'
  /** Its time is up. */
  | 'lapse'
  /** A list was released with tax. */
  | 'release'
  /** Its tax is no longer owed: withdrawn, sent back, or part of its goods returned. */
  | 'voided'
  /** Its tax was paid: the guarantee is free again. */
  | 'paid'
  /** Its tax was taken out of the guarantee. */
  | 'drawn'
  /** Goods go out on display: the tax they would bear stands for them. */
  | 'display'
  /** They are on display no more. */
  | 'display-freed'
  /** They are missing there: their tax was taken out of the guarantee. */
  | 'display-lost';

export type Kind = 'TOPUP' | 'LAPSE' | 'RESERVE' | 'VOID' | 'POST';

export const kindOf: Readonly<Record<Cause, Kind>> = {
  instrument: 'TOPUP',
  lapse: 'LAPSE',
  release: 'RESERVE',
  voided: 'VOID',
  paid: 'POST',
  drawn: 'POST',
  display: 'RESERVE',
  'display-freed': 'VOID',
  'display-lost': 'POST',
};

/** A movement somebody wishes to be written. */
export interface MovementWish {
  /** Customs code of the enterprise whose account it is. */
  readonly guarantor: string;
  readonly cause: Cause;
  /** CNY, above zero. */
  readonly amount: Decimal;
  readonly reference: string;
  readonly day: Day;
  readonly by: string;
  /** The tax is owed whether or not it is covered: customs has released the list. What is missing is told as `beyond`. */
  readonly whateverCover?: boolean;
}

/** How an account stands. CNY. */
export interface Standing {
  readonly cover: Decimal;
  readonly available: Decimal;
  readonly reserved: Decimal;
  readonly beyond: Decimal;
  readonly lapsing: Decimal;
}

/** The legs of a movement; together they come to nothing. */
export interface Legs {
  readonly available: Decimal;
  readonly reserved: Decimal;
  readonly outside: Decimal;
  readonly beyond: Decimal;
}

/** What may still be reserved: what is free, less guarantees that lapse as soon as nothing stands on them. */
export function freeOf({ available, lapsing }: Pick<Standing, 'available' | 'lapsing'>): Decimal {
  return (available > lapsing ? available - lapsing : 0n) as Decimal;
}

/** What of its lapsed guarantees an account can give now. */
export function lapsesNow({ available, lapsing }: Pick<Standing, 'available' | 'lapsing'>): Decimal {
  return (available > lapsing ? lapsing : available) as Decimal;
}
