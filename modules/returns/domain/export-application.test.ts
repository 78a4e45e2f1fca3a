import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { loadTaxBook } from '../../tax/wiring.ts';
import {
  type ExportApplication,
  type ExportFacts,
  judgeExportApplication,
  judgeExportCancellation,
} from './export-application.ts';
import { freedomOf, isFood, taxedFindings } from './tax-freedom.ts';

const { parameters } = loadTaxBook();
const LIST: ExportFacts = {
  ...{ ebcCode: 'SELLER', ebpCode: 'SHOP', agentCode: 'AGENT', customsCode: '8628', tradeMode: '9610' },
  ...{ outcome: 'closed', returnStatus: '899', goods: 'departed' },
  ...{ releasedOn: '2026-05-10', leftOn: '2026-05-12' },
  lines: [{ gnum: 1, gcode: '7113111000', unit: '007', qty: '3' }],
  claimed: new Map(),
};
const BACK: ExportApplication = {
  ...{ ebcCode: 'SELLER', ebpCode: 'SHOP', customsCode: '8628', tradeMode: '9661', appliedOn: '2026-08-01' },
  lines: [{ gnum: 1, gcode: '7113111000', unit: '007', qty: '3' }],
};

const applied = (back: Partial<ExportApplication>, list: Partial<ExportFacts> | undefined = {}) =>
  judgeExportApplication({ ...BACK, ...back }, list && { ...LIST, ...list }, parameters);
const reasons = (verdict: ReturnType<typeof applied>): string[] =>
  verdict.decision === 'refuse' ? verdict.findings.map(({ code }) => code) : [];

describe('a return of exported goods', () => {
  test('has a year from the release to come back, and six months to come free of tax', () => {
    expect(applied({})).toEqual({
      decision: 'accept',
      window: { releasedOn: '2026-05-10', returnBy: '2027-05-10', taxFreeBy: '2026-11-10' },
    });
    expect(reasons(applied({ appliedOn: '2027-05-11' }))).toEqual(['RETURN-WINDOW-EXPORT']);
  });

  test('of a special area has them from the day the goods left', () => {
    const verdict = applied({ tradeMode: '1261' }, { tradeMode: '1210' });
    expect(verdict).toMatchObject({ window: { releasedOn: '2026-05-12', taxFreeBy: '2026-11-12' } });
  });

  test('exported before there was a window of freedom has none', () => {
    const old = { releasedOn: '2022-12-01', leftOn: '2022-12-02' } as const;
    const verdict = applied({ appliedOn: '2023-02-01' }, old);
    expect(verdict).toEqual({
      decision: 'accept',
      window: { releasedOn: '2022-12-01', returnBy: '2023-12-01', taxFreeBy: undefined },
    });
  });

  test('enters through another district: not during the pilot, in which Kunming had no part, and since 2026-04-01 everywhere', () => {
    expect(applied({ customsCode: '5141' }).decision).toBe('accept');
    const during = { releasedOn: '2025-10-10', leftOn: '2025-10-12' } as const;
    expect(reasons(applied({ customsCode: '5141', appliedOn: '2026-03-31' }, during))).toEqual([
      'RETURN-DISTRICT',
    ]);
    expect(applied({ customsCode: '5141', appliedOn: '2026-04-01' }, during).decision).toBe('accept');
    expect(reasons(applied({ customsCode: '5141', tradeMode: '9661' }, { tradeMode: '9810' }))).toEqual([
      'RETURN-DISTRICT',
    ]);
  });

  test('is refused for all its reasons', () => {
    const lines = [
      { gnum: 1, gcode: '7113111000', unit: '011', qty: '4' },
      { gnum: 2, gcode: '7113111000', unit: '007', qty: '1' },
    ];
    const claimed = new Map([[1, parseDecimal('1')]]);
    const verdict = applied({ ebpCode: 'OTHER', tradeMode: '1261', lines }, { claimed });
    expect(reasons(verdict)).toEqual([
      ...['RETURN-PLATFORM', 'RETURN-MODE', 'RETURN-UNIT', 'RETURN-QUANTITY', 'RETURN-ITEM'],
    ]);
    expect(verdict).toMatchObject({
      findings: [{}, {}, {}, { message: { zh: expect.stringMatching(/: 2$/) } }, {}],
    });
  });

  test('needs goods that have left, and a list of its consignor', () => {
    expect(reasons(applied({}, { goods: 'arrived', outcome: 'released' }))).toEqual(['RETURN-NOT-LEFT']);
    expect(reasons(applied({ ebcCode: 'STRANGER' }))).toEqual(['RETURN-EXPORT-UNKNOWN']);
    expect(reasons(judgeExportApplication(BACK, undefined, parameters))).toEqual(['RETURN-EXPORT-UNKNOWN']);
  });
});

