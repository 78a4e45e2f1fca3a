import { answerBody, issuedNumber } from '#ceb';
import { keyText } from '#documents';
import type { ReceiptRecord } from '#exchange';
import { record } from '#journal';
import { type Day, formatDecimal } from '#kernel';
import type { Client } from '#postgres';
import {
  assessExport,
  type ExportAssessment,
  storedAssessment,
  withObjections,
} from '../domain/assess-export.ts';
import type { ExportList } from '../domain/dossier.ts';
import { type ExportMove, type ExportStanding, listKey } from '../domain/export-list.ts';
import { countStandings } from '../storage/counts.ts';
import { addDecisions, type ExportDecision } from '../storage/decisions.ts';
import { issueNumbers } from '../storage/export-papers.ts';
import { ordersByWaybill, putStandings } from '../storage/standings.ts';
import { ordersWaitingFor, waitingExports } from '../storage/waiting.ts';
import { type ExportCandidate, exportObjections } from './companions.ts';
import { tellFollowers } from './follower.ts';
import { type LoadedExport, loadExports } from './gather.ts';
import { journalEntry } from './journal-entries.ts';
import { numbered, numbers } from './numbers.ts';
import type { ExportPorts } from './ports.ts';

interface Judged {
  readonly loaded: LoadedExport;
  readonly assessment: ExportAssessment;
  readonly standing: ExportStanding;
  readonly decision: ExportDecision;
}

/**
 * Judges the ready lists among these orders and records everything of them in one transaction. Where customs decides, what
 * is recorded is advice, and customs is asked. Lists whose papers have not come and whose time is not up stay in the queue.
 * @param told orders and waybills whose papers have come
 * @returns how many were judged, and orders of lists that another holds just now: to be looked at again
 */
export async function judgeExports(
  live: ExportPorts,
  told: readonly string[],
  judgedNow: (waybills: readonly string[]) => void,
): Promise<{ readonly judged: number; readonly held: readonly string[] }> {
  // Rules may be replaced while the database is asked: a batch is judged and recorded by one edition.
  const ports = { ...live, rules: { ...live.rules } };
  let held: readonly string[] = [];
  const judged = await ports.database.transaction(async (client) => {
    const waiting = await waitingExports.take(client, await ordersOf(client, told));
    held = waiting.held.map(numbers.order);
    if (waiting.taken.length === 0) return [];
    const at = ports.now();
    const dossiers = await loadExports(ports, client, waiting.taken, at);
    if (dossiers.length === 0) return [];
    const verdicts = await judgeAll(ports, client, dossiers, at);
    await recordAll(ports, client, verdicts, at);
    return verdicts;
  });
  if (judged.length > 0) {
    ports.moved({
      lists: judged.map(({ standing }) => standing),
      recipients: new Set(judged.map(({ standing }) => standing.recipient)),
    });
    judgedNow(judged.map(({ standing }) => standing.logisticsNo));
  }
  return { judged: judged.length, held };
}

/** Orders, and those whose lists wait for one of the waybills: papers of the carrier name no order. */
async function ordersOf(client: Client, told: readonly string[]): Promise<string[]> {
  const orders = numbered('order', told);
  const waybills = numbered('waybill', told);
  return waybills.length === 0
    ? orders
    : [...new Set([...orders, ...(await ordersWaitingFor(client, waybills))])];
}

async function judgeAll(
  ports: ExportPorts,
  client: Client,
  dossiers: readonly LoadedExport[],
  at: Date,
): Promise<Judged[]> {
  const enterprises = await ports.enterprises(codesOf(dossiers));
  const carried = await ordersByWaybill(
    client,
    dossiers.map(({ waiting }) => waiting.logisticsNo),
  );
  const byRules = dossiers.map(({ waiting, dossier }) => {
    const waybill = keyText([waiting.logisticsNo, waiting.logisticsCode]);
    const others = carried.get(waybill);
    const waybillUsedBy = others?.find((orderNo) => orderNo !== waiting.orderNo);
    const assessment = assessExport(dossier, {
      day: ports.chinaDay(waiting.acceptedAt),
      parameters: ports.rules.parameters,
      district: ports.district,
      enterprise: (code) => enterprises.get(code),
      waybillUsedBy,
    });
    // The next list of this batch that names the same waybill sees this one.
    if (assessment.outcome !== 'refused') carried.set(waybill, [...(others ?? []), waiting.orderNo]);
    return assessment;
  });
  const assessments = await heard(ports, client, dossiers, byRules, at);
  const isNumbered = (one: ExportAssessment | undefined) => !ports.forward && one?.outcome !== 'refused';
  const issued = (await issueNumbers(client, 'invt_no', assessments.filter(isNumbered).length)).values();
  return dossiers.map((loaded, i) => {
    const assessment = assessments[i] as ExportAssessment;
    const number = isNumbered(assessment) ? issued.next().value : undefined;
    return judgedOf(ports, loaded, assessment, number, at);
  });
}

/** The assessments, once those who have a say in releases have been asked. */
async function heard(
  { companions }: ExportPorts,
  client: Client,
  dossiers: readonly LoadedExport[],
  assessments: readonly ExportAssessment[],
  at: Date,
): Promise<readonly ExportAssessment[]> {
  if (companions.length === 0) return assessments;
  const candidates = dossiers.flatMap(({ waiting, dossier: { list } }, i): ExportCandidate[] => {
    const { outcome, value } = assessments[i] as ExportAssessment;
    if (outcome === 'refused') return [];
    const { orderNo, ebpCode, ebcCode, attempt, recipient, acceptedAt } = waiting;
    const valueCny = value === undefined ? null : formatDecimal(value);
    return [
      {
        ...{ key: listKey(waiting), orderNo, ebpCode, ebcCode, attempt, recipient, acceptedAt },
        ...{ outcome, list, valueCny },
      },
    ];
  });
  const against = await exportObjections(companions, client, candidates, at);
  if (against.size === 0) return assessments;
  return dossiers.map(({ waiting }, i) =>
    withObjections(assessments[i] as ExportAssessment, against.get(listKey(waiting)) ?? []),
  );
}

