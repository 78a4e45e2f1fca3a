import { Problem } from '#http';
import type { Finding } from '#kernel';

export const noTransit = (transitNo: string): Problem =>
  new Problem(404, 'TRANSIT-NOT-FOUND', {
    zh: `没有转关单 ${transitNo}`,
    en: `There is no transit ${transitNo}`,
  });

export const wrongState = (state: string): Problem =>
  new Problem(409, 'TRANSIT-STATE', {
    zh: `转关单现为 ${state}，不能这样办理；请重新读取`,
    en: `The transit is ${state}, and this is not the next step; read it anew`,
  });

export const wrongParty = (): Problem =>
  new Problem(409, 'TRANSIT-PARTY', {
    zh: '应由申请人、承运人、启运地或指运地海关中的另一方办理',
    en: 'This is for another side to do: the applicant, the carrier, or the office of departure or of destination',
  });

export const wrongInput = (findings: readonly Finding[]): Problem =>
  new Problem(
    422,
    'TRANSIT-INPUT',
    { zh: '转关内容有误，见 findings', en: 'Something is wrong with the transit: see findings' },
    findings,
  );

export const farAway = (km: number): Problem =>
  new Problem(409, 'TRANSIT-FAR', {
    zh: `最后位置距指运地超过 ${km} 公里或没有位置，应由海关办理运抵`,
    en: `The last position is more than ${km} km from the destination, or there is none: customs takes it in`,
  });

export const needsReason = (): Problem =>
  new Problem(422, 'TRANSIT-REASON', {
    zh: '在指运地以外的海关运抵，请说明原因',
    en: 'It is taken in by another office than that of its destination: say why',
  });
