import {
  add,
  type Day,
  type Decimal,
  type Finding,
  formatDecimal,
  parseDecimal,
  subtract,
  ZERO,
} from '#kernel';
import type { ParameterTable } from '#tax';
import type { AppliedLine, Window } from './case.ts';
import { returnsFinding } from './finding-codes.ts';
import { type ImportReturnVerdict, judgeImportReturn } from './import-return.ts';

/** Fields of a cancellation or return that name its list. */
export interface ListNamed {
  readonly invtNo: string;
  readonly customsCode: string;
  readonly ebcCode: string;
  readonly agentCode: string;
  readonly buyerIdNumber: string;
}

/** The list as it stands; nothing of it where it is unknown. */
export interface ListFacts {
  readonly head: ListNamed;
  /** As its latest decision gave it. */
  readonly invtNo: string | undefined;
  readonly outcome: 'waiting' | 'forwarded' | 'released' | 'held' | 'refused' | 'withdrawn';
  /** Returnstatus its latest decision left it at. */
  readonly returnStatus: string;
  readonly releasedOn: Day | undefined;
  readonly lines: readonly {
    readonly gnum: number;
    readonly gcode: string;
    readonly unit: string;
    readonly qty: string;
  }[];
  /** Quantity of each line that other returns claim, by line. */
  readonly claimed: ReadonlyMap<number, Decimal>;
}

/** A stranger's list is answered like one that is not there. */
function namesList(named: ListNamed, list: ListFacts | undefined): list is ListFacts {
  return list !== undefined && list.head.ebcCode === named.ebcCode && list.head.agentCode === named.agentCode;
}

function namedFindings(named: ListNamed, list: ListFacts): Finding[] {
  const findings: Finding[] = [];
  if (list.invtNo !== named.invtNo) findings.push(returnsFinding('RETURN-LIST-NUMBER', 'invtNo'));
  if (list.head.customsCode !== named.customsCode)
    findings.push(returnsFinding('RETURN-OFFICE', 'customsCode'));
  const same = list.head.buyerIdNumber.toUpperCase() === named.buyerIdNumber.toUpperCase();
  if (!same) findings.push(returnsFinding('RETURN-BUYER', 'buyerIdNumber'));
  return findings;
}

/** What becomes of a cancellation: done at once, put to an officer, or refused for all its reasons. */
export type CancellationVerdict =
  | { readonly decision: 'cancel' | 'ask' }
  | { readonly decision: 'refuse'; readonly findings: readonly Finding[] };

/** 人工审核: nobody has opened the parcel yet. */
const manualReview = '300';

/**
 * Judges a cancellation by the state of its list: one that waits for a review only is cancelled at once; of one that is
 * released customs decides, since the goods may be on their way (D: -623005 says that the state matters, not which).
 */
export function judgeCancellation(named: ListNamed, list: ListFacts | undefined): CancellationVerdict {
  if (!namesList(named, list))
    return { decision: 'refuse', findings: [returnsFinding('RETURN-LIST-UNKNOWN', 'orderNo')] };
  const findings = namedFindings(named, list);
  const reviewed = list.outcome === 'held' && list.returnStatus === manualReview;
  if (list.outcome !== 'released' && !reviewed) findings.push(returnsFinding('CANCEL-STATE', 'invtNo'));
  if ([...list.claimed.values()].some((quantity) => quantity > ZERO))
    findings.push(returnsFinding('CANCEL-HAS-RETURN', 'invtNo'));
  if (findings.length > 0) return { decision: 'refuse', findings };
  return { decision: list.outcome === 'released' ? 'ask' : 'cancel' };
}

/** What becomes of a return that is applied for. */
export type ReturnVerdict =
  | { readonly decision: 'accept'; readonly window: Window }
  | {
      readonly decision: 'refuse';
      readonly findings: readonly Finding[];
      readonly window?: Window | undefined;
    };

/** The window of returns of what was released on a day; undefined before there was one. */
function windowOf(releasedOn: Day, parameters: ParameterTable): Window | undefined {
  const verdict = verdictOn(releasedOn, releasedOn, parameters);
  return verdict && { releasedOn, applyBy: verdict.applyBy, arriveBy: verdict.arriveBy };
}

function verdictOn(released: Day, applied: Day, parameters: ParameterTable): ImportReturnVerdict | undefined {
  try {
    return judgeImportReturn({ released, applied }, parameters);
  } catch (error) {
    // The parameters say from which day on goods may come back at all.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Judges an application for a return: the list it names, the window of the day of release, and each line
 * against what was bought and what other returns claim of it.
 */
export function judgeApplication(
  application: { readonly named: ListNamed; readonly lines: readonly AppliedLine[]; readonly appliedOn: Day },
  list: ListFacts | undefined,
  parameters: ParameterTable,
): ReturnVerdict {
  const { named, lines, appliedOn } = application;
  if (!namesList(named, list))
    return { decision: 'refuse', findings: [returnsFinding('RETURN-LIST-UNKNOWN', 'orderNo')] };
  const findings = namedFindings(named, list);
  if (list.outcome !== 'released' || list.releasedOn === undefined)
    return { decision: 'refuse', findings: [...findings, returnsFinding('RETURN-NOT-RELEASED', 'invtNo')] };
  const window = windowOf(list.releasedOn, parameters);
  if (!window) findings.push(returnsFinding('RETURN-NO-WINDOW', 'invtNo'));
  else if (appliedOn > window.applyBy)
    findings.push(returnsFinding('RETURN-WINDOW-APPLY', 'appTime', window.applyBy));
  findings.push(...lines.flatMap((line, at) => lineFindings(line, at, list)));
  if (findings.length > 0 || !window) return { decision: 'refuse', findings, window };
  return { decision: 'accept', window };
}

function lineFindings(line: AppliedLine, at: number, list: ListFacts): Finding[] {
  const path = (field: string): string => `InvtRefundList[${at + 1}]/${field}`;
  const sold = list.lines.find(({ gnum, gcode }) => gnum === line.gnum && gcode === line.gcode);
  if (!sold) return [returnsFinding('RETURN-ITEM', path('gnum'))];
  const findings: Finding[] = [];
  if (sold.unit !== line.unit) findings.push(returnsFinding('RETURN-UNIT', path('unit'), sold.unit));
  const claimed = list.claimed.get(line.gnum) ?? ZERO;
  const bought = parseDecimal(sold.qty);
  if (add(claimed, parseDecimal(line.qty)) > bought)
    findings.push(returnsFinding('RETURN-QUANTITY', path('qty'), formatDecimal(subtract(bought, claimed))));
  return findings;
}
