import { type CodeFamily, meaningsOf, returnInfo } from '#ceb';
import type { Bilingual } from '#kernel';
import type { Desk } from './desks.ts';
import { PACE_MS, STATUS_WORDS, type StatusWord } from './outcomes.ts';
import { isScript, type Misread, type Result, type Script, scriptOf } from './script.ts';

/** One receipt that is to come. */
export interface PlannedReceipt {
  /** When it comes, counted from the receipt of the document. */
  readonly afterMs: number;
  /** What its returnTime says, counted likewise: another moment only where receipts come out of order. */
  readonly stampMs: number;
  readonly returnStatus: string;
  readonly returnInfo: string;
}

/** What becomes of a document: the answer its sender gets at once, and the receipts that come. */
export interface Plan {
  readonly verdict: 'accepted' | 'refused';
  readonly status: string;
  readonly info: string;
  /** Sorted by the moment they come. */
  readonly receipts: readonly PlannedReceipt[];
  /** Why the number could not be read as a script; the document is refused with it. */
  readonly misread?: Bilingual;
}

/** What a plan needs to know of the document. */
export interface Subject {
  /** The scripted number; undefined for one without a script, which ends well. */
  readonly number: string | undefined;
  readonly guid: string;
  readonly appType: string;
  /** 1 is only saved. */
  readonly appStatus: string;
  /** It has been sent before and was not answered. */
  readonly again?: boolean;
}

/** A result code of customs: the status its receipt has, and its words. */
export interface CustomsResult {
  readonly status: string;
  readonly zh: string;
}

/** Looks a positive result code up in the code list; undefined for one that is in none. */
export type CustomsResults = (code: string) => CustomsResult | undefined;

const words: ReadonlyMap<string, StatusWord> = new Map(STATUS_WORDS.map((word) => [word.word, word]));
const ACTS: Readonly<Record<string, string>> = { '1': '新增', '2': '变更', '3': '删除' };
/** Taken in, and nothing more known: what becomes of a document the script's result does not concern. */
const TAKEN_IN = ['2', '120'];
/** What is refused only once the list is through, which therefore ends well. */
const AFTERWARDS: ReadonlySet<CodeFamily> = new Set(['cancellation', 'return', 'waybill-status']);
/** The one result code of customs that speaks of papers, not of the list. */
const OF_PAPERS = '22007';
const FORMAT_CHECK = '-999999';
/** Where customs fills something in, the number of the document as a rule. */
const FILLED_IN = /\[\*\]|\*/g;

/** Plans the answer and the receipts of one document. Any number has a plan: what cannot be read is explained. */
export function planOf(desk: Desk, subject: Subject, results: CustomsResults): Plan {
  const script = subject.number === undefined ? undefined : scriptOf(subject.number);
  if (script && !isScript(script)) return explanation(script);
  const found = stagesOf(desk, subject, script, results);
  if (!Array.isArray(found)) return explanation(found);
  const stages = script?.lost && !subject.again ? [] : found;
  const [first] = stages;
  const refused = first !== undefined && first.waitMs === 0 && first.status.startsWith('-');
  const taken = { status: '2', info: infoOf('2', subject) };
  const answer = first && (first.status === '1' || refused) ? first : taken;
  return {
    verdict: refused ? 'refused' : 'accepted',
    status: answer.status,
    info: answer.info,
    receipts: timed(stages, script),
  };
}

/** A receipt before the moments are settled. */
interface Stage {
  readonly status: string;
  readonly info: string;
  /** Waited before it, on top of the pace. */
  readonly waitMs: number;
}

function stagesOf(
  desk: Desk,
  subject: Subject,
  script: Script | undefined,
  results: CustomsResults,
): Stage[] | Misread {
  const plain = (status: string, waitMs = 0): Stage => ({ status, info: infoOf(status, subject), waitMs });
  if (subject.appStatus === '1') return [plain('1')];
  if (subject.appType === '3') return [plain('2')];
  if (!script) return kept(desk, wayTo(desk.good)).map((status) => plain(status));
  const [only, ...more] = script.results;
  if (!only) return [];
  if ('status' in only && more.length === 0) {
    const way = endingWell(desk, wayTo(only.status));
    return way.map((status, at) => plain(status, at === way.length - 1 ? only.waitMs : 0));
  }
  const named = script.results.filter((result) => 'status' in result);
  const chain = kept(
    desk,
    named.map(({ status }) => status),
  );
  const stages = named
    .filter(({ status }) => chain.includes(status))
    .map(({ status, waitMs }) => plain(status, waitMs));
  const last = script.results.at(-1) as Result;
  if ('code' in last) return coded(desk, subject, stages, last, results);
  // Of a chain that is the list's alone nothing is left for its papers, which are in order.
  return stages.length > 0 ? stages : kept(desk, wayTo(desk.good)).map((status) => plain(status));
}

