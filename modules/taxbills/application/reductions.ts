import { addReceipts } from '#exchange';
import { type MovementWish, postMovements } from '#guarantees';
import { add, type Decimal, formatDecimal, parseDecimal, subtract, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { billReference } from '../domain/reference.ts';
import { addReductions, type Bill, lockBills, reduceBills, reductionsOf } from '../storage/bills.ts';
import { lowerCertificates } from '../storage/certificates.ts';
import { statusReceipt } from './papers.ts';
import type { TaxBillPorts } from './ports.ts';

type Ports = Pick<TaxBillPorts, 'chinaDay' | 'returnTime'>;

/** Part of the tax of a list that is no longer owed. */
export interface GivingBack {
  /** Locked. */
  readonly bill: Bill;
  /** Above zero, within what is owed. */
  readonly amount: Decimal;
  /** What it is given back for: given back once. */
  readonly reference: string;
  readonly reason: string;
}

/**
 * Gives tax back in the caller's transaction: what was not paid is no longer owed and its guarantee is free, what was paid
 * is to be paid back. Each reference of a list once; bills are locked by the caller.
 * @returns those that are new
 */
export async function giveBack(
  ports: Ports,
  client: Client,
  wishes: readonly GivingBack[],
  at: Date,
): Promise<readonly GivingBack[]> {
  if (wishes.length === 0) return [];
  const written = await addReductions(
    client,
    wishes.map(({ bill, amount, reference, reason }) => ({
      ...{ orderNo: bill.orderNo, ebpCode: bill.ebpCode, attempt: bill.attempt, reference, reason, at },
      ...{ amount: formatDecimal(amount), afterPayment: bill.state === 'paid' },
    })),
  );
  const isNew = new Set(written.map((one) => `${one.ebpCode}/${one.orderNo} ${one.reference}`));
  const fresh = wishes.filter(({ bill, reference }) =>
    isNew.has(`${bill.ebpCode}/${bill.orderNo} ${reference}`),
  );
  if (fresh.length === 0) return [];
  const reduced = fresh.map((wish) => reduce(wish));
  await reduceBills(client, reduced);
  await free(ports, client, fresh, at);
  await lowerCertificates(
    client,
    fresh.flatMap(({ bill, amount }) =>
      bill.state === 'merged' && bill.certificateNo !== null
        ? [{ certificateNo: bill.certificateNo, amount: formatDecimal(amount) }]
        : [],
    ),
  );
  // Whoever was sent the bill is told that it is void.
  const voided = fresh.filter(({ bill }, i) => bill.toldAt !== null && reduced[i]?.state === 'void');
  await addReceipts(
    client,
    voided.map(({ bill }) => statusReceipt(bill, '3', ports.returnTime(at))),
  );
  return fresh;
}

function reduce({ bill, amount }: GivingBack) {
  const { orderNo, ebpCode, attempt, state } = bill;
  const returned = add(parseDecimal(bill.returned), amount);
  const held = subtract(parseDecimal(bill.held), freed(bill, amount));
  const over = state !== 'paid' && returned === parseDecimal(bill.tax);
  return {
    ...{ orderNo, ebpCode, attempt, returned: formatDecimal(returned), held: formatDecimal(held) },
    state: over ? ('void' as const) : state,
  };
}

const lesser = (one: Decimal, other: Decimal): Decimal => (one < other ? one : other);
const freed = (bill: Bill, amount: Decimal): Decimal => lesser(parseDecimal(bill.held), amount);

async function free(
  { chinaDay }: Ports,
  client: Client,
  wishes: readonly GivingBack[],
  at: Date,
): Promise<void> {
  const movements = wishes.flatMap(({ bill, amount, reference }): MovementWish[] => {
    const part = freed(bill, amount);
    if (part <= ZERO) return [];
    return [
      {
        ...{ guarantor: bill.guarantor, cause: 'voided', amount: part, day: chinaDay(at), by: 'engine' },
        reference: `${billReference(bill)} ${reference}`,
      },
    ];
  });
  for (const one of await postMovements(client, movements, at))
    if (one.outcome === 'refused')
      throw new RangeError(`the guarantee of ${one.wish.reference} is not reserved: ${one.refusal}`);
}

/** What became of a wish that tax be given back. */
export type GivenBack =
  | { readonly outcome: 'given-back'; readonly afterPayment: boolean; readonly guarantor: string }
  | { readonly outcome: 'repeated' }
  /** There is no tax of this list. */
  | { readonly outcome: 'no-bill' }
  /** More than is left of it; CNY. */
  | { readonly outcome: 'too-much'; readonly left: Decimal };

/**
 * Gives back part of the tax of a list, in the caller's transaction and once a reference: for goods that come back.
 * @param amount CNY, above zero
 */
export async function voidFor(
  ports: Ports,
  client: Client,
  list: { readonly orderNo: string; readonly ebpCode: string },
  wish: { readonly amount: Decimal; readonly reference: string; readonly reason: string; readonly at: Date },
): Promise<GivenBack> {
  const bills = await lockBills(client, [list.orderNo]);
  const bill = bills.findLast(({ ebpCode }) => ebpCode === list.ebpCode);
  if (!bill) return { outcome: 'no-bill' };
  const left = subtract(parseDecimal(bill.tax), parseDecimal(bill.returned));
  const { amount, reference, reason, at } = wish;
  // Looked at first: what was given back before leaves less than is asked for again.
  if (amount <= left) {
    const [given] = await giveBack(ports, client, [{ bill, amount, reference, reason }], at);
    if (given)
      return { outcome: 'given-back', afterPayment: bill.state === 'paid', guarantor: bill.guarantor };
    return { outcome: 'repeated' };
  }
  const known = (await reductionsOf(client, bill)).some((one) => one.reference === reference);
  return known ? { outcome: 'repeated' } : { outcome: 'too-much', left };
}
