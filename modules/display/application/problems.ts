import { Problem } from '#http';
import type { Finding } from '#kernel';

export const noShop = (shopId: string): Problem =>
  new Problem(404, 'SHOP-NOT-FOUND', {
    zh: `没有展示店 ${shopId}`,
    en: `There is no display shop ${shopId}`,
  });

export const shopNotNow = (): Problem =>
  new Problem(409, 'SHOP-STATE', {
    zh: '展示店未经批准、已办结，或仍有在展商品',
    en: 'The shop is not approved, is settled, or still has goods on display',
  });

export const nothingShown = (displayNo: string): Problem =>
  new Problem(404, 'SHOWN-NOT-FOUND', {
    zh: `没有展示单 ${displayNo}`,
    en: `Nothing is on display as ${displayNo}`,
  });

export const notShownNow = (): Problem =>
  new Problem(409, 'SHOWN-STATE', {
    zh: '展示商品尚未出区、已核销，或不需此步骤',
    en: 'The goods have not left yet, are accounted for, or need no such step',
  });

/** @throws Problem 422 with what is wrong, where anything is */
export function refuseAll(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  throw new Problem(
    422,
    'SHOWN-REFUSED',
    {
      zh: '展示商品不能这样办理，见 findings',
      en: 'This cannot be done with goods on display: see findings',
    },
    findings,
  );
}
