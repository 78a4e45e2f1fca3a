import type { Day, Instant } from '#kernel';
import { readFen } from '../amounts.ts';
import { type Dossier, makeDossier } from '../dossiers.ts';
import type { Step } from '../faults/index.ts';
import { stepBytes } from '../messages.ts';
import type { PaperKind } from '../papers.ts';
import type { CartLine } from '../purchase.ts';
import { createRandom } from '../random.ts';
import type { Zone } from '../zone.ts';
import { indented } from './layout.ts';
import type {
  ExpectedList,
  ExpectedReceipt,
  ExpectedTax,
  Scenario,
  Sending,
  Teller,
  TellingOptions,
  Told,
} from './scenario.ts';

const MINUTE = 60_000;
/** Longer than a list waits for its papers, milliseconds. */
export const WAITED_OUT = 60 * MINUTE;
/** Order to list in life: the papers of a dossier are this old when they are sent. */
const PAPERWORK_MINUTES = 46;
/** Buyers of the stories are kept apart from those of the demo day. */
const FIRST_BUYER = 15_000_000;

const RECEIPT_OF: Readonly<Record<PaperKind, string>> = {
  order: 'CEB312',
  payment: 'CEB412',
  waybill: 'CEB512',
  declaration: 'CEB622',
};
/** What an accepted document is told at once: a paper is on file, a list is being judged. */
const ACCEPTED: Readonly<Record<PaperKind, string>> = {
  order: '120',
  payment: '120',
  waybill: '120',
  declaration: '2',
};
/** What the format receipt of an unreadable message says. */
const UNREADABLE: Readonly<Record<PaperKind, string>> = {
  order: '-301008',
  payment: '-401009',
  waybill: '-504000',
  declaration: '-621001',
};

const LOGIC_CHECK_PASSED = '1800';
/** Order, payment, waybill, list. */
const PAPERS = 4;

function statusOf(step: Step): string {
  if (step.answer === 'unreadable' || step.answer === 'forbidden')
    return step.status ?? UNREADABLE[step.paper];
  return step.status ?? ACCEPTED[step.paper];
}

/** The teller of a scenario: everything it tells follows from the name and the day. */
export function createTeller(zone: Zone, scenario: Scenario, place: number, day: Day): Teller {
  const random = createRandom(`samples/${scenario.name}`);
  const begin: Instant = Date.parse(`${day}T10:00:00+08:00`);
  const line = (itemNo: string, quantity: number, price: string): CartLine => {
    const goods = zone.goods.find((candidate) => candidate.itemNo === itemNo);
    if (goods === undefined) throw new RangeError(`the zone sells no ${itemNo}`);
    return { goods, quantity, priceFen: readFen(price) };
  };
  const dossier = (letter: string, { minutes = 0, buyer = 0, ...options }: TellingOptions): Dossier =>
    makeDossier(random, zone, {
      freightFen: 0,
      discountFen: 0,
      mode: scenario.mode,
      ...options,
      number: `${day.replaceAll('-', '').slice(2)}S${String(place).padStart(2, '0')}${letter}`,
      orderedAt: begin + (minutes - PAPERWORK_MINUTES) * MINUTE,
      buyerIndex: FIRST_BUYER + place * 10 + buyer,
    });
  const send = ({ steps }: Dossier, minutes = 0): Sending[] =>
    steps.map((step) => ({
      at: begin + (minutes + step.seconds) * MINUTE,
      paper: step.paper,
      bytes: stepBytes(step, random, indented),
      as: step.sender.customsCode,
      answer: step.answer,
      status: statusOf(step),
      findings: step.findings ?? [],
    }));
  return { day, begin, line, dossier, send };
}

/** The receipt a sending earns by itself: repeats have had theirs, and unreadable messages get a CEB900. */
function receiptOf(orderNo: string, { paper, as, answer, status, findings }: Sending): ExpectedReceipt[] {
  if (answer === 'repeated') return [];
  if (answer === 'unreadable' || answer === 'forbidden') {
    return [{ to: as, type: 'CEB900', status, infoCodes: findings }];
  }
  const infoCodes = status === '2' ? [] : [status === '120' ? LOGIC_CHECK_PASSED : status];
  return [{ to: as, type: RECEIPT_OF[paper], orderNo, status, infoCodes }];
}