/** The stages with a result code at their end, which alone brings the way to it along. */
function coded(
  desk: Desk,
  subject: Subject,
  stages: readonly Stage[],
  { code, waitMs }: { readonly code: string; readonly waitMs: number },
  results: CustomsResults,
): Stage[] | Misread {
  const plain = (status: string): Stage => ({ status, info: infoOf(status, subject), waitMs: 0 });
  const way = (statuses: readonly string[]): readonly Stage[] =>
    stages.length > 0 ? stages : kept(desk, statuses).map(plain);
  const [business] = meaningsOf(`-${code}`);
  if (business) {
    const { family } = business;
    const all = family === 'enterprise' || family === 'format' || desk.family === 'any';
    if (!all && family !== desk.family) return [...way(AFTERWARDS.has(family) ? wayTo(desk.good) : TAKEN_IN)];
    const text = business.text.zh.replaceAll(FILLED_IN, subject.number ?? '');
    return [...stages, { status: business.code, info: returnInfo(business.code, text), waitMs }];
  }
  if (transportCode(code)) return overDxpOnly(code);
  const result = results(code) ?? meaningOfCustoms(code);
  if (!result) return unknownCode(code);
  if (desk.paper && code !== OF_PAPERS) return [...way(TAKEN_IN)];
  const status = desk.statuses.includes(result.status) ? result.status : '100';
  const before = wayTo(status).filter((one) => one !== status);
  return [...way(before), { status, info: returnInfo(code, result.zh), waitMs }];
}

/** Codes of customs that stand in the catalogue only: all of them send the document back. */
function meaningOfCustoms(code: string): CustomsResult | undefined {
  const meaning = meaningsOf(code).find(({ family }) => family === 'customs');
  return meaning && { status: '100', zh: meaning.text.zh };
}

const wayTo = (status: string): readonly string[] => words.get(status)?.way ?? [status];

/** Statuses this document's receipts name. */
const kept = (desk: Desk, way: readonly string[]): readonly string[] =>
  way.filter((status) => desk.statuses.includes(status));

/** A way whose end this document's receipts do not name ends as a document without fault does. */
function endingWell(desk: Desk, way: readonly string[]): readonly string[] {
  const known = kept(desk, way);
  const end = way.at(-1) ?? '';
  return known.includes(end) || known.includes(desk.good) ? known : [...known, desk.good];
}

/** The words of a receipt: plain ones while E-Port speaks, customs' form afterwards. */
function infoOf(status: string, { guid, appType }: Subject): string {
  const text = meaningsOf(status).find(({ family }) => family === 'status')?.text.zh ?? status;
  if (status === '2') return `${ACTS[appType] ?? '新增'}申报成功[${guid}]`;
  if (status === '1' || status === '3' || status === '4' || status === '5') return text;
  const code = words.get(status)?.code ?? status;
  const own = meaningsOf(code).find(({ family }) => family === 'customs')?.text.zh;
  return returnInfo(code, own ?? text);
}

function timed(stages: readonly Stage[], script: Script | undefined): PlannedReceipt[] {
  let at = 0;
  const inOrder = stages.map((stage, index) => {
    at += stage.waitMs + (index === 0 ? 0 : PACE_MS);
    return { afterMs: at, stampMs: at, returnStatus: stage.status, returnInfo: stage.info };
  });
  const moments = inOrder.map(({ afterMs }) => afterMs);
  const coming = script?.mixed
    ? inOrder.toReversed().map((receipt, index) => ({ ...receipt, afterMs: moments[index] ?? 0 }))
    : inOrder;
  return script?.twice ? coming.flatMap((receipt) => [receipt, receipt]) : coming;
}

function explanation({ why }: Misread): Plan {
  const info = returnInfo('SBX', why.zh);
  const receipt = { afterMs: 0, stampMs: 0, returnStatus: '100', returnInfo: info };
  return { verdict: 'refused', status: '100', info, receipts: [receipt], misread: why };
}

/** Whether a code is the exchange platform's, which answers messages in their envelopes and no paper. */
const transportCode = (code: string): boolean =>
  meaningsOf(code).some(({ family }) => family === 'transport');

/** The code a script asks the exchange platform to answer with; undefined when it asks for none of its codes. */
export function transportCodeOf(number: string): string | undefined {
  const script = scriptOf(number);
  const last = script && isScript(script) ? script.results.at(-1) : undefined;
  return last && 'code' in last && transportCode(last.code) ? last.code : undefined;
}

const overDxpOnly = (code: string): Misread => ({
  why: {
    zh: `${code} 是交换平台的传输码，只在经 DXP 通道报送时以 DxpRep 答复`,
    en: `${code} is a code of the exchange platform: it is answered by DxpRep, and only to what comes over DXP`,
  },
});

const unknownCode = (code: string): Misread => ({
  why: {
    zh: `结果码 ${code} 既不是业务错误码（-${code}），也不是海关结果码；可用 chama codes 查询`,
    en: `${code} is neither a business code (-${code}) nor a result code of customs; search them with chama codes`,
  },
});

/** Whether a paper of this number waits to be sent again before it is answered. */
export function isLostAtFirst(number: string | undefined): boolean {
  const script = number === undefined ? undefined : scriptOf(number);
  return script !== undefined && isScript(script) && script.lost;
}

/** Whether this receipt is the format check's, which speaks of the message and not of the document. */
export const isFormatCheck = (status: string): boolean => status === FORMAT_CHECK;
