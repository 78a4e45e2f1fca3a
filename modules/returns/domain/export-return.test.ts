import { describe, expect, test } from 'vitest';
import { loadTaxBook } from '../../tax/wiring.ts';
import { type ExportReturnFacts, judgeExportReturn } from './export-return.ts';

const { parameters } = loadTaxBook();
const FACTS: ExportReturnFacts = {
  mode: '9610',
  released: '2026-05-10',
  returned: '2026-08-01',
  original: true,
  food: false,
  unsoldOrReturned: true,
  refundSettled: true,
  exportDistrict: '8600',
  returnDistrict: '8600',
};
const judge = (facts: Partial<ExportReturnFacts>) => judgeExportReturn({ ...FACTS, ...facts }, parameters);

describe('an export comes back', () => {
  test('in its original state within six months: let in, free of tax', () => {
    expect(judge({ returned: '2026-11-10' })).toMatchObject({
      decision: 'ACCEPT',
      taxFree: true,
      returnBy: '2027-05-10',
      taxFreeBy: '2026-11-10',
    });
  });

  test('after six months but within a year: let in, taxed', () => {
    expect(judge({ returned: '2026-11-11' })).toMatchObject({
      decision: 'ACCEPT',
      taxFree: false,
      taxedBecause: ['TAX_FREE_WINDOW'],
    });
  });

  test('after a year, or not the goods that went out: refused', () => {
    expect(judge({ returned: '2027-05-11' })).toMatchObject({
      decision: 'REJECT',
      reasons: ['EXPORT_RETURN_WINDOW'],
    });
    expect(judge({ original: false }).reasons).toEqual(['EXPORT_RETURN_NOT_ORIGINAL_GOODS']);
    expect(judge({ returned: '2026-05-09' }).reasons).toEqual(['EXPORT_RETURN_BEFORE_RELEASE']);
  });

  test('food, other reasons and an unsettled refund bear tax, all told', () => {
    const verdict = judge({ food: true, unsoldOrReturned: false, refundSettled: false });
    expect(verdict).toMatchObject({ decision: 'ACCEPT', taxFree: false });
    expect(verdict.taxedBecause).toEqual(['FOOD', 'OTHER_REASON', 'REFUND_NOT_SETTLED']);
  });

  test('exports of a time without the freedom are taxed', () => {
    expect(judge({ released: '2022-06-01', returned: '2022-07-01' }).taxedBecause).toEqual([
      'TAX_FREE_NOT_IN_FORCE',
    ]);
  });

  test('9610 may come in at another district since 2026-04-01, before only between offices of the pilot', () => {
    const elsewhere = { returnDistrict: '5100', released: '2026-01-15' };
    expect(judge({ ...elsewhere, returned: '2026-04-01' }).decision).toBe('ACCEPT');
    expect(judge({ ...elsewhere, returned: '2026-03-31' }).reasons).toEqual(['EXPORT_RETURN_DISTRICT']);
    expect(judge({ ...elsewhere, returned: '2026-03-31', pilotOffices: true }).decision).toBe('ACCEPT');
    expect(judge({ ...elsewhere, returned: '2026-05-01', mode: '9810' }).reasons).toEqual([
      'EXPORT_RETURN_DISTRICT',
    ]);
  });
});