/** How the list of a dossier must end. */
export interface Ending extends Omit<ExpectedList, 'orderNo' | 'ebpCode' | 'findings'> {
  readonly findings?: readonly string[];
  /** Status and result codes of the decision's receipt; absent where nothing is decided. */
  readonly receipt?: readonly [status: string, ...infoCodes: string[]];
}

/** The receipt of the decision on a dossier's list, if one is told. */
function decisionOf({ declaration, steps }: Dossier, receipt: Ending['receipt']): ExpectedReceipt[] {
  const to = steps.find(({ paper }) => paper === 'declaration')?.sender.customsCode;
  if (receipt === undefined || to === undefined) return [];
  const [status, ...infoCodes] = receipt;
  return [{ to, type: 'CEB622', orderNo: declaration.head.orderNo, status, infoCodes }];
}

/** The receipts in the order they are written: the decision follows the paper that makes the dossier complete. */
function receiptsOf(
  dossier: Dossier,
  sendings: readonly Sending[],
  decision: readonly ExpectedReceipt[],
): ExpectedReceipt[] {
  const receipts: ExpectedReceipt[] = [];
  const taken = new Set<PaperKind>();
  sendings.forEach((sending, at) => {
    const { orderNo } = dossier.steps[at]?.document.head ?? dossier.declaration.head;
    receipts.push(...receiptOf(orderNo, sending));
    if (sending.answer !== 'accepted' || taken.size === PAPERS) return;
    taken.add(sending.paper);
    if (taken.size === PAPERS) receipts.push(...decision);
  });
  return taken.size === PAPERS ? receipts : [...receipts, ...decision];
}

/**
 * What is told of one dossier whose list ends so; put several together with {@link together}.
 * @param ending undefined where no list was ever taken in.
 */
export function tell(teller: Teller, dossier: Dossier, ending: Ending | undefined, minutes = 0): Told {
  const sendings = teller.send(dossier, minutes);
  if (ending === undefined) return { sendings, lists: [], receipts: receiptsOf(dossier, sendings, []) };
  const { receipt, findings = [], ...list } = ending;
  const { orderNo, ebpCode } = dossier.declaration.head;
  return {
    sendings,
    lists: [{ orderNo, ebpCode, ...list, findings: [...findings].sort() }],
    receipts: receiptsOf(dossier, sendings, decisionOf(dossier, receipt)),
  };
}

/** Several tellings as one story, in the order of time. */
export function together(...parts: readonly Told[]): Told {
  const untils = parts.flatMap(({ until }) => (until === undefined ? [] : [until]));
  return {
    sendings: parts.flatMap(({ sendings }) => sendings).sort((one, other) => one.at - other.at),
    ...(untils.length === 0 ? {} : { until: Math.max(...untils) }),
    lists: parts.flatMap(({ lists }) => lists),
    receipts: parts.flatMap(({ receipts }) => receipts),
  };
}

/** Tax within the limits: no duty. Figures in CNY with two decimals. */
export function taxed(
  dutiableValue: string,
  consumptionTax: string,
  vat: string,
  taxTotal: string,
): ExpectedTax {
  return { dutiableValue, duty: '0.00', consumptionTax, vat, taxTotal };
}

/** The list is released; in the end the buyer's allowance holds just this list where nothing else is said. */
export function released(tax: ExpectedTax, quotaUsed = tax.dutiableValue): Ending {
  return { state: 'released', receipt: ['800', '2600'], tax, quotaUsed };
}

/** The list goes back, for these findings and with these result codes in its receipt. */
export function refused(findings: readonly string[], ...infoCodes: readonly string[]): Ending {
  return { state: 'refused', findings, receipt: ['100', ...infoCodes] };
}