function judgedOf(
  ports: ExportPorts,
  loaded: LoadedExport,
  assessment: ExportAssessment,
  number: bigint | undefined,
  at: Date,
): Judged {
  const { head } = loaded.dossier.list;
  const { attempt, acceptedAt, recipient } = loaded.waiting;
  const day: Day = ports.chinaDay(acceptedAt);
  const said = ports.forward ? advice : verdictOf(ports, assessment);
  const standing: ExportStanding = {
    ...{ orderNo: head.orderNo, ebpCode: head.ebpCode, ebcCode: head.ebcCode, attempt, step: 0 },
    ...{ outcome: said.outcome, returnStatus: said.returnStatus, goods: 'awaited' },
    preNo: loaded.preNo,
    invtNo:
      number === undefined
        ? null
        : issuedNumber('invtNo', 'CEB603Message', head, day.replaceAll('-', ''), number),
    ...{ tradeMode: head.tradeMode, statisticsFlag: head.statisticsFlag },
    finish: assessment.finish?.route ?? null,
    ...{ customsCode: head.customsCode, portCode: head.portCode, agentCode: head.agentCode, recipient },
    ...{ logisticsCode: head.logisticsCode, logisticsNo: head.logisticsNo },
    valueCny: assessment.value === undefined ? null : formatDecimal(assessment.value),
    ...{ acceptedAt, decidedAt: at, arrivedAt: null, departedAt: null, closedAt: null },
  };
  const decision = {
    ...standing,
    ...said,
    rulebook: ports.rules.edition,
    assessment: ports.forward ? withAdvice(ports, assessment) : storedAssessment(assessment),
  };
  return { loaded, assessment, standing, decision };
}

type Said = Pick<ExportDecision, 'judge' | 'outcome' | 'returnStatus' | 'returnInfo'>;

const advice: Said = {
  judge: 'advice',
  outcome: 'forwarded',
  returnStatus: '2',
  returnInfo: '清单已转报海关，等待海关决定',
};

const verdictOf = (ports: ExportPorts, { outcome, returnStatus, codes }: ExportAssessment): Said => ({
  judge: 'engine',
  ...{ outcome, returnStatus },
  returnInfo: returnInfoOf(ports, codes),
});

/** What the rules would have decided, beside what they found. */
function withAdvice(ports: ExportPorts, assessment: ExportAssessment): string {
  const { outcome, returnStatus, returnInfo } = verdictOf(ports, assessment);
  return `${storedAssessment(assessment).slice(0, -1)},"advice":${JSON.stringify({ outcome, returnStatus, returnInfo })}}`;
}

/** `returnInfo` holds 1,000 characters: whole reasons only. */
const infoLimit = 1_000;

function returnInfoOf({ rules }: ExportPorts, codes: readonly string[]): string {
  let info = '';
  for (const code of codes) {
    const reason = `[Code:${code};Desc:${rules.resultText(code)}]`;
    if (info.length + reason.length > infoLimit) break;
    info += reason;
  }
  return info;
}

/** Codes of all firms of the lists that have one in China. */
function codesOf(dossiers: readonly LoadedExport[]): Set<string> {
  const codes = new Set<string>();
  for (const { dossier } of dossiers) {
    const { ebpCode, ebcCode, logisticsCode, agentCode, iacCode } = dossier.list.head;
    for (const code of [ebpCode, ebcCode, logisticsCode, agentCode, iacCode]) if (code) codes.add(code);
  }
  return codes;
}

async function recordAll(
  ports: ExportPorts,
  client: Client,
  judged: readonly Judged[],
  at: Date,
): Promise<void> {
  const standings = judged.map(({ standing }) => standing);
  await addDecisions(
    client,
    judged.map(({ decision }) => decision),
  );
  await putStandings(client, standings);
  // Advice is no answer: its sender has been told that the list is being declared, and hears next from customs.
  if (ports.forward)
    await ports.forward(
      client,
      judged.map(({ loaded }) => loaded),
    );
  else
    await ports.addReceipts(
      client,
      judged.map(({ loaded, standing, decision }) =>
        listReceipt(ports, loaded.dossier.list.head, standing, decision.returnInfo),
      ),
    );
  await waitingExports.remove(client, standings);
  const moves = judged.map(
    ({ standing, decision }): ExportMove => ({ what: decision.outcome, at, list: standing }),
  );
  await record(client, moves.map(journalEntry));
  await countStandings(client, standings);
  await tellFollowers(ports.followers, client, moves);
}

/** The receipt of a list (CEB604) that tells how it stands. */
export function listReceipt(
  ports: Pick<ExportPorts, 'returnTime'>,
  head: ExportList['head'],
  { recipient, orderNo, returnStatus, preNo, invtNo, decidedAt }: ExportStanding,
  returnInfo: string,
): ReceiptRecord {
  const given = { ...(preNo === '' ? {} : { preNo }), ...(invtNo === null ? {} : { invtNo }) };
  return {
    ...{ recipient, type: 'CEB604', orderNo, returnStatus, returnInfo },
    returnTime: ports.returnTime(decidedAt),
    body: answerBody('CEB603Message', head, given, returnStatus),
  };
}
