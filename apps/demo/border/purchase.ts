import { type Dossier, type DossierOptions, makeDossier } from '../dossiers.ts';
import { stepBytes } from '../messages.ts';
import type { CartLine } from '../purchase.ts';
import { createRandom } from '../random.ts';
import type { BorderStage } from './story.ts';

const MINUTE = 60_000;
/** Order to list in life: the papers of a purchase are this old when they are sent. */
const PAPERWORK_MINUTES = 46;
/** Buyers of these stories are kept apart from those of the demo day and of the samples. */
const FIRST_BUYER = 15_500_000;
const BUYERS = 400_000;

/** Goods of the zone by the seller's number. @throws RangeError where it sells none */
export function lineOf({ zone }: BorderStage, itemNo: string, quantity: number, priceFen: number): CartLine {
  const goods = zone.goods.find((candidate) => candidate.itemNo === itemNo);
  if (!goods) throw new RangeError(`the zone sells no ${itemNo}`);
  return { goods, quantity, priceFen };
}

/** A purchase of a story with papers that agree, its number its own at every start; through the first firms of the zone. */
export function purchaseFor(
  stage: BorderStage,
  tail: string,
  options: Pick<DossierOptions, 'mode' | 'lines'>,
): Dossier {
  const number = stage.number(tail);
  const random = createRandom(`border/${number}`);
  const { platforms, sellers, paymentFirms, carriers, brokers, warehouses } = stage.zone;
  const [platform, seller, paymentFirm, carrier, broker, warehouse] = [
    ...[platforms[0], sellers[0], paymentFirms[0], carriers[0], brokers[0], warehouses[0]],
  ];
  if (!platform || !seller || !paymentFirm || !carrier || !broker || !warehouse)
    throw new RangeError('the zone has not all kinds of firms');
  return makeDossier(random, stage.zone, {
    ...{ number, freightFen: 0, discountFen: 0, ...options },
    parties: { platform, seller, paymentFirm, carrier, broker, warehouse },
    orderedAt: stage.now().getTime() - PAPERWORK_MINUTES * MINUTE,
    buyerIndex: FIRST_BUYER + (random.below(BUYERS) % BUYERS),
  });
}

/** Hands its four papers in, each by its firm. */
export async function handIn(stage: BorderStage, dossier: Dossier): Promise<void> {
  const random = createRandom(`border/${dossier.number}/messages`);
  for (const step of dossier.steps)
    await stage.firm(step.sender.customsCode).send(step.paper, stepBytes(step, random));
}
