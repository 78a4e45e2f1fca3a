import type { Bilingual, Finding } from '#kernel';
import { CONSENT_CODES } from './finding-codes.ts';

/** How an agency stands to a list it was asked about; `void`: the list was sent back or withdrawn meanwhile. */
export type QuestionState = 'waiting' | 'positive' | 'negative' | 'void';

/**
 * Who spoke for an agency: the platform's table, the agency over its link, one of its officers here, the inspection
 * that officer asked for, or a certificate that is recognised.
 */
export type AgencyJudge = 'engine' | 'live' | 'officer' | 'inspection' | 'certificate';

/** What an agency says of a list. */
export type Word = 'positive' | 'negative';

/** What is on record of it: that it has the list inspected is no word yet. */
export type RecordedWord = Word | 'inspect';

/** What a refusal or a waiting leads to: an officer of customs looks at the list (300). */
export interface ConsentFinding extends Finding {
  readonly mode: 'live';
  readonly severity: 'review';
  readonly customsCode: string;
}

const TEXTS = new Map(CONSENT_CODES.map((one) => [one.code, one]));

/** The finding of an agency that keeps a list: it waits, or has said no with a reason. */
export function consentFinding(
  state: 'waiting' | 'negative',
  agency: string,
  name: Bilingual,
  more: { readonly reason: Bilingual; readonly rule?: string | undefined },
): ConsentFinding {
  const code = state === 'waiting' ? 'CONSENT-WAITS' : 'CONSENT-REFUSED';
  const known = TEXTS.get(code);
  if (!known) throw new RangeError(`no code ${code}`);
  const { reason, rule } = more;
  return {
    code,
    level: 'business',
    path: '',
    message: {
      zh: `${known.text.zh}：${name.zh}（${reason.zh}）`,
      en: `${known.text.en}: ${name.en} (${reason.en})`,
    },
    remedy: known.remedy,
    rule: rule ?? 'R-1.50',
    evidence: [{ paper: 'agency', path: agency, value: state }],
    mode: 'live',
    severity: 'review',
    customsCode: state === 'waiting' ? '907901' : '907902',
  };
}
