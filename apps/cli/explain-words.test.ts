import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { ListDetail } from '#clearance';
import description from '../../contracts/openapi.json' with { type: 'json' };
import { inWords } from './explain-words.ts';

/** The list shown in the description of the interface: returned for a difference of one cent. */
const returned = description.components.schemas.ListDetail.examples[0] as unknown as ListDetail;
const told = (detail: ListDetail, withRules = false): string =>
  stripVTControlCharacters(inWords(detail, withRules));

test('a returned list is explained by its times in Beijing, its decision, its findings and what mends them', () => {
  const text = told(returned);
  expect(text).toContain('2026-03-10 10:00:00  120  收到订单 · The order was received');
  expect(text).toContain('决定 · decision  100 [Code:1332;Desc:支付单支付金额与订单支付金额不一致]');
  expect(text).toContain('payment  Payment/PaymentHead/amountPaid = 248.74');
  expect(text).toMatch(/→ 以真实交易为准.+\n +→ Find out what was really agreed/);
  expect(text).toContain('228.00 + 0.00 + 0.00 = 228.00   R-2.5 财关税〔2016〕18号 (V)');
});

test('a step that only compares ends in its verdict', () => {
  const step = { code: 'single-limit', zh: '限值', en: 'limit', formula: '228.00 ≤ 5000.00', result: '✓' };
  const { tax } = returned;
  expect(tax).toBeDefined();
  const text = told({ ...returned, ...(tax ? { tax: { ...tax, steps: [step] } } : {}) });
  expect(text).toContain('228.00 ≤ 5000.00 ✓');
});

test('the rules are counted, and listed only when asked for', () => {
  expect(told(returned)).toContain('1 were asked, --rules lists them');
  expect(told(returned)).not.toContain('MATCH-PAID-AMOUNT v1');
  expect(told(returned, true)).toMatch(/MATCH-PAID-AMOUNT v1 .+\n +实际支付金额/);
});

test('a list that waits says for which papers and until when', () => {
  const { decision: _decision, ...undecided } = returned;
  const text = told({
    ...undecided,
    waitingFor: { papers: ['waybill'], until: '2026-03-10T02:33:00.000Z' },
  });
  expect(text).toContain('等待 · waiting for  waybill  至 · until 2026-03-10 10:33:00');
  expect(text).not.toContain('决定');
});
