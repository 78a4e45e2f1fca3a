import { chinaStamp, type Instant } from '#kernel';
import { ordersOfPerson } from '#orders';
import type { Database } from '#postgres';
import { buyerKeyOf } from '#quotas';
import { confirmIdentity } from '../../modules/persons/wiring.ts';
import { type Dossier, type DossierOptions, makeDossier } from './dossiers.ts';
import { BUYER_COUNT, type Buyer, buyerAt } from './people.ts';
import { createRandom } from './random.ts';
import type { Zone } from './zone.ts';

/** The last buyer there is: the day's others are dealt from a place that chance chooses. */
const buyerIndex = BUYER_COUNT - 1;

/** One purchase for every way a parcel may stand: three released, one held, refused, withdrawn, and one only announced. */
const purchases: readonly (Pick<DossierOptions, 'fault' | 'mode'> & { readonly papers?: number })[] = [
  { mode: '1210' },
  { mode: '9610' },
  { mode: '1210' },
  { mode: '9610', fault: 'off-the-positive-list' },
  { fault: 'over-single-limit-with-two-items' },
  { mode: '9610', fault: 'list-deleted' },
  { mode: '9610', papers: 2 },
];

/** The consumer of the demonstration as a person in papers. */
export interface DemoConsumer {
  readonly buyer: Buyer;
  /** Digest of the person, as in papers. */
  readonly person: string;
  /** An order of theirs. */
  readonly orderNo: string;
  /** What is still to be sent: nothing where they have bought before. */
  readonly dossiers: readonly Dossier[];
}

/** Who the demo consumer is, and what they buy at the first start; at later ones they have bought it already. */
export async function demoConsumer(
  database: Database,
  zone: Zone,
  { runId, now }: { readonly runId: string; readonly now: Instant },
): Promise<DemoConsumer> {
  const buyer = buyerAt(buyerIndex);
  const person = database.vault.personDigest(buyerKeyOf('1', buyer.idNumber));
  const [known] = await ordersOfPerson(database.readers, person, 1);
  if (known !== undefined) return { buyer, person, orderNo: known, dossiers: [] };
  const dossiers = purchasesOf(zone, runId, now);
  return { buyer, person, orderNo: dossiers[0]?.order.head.orderNo ?? '', dossiers };
}

/** All at the first platform, whose people are asked when something about the consumer is to be corrected. */
function purchasesOf(zone: Zone, runId: string, now: Instant): Dossier[] {
  const random = createRandom(`consumer/${runId}`);
  const [platform] = zone.platforms;
  const day = chinaStamp(now).slice(2, 8);
  return purchases.map(({ papers, ...options }, at) => {
    const dossier = makeDossier(random, zone, {
      ...options,
      ...(platform ? { parties: { platform } } : {}),
      ...{ buyerIndex, number: `${day}${runId}C${at + 1}`, orderedAt: now - 46 * 60_000 },
    });
    return { ...dossier, steps: dossier.steps.slice(0, papers) };
  });
}

/** Confirms an account as the demo consumer: signed in, they see at once what a person sees. */
export const confirmDemoConsumer = (
  database: Database,
  { person, orderNo }: DemoConsumer,
  accountId: string,
): Promise<void> => confirmIdentity(database, { accountId, person, orderNo, at: new Date() });
