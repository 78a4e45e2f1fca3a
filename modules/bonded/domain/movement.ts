import type { Day, Decimal } from '#kernel';

/** Where goods of a book lie: in the warehouse, out on display under guarantee, or on their way out of the book. */
export type Place = 'stock' | 'display' | 'pending';

/** What a movement is in the words of the rule; MOVE, inside a book or between two, is ours (D). */
export type MovementKind = 'IN' | 'OUT' | 'RETURN' | 'ADJUST' | 'DISPLAY' | 'MOVE';

/** What a movement is written for. */
export type Cause =
  | 'entry'
  | 'checklist'
  | 'checklist-back'
  | 'exit'
  | 'return'
  | 'count'
  | 'display-out'
  | 'display-back'
  | 'display-sale'
  | 'display-lost'
  | 'transfer-out'
  | 'transfer-sent'
  | 'transfer-in'
  | 'transfer-back'
  | 'export'
  | 'ship-back'
  | 'destruction';

interface Way {
  readonly kind: MovementKind;
  /** Absent: from outside the book. */
  readonly from?: Place;
  /** Absent: out of the book. */
  readonly to?: Place;
}

/** From where to where each cause moves goods. A count moves by the sign of its difference. */
const WAYS: Readonly<Record<Exclude<Cause, 'count'>, Way>> = {
  entry: { kind: 'IN', to: 'stock' },
  // A book checklist takes goods out of stock; they leave the book when their pass is read at the gate (R-1.18a).
  checklist: { kind: 'MOVE', from: 'stock', to: 'pending' },
  'checklist-back': { kind: 'MOVE', from: 'pending', to: 'stock' },
  exit: { kind: 'OUT', from: 'pending' },
  return: { kind: 'RETURN', to: 'stock' },
  // Set aside by a checklist too: on display once the gate has let them out.
  'display-out': { kind: 'DISPLAY', from: 'pending', to: 'display' },
  'display-back': { kind: 'DISPLAY', from: 'display', to: 'stock' },
  'display-sale': { kind: 'OUT', from: 'display' },
  'display-lost': { kind: 'OUT', from: 'display' },
  'transfer-out': { kind: 'MOVE', from: 'stock', to: 'pending' },
  'transfer-sent': { kind: 'MOVE', from: 'pending' },
  'transfer-in': { kind: 'MOVE', to: 'stock' },
  'transfer-back': { kind: 'MOVE', from: 'pending', to: 'stock' },
  // Sold abroad: the paper of their departure takes goods out, as no second line is passed (D).
  export: { kind: 'OUT', from: 'stock' },
  'ship-back': { kind: 'OUT', from: 'stock' },
  destruction: { kind: 'OUT', from: 'stock' },
};

/** A movement that is wished for. */
export interface MovementWish {
  readonly bookNo: string;
  readonly itemNo: number;
  readonly cause: Cause;
  /** In the unit of the book; above zero, for a count the difference of either sign. */
  readonly quantity: Decimal;
  /** What it is written for: an entry, list, transfer or count, and the line there. */
  readonly reference: string;
  readonly line: number;
  readonly day: Day;
  readonly by: string;
  readonly note?: string;
  /** Best-before day of goods that come in. */
  readonly expiresOn?: Day;
}

/** The way of a wish: a count moves from nowhere into stock, or out of it. */
export function wayOf(wish: Pick<MovementWish, 'cause' | 'quantity'>): Way {
  if (wish.cause !== 'count') return WAYS[wish.cause];
  return wish.quantity < 0n ? { kind: 'ADJUST', from: 'stock' } : { kind: 'ADJUST', to: 'stock' };
}

/** How much a wish moves, without its sign. */
export function movedBy({ quantity }: Pick<MovementWish, 'quantity'>): Decimal {
  return (quantity < 0n ? -quantity : quantity) as Decimal;
}
