import { describe, expect, test } from 'vitest';
import { type CebMessage, checkFields, decode, encode } from '#ceb';
import { SIGNATURE } from '../../ceb/testing/messages.ts';
import { cleanDossier, type FullDossier, plainPurchase } from '../testing/clean-dossier.ts';
import { matchingRules } from './match-dossier.ts';

const ROOTS = {
  order: 'CEB311Message',
  payment: 'CEB411Message',
  waybill: 'CEB511Message',
  declaration: 'CEB621Message',
} as const;
const PAPERS = Object.keys(ROOTS) as (keyof typeof ROOTS)[];

/** The papers that never reach matching: their messages are refused, or they themselves are. */
function refusedBefore(tradeMode: '9610' | '1210', change: (dossier: FullDossier) => void): string[] {
  const dossier = cleanDossier({ ...plainPurchase, tradeMode });
  change(dossier);
  return PAPERS.filter((paper) => {
    const { head } = dossier[paper];
    const message = {
      root: ROOTS[paper],
      guid: head.guid,
      version: '1.0',
      documents: [dossier[paper]],
      transfer: { copCode: '5301960001', copName: '茶马', dxpMode: 'DXP', dxpId: 'DXPENT0000000001' },
      subscriptions: [],
      ...(paper === 'declaration' ? { signature: SIGNATURE } : {}),
    } as unknown as CebMessage;
    const decoded = decode(new TextEncoder().encode(encode(message)));
    return decoded.message === undefined || checkFields(decoded.message).length > 0;
  });
}

describe('what the field check of a message always refuses, matching does not ask again', () => {
  test('papers of a clean purchase come through', () => {
    expect(refusedBefore('9610', () => undefined)).toEqual([]);
    expect(refusedBefore('1210', () => undefined)).toEqual([]);
  });

  test('another identity document than the citizen card', () => {
    const refused = refusedBefore('9610', ({ order, payment, declaration }) => {
      order.head.buyerIdType = '2';
      payment.head.payerIdType = '2';
      declaration.head.buyerIdType = '2';
    });
    expect(refused).toEqual(['order', 'payment', 'declaration']);
  });

  test('another currency than the renminbi, in heads and in lines', () => {
    const inHeads = refusedBefore('9610', (dossier) => {
      for (const paper of PAPERS) dossier[paper].head.currency = '502';
    });
    expect(inHeads).toEqual(PAPERS);
    const inLines = refusedBefore('9610', ({ order, declaration }) => {
      for (const item of [...order.items, ...declaration.items]) item.currency = '502';
    });
    expect(inLines).toEqual(['order', 'declaration']);
  });

  test.each<[string, (dossier: FullDossier) => void]>([
    ['without account book', ({ declaration }) => (declaration.head.emsNo = undefined)],
    [
      'without item record number',
      ({ declaration }) => {
        for (const item of declaration.items) item.itemRecordNo = undefined;
      },
    ],
    ['setting out from abroad', ({ declaration }) => (declaration.head.country = '119')],
  ])('bonded goods %s', (_what, change) => {
    expect(refusedBefore('1210', change)).toEqual(['declaration']);
  });

  test('so no rule of matching has these for its subject', () => {
    const codes = matchingRules.map(({ code }) => code);
    expect(codes.filter((code) => /BONDED|CURRENCY|ID-TYPE/.test(code))).toEqual([]);
  });
});
