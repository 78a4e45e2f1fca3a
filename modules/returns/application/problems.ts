import { Problem } from '#http';
import type { Finding } from '#kernel';
import type { CaseFile } from '../storage/cases.ts';

export const noReturn = (returnNo: string): Problem =>
  new Problem(404, 'RETURNS-NOT-FOUND', {
    zh: `没有退货或撤销申请 ${returnNo}`,
    en: `There is no cancellation or return ${returnNo}`,
  });

/** What somebody wants to do cannot be done with a case as it stands. */
export const notNow = ({ returnNo, state }: Pick<CaseFile, 'returnNo' | 'state'>): Problem =>
  new Problem(409, 'RETURNS-STATE', {
    zh: `申请 ${returnNo} 当前状态为 ${state}，不能这样处理`,
    en: `${returnNo} stands at ${state}: this cannot be done with it now`,
  });

/** It has moved since the caller looked. */
export const movedMeanwhile = ({ returnNo }: Pick<CaseFile, 'returnNo'>): Problem =>
  new Problem(409, 'RETURNS-MOVED', {
    zh: `申请 ${returnNo} 已有变化，请刷新后重试`,
    en: `${returnNo} has moved meanwhile: look at it again`,
  });

/** What is asked for does not fit the goods of a return. */
export const wrongGoods = (findings: readonly Finding[]): Problem =>
  new Problem(
    422,
    'RETURNS-GOODS',
    { zh: '所填商品与退货不符，见 findings', en: 'This does not fit the goods of the return: see findings' },
    [...findings],
  );
