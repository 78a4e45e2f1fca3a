import type { Instant } from '#kernel';
import { type Expected, type Fault, faultNamed, type Step } from './faults/index.ts';
import { type PaperKind, type Papers, writePapers } from './papers.ts';
import { type Mode, makePurchase, type Parties, type Purchase, type PurchaseOptions } from './purchase.ts';
import type { Random } from './random.ts';
import { taxDesk } from './withholding.ts';
import type { Zone } from './zone.ts';

/** One purchase on its way through customs: its papers, how they are sent, what must become of them. */
export interface Dossier extends Papers {
  readonly number: string;
  readonly mode: Mode;
  /** Name of what is wrong with it; absent when nothing is. */
  readonly fault?: string;
  /** In the order of sending. */
  readonly steps: readonly Step[];
  readonly expected: Expected;
  /** Tax the platform withholds, in fen. */
  readonly taxFen: number;
  /** Another purchase of the same buyer, sent before this one. */
  readonly earlier?: Dossier;
}

export interface DossierOptions {
  /** Digits and capital letters, at most 18: what tells this purchase apart. */
  readonly number: string;
  readonly orderedAt: Instant;
  /** Which buyer; give each dossier its own unless limits are what it is about. */
  readonly buyerIndex: number;
  readonly mode?: Mode;
  readonly parties?: Partial<Parties>;
  readonly lines?: Purchase['lines'];
  readonly freightFen?: number;
  readonly discountFen?: number;
  /** Name of the fault to work in. */
  readonly fault?: string;
}

const CLEAN: Expected = { outcome: 'released', findings: [] };

const SENDERS: Readonly<Record<PaperKind, keyof Parties>> = {
  order: 'platform',
  payment: 'paymentFirm',
  waybill: 'carrier',
  declaration: 'broker',
};
const KINDS: readonly PaperKind[] = ['order', 'payment', 'waybill', 'declaration'];

function ordinarySteps(papers: Papers, parties: Parties): Step[] {
  return KINDS.map((paper, index) => ({
    paper,
    document: papers[paper],
    sender: parties[SENDERS[paper]],
    seconds: index,
    answer: 'accepted',
  }));
}

function purchaseFor(
  random: Random,
  zone: Zone,
  options: DossierOptions,
  needs: Partial<PurchaseOptions>,
): Purchase {
  const { fault: _, ...settled } = options;
  return makePurchase(random, zone, { ...needs, ...settled });
}

/** The purchase before it: of the same buyer, through the same firms, ten minutes earlier. */
function earlierDossier(
  random: Random,
  zone: Zone,
  options: DossierOptions,
  fault: Fault,
  { parties, mode }: Purchase,
): { earlier?: Dossier } {
  if (fault.earlier === undefined) return {};
  const { number, orderedAt } = options;
  const before = { ...options, number: `${number}A`, orderedAt: orderedAt - 600_000, parties, mode };
  return {
    earlier: cleanDossier(purchaseFor(random, zone, before, fault.earlier(random, zone)), random),
  };
}

function cleanDossier(purchase: Purchase, random: Random): Dossier {
  const taxFen = taxDesk().withheldFen(purchase);
  const papers = writePapers(purchase, taxFen, random);
  const steps = ordinarySteps(papers, purchase.parties);
  return { ...papers, number: purchase.number, mode: purchase.mode, steps, expected: CLEAN, taxFen };
}

/**
 * Makes one dossier. Without a fault its papers agree in everything and its tax is right, so it must be released;
 * with one, `expected` says what must become of it and which findings must say why.
 * @throws RangeError when there is no fault of the name given.
 */
export function makeDossier(random: Random, zone: Zone, options: DossierOptions): Dossier {
  const fault = options.fault === undefined ? undefined : faultNamed(options.fault);
  const needs = fault?.needs?.(random, zone) ?? {};
  const purchase = purchaseFor(random, zone, options, needs);
  const clean = cleanDossier(purchase, random);
  if (fault === undefined) return clean;
  const spoiling = { random, zone, strangerIndex: options.buyerIndex + 7_000_003 };
  const papers = fault.spoil?.(clean, spoiling) ?? clean;
  const ordinary = ordinarySteps(papers, purchase.parties);
  return {
    ...clean,
    order: papers.order,
    payment: papers.payment,
    waybill: papers.waybill,
    declaration: papers.declaration,
    fault: fault.name,
    steps: fault.script?.(ordinary, spoiling) ?? ordinary,
    expected: fault.expected,
    ...earlierDossier(random, zone, options, fault, purchase),
  };
}
