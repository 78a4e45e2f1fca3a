import { Problem } from '#http';
import type { Finding } from '#kernel';
import type { Parcel } from '../storage/parcels.ts';

export const noCentre = (centreCode: string): Problem =>
  new Problem(404, 'CENTRES-NOT-FOUND', {
    zh: `没有退货中心仓 ${centreCode}`,
    en: `There is no return centre ${centreCode}`,
  });

export const centreShut = (centreCode: string): Problem =>
  new Problem(409, 'CENTRES-SHUT', {
    zh: `退货中心仓 ${centreCode} 今日不在启用期内，不能收件`,
    en: `Return centre ${centreCode} is not open today and takes no parcels in`,
  });

export const noParcel = (parcelNo: string): Problem =>
  new Problem(404, 'CENTRES-NO-PARCEL', {
    zh: `没有退货包裹 ${parcelNo}`,
    en: `There is no returned parcel ${parcelNo}`,
  });

export const noSuchList = ({
  orderNo,
  ebpCode,
}: {
  readonly orderNo: string;
  readonly ebpCode: string;
}): Problem =>
  new Problem(404, 'CENTRES-NO-LIST', {
    zh: `没有清单 ${ebpCode}/${orderNo}`,
    en: `There is no list ${ebpCode}/${orderNo}`,
  });

/** What somebody wants to do cannot be done with a parcel as it stands. */
export const notNow = ({ parcelNo, state }: Pick<Parcel, 'parcelNo' | 'state'>): Problem =>
  new Problem(409, 'CENTRES-STATE', {
    zh: `包裹 ${parcelNo} 当前状态为 ${state}，不能这样处理`,
    en: `Parcel ${parcelNo} stands at ${state}: this cannot be done with it now`,
  });

/** It has moved since the caller looked. */
export const movedMeanwhile = ({ parcelNo }: Pick<Parcel, 'parcelNo'>): Problem =>
  new Problem(409, 'CENTRES-MOVED', {
    zh: `包裹 ${parcelNo} 已有变化，请刷新后重试`,
    en: `Parcel ${parcelNo} has moved meanwhile: look at it again`,
  });

/** A label that another enterprise has announced for another list. */
export const announcedOtherwise = (scanned: string): Problem =>
  new Problem(409, 'CENTRES-ANNOUNCED', {
    zh: `单号 ${scanned} 已预报为另一清单的退货`,
    en: `${scanned} is announced as a return of another list already`,
  });

/** What was said does not fit. */
export const wrongInput = (findings: readonly Finding[]): Problem =>
  new Problem(
    422,
    'CENTRES-INPUT',
    { zh: '所填内容不符，见 findings', en: 'This does not fit: see findings' },
    [...findings],
  );
