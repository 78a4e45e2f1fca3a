import { describe, expect, it } from 'vitest';
import { meaningsOf } from '#ceb';
import { decidedBy } from './customs-status.ts';

describe('a status of customs', () => {
  it.each([
    ['released', ['800', '899']],
    ['held', ['300', '500', '501', '502', '503', '505', '599', '600']],
    ['refused', ['4', '100', '700', '-621001', '-1']],
    [undefined, ['1', '2', '3', '5', '120', '399', '777', '', '放行', '-', '--1']],
  ])('means %s', (outcome, statuses) => {
    for (const status of statuses) expect([status, decidedBy(status)]).toEqual([status, outcome]);
  });

  it('that decides is one the standard explains', () => {
    for (const status of [
      '4',
      '100',
      '300',
      '500',
      '501',
      '502',
      '503',
      '505',
      '599',
      '600',
      '700',
      '800',
      '899',
    ])
      expect(meaningsOf(status).map(({ family }) => family)).toContain('status');
  });
});
