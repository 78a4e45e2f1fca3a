import { meaningsOf } from '../errors/catalogue.ts';
import type { ReadStatus } from './receipt.ts';

const WAIT = { zh: '等待后续回执', en: 'Wait for the next receipt' } as const;
const FAILED = { zh: '处理异常', en: 'Processing failed' } as const;
const ASK = {
  zh: '按回执信息改正后重报',
  en: 'Mend what the receipt information says and send again',
} as const;
const GOING_ON = { zh: '未知状态，视为处理中', en: 'An unknown status: taken as in progress' } as const;

/** Meaning of a `returnStatus`: negative ones are failures, unknown positive ones are in progress. */
export function readStatus(returnStatus: string): ReadStatus {
  const code = returnStatus.trim();
  const failure = code.startsWith('-');
  const [meaning] = meaningsOf(code).filter(({ family }) => (family === 'status') !== failure);
  if (failure) {
    return { code, kind: 'failure', text: meaning?.text ?? FAILED, remedy: meaning?.remedy ?? ASK };
  }
  return meaning
    ? { code, kind: 'status', text: meaning.text, remedy: meaning.remedy }
    : { code, kind: 'unknown', text: GOING_ON, remedy: WAIT };
}

/** Whether the catalogue explains the code. */
export function isExplained(status: ReadStatus): boolean {
  return status.kind === 'failure' ? status.text !== FAILED : status.kind === 'status';
}
