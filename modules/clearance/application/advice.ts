import type { Bilingual } from '#kernel';
import type { Assessment } from '../domain/assess.ts';
import { explainOutcome } from '../domain/explain.ts';
import type { DecisionRecord, Outcome } from '../storage/decisions.ts';

/** What the platform's own rules would have decided, kept with the assessment it rests on. */
export interface Advice {
  readonly outcome: Assessment['outcome'];
  readonly returnStatus: Assessment['returnStatus'];
  readonly returnInfo: string;
}

/** returnStatus 2 电子口岸申报中: nobody has decided yet. */
const beingDeclared = '2';

/** A list on its way to customs, with the advice of the rules; it decides nothing. */
export function adviceOf(
  assessment: Assessment,
): Pick<DecisionRecord, 'judge' | 'outcome' | 'returnStatus' | 'returnInfo' | 'assessment'> {
  const { outcome, returnStatus, returnInfo, stored } = assessment;
  const advice: Advice = { outcome, returnStatus, returnInfo };
  return {
    judge: 'advice',
    outcome: 'forwarded',
    returnStatus: beingDeclared,
    returnInfo: '清单已转报海关，等待海关决定',
    // Whatever the rules wrote stands as they wrote it; the advice is one member more.
    assessment: `${stored.slice(0, -1)},"advice":${JSON.stringify(advice)}}`,
  };
}

/** The advice in whole sentences, beside what customs decides. */
export function explainAdvice(
  { outcome, returnStatus }: { readonly outcome: Outcome; readonly returnStatus: string },
  reasons: readonly Bilingual[],
): Bilingual {
  const { zh, en } = explainOutcome(outcome, returnStatus, reasons);
  return { zh: `平台预审（不作决定）：${zh}`, en: `The platform’s advice, which decides nothing: ${en}` };
}
