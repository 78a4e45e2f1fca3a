import { Problem } from '#http';
import type { Finding } from '#kernel';

export const noWarehouse = (warehouseNo: string): Problem =>
  new Problem(404, 'WAREHOUSE-NOT-FOUND', {
    zh: `没有海外仓 ${warehouseNo}`,
    en: `There is no overseas warehouse ${warehouseNo}`,
  });

export const noBatch = (batchNo: string): Problem =>
  new Problem(404, 'BATCH-NOT-FOUND', { zh: `没有订仓单 ${batchNo}`, en: `There is no booking ${batchNo}` });

export const batchState = (): Problem =>
  new Problem(409, 'BATCH-STATE', {
    zh: '订仓单当前状态不能这样办理；请刷新后再办',
    en: 'As the booking stands this cannot be done; look again',
  });

/** What was sent names codes of no list, or days that do not fit. */
export const unfit = (findings: readonly Finding[]): Problem =>
  new Problem(
    422,
    'B2B-INPUT',
    { zh: '填写有误，见 findings', en: 'Something is wrong with it: see findings' },
    findings,
  );
