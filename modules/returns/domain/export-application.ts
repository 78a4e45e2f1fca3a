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
import { type ParameterTable, parameterOn } from '#tax';
import type { AppliedLine } from './case.ts';
import { type ExportReturnVerdict, judgeExportReturn, type ReturnableMode } from './export-return.ts';
import { returnsFinding } from './finding-codes.ts';
import type { CancellationVerdict } from './judge-application.ts';

/** An export list as it stands; what is judged against it. */
export interface ExportFacts {
  readonly ebcCode: string;
  readonly ebpCode: string;
  readonly agentCode: string;
  readonly customsCode: string;
  readonly tradeMode: string;
  readonly outcome: string;
  /** Returnstatus its latest decision left it at. */
  readonly returnStatus: string;
  readonly goods: 'awaited' | 'arrived' | 'departed';
  readonly releasedOn: Day | undefined;
  readonly leftOn: Day | undefined;
  readonly lines: readonly {
    readonly gnum: number;
    readonly gcode: string;
    readonly unit: string;
    readonly qty: string;
  }[];
  /** Quantity of each line that other returns claim, by line. */
  readonly claimed: ReadonlyMap<number, Decimal>;
}

/** 人工审核: nobody has opened the parcel yet. */
const manualReview = '300';

/**
 * Judges the cancellation of an export list (CEB605): only before its goods leave, so that none is in a summary
 * . One that waits for a review only is cancelled at once; of one that is released customs decides, since its
 * goods may be on their way (D).
 */
export function judgeExportCancellation(
  named: { readonly ebcCode: string; readonly agentCode: string; readonly customsCode: string },
  list: ExportFacts | undefined,
): CancellationVerdict {
  if (!list || list.ebcCode !== named.ebcCode || list.agentCode !== named.agentCode)
    return { decision: 'refuse', findings: [returnsFinding('CANCEL-EXPORT-UNKNOWN', 'invtNo')] };
  const findings: Finding[] = [];
  if (list.customsCode !== named.customsCode)
    findings.push(returnsFinding('CANCEL-EXPORT-OFFICE', 'customsCode'));
  const reviewed = list.outcome === 'held' && list.returnStatus === manualReview;
  if (list.goods === 'departed') findings.push(returnsFinding('CANCEL-DEPARTED', 'invtNo'));
  else if (list.outcome !== 'released' && !reviewed)
    findings.push(returnsFinding('CANCEL-EXPORT-STATE', 'invtNo'));
  if (findings.length > 0) return { decision: 'refuse', findings };
  return { decision: reviewed ? 'cancel' : 'ask' };
}

/** What a return of exported goods says of itself (CEB213). */
export interface ExportApplication {
  readonly ebcCode: string;
  readonly ebpCode: string;
  /** Office of the site the goods come to. */
  readonly customsCode: string;
  /** 9661 or 1261; may be left out. */
  readonly tradeMode?: string | undefined;
  readonly lines: readonly AppliedLine[];
  readonly appliedOn: Day;
}

/** Days that count for goods that come back. */
export interface ExportWindow {
  /** Day of release at export; for 1210 the day the goods left. */
  readonly releasedOn: Day;
  readonly returnBy: Day;
  /** Last day to come back free of tax; undefined where no freedom was in force. */
  readonly taxFreeBy?: Day | undefined;
}

/** What becomes of a return of exported goods that is applied for. */
export type ExportReturnDecision =
  | { readonly decision: 'accept'; readonly window: ExportWindow }
  | { readonly decision: 'refuse'; readonly findings: readonly Finding[] };

const RETURNABLE: readonly string[] = ['9610', '1210', '9710', '9810'] satisfies readonly ReturnableMode[];

/** Mode under which goods come back, by the one they left under (standard §2). */
const modeBack = (mode: string): string => (mode === '1210' ? '1261' : '9661');

/** The customs district of an office, four digits. */
const districtOf = (office: string): string => `${office.slice(0, 2)}00`;

/** The day from which windows of a list are counted; undefined while it has none. */
const countedFrom = ({
  tradeMode,
  releasedOn,
  leftOn,
}: Pick<ExportFacts, 'tradeMode' | 'releasedOn' | 'leftOn'>): Day | undefined =>
  tradeMode === '1210' ? leftOn : releasedOn;

/** Whether this zone's district took part while returns at another district were a pilot. */
const inPilot = (parameters: ParameterTable, day: Day): boolean =>
  parameterOn(parameters, 'export.cross_district_return_pilot_here', day)?.value === 'true';

