import type { Instant } from '#kernel';
import { type Dossier, makeDossier } from './dossiers.ts';
import { type Fault, faults } from './faults/index.ts';
import { writeMessage } from './messages.ts';
import type { PaperKind } from './papers.ts';
import { BUYER_COUNT } from './people.ts';
import { chooseParties, type Parties } from './purchase.ts';
import { createRandom, type Random } from './random.ts';
import type { DemoEnterprise, Zone } from './zone.ts';

/** Up to 100 dossiers as four messages, ready to be sent. */
export interface Batch {
  readonly messages: readonly {
    readonly kind: PaperKind;
    readonly sender: DemoEnterprise;
    readonly bytes: Uint8Array;
  }[];
  readonly dossiers: readonly Pick<Dossier, 'number' | 'fault' | 'expected'>[];
}

export interface BatchOptions {
  /** Batches of the same seed and numbers are the same to the byte. */
  readonly seed: string;
  /** Number of the first dossier; no two batches of a run may share numbers. */
  readonly from: number;
  /** 1 to 100. */
  readonly count: number;
  /** Share of dossiers with a fault, 0 to 1. */
  readonly faultShare: number;
  readonly orderedAt: Instant;
}

/** Faults that leave each paper readable and sent once, so that they fit into a message of a hundred. */
const mixable: readonly Fault[] = faults.filter(
  ({ script, earlier, expected }) =>
    script === undefined && earlier === undefined && expected.outcome !== 'none',
);

function makeDossiers(random: Random, zone: Zone, options: BatchOptions, parties: Parties): Dossier[] {
  const { seller: _, ...fixed } = parties;
  // Runs of other seeds are other people's, or yearly limits would fill up from run to run.
  const firstBuyer = createRandom(options.seed).below(BUYER_COUNT);
  return Array.from({ length: options.count }, (__, index) => {
    const serial = options.from + index;
    const fault = random.chance(options.faultShare) ? random.pick(mixable).name : undefined;
    return makeDossier(random, zone, {
      number: `${options.seed}${String(serial).padStart(9, '0')}`,
      orderedAt: options.orderedAt,
      buyerIndex: firstBuyer + serial,
      parties: fixed,
      ...(fault === undefined ? {} : { fault }),
    });
  });
}

/**
 * Makes the four messages of many dossiers: one order message of one platform, one payment message, one waybill
 * message, one list message. Every dossier has its own buyer, so that no limit comes into play by chance.
 * @param options `seed`: one to nine digits or capital letters.
 */
export function makeBatch(zone: Zone, options: BatchOptions): Batch {
  const random = createRandom(`${options.seed}/${options.from}`);
  const parties = chooseParties(random, zone);
  const dossiers = makeDossiers(random, zone, options, parties);
  const { platform, paymentFirm, carrier, broker } = parties;
  const message = (kind: PaperKind, sender: DemoEnterprise) => {
    const documents = dossiers.map((dossier) => dossier[kind]);
    return { kind, sender, bytes: writeMessage(kind, documents, sender, random) };
  };
  return {
    messages: [
      message('order', platform),
      message('payment', paymentFirm),
      message('waybill', carrier),
      message('declaration', broker),
    ],
    dossiers: dossiers.map(({ number, fault, expected }) => ({
      number,
      ...(fault === undefined ? {} : { fault }),
      expected,
    })),
  };
}
