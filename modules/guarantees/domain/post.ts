import type { Decimal } from '#kernel';
import { freeOf, kindOf, type Legs, type MovementWish, type Standing } from './movement.ts';

export type Refusal =
  | 'GUARANTEE-NO-ACCOUNT'
  | 'GUARANTEE-NOT-ENOUGH'
  | 'GUARANTEE-AMOUNT'
  | 'GUARANTEE-REFERENCE-USED';

/** What became of a wish. */
export type Posted =
  | { readonly wish: MovementWish; readonly outcome: 'posted'; readonly legs: Legs; readonly after: Standing }
  | { readonly wish: MovementWish; readonly outcome: 'repeated'; readonly after: Standing }
  | {
      readonly wish: MovementWish;
      readonly outcome: 'refused';
      readonly refusal: Refusal;
      /** What there would have been, or what was written under the reference. */
      readonly there: Decimal;
    };

export const causeKey = ({ guarantor, cause, reference }: MovementWish): string =>
  `${guarantor} ${cause} ${reference}`;

const NONE = 0n as Decimal;
/** Beyond the nineteen digits of an amount, five of them after the point. */
const MORE_THAN_HELD = 10n ** 19n;
const lesser = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const d = (value: bigint): Decimal => value as Decimal;

/**
 * Works a batch of wishes in their order against the accounts, each on what those before it left. A wish that would
 * take more than there is, or that says something else under a reference that is written, is refused alone; one that
 * says the same again is a repeat.
 * @param accounts is moved by what is posted.
 * @param written amounts by {@link causeKey} that were written before.
 */
export function post(
  wishes: readonly MovementWish[],
  accounts: Map<string, Standing>,
  written: ReadonlyMap<string, Decimal>,
): Posted[] {
  const seen = new Map(written);
  return wishes.map((wish): Posted => {
    const refuse = (refusal: Refusal, there: Decimal = NONE): Posted => ({
      ...{ wish, outcome: 'refused', refusal, there },
    });
    const account = accounts.get(wish.guarantor);
    if (account === undefined) return refuse('GUARANTEE-NO-ACCOUNT');
    if (wish.amount <= 0n || wish.amount >= MORE_THAN_HELD) return refuse('GUARANTEE-AMOUNT');
    const before = seen.get(causeKey(wish));
    if (before !== undefined) {
      if (before !== wish.amount) return refuse('GUARANTEE-REFERENCE-USED', before);
      return { wish, outcome: 'repeated', after: account };
    }
    const legs = legsOf(wish, account);
    if ('missing' in legs) return refuse('GUARANTEE-NOT-ENOUGH', legs.there);
    const after = moved(account, legs, wish);
    if (after.cover >= MORE_THAN_HELD || after.reserved >= MORE_THAN_HELD) return refuse('GUARANTEE-AMOUNT');
    accounts.set(wish.guarantor, after);
    seen.set(causeKey(wish), wish.amount);
    return { wish, outcome: 'posted', legs, after };
  });
}

const missing = (there: Decimal) => ({ missing: true, there }) as const;

/** The legs of a movement, or what there is where that is not enough. */
function legsOf(wish: MovementWish, account: Standing): Legs | ReturnType<typeof missing> {
  const { amount, cause } = wish;
  const { available, reserved, beyond } = account;
  switch (kindOf[cause]) {
    case 'TOPUP': {
      // What is owed beyond the cover is covered first.
      const first = lesser(beyond, amount);
      return { available: d(amount - first), reserved: NONE, outside: d(-amount), beyond: d(first) };
    }
    case 'LAPSE':
      if (available < amount) return missing(available);
      return { available: d(-amount), reserved: NONE, outside: amount, beyond: NONE };
    case 'RESERVE': {
      const free = freeOf(account);
      if (free < amount && !wish.whateverCover) return missing(free);
      const covered = lesser(free, amount);
      return { available: d(-covered), reserved: amount, outside: NONE, beyond: d(covered - amount) };
    }
    case 'VOID':
    case 'POST': {
      if (reserved < amount) return missing(reserved);
      // What stood beyond the cover goes first: it was covered by nothing.
      const bare = lesser(beyond, amount);
      const rest = d(amount - bare);
      return cause === 'drawn' || cause === 'display-lost'
        ? { available: NONE, reserved: d(-amount), outside: rest, beyond: d(bare) }
        : { available: rest, reserved: d(-amount), outside: NONE, beyond: d(bare) };
    }
  }
}

const moved = (account: Standing, legs: Legs, { cause, amount }: MovementWish): Standing => ({
  cover: d(account.cover - legs.outside),
  available: d(account.available + legs.available),
  reserved: d(account.reserved + legs.reserved),
  beyond: d(account.beyond - legs.beyond),
  lapsing: cause === 'lapse' ? d(account.lapsing - lesser(account.lapsing, amount)) : account.lapsing,
});
