import type { LoadedDocument, PlainDocument } from '#documents';
import { onlySaved, savedAnswer } from '#exchange';
import type { Bilingual, Day } from '#kernel';
import type { TaxAssessment } from '#tax';
import { explainOutcome } from '../domain/explain.ts';
import type { JudgedFinding } from '../domain/results.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import { rulesBehind } from '../domain/rules-behind.ts';
import type { ListDetail } from '../http/list-detail-schemas.ts';
import type { FullDecision } from '../storage/pages.ts';
import type { Progress } from '../storage/progress.ts';
import { type Advice, explainAdvice } from './advice.ts';

type PaperKind = keyof ListDetail['papers'];

const paperNames: Readonly<Record<PaperKind, Bilingual>> = {
  order: { zh: '订单', en: 'order' },
  payment: { zh: '支付单', en: 'payment' },
  waybill: { zh: '运单', en: 'waybill' },
  declaration: { zh: '清单', en: 'list' },
};

/** What the rules wrote down of a list. */
export interface StoredAssessment {
  readonly findings?: readonly JudgedFinding[];
  readonly tax?: object | null;
  readonly advice?: Advice;
}

/** The latest that the rules have said of a list: as its decision, or as advice before customs decides. */
export function assessmentBehind(decisions: readonly FullDecision[]): StoredAssessment {
  const spoken = decisions.findLast(({ judge }) => judge !== 'customs' && judge !== 'officer');
  return (spoken?.assessment ?? {}) as StoredAssessment;
}

/** The answers a list has had, oldest first; advice is none. */
export function receiptsView(
  decisions: readonly FullDecision[],
  progress: readonly Progress[],
): ListDetail['receipts'] {
  const decided = decisions
    .filter(({ judge }) => judge !== 'advice')
    .map(({ returnStatus, decidedAt, returnInfo }) => ({ returnStatus, at: decidedAt, returnInfo }));
  return [...decided, ...progress]
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ returnStatus, at, returnInfo }) => ({
      status: returnStatus,
      at: at.toISOString(),
      info: returnInfo,
    }));
}

/** @param accepted status of the receipt for a paper that is taken in */
export function timeline(
  papers: ReadonlyMap<PaperKind, LoadedDocument<PlainDocument>>,
  decisions: readonly FullDecision[],
  progress: readonly Progress[],
  accepted: string,
): ListDetail['timeline'] {
  const entries: ListDetail['timeline'] = [];
  for (const [paper, { document, receivedAt, messageId }] of papers) {
    const { appType } = document.head as { appType: string };
    const changed = appType === '2';
    const name = paperNames[paper];
    const status = paper === 'declaration' ? '2' : accepted;
    entries.push({
      at: receivedAt.toISOString(),
      kind: changed ? 'changed' : 'received',
      zh: changed ? `收到${name.zh}变更` : `收到${name.zh}`,
      en: changed ? `Change of the ${name.en} received` : `The ${name.en} was received`,
      paper,
      status: onlySaved(document.head) ? savedAnswer.status : status,
      messageId,
    });
  }
  for (const { outcome, returnStatus, decidedAt } of decisions)
    entries.push({
      at: decidedAt.toISOString(),
      kind: outcome === 'forwarded' ? 'forwarded' : 'decided',
      ...explainOutcome(outcome, returnStatus),
      status: returnStatus,
    });
  for (const { at, returnStatus, returnInfo } of progress)
    entries.push({
      at: at.toISOString(),
      kind: 'progressed',
      zh: `海关回执：${returnInfo}`,
      en: `Receipt of customs: ${returnInfo}`,
      status: returnStatus,
    });
  return entries.sort((a, b) => a.at.localeCompare(b.at));
}

export function decisionView(
  ports: { readonly chinaDay: (at: Date) => Day; readonly rulebook: Rulebook },
  decision: FullDecision,
  findings: readonly JudgedFinding[],
  tax: TaxAssessment | undefined,
  advice: Advice | undefined,
): NonNullable<ListDetail['decision']> {
  // The rules and the allowance are those of the day the list was accepted.
  const day = ports.chinaDay(decision.acceptedAt);
  const reasons = findings.filter(({ mode }) => mode === 'live').map(({ message }) => message);
  const { judge, outcome, returnStatus, returnInfo } = decision;
  const said = { zh: returnInfo, en: returnInfo };
  const text = explainOutcome(
    outcome,
    returnStatus,
    judge === 'customs' || judge === 'officer' ? [said] : reasons,
  );
  return {
    outcome,
    statusCode: returnStatus,
    returnInfo,
    ...text,
    ...(advice ? { advice: explainAdvice(advice, reasons) } : {}),
    // Who withdraws a list has no rule applied to it.
    rules: judge === 'sender' ? [] : rulesBehind(ports.rulebook.risk, day, findings, tax !== undefined),
    rulebookVersion: decision.rulebook,
    judge,
    decidedAt: decision.decidedAt.toISOString(),
  };
}
