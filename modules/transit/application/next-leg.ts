import { Problem } from '#http';
import type { Client } from '#postgres';
import { type Leg, legsOf } from '../storage/legs.ts';

/** The leg whose turn it is; undefined on the last one. */
export const nextLeg = (legs: readonly Leg[]): Leg | undefined =>
  legs.find(({ legNo, handover }) => legNo > 1 && !handover);

/** Bars the arrival of goods that nobody has written down as handed over. @throws Problem 409 */
export async function bringToLastLeg(client: Client, transitNo: string): Promise<void> {
  const next = nextLeg(await legsOf(client, transitNo));
  if (next)
    throw new Problem(409, 'TRANSIT-LEGS-OPEN', {
      zh: `第 ${next.legNo} 程尚未交接，请先登记交接`,
      en: `Nothing was written down of the handover to leg ${next.legNo}: do that first`,
    });
}
