import { Problem } from '#http';
import type { Bilingual } from '#kernel';

/** Why something is not done about an inspection: stable codes, with what to do. */
const refusals = {
  'INSPECTION-NOT-FOUND': [404, '没有该查验单；请核对编号', 'There is no such inspection; check its number'],
  'INSPECTION-LIST-NOT-FOUND': [404, '没有该清单；请核对编号', 'There is no such list; check its number'],
  'INSPECTION-STATE': [
    409,
    '查验单当前状态不能这样办理；请刷新后再试',
    'As the inspection stands this cannot be done; look again',
  ],
  'INSPECTION-OPEN-HOLDS': [
    409,
    '尚有查验事项未录入结果；请逐项录入后再结束',
    'Something has no result yet; enter each, then close',
  ],
  'INSPECTION-SAMPLES': [
    409,
    '尚有样品未出检验结果；请等待结果后再结束',
    'A sample has no result yet; wait for it, then close',
  ],
  'INSPECTION-SAME-OFFICER': [
    409,
    '查验须由两名关员共同实施；请另一位关员复核签署',
    'An inspection takes two officers; have another one sign',
  ],
  'INSPECTION-OTHER-OFFICE': [
    403,
    '查验单不在本关区办理；请由其所属关区办理',
    'The inspection belongs to another office, which carries it out',
  ],
  'INSPECTION-GROUND': [
    422,
    '没有此查验事由，或不属于本部门；请从事由表中选择',
    'There is no such ground, or it is another agency’s; choose one of the table',
  ],
  'INSPECTION-REASON': [
    422,
    '不合格须填写原因代码，合格则不填；请从原因表中选择',
    'What does not conform needs a reason of the table, and what conforms none',
  ],
  'INSPECTION-HOLD': [
    404,
    '查验单没有此事项，或已录入其它结果；请刷新',
    'The inspection has no such item, or it has another result; look again',
  ],
  'INSPECTION-CORRECTION': [404, '没有该更正；请刷新', 'There is no such correction; look again'],
  'INSPECTION-PHOTOS': [409, '照片已达张数上限', 'There are as many photos as there may be'],
  'INSPECTION-PHOTO-UNSOUND': [
    422,
    '不是完整、静止的 JPEG、PNG 或 WebP 图片，或过大；请重新拍摄',
    'It is no whole, still JPEG, PNG or WebP, or too large; take it again',
  ],
  'INSPECTION-PHOTO-NOT-FOUND': [404, '没有此照片', 'There is no such photo'],
  'SITE-NOT-FOUND': [404, '没有该查验场所；请核对代码', 'There is no such site; check its code'],
  'SITE-CALENDAR': [
    422,
    '开放时间不成立：起止颠倒或同一时段重复',
    'The hours do not hold: they end before they begin, or are named twice',
  ],
  'SITE-CHANGED': [
    409,
    '场所资料已被他人更改；请刷新后再改',
    'Somebody has changed the site meanwhile; look again',
  ],
  'SITE-OTHER-OFFICE': [
    422,
    '该场所不属于清单的申报关区；请另选场所',
    'The site belongs to another office; choose one of the office the lists are declared at',
  ],
  'SLOT-NOT-OFFERED': [
    422,
    '该场所此时不查验，或已过预约时限；请另选时段',
    'The site does not inspect then, or it is too late or too early to book; choose another slot',
  ],
  'SLOT-FULL': [409, '该时段已约满；请另选时段', 'The slot is full; choose another'],
  'SAMPLE-NOT-FOUND': [404, '没有该样品；请核对编号', 'There is no such sample; check its number'],
  'SAMPLE-STATE': [
    409,
    '样品流转须依次为取样、送检、接收、出结果',
    'A sample is taken, sent, received, then has its result: nothing else comes next',
  ],
} as const satisfies Readonly<Record<string, readonly [status: number, zh: string, en: string]>>;

type InspectionRefusalCode = keyof typeof refusals;

/** All refusals of inspections, for those who explain them. */
export const inspectionRefusals: readonly {
  readonly code: string;
  readonly status: number;
  readonly text: Bilingual;
}[] = Object.entries(refusals).map(([code, [status, zh, en]]) => ({ code, status, text: { zh, en } }));

/** A refusal of this module, as it is answered. */
export class InspectionRefusal extends Problem {
  constructor(code: InspectionRefusalCode) {
    const [status, zh, en] = refusals[code];
    super(status, code, { zh, en } satisfies Bilingual);
  }
}