/** How the days and the office of a return stand to its list; undefined before there was a channel for returns. */
export function exportVerdict(
  list: Pick<ExportFacts, 'tradeMode' | 'customsCode' | 'releasedOn' | 'leftOn'>,
  back: { readonly on: Day; readonly office: string } & Partial<
    Pick<Parameters<typeof judgeExportReturn>[0], 'original' | 'food' | 'unsoldOrReturned' | 'refundSettled'>
  >,
  parameters: ParameterTable,
): ExportReturnVerdict | undefined {
  const released = countedFrom(list);
  if (released === undefined) return undefined;
  const { on, office, original = true, food = false, unsoldOrReturned = true, refundSettled = true } = back;
  try {
    return judgeExportReturn(
      {
        ...{ mode: list.tradeMode as ReturnableMode, released, returned: on },
        ...{ original, food, unsoldOrReturned, refundSettled },
        exportDistrict: districtOf(list.customsCode),
        returnDistrict: districtOf(office),
        pilotOffices: inPilot(parameters, on),
      },
      parameters,
    );
  } catch (error) {
    // The parameters say from which day on exports may come back at all.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Judges an application for a return of exported goods: the list it names, the window of the day of
 * export, the district it comes to, and each line against what left and what other returns claim of it.
 */
export function judgeExportApplication(
  application: ExportApplication,
  list: ExportFacts | undefined,
  parameters: ParameterTable,
): ExportReturnDecision {
  if (!list || list.ebcCode !== application.ebcCode)
    return { decision: 'refuse', findings: [returnsFinding('RETURN-EXPORT-UNKNOWN', 'invtNo')] };
  const findings: Finding[] = [];
  if (list.ebpCode !== application.ebpCode) findings.push(returnsFinding('RETURN-PLATFORM', 'ebpCode'));
  const left = list.goods === 'departed' && ['released', 'closed'].includes(list.outcome);
  const releasedOn = countedFrom(list);
  if (!left || releasedOn === undefined)
    return { decision: 'refuse', findings: [...findings, returnsFinding('RETURN-NOT-LEFT', 'invtNo')] };
  const { tradeMode, appliedOn, customsCode } = application;
  const modeFits = tradeMode === undefined || tradeMode === modeBack(list.tradeMode);
  if (!RETURNABLE.includes(list.tradeMode) || !modeFits)
    findings.push(returnsFinding('RETURN-MODE', 'tradeMode', list.tradeMode));
  const verdict = exportVerdict(list, { on: appliedOn, office: customsCode }, parameters);
  if (!verdict) findings.push(returnsFinding('RETURN-NO-WINDOW', 'invtNo'));
  else findings.push(...refusals(verdict));
  findings.push(...application.lines.flatMap((line, at) => lineFindings(line, at, list)));
  if (findings.length > 0 || !verdict) return { decision: 'refuse', findings };
  const { returnBy, taxFreeBy } = verdict;
  return { decision: 'accept', window: { releasedOn, returnBy, taxFreeBy } };
}

/** Why a return is refused by its days and its district. */
function refusals({ reasons, returnBy }: ExportReturnVerdict): Finding[] {
  return reasons.flatMap((reason) => {
    if (reason === 'EXPORT_RETURN_WINDOW')
      return [returnsFinding('RETURN-WINDOW-EXPORT', 'appTime', returnBy)];
    if (reason === 'EXPORT_RETURN_DISTRICT') return [returnsFinding('RETURN-DISTRICT', 'customsCode')];
    return reason === 'EXPORT_RETURN_BEFORE_RELEASE' ? [returnsFinding('RETURN-NOT-LEFT', 'appTime')] : [];
  });
}

function lineFindings(line: AppliedLine, at: number, list: ExportFacts): Finding[] {
  const path = (field: string): string => `InvtRefundList[${at + 1}]/${field}`;
  const sent = list.lines.find(({ gnum, gcode }) => gnum === line.gnum && gcode === line.gcode);
  if (!sent) return [returnsFinding('RETURN-ITEM', path('gnum'))];
  const findings: Finding[] = [];
  if (sent.unit !== line.unit) findings.push(returnsFinding('RETURN-UNIT', path('unit'), sent.unit));
  const claimed = list.claimed.get(line.gnum) ?? ZERO;
  const went = parseDecimal(sent.qty);
  if (add(claimed, parseDecimal(line.qty)) > went)
    findings.push(returnsFinding('RETURN-QUANTITY', path('qty'), formatDecimal(subtract(went, claimed))));
  return findings;
}
