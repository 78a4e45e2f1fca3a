import { expect, test } from 'vitest';
import type { ListFinding, Paper } from '../api/types.ts';
import { fieldOf, matrixOf } from './matrix.ts';

const field = (name: string) => ({ name, zh: name, en: name });

const paper = (head: Record<string, string>, items: Record<string, string>[] = []): Paper => ({
  root: 'CEB311Message',
  receivedAt: '2026-11-23T06:00:00Z',
  changedSince: false,
  version: { appType: '1', appTime: '20261123140000' },
  head,
  items,
  headFields: Object.keys(head).map(field),
  itemFields: ['gnum', 'qty', 'itemName', 'gname'].map(field),
});

const finding = (evidence: ListFinding['evidence']): ListFinding => ({
  code: 'MATCH',
  level: 'business',
  path: '',
  message: field('message'),
  remedy: field('remedy'),
  mode: 'live',
  evidence,
});

const rowsOf = (papers: Parameters<typeof matrixOf>[0]['papers'], findings: ListFinding[] = []) =>
  matrixOf({ papers, findings }).flatMap((group) => group.rows.map((row) => ({ group: group.key, ...row })));

test('the same fact under another name in another paper stands in one row', () => {
  const rows = rowsOf({ order: paper({ acturalPaid: '10.00' }), payment: paper({ amountPaid: '10' }) });
  expect(rows).toHaveLength(1);
  expect(rows[0]?.cells.order?.value).toBe('10.00');
  expect(rows[0]?.cells.payment?.value).toBe('10');
  expect(rows[0]?.verdict).toBe('same');
});

test('cells are marked where the server found the papers at odds, not where they only look different', () => {
  const papers = {
    order: paper({ acturalPaid: '10', freight: '5' }),
    payment: paper({ amountPaid: '11' }),
    declaration: paper({ freight: '6' }),
  };
  const rows = rowsOf(papers, [
    finding([
      { paper: 'order', path: 'Order/OrderHead/acturalPaid', value: '10' },
      { paper: 'payment', path: 'Payment/PaymentHead/amountPaid', value: '11' },
    ]),
  ]);
  expect(rows.map((row) => [row.label.name, row.verdict])).toEqual([
    ['freight', 'uneven'],
    ['acturalPaid', 'differs'],
  ]);
  expect(rows[1]?.cells.payment?.findings).toEqual([1]);
});

test('a finding about the second goods line marks that line alone, however its path is written', () => {
  const items = [
    { gnum: '1', qty: '1' },
    { gnum: '2', qty: '2' },
  ];
  const papers = { order: paper({}, items), declaration: paper({}, items) };
  for (const path of ['items[2].qty', 'Inventory/InventoryList[2]/qty']) {
    const rows = rowsOf(papers, [finding([{ paper: 'declaration', path, value: '2' }])]);
    const marked = rows.filter((row) => row.verdict === 'flagged');
    expect(marked.map((row) => row.key)).toEqual(['2qty']);
  }
});

test('a path ends in the field’s name', () => {
  expect(fieldOf('Order/OrderHead/buyerName')).toBe('buyerName');
  expect(fieldOf('items[2].qty')).toBe('qty');
  expect(fieldOf('used')).toBe('used');
});

test('a row nobody filled in is left out, and a paper that has not come has no cells', () => {
  const rows = rowsOf({ order: paper({ orderNo: 'A1', payCode: '' }) });
  expect(rows.map((row) => [row.label.name, row.verdict])).toEqual([['orderNo', 'single']]);
  expect(rows[0]?.cells.payment).toBeUndefined();
});
