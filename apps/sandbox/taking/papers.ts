import { returnInfo } from '#ceb';
import { type IncomingMessage, type Reception, receive, refusalCodes, type StoredDocument } from '#exchange';
import type { Bilingual, Finding } from '#kernel';
import type { Vault } from '#vault';
import { type Desk, scriptedNumber } from '../scheme/desks.ts';
import { type CustomsResults, isLostAtFirst, type Plan, planOf } from '../scheme/plan.ts';
import type { DocumentContent, KeptDocument } from '../storage/documents.ts';

/** One paper of a message, read for the sandbox. */
export interface Paper {
  readonly index: number;
  readonly desk: Desk;
  readonly key: string;
  readonly content: DocumentContent;
  readonly contentHash: string;
  readonly number: string | undefined;
  /** What refuses it before its script is looked at, with the standard's code. */
  readonly refusal: { readonly status: string; readonly findings: readonly Finding[] } | undefined;
}

/** A finding of one document (or, at -1, of all), with the code it is refused with. */
export type DocumentFindings = ReturnType<IncomingMessage['check']>;

/** Reads the papers of a message; `found` is what its fields and its signature are at fault with. */
export function papersOf(
  { message }: IncomingMessage,
  desk: Desk,
  found: DocumentFindings,
  vault: Vault,
): Paper[] {
  const documents = message.documents as readonly DocumentContent[];
  return documents.map((content, index) => {
    const own = found.filter((one) => one.index < 0 || one.index === index);
    const { invalid } = refusalCodes(desk.root);
    const status = own.find(({ returnCode }) => returnCode !== undefined)?.returnCode ?? invalid;
    return {
      ...{ index, desk, content },
      key: desk.key.map((name) => String(content.head[name] ?? '')).join('\u001f'),
      contentHash: hashOf(content, vault),
      number: scriptedNumber(desk, content.head),
      refusal: own.length === 0 ? undefined : { status, findings: own.map(({ finding }) => finding) },
    };
  });
}

/** Digest of everything but guid, appType and appTime, which a sender may change when sending the same again. */
function hashOf({ head, items }: DocumentContent, vault: Vault): string {
  const { guid: _, appType: _1, appTime: _2, ...rest } = head;
  return vault.contentDigest(JSON.stringify([rest, items]));
}

/** What becomes of one paper. */
export interface Outcome {
  readonly verdict: 'accepted' | 'repeated' | 'refused';
  readonly status: string;
  readonly info: string;
  readonly findings: readonly Finding[];
  /** Receipts to come; a repeat has had its own. */
  readonly plan: Plan | undefined;
  /** Whether it takes the place of what is on file, and whether that is to be gone. */
  readonly act: 'keep' | 'remove' | 'none';
}

/** Decides on one paper in the order customs would: its fields and signature, its number on file, then its script. */
export function decide(paper: Paper, onFile: KeptDocument | undefined, results: CustomsResults): Outcome {
  if (paper.refusal) return refused(paper.refusal.status, paper.refusal.findings);
  const text = (name: string): string => String(paper.content.head[name] ?? '');
  const incoming = { guid: text('guid'), appType: text('appType'), appTime: text('appTime') };
  const stored = onFile && { ...onFile, standing: standingOf(onFile.returnStatus) };
  const codes = refusalCodes(paper.desk.root);
  const reception = receive(stored, { ...incoming, contentHash: paper.contentHash }, codes);
  const again = reception.act === 'repeat' && onFile?.statusTime === '' && isLostAtFirst(paper.number);
  if (reception.act === 'repeat' && !again) return repeated(reception);
  if (reception.act === 'refuse') return refused(reception.status, [reception.finding]);
  const { guid, appType } = incoming;
  const subject = { number: paper.number, guid, appType, appStatus: text('appStatus'), again };
  const plan = planOf(paper.desk, subject, results);
  return {
    ...{ verdict: plan.verdict, status: plan.status, info: plan.info, plan },
    findings: plan.misread ? [misread(paper, plan.misread)] : [],
    act: reception.act === 'remove' ? 'remove' : 'keep',
  };
}

/** A list sent back may be sent anew, one that is through may not be changed. */
function standingOf(status: string): StoredDocument['standing'] {
  if (status === '1' || status === '100' || status.startsWith('-')) return 'returned';
  return Number(status) >= 300 && status !== '300' ? 'locked' : 'open';
}

/** Refused by the standard's own code, with every reason, as the platform words it. */
function refused(status: string, findings: readonly Finding[]): Outcome {
  const info = returnInfo(status, findings.map(({ path, message }) => `${path}: ${message.zh}`).join('; '));
  const receipt = { afterMs: 0, stampMs: 0, returnStatus: status, returnInfo: info };
  const plan: Plan = { verdict: 'refused', status, info, receipts: [receipt] };
  return { verdict: 'refused', status, info, findings, plan, act: 'none' };
}

const repeated = ({ status, info }: Extract<Reception, { act: 'repeat' }>): Outcome => ({
  ...{ verdict: 'repeated', status, info },
  ...{ findings: [], plan: undefined, act: 'none' },
});

function misread(paper: Paper, why: Bilingual): Finding {
  const { desk, number, content } = paper;
  return {
    code: 'SANDBOX-SCRIPT',
    level: 'business',
    path: desk.numbers.find((name) => content.head[name] === number) ?? '',
    message: why,
    remedy: {
      zh: '按沙箱页面 /sandbox 的脚本词改写编号，或去掉开头的 SBX-',
      en: 'Write the number with the words listed at /sandbox, or without SBX- at its beginning',
    },
  };
}