describe('freedom from tax', () => {
  const list = { ...LIST, statisticsFlag: 'B' };
  const proof = { kind: 'repaid', number: 'BS-1' } as const;
  const found = { cause: 'unsold', proof, arrivedOn: '2026-08-01', office: '8628' } as const;
  const free = (change: object = {}, gcode = '7113111000', flag = 'B') =>
    freedomOf(
      { ...list, statisticsFlag: flag },
      [{ gnum: 1, gcode }],
      { ...found, ...change },
      parameters,
    )[0];

  test('is for unsold or returned goods that are no food, in time, whose refund is settled', () => {
    expect(free()).toEqual({ gnum: 1, taxFree: true, taxedBecause: [] });
    expect(free({ cause: 'sent-back' })?.taxFree).toBe(true);
  });

  test('is told apart line by line, with every reason and what to do', () => {
    const line = free({ cause: 'other', proof: undefined, arrivedOn: '2026-12-01' }, '0902303100');
    expect(line?.taxedBecause).toEqual([
      ...['RETURN-TAXED-WINDOW', 'RETURN-TAXED-FOOD', 'RETURN-TAXED-CAUSE', 'RETURN-TAXED-REFUND'],
    ]);
    expect(taxedFindings(line ? [line] : []).map(({ path }) => path)).toEqual(Array(4).fill('lines[gnum=1]'));
  });

  test('needs no proof for a list of summary statistics, which has no refund', () => {
    expect(free({ proof: undefined }, '7113', 'A')?.taxFree).toBe(true);
  });

  test('takes chapters of the tariff for food', () => {
    const food = ['0201', '0902303100', '1905', '2209'];
    const none = ['0106', '0511', '0603110000', '2401', '3304'];
    expect(food.map((gcode) => isFood(gcode, parameters, '2026-08-01'))).not.toContain(false);
    expect(none.map((gcode) => isFood(gcode, parameters, '2026-08-01'))).not.toContain(true);
  });
});

describe('a cancellation of an export list', () => {
  const named = { ebcCode: 'SELLER', agentCode: 'AGENT', customsCode: '8628' };
  const released = { outcome: 'released', returnStatus: '800', goods: 'arrived' } as const;
  const cancel = (list: Partial<ExportFacts>) => judgeExportCancellation(named, { ...LIST, ...list });
  const why = (verdict: ReturnType<typeof cancel>): string[] =>
    verdict.decision === 'refuse' ? verdict.findings.map(({ code }) => code) : [verdict.decision];

  test('is for customs to decide before the goods leave, and done at once while a review is awaited', () => {
    expect(why(cancel(released))).toEqual(['ask']);
    expect(why(cancel({ ...released, outcome: 'held', returnStatus: '300' }))).toEqual(['cancel']);
  });

  test('is refused after departure', () => {
    expect(why(cancel({}))).toEqual(['CANCEL-DEPARTED']);
  });

  test('is refused in any other state, at another office, and in the name of another', () => {
    expect(why(cancel({ ...released, outcome: 'held', returnStatus: '500' }))).toEqual([
      'CANCEL-EXPORT-STATE',
    ]);
    expect(why(cancel({ ...released, customsCode: '8601' }))).toEqual(['CANCEL-EXPORT-OFFICE']);
    expect(why(cancel({ ...released, agentCode: 'STRANGER' }))).toEqual(['CANCEL-EXPORT-UNKNOWN']);
    expect(why(judgeExportCancellation(named, undefined))).toEqual(['CANCEL-EXPORT-UNKNOWN']);
  });
});
