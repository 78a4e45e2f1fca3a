import { Problem } from '#http';
import type { Bilingual } from '#kernel';

const refusals = {
  'CORRECTION-NO-DATUM': [
    404,
    '没有这份单证或其中没有该项本人数据；请在本人数据中选择',
    'There is no such paper of yours, or it does not hold this; choose among what is held of you',
  ],
  'CORRECTION-VALUE': [422, '更正须写明正确的内容', 'Say what would be right'],
  'CORRECTION-MANY': [
    409,
    '待答复的申请已达上限；请等其中一件答复后再提',
    'As many requests wait for an answer as may; ask again when one has been answered',
  ],
  'CORRECTION-NOT-FOUND': [
    404,
    '没有这件申请，或不归本单位答复',
    'There is no such request, or it is not yours to answer',
  ],
  'CORRECTION-ENDED': [409, '该申请已答复或已撤回', 'The request has been answered or withdrawn'],
  'CORRECTION-OUTCOME': [
    422,
    '这种答复不适用于该申请；请从可选答复中选择',
    'This does not answer what is asked; choose among the answers offered',
  ],
  'CORRECTION-UNCHANGED': [
    409,
    '单证中该项仍与申请时相同；请先以变更报文更正，再答复“已更正”',
    'The paper still says what it said; change it by a message first, then answer that it is corrected',
  ],
  'CORRECTION-CHANGE-FIRST': [
    409,
    '该单证尚可变更；请以变更报文更正，而不是只加注',
    'The paper can still be changed; change it by a message instead of adding a note',
  ],
  'CORRECTION-REASON': [422, '不予更正须选择理由', 'Who refuses says why; choose a reason'],
} as const satisfies Readonly<Record<string, readonly [status: number, zh: string, en: string]>>;

export type CorrectionCode = keyof typeof refusals;

/** All of them, for those who explain them. */
export const correctionRefusals: readonly {
  readonly code: string;
  readonly status: number;
  readonly text: Bilingual;
}[] = Object.entries(refusals).map(([code, [status, zh, en]]) => ({ code, status, text: { zh, en } }));

/** Why a request of a person is not taken, or an answer to one. */
export function correctionRefusal(code: CorrectionCode): Problem {
  const [status, zh, en] = refusals[code];
  return new Problem(status, code, { zh, en });
}
