import { Problem } from '#http';
import type { Finding } from '#kernel';

/** What was filed has findings. */
export const unfit = (findings: readonly Finding[]): Problem =>
  new Problem(
    422,
    'EXPORT-TAX-INPUT',
    { zh: '填写有误，见 findings', en: 'Something is wrong with it: see findings' },
    findings,
  );

export const noFirm = (ebcCode: string): Problem =>
  new Problem(404, 'EXPORT-TAX-FIRM-NOT-FOUND', {
    zh: `企业 ${ebcCode} 未填报出口税资料`,
    en: `${ebcCode} has told nothing of its export tax`,
  });

export const noClaim = (claimNo: string): Problem =>
  new Problem(404, 'CLAIM-NOT-FOUND', {
    zh: `没有退税申报 ${claimNo}`,
    en: `There is no refund claim ${claimNo}`,
  });

export const claimState = (): Problem =>
  new Problem(409, 'CLAIM-STATE', {
    zh: '退税申报当前状态不能这样办理；请刷新后再办',
    en: 'As the claim stands this cannot be done; look again',
  });
