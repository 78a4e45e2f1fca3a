import { freeCover, postMovements } from '#guarantees';
import { type Day, type Decimal, type Finding, formatDecimal, sum, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { displayFinding } from '../domain/findings.ts';
import { type Amount, freedBy, type ShownGoods } from '../domain/on-display.ts';
import type { Consignment } from '../storage/consignments.ts';

/** When, and by whom, something is done. */
export interface Moment {
  readonly day: Day;
  readonly at: Date;
  readonly by: string;
}

/** Reserves the tax of goods that go on display of the guarantee of their enterprise. @returns what is missing, if anything is */
export async function reserveCover(
  client: Client,
  { displayNo, owner }: Pick<Consignment, 'displayNo' | 'owner'>,
  amount: Decimal,
  { day, at, by }: Moment,
): Promise<Finding[]> {
  if (amount === ZERO) return [];
  const wish = { guarantor: owner, cause: 'display', amount, reference: displayNo, day, by } as const;
  const [posted] = await postMovements(client, [wish], at);
  if (posted?.outcome === 'posted') return [];
  const free = await freeCover(client, owner);
  return [
    displayFinding('DISPLAY-COVER', 'goods', `${formatDecimal(free, 2)} < ${formatDecimal(amount, 2)} CNY`),
  ];
}

/**
 * Gives back the cover of goods that are on display no more, or draws the tax of those that are missing from it.
 * @param reference what they went by, once each
 */
export async function endCover(
  client: Client,
  { displayNo, owner }: Pick<Consignment, 'displayNo' | 'owner'>,
  wish: {
    readonly lines: readonly ShownGoods[];
    readonly gone: readonly Amount[];
    readonly cause: 'display-freed' | 'display-lost';
    readonly reference: string;
  },
  { day, at, by }: Moment,
): Promise<void> {
  const byItem = new Map(wish.lines.map((line) => [line.itemNo, line]));
  const amount = sum(
    wish.gone.map(({ itemNo, quantity }) => {
      const line = byItem.get(itemNo);
      return line ? freedBy(line, quantity) : ZERO;
    }),
  );
  if (amount === ZERO) return;
  const reference = `${displayNo} ${wish.reference}`;
  const [posted] = await postMovements(
    client,
    [{ guarantor: owner, cause: wish.cause, amount, reference, day, by }],
    at,
  );
  if (posted?.outcome !== 'posted') throw new Error(`the cover of ${reference} is not there`);
}
