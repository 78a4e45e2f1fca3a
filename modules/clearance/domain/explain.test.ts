import { describe, expect, test } from 'vitest';
import { explainOutcome } from './explain.ts';

const paid = { zh: '支付金额不一致', en: 'The amount paid differs' };
const packs = { zh: '件数不一致', en: 'The number of packages differs' };

describe('an outcome in words', () => {
  test.each([
    ['released', '800', '放行', 'Released'],
    ['held', '300', '转人工审核', 'Held for manual review'],
    ['held', '500', '布控查验', 'Held for inspection'],
    ['refused', '100', '退单', 'Returned to the sender'],
    ['withdrawn', '2', '申报人删除', 'Withdrawn by the sender'],
  ])('%s %s is %s, %s', (outcome, status, zh, en) => {
    expect(explainOutcome(outcome, status)).toEqual({ zh, en });
  });

  test('gives every reason, in whole sentences', () => {
    expect(explainOutcome('refused', '100', [paid, packs])).toEqual({
      zh: '退单：支付金额不一致；件数不一致。',
      en: 'Returned to the sender: The amount paid differs; The number of packages differs.',
    });
  });

  test('of a clean list says what was in order', () => {
    expect(explainOutcome('released', '800', [])).toEqual({
      zh: '放行：四单一致，税款与限额核算无误，未触发风险规则。',
      en: 'Released: The four papers agree, tax and limits are in order, and no risk rule speaks against it.',
    });
  });

  test('of a withdrawal has no reasons: nothing was judged', () => {
    expect(explainOutcome('withdrawn', '2', [])).toEqual({ zh: '申报人删除', en: 'Withdrawn by the sender' });
  });

  test('nobody has named shows its status', () => {
    expect(explainOutcome('held', '400')).toEqual({ zh: '400', en: '400' });
  });
});
