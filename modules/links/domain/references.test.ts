import { describe, expect, it } from 'vitest';
import { answeredRoot, learnedFrom, namedFields, namesIn, referencesOf } from './references.ts';

const LIST = 'CEB621Message';

describe('a receipt', () => {
  it.each([
    ['CEB312', 'CEB311Message'],
    ['CEB412', 'CEB411Message'],
    ['CEB512', 'CEB511Message'],
    ['CEB622', LIST],
    ['CEB816', LIST],
    ['CEB818', LIST],
    ['CEB702', undefined],
    ['CEB900', undefined],
  ])('%s answers %s', (type, root) => expect(answeredRoot(type)).toBe(root));

  it('names its list by whatever number it has', () => {
    const names = namesIn(LIST, { copNo: 'C1', preNo: 'B1', invtNo: '', returnInfo: '放行' });
    expect(names.map(({ field, value }) => `${field} ${value}`)).toEqual(['copNo C1', 'preNo B1']);
  });

  it.each([
    ['清单新增申报成功[电商企业编码：4401962010订单编号：124183351885]', '124183351885'],
    ['[订单编号:D-1,x]', 'D-1'],
    ['订单编号： D1；', 'D1'],
  ])('names its list in its words: %s', (returnInfo, orderNo) => {
    expect(namesIn(LIST, { returnInfo })).toEqual([{ root: LIST, field: 'orderNo', value: orderNo }]);
  });

  it('whose words name no order names none', () => {
    expect(namesIn(LIST, { returnInfo: '订单编号：]' })).toEqual([]);
  });

  it('teaches the numbers that customs gives a list', () => {
    const learned = learnedFrom(LIST, { preNo: 'B1', invtNo: 'I1', copNo: 'C1' });
    expect(learned.map(({ field }) => field)).toEqual(['preNo', 'invtNo']);
    expect(learnedFrom('CEB311Message', { preNo: 'B1' })).toEqual([]);
  });
});

describe('a document', () => {
  const head = { guid: 'G', orderNo: 'D1', copNo: 'C1', agentCode: 'A', preNo: 'own', buyerName: '鲁某' };

  it('is named by its order and by its enterprise’s own number', () => {
    expect(referencesOf(LIST, head).map(({ value }) => value)).toEqual(['C1', 'D1']);
    expect(referencesOf(LIST, { orderNo: 'D1' }).map(({ value }) => value)).toEqual(['D1']);
  });

  it('keeps what its receipts repeat and nothing of its buyer; neither guid nor numbers customs gives', () => {
    expect(namedFields(LIST, head)).toEqual({ agentCode: 'A', copNo: 'C1', orderNo: 'D1' });
  });
});
