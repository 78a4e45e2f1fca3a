import { Problem } from '#http';
import type { Bilingual } from '#kernel';

/** Why the desk does not do what an officer wants: stable codes, with what to do. */
const refusals = {
  'CASE-NOT-FOUND': [404, '作业台没有该清单；请核对编号', 'The desk has no such list; check its number'],
  'CASE-CLOSED': [
    409,
    '该案件已结束：清单已被处置、重报或撤回；请刷新',
    'The case is closed: its list was decided, sent again or withdrawn; look again',
  ],
  'CASE-CHANGED': [
    409,
    '您看过之后案件或其单证已有变化；请刷新后再决定',
    'The case or its papers have changed since you looked; look again, then decide',
  ],
  'CASE-TAKEN': [
    409,
    '另一位关员正在办理；请等其放回',
    'Another officer has it in hand; wait until it is handed back',
  ],
  'CASE-NOT-IN-HAND': [409, '案件不在您手中；请先领取', 'You do not have the case in hand; take it first'],
  'CASE-PROPOSED': [
    409,
    '已有处置建议待复核；请另一位关员确认或驳回',
    'A decision is proposed: another officer has to confirm or reject it',
  ],
  'CASE-NOT-PROPOSED': [409, '没有待复核的建议；请刷新', 'Nothing is proposed; look again'],
  'CASE-SAME-OFFICER': [
    409,
    '建议人不得自行确认；请另一位关员确认',
    'Who proposes may not confirm; have another officer do it',
  ],
  'CASE-ACT': [
    409,
    '清单当前状态不能这样处置；请按可选处置办理',
    'As the list stands this cannot be done; choose among the acts offered',
  ],
  'CASE-REASON': [
    422,
    '该处置没有此理由代码；请从理由表中选择',
    'This act has no such reason; choose one of the table',
  ],
  'CASE-BARRED': [
    409,
    '尚不能放行：其他部门未作决定或税款担保不足；原因见清单页，具备后再放行',
    'It cannot be released yet: another agency has not decided, or nothing covers its tax; the page of the list says which. Release it once that is there',
  ],
  'CASE-OTHER-OFFICE': [
    403,
    '清单不在本关区办理；请由其申报关区处置',
    'The list belongs to another office, which decides on it',
  ],
  'CASE-NOT-ASKED': [409, '没有待答复的询问', 'Nothing is asked that waits for an answer'],
  'CASE-TOO-LATE': [
    409,
    '已过可撤回的时限；如确有误，请按撤销放行办理',
    'The time to take it back is over; if it was wrong, a release can be called back',
  ],
  'CASE-FOLLOWED': [
    409,
    '决定之后清单已有变化，不能撤回',
    'Something has followed the decision: it cannot be taken back',
  ],
  'CASE-ALLOWANCE': [
    409,
    '订购人年度额度已被其它清单占用，不能恢复该单',
    'Other lists have used the buyer’s allowance meanwhile: this one cannot be taken up again',
  ],
  'DESK-READ-ONLY': [
    409,
    '本平台由海关系统作出决定，作业台只供查看',
    'Customs decides by its own system: here the desk only shows',
  ],
  'DESK-TOO-MANY': [422, '一次选择的案件过多；请分批处置', 'Too many cases at once; decide them in parts'],
  'DESK-BUSY': [
    503,
    '清单或其单证正在变更；请稍后重试',
    'The list or its papers are just changing; try again',
  ],
} as const satisfies Readonly<Record<string, readonly [status: number, zh: string, en: string]>>;

export type RefusalCode = keyof typeof refusals;

export const refusalText = (code: RefusalCode): Bilingual => {
  const [, zh, en] = refusals[code];
  return { zh, en };
};

/** All refusals of the desk, for those who explain them. */
export const deskRefusals: readonly {
  readonly code: string;
  readonly status: number;
  readonly text: Bilingual;
}[] = Object.entries(refusals).map(([code, [status, zh, en]]) => ({ code, status, text: { zh, en } }));

/** A refusal of the desk, as it is answered. */
export class DeskRefusal extends Problem {
  declare readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(refusals[code][0], code, refusalText(code));
  }
}
