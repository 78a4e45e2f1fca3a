import { type Dossier, type DossierOptions, makeDossier } from '../../apps/demo/dossiers.ts';
import { again } from '../../apps/demo/faults/conduct.ts';
import { writeMessage } from '../../apps/demo/messages.ts';
import type { PaperKind, Papers } from '../../apps/demo/papers.ts';
import { chooseParties, type Parties } from '../../apps/demo/purchase.ts';
import { createRandom, type Random } from '../../apps/demo/random.ts';
import type { DemoEnterprise, Zone } from '../../apps/demo/zone.ts';

export const PAPER_KINDS: readonly PaperKind[] = ['order', 'payment', 'waybill', 'declaration'];

const SENDERS: Readonly<Record<PaperKind, keyof Parties>> = {
  order: 'platform',
  payment: 'paymentFirm',
  waybill: 'carrier',
  declaration: 'broker',
};

/** Purchases through one platform, payment firm, carrier and broker, so that their papers fit into one message. */
export class Purchases {
  readonly random: Random;
  readonly #parties: Parties;
  readonly #zone: Zone;
  readonly #seed: string;
  readonly #firstBuyer: number;
  #made = 0;

  /** @param seed one to eight digits or capital letters: no two of a test may share it. */
  constructor(zone: Zone, seed: string) {
    this.#zone = zone;
    this.#seed = seed;
    this.random = createRandom(`faults/${seed}`);
    this.#parties = chooseParties(this.random, zone);
    this.#firstBuyer = this.random.below(10_000) * 1_000;
  }

  /** One purchase more; every one has its own buyer unless one is named. */
  make(options: Partial<DossierOptions> = {}): Dossier {
    this.#made += 1;
    const { seller: _, ...parties } = this.#parties;
    return makeDossier(this.random, this.#zone, {
      number: `${this.#seed}${String(this.#made).padStart(6, '0')}`,
      orderedAt: Date.now() - 3_600_000,
      buyerIndex: this.#firstBuyer + this.#made,
      parties,
      ...options,
    });
  }

  /** Who sends papers of a kind. */
  sender(kind: PaperKind): DemoEnterprise {
    return this.#parties[SENDERS[kind]];
  }

  /** One message of a kind, 1 to 100 documents. */
  message<K extends PaperKind>(kind: K, documents: readonly Papers[K][]): Buffer {
    return writeMessage(kind, documents, this.sender(kind), this.random);
  }

  /** The same document once more, a minute later by its own clock, with some fields changed. */
  again<K extends PaperKind>(
    kind: K,
    document: Papers[K],
    fields: Readonly<Record<string, string>>,
  ): Papers[K] {
    const step = {
      paper: kind,
      document,
      sender: this.sender(kind),
      seconds: 0,
      answer: 'accepted' as const,
    };
    return again(step, this.random.guid(), fields).document as Papers[K];
  }

  /** A withdrawal of a list. */
  withdrawal(list: Papers['declaration']): Papers['declaration'] {
    return this.again('declaration', list, { appType: '3' });
  }
}

/** Cuts a list into parts of so many. */
export function inParts<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

/** The list in an order of chance. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  const result: T[] = [];
  while (left.length > 0) result.push(...left.splice(random.below(left.length), 1));
  return result;
}
