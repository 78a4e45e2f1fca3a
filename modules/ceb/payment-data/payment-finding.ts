import type { Bilingual, Finding, FindingLevel } from '#kernel';

/** Stable codes of what can be wrong with the JSON of notice 2018 No. 179. */
export type PaymentDataCode =
  | 'PAYDATA-AMOUNT'
  | 'PAYDATA-CHARACTER'
  | 'PAYDATA-DUPLICATE'
  | 'PAYDATA-EMPTY'
  | 'PAYDATA-FORM'
  | 'PAYDATA-GUID'
  | 'PAYDATA-JSON'
  | 'PAYDATA-LENGTH'
  | 'PAYDATA-LINK'
  | 'PAYDATA-MANY'
  | 'PAYDATA-MISSING'
  | 'PAYDATA-NUMBER'
  | 'PAYDATA-ORDER'
  | 'PAYDATA-REPEATED'
  | 'PAYDATA-SIGNED-FORM'
  | 'PAYDATA-TIME'
  | 'PAYDATA-TOO-LARGE'
  | 'PAYDATA-TYPE'
  | 'PAYDATA-UNKNOWN'
  | 'PAYDATA-VALUE';

type Pair = readonly [zh: string, en: string];

/** A design limit (D): who sends rubbish is told enough, and costs no memory. */
const MOST_FINDINGS = 100;

/** Gathers findings; from the hundredth on it only notes that there are more. */
export class PaymentFindings {
  readonly list: Finding[] = [];

  add(code: PaymentDataCode, level: FindingLevel, path: string, message: Pair, remedy: Pair): void {
    if (this.list.length >= MOST_FINDINGS) return;
    // Names come from the sender and may be of any length.
    this.list.push(paymentFinding(code, level, path.slice(0, 200), message, remedy));
    if (this.list.length < MOST_FINDINGS) return;
    this.list.push(
      paymentFinding(
        'PAYDATA-MANY',
        'structure',
        '',
        ['问题过多，其余不再列出', 'There are more findings than are listed'],
        ['先改正以上各项，再检查一次', 'Mend these first, then check again'],
      ),
    );
  }

  /** Whether something breaks the structure, so that customs would not take it. */
  get broken(): boolean {
    return this.list.some(({ level }) => level === 'structure');
  }
}

function paymentFinding(
  code: PaymentDataCode,
  level: FindingLevel,
  path: string,
  message: Pair,
  remedy: Pair,
): Finding {
  return { code, level, path, message: pair(message), remedy: pair(remedy), rule: 'R-1.20' };
}

const pair = ([zh, en]: Pair): Bilingual => ({ zh, en });

/** A text of the sender as a finding shows it: short. */
export function shown(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}
