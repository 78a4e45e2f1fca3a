import { describe, expect, test } from 'vitest';
import { differencesLeft, type SaidOfBill } from './differences.ts';
import { dutyFinding } from './finding-codes.ts';

const said = (type: string, minute: number, ...codes: Parameters<typeof dutyFinding>[0][]): SaidOfBill => ({
  ...{ type, arrivedAt: new Date(Date.UTC(2026, 10, 26, 4, minute)) },
  findings: codes.length === 0 ? null : codes.map((code) => dutyFinding(code, 'Tax')),
});
const left = (...all: readonly SaidOfBill[]) =>
  differencesLeft(all).map(({ type, code }) => `${type} ${code}`);

describe('what differs of a bill', () => {
  test('is what the last bill of customs differs in: one that is sent anew and agrees leaves nothing', () => {
    expect(left(said('CEB816', 1, 'DUTY-SUM', 'DUTY-LINE'))).toEqual(['CEB816 DUTY-SUM', 'CEB816 DUTY-LINE']);
    expect(left(said('CEB816', 1, 'DUTY-SUM'), said('CEB816', 2, 'DUTY-GUARANTOR'))).toEqual([
      'CEB816 DUTY-GUARANTOR',
    ]);
    expect(left(said('CEB816', 1, 'DUTY-SUM'), said('CEB816', 2))).toEqual([]);
  });

  test('is also every status that could not be followed, with the moment it came', () => {
    expect(
      left(said('CEB818', 1, 'DUTY-CERTIFICATE'), said('CEB816', 2), said('CEB818', 3, 'DUTY-STATE')),
    ).toEqual([...['CEB818 DUTY-CERTIFICATE', 'CEB818 DUTY-STATE']]);
    expect(differencesLeft([said('CEB818', 3, 'DUTY-STATE')])[0]?.at).toEqual(
      new Date('2026-11-26T04:03:00Z'),
    );
  });

  test('is not how its message is written: that is between customs and whoever keeps the link', () => {
    const [finding] = said('CEB816', 1, 'DUTY-SUM').findings ?? [];
    if (!finding) return;
    const badly = { ...said('CEB816', 1), findings: [{ ...finding, code: 'CEB-LENGTH' }] };
    expect(differencesLeft([badly])).toEqual([]);
  });
});
