import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { loadTaxBook } from '../../tax/wiring.ts';
import { type ExportLine, eligibilityOf } from './eligibility.ts';

const { parameters } = loadTaxBook();
const FIRM = { generalTaxpayer: true, refundFiled: true, zoneRegistered: true };
const LINE: ExportLine = {
  mode: '9610',
  departed: '2026-05-01',
  declared: true,
  firm: FIRM,
  invoice: true,
  foreignExchangeReceived: true,
  refundRate: parseDecimal('0.13'),
  denied: false,
  claimed: '2026-08-01',
};
const eligible = (line: Partial<ExportLine>) => eligibilityOf({ ...LINE, ...line }, parameters);
const failing = (conditions: readonly { code: string; met: boolean }[]) =>
  conditions.filter(({ met }) => !met).map(({ code }) => code);

describe('which way the tax of an export line goes', () => {
  test('all conditions met: refund, within 36 months of departure', () => {
    expect(eligible({})).toMatchObject({ route: 'refund', claimBy: '2029-05-01' });
    expect(eligible({ claimed: '2029-05-01' }).route).toBe('refund');
    expect(failing(eligible({ claimed: '2029-05-02' }).refund)).toEqual(['CLAIMED_IN_TIME']);
  });

  test('without an invoice: exempt where the firm is registered in the zone and the goods left as retail export', () => {
    const line = eligible({ invoice: false });
    expect(line.route).toBe('exempt');
    expect(failing(line.refund)).toEqual(['INVOICE']);
  });

  test('neither: taxed as a home sale, and every reason is told', () => {
    const line = eligible({ invoice: false, mode: '9710', foreignExchangeReceived: false });
    expect(line.route).toBe('taxed');
    expect(failing(line.refund)).toEqual(['FOREIGN_EXCHANGE', 'INVOICE']);
    expect(failing(line.exemption)).toEqual(['RETAIL_EXPORT']);
  });

  test('summary statistics are no declaration, so no refund', () => {
    expect(failing(eligible({ declared: false }).refund)).toEqual(['DECLARED']);
  });

  test('goods that are denied refund are taxed; goods that have not left are open', () => {
    expect(eligible({ denied: true }).route).toBe('taxed');
    const { departed: _departed, ...still } = LINE;
    expect(eligibilityOf(still, parameters).route).toBe('open');
  });

  test('a code without a refund rate, or with none any more, gets none', () => {
    const { refundRate: _rate, ...unknown } = LINE;
    expect(failing(eligibilityOf(unknown, parameters).refund)).toEqual(['RATE']);
    expect(failing(eligible({ refundRate: parseDecimal('0') }).refund)).toEqual(['RATE']);
  });
});
