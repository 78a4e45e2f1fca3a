import type { CodeFamily, Root } from '#ceb';
import { MARK } from './outcomes.ts';
import { isScript, type Misread, scriptOf } from './script.ts';

/** How the declarations of one type are scripted and answered. */
export interface Desk {
  readonly root: Root;
  /** Fields a script may stand in; the first with one counts: the order's number where a paper has it, then its own. */
  readonly numbers: readonly string[];
  /** Fields that tell one document from another; a second one with the same values is a repeat or a change. */
  readonly key: readonly string[];
  /** Statuses the receipt names (specification 202205, and those seen in practice). */
  readonly statuses: readonly string[];
  /** Where a document without fault ends. */
  readonly good: string;
  /** Families of codes it may be refused with, beside those that concern every document; `any` has no list of its own. */
  readonly family: CodeFamily | 'any';
  /** Papers say what was bought; what customs finds in a list or an application does not concern them. */
  readonly paper?: true;
}

const BRIEF = '1 2 3 4 100 399';
const USUAL = '1 2 3 4 100 120 399';
const PAPER = '2 3 4 100 120 399';

const desk = (
  type: string,
  numbers: string,
  key: string,
  statuses: string,
  good: string,
  family: Desk['family'],
  paper?: 'paper',
): Desk => ({
  root: `CEB${type}Message` as Root,
  numbers: numbers.split(' '),
  key: key.split(' '),
  statuses: statuses.split(' '),
  good,
  family,
  ...(paper ? { paper: true } : {}),
});

const EXPORT_LIST = '1 2 3 4 100 120 300 399 500 800 899';
const IMPORT_LIST = '1 2 3 4 100 120 300 399 500 501 502 503 599 600 700 800 899';
const EXPORT_RETURN = '1 2 3 4 100 120 300 500 505 600 800';

/** Every declaration of the standard. Where they end well is ours (D): the standard names the statuses, not the way. */
export const DESKS: readonly Desk[] = [
  desk('311', 'orderNo', 'ebpCode orderNo', PAPER, '120', 'order', 'paper'),
  desk('411', 'orderNo payTransactionId', 'payCode payTransactionId', PAPER, '120', 'payment', 'paper'),
  desk('511', 'orderNo logisticsNo', 'logisticsCode logisticsNo', PAPER, '120', 'waybill', 'paper'),
  desk('513', 'logisticsNo', 'logisticsCode logisticsNo', PAPER, '399', 'waybill-status'),
  desk('621', 'orderNo copNo', 'ebpCode orderNo', IMPORT_LIST, '800', 'declaration'),
  desk('623', 'orderNo copNo', 'ebpCode orderNo invtNo', USUAL, '399', 'cancellation'),
  desk('625', 'orderNo copNo', 'ebpCode orderNo invtNo copNo', `${USUAL} 300 800`, '399', 'return'),
  desk('711', 'billNo copNo', 'operatorCode copNo billNo', USUAL, '399', 'tally'),
  desk('303', 'orderNo', 'ebpCode orderNo', USUAL, '120', 'order', 'paper'),
  desk('403', 'orderNo payNo', 'ebcCode orderNo payNo', USUAL, '120', 'payment', 'paper'),
  desk('505', 'logisticsNo', 'logisticsCode logisticsNo', BRIEF, '399', 'any', 'paper'),
  desk('507', 'copNo billNo', 'operatorCode copNo msgSeqNo', BRIEF, '399', 'any'),
  desk('509', 'copNo billNo', 'logisticsCode copNo msgSeqNo', BRIEF, '399', 'any'),
  desk('603', 'orderNo copNo', 'ebpCode orderNo', EXPORT_LIST, '800', 'declaration'),
  desk('605', 'copNo', 'agentCode copNo', BRIEF, '399', 'any'),
  desk('607', 'copNo billNo', 'agentCode copNo msgSeqNo', USUAL, '399', 'any'),
  desk('213', 'coElNo billNo', 'agentCode coElNo', EXPORT_RETURN, '800', 'any'),
  desk('215', 'logisticsNo billNo coElNo', 'operatorCode coElNo', BRIEF, '399', 'any'),
  desk('701', 'copNo', 'agentCode copNo msgSeqNo', BRIEF, '399', 'any'),
];

const byRoot: ReadonlyMap<string, Desk> = new Map(DESKS.map((one) => [one.root, one]));

/** The desk of a declaration; undefined for receipts, pushes and what the standard does not know. */
export const deskOf = (root: string): Desk | undefined => byRoot.get(root);

type Fields = Readonly<Record<string, string | number | undefined>>;

/**
 * The scripted number of a document: the first that can be read as a script, else the first that begins like one, since
 * a short field may hold only the beginning of a long number. Undefined when none does.
 */
export function scriptedNumber(desk: Desk, head: object): string | undefined {
  const fields = head as Fields;
  const scripted = desk.numbers
    .map((name) => fields[name])
    .filter((value) => typeof value === 'string' && value.startsWith(MARK)) as string[];
  return scripted.find((value) => isScript(scriptOf(value) ?? NOTHING)) ?? scripted[0];
}

const NOTHING: Misread = { why: { zh: '', en: '' } };
