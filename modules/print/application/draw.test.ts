import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { type PrintedPass, passSheet } from '../domain/pass-sheet.ts';
import { sheetOf } from '../domain/sheets.ts';
import { released } from '../testing/released.ts';
import { draw } from './draw.ts';

const seal = { address: 'https://zone.example/papers/AAAA~BBBB', printedAt: '2026-03-10 10:10:00' };
const pass: PrintedPass = {
  ...{ passNo: 'HF862826E000000003', owner: '5301663615', customsCode: '8628', direction: 'out' },
  ...{
    plate: '云A·D12345',
    state: 'made',
    tareKg: '4200',
    packingKg: '60',
    goodsKg: '7',
    expectedKg: '4267',
  },
  loaded: [{ checklistNo: 'QD862826E000000001', bookNo: 'T8628W360015', lists: 6, grossKg: '7' }],
  listed: [],
};
const printedAt = new Date('2026-03-10T02:10:00Z');

/** The words of each page, without the breaks of its lines. */
async function read(bytes: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return text.map((page) => page.replaceAll(/\s+/g, ''));
}

describe('a sheet that was drawn', () => {
  test('reads back in Chinese, every figure as it is', async () => {
    const [page = ''] = await read(await draw([sheetOf('tax', released, seal)], printedAt));
    expect(page).toContain('跨境电子商务零售进口税款计算单');
    expect(page).toContain('人民币贰拾元柒角伍分');
    expect(page).toContain('合计Total228.000.000.0020.7520.75');
    expect(page).toContain('打印Printed2026-03-1010:10:00');
    expect(page).not.toContain('未放行');
  });

  test('holds only what it uses of the face, and is the same bytes again', async () => {
    const sheet = sheetOf('release', released, seal);
    const first = await draw([sheet], printedAt);
    expect(first.length).toBeLessThan(200_000);
    expect((await draw([sheet], printedAt)).equals(first)).toBe(true);
  });

  test('of a pass reads back with its number, its plate and what it should weigh', async () => {
    const [page = ''] = await read(await draw([passSheet(pass, seal)], printedAt));
    for (const text of ['车辆核放单', 'HF862826E000000003', '云A·D12345', '4267', 'QD862826E000000001'])
      expect(page).toContain(text);
    expect(page).not.toContain('NOTVALID');
    const [used = ''] = await read(await draw([passSheet({ ...pass, state: 'passed' }, seal)], printedAt));
    expect(used).toContain('已失效NOTVALID');
  });

  test('says in words, and across the page, that goods are not released', async () => {
    const held = { ...released, list: { ...released.list, state: 'held', statusCode: '300' } };
    const [page = ''] = await read(await draw([sheetOf('list', held, seal)], printedAt));
    expect(page).toContain('未放行NOTRELEASED·状态Status300');
  });

  test('of many lists begins each on a page of its own', async () => {
    const sheets = ['D1', 'D2', 'D3'].map((orderNo) =>
      sheetOf('release', { ...released, list: { ...released.list, orderNo } }, seal),
    );
    const pages = await read(await draw(sheets, printedAt));
    expect(pages.map((page) => /订单编号Ordernumber(D\d)/.exec(page)?.[1])).toEqual(['D1', 'D2', 'D3']);
  });

  test('of ninety-nine goods lines goes on over pages, with the head of the table on each', async () => {
    const items = Array.from({ length: 99 }, (_, place) => ({
      ...released.papers.declaration.items[0],
      gnum: String(place + 1),
    }));
    const declaration = { ...released.papers.declaration, items };
    const pages = await read(
      await draw([sheetOf('list', { ...released, papers: { declaration } }, seal)], printedAt),
    );
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter((page) => page.includes('名称、规格型号')).length).toBeGreaterThan(2);
    expect(pages.at(-1)).toContain(`${pages.length}/${pages.length}`);
  });
});
