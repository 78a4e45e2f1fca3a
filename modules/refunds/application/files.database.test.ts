import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Exporters } from '../testing/exporters.ts';
import { RefundHouse, teaOf } from '../testing/refund-house.ts';
import { takeFile } from './file-text.ts';
import { type FileName, fileFor, makeFile } from './files.ts';
import { incomeFor } from './income.ts';

let house: RefundHouse;
let exporters: Exporters;
beforeAll(async () => {
  house = await RefundHouse.open();
  exporters = new Exporters(house);
});
afterAll(() => house?.close());

async function textOf(name: FileName, format: 'json' | 'csv'): Promise<string> {
  const parts = [];
  for await (const part of await takeFile(house.ports, name, format, 'operator')) parts.push(part);
  return parts.join('');
}

describe('the file of the exports of a month', () => {
  test('is the same to the byte whenever it is taken, made again a further edition only where something changed (R-3.3)', async () => {
    const firm = await exporters.trader();
    const invtNo = await house.leave(firm.customsCode);
    await house.takeIn();
    const made = await makeFile(house.ports, 'operator', 'exports', '2026-07');
    expect(made).toMatchObject({ edition: 1, rows: 1, complete: true, dueOn: '2026-08-15' });
    const text = await textOf(made, 'json');
    expect(createHash('sha256').update(text).digest('hex')).toBe(made.sha256);
    expect(JSON.parse(text)).toMatchObject({
      ...{
        exporter: firm.customsCode,
        invtNo,
        departedOn: '2026-07-10',
        gname: '普洱茶（熟茶）',
        unit: '011',
      },
      ...{ qty: '20', price: '100', totalPrice: '2000', route: 'exempt', principalUscc: null },
    });
    expect(await makeFile(house.ports, 'operator', 'exports', '2026-07')).toEqual(made);
    // It is declared, and turns out to be another's.
    await house.sumUp(firm.customsCode, [invtNo]);
    await house.takeIn();
    house.principals.push({ agent: firm.customsCode, exportNo: invtNo, principalUscc: '91530100MA6EXAMP10' });
    const anew = await makeFile(house.ports, 'operator', 'exports', '2026-07');
    expect(anew.edition).toBe(2);
    expect(await textOf(made, 'json')).toBe(text);
    expect(JSON.parse(await textOf(anew, 'json'))).toMatchObject({
      ...{ entryId: expect.stringContaining('86D'), principalUscc: '91530100MA6EXAMP10' },
    });
  });

  test('can be read as a table, and who took it is on record', async () => {
    const name = { kind: 'exports', period: '2026-07', edition: 1 } as const;
    const csv = await textOf(name, 'csv');
    expect(csv).toMatch(/^\ufeff出口企业海关编码 exporter,/);
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    const { takings } = await fileFor(house.ports, name);
    expect(takings.slice(0, 2)).toMatchObject([
      { by: 'operator', format: 'csv' },
      { by: 'operator', format: 'json' },
    ]);
    await expect(takeFile(house.ports, { ...name, edition: 9 }, 'csv', 'x')).rejects.toMatchObject({
      code: 'BUREAU-FILE-NOT-FOUND',
    });
  });

  test('made by many at once has one edition', async () => {
    await house.leave(house.firm().customsCode);
    await house.takeIn();
    const made = await Promise.all(
      Array.from({ length: 4 }, () => makeFile(house.ports, 'operator', 'exports', '2026-07')),
    );
    expect(new Set(made.map(({ edition }) => edition))).toEqual(new Set([3]));
  });
});

describe('files of a quarter', () => {
  test('say who sold what on which platform, and whose exports of agents were (R-3.6, R-3.7)', async () => {
    const firm = house.firm();
    await house.leave(firm.customsCode, [teaOf(), teaOf({ gnum: 2, totalPrice: '500' })]);
    await house.takeIn();
    const sellers = await makeFile(house.ports, 'operator', 'sellers', '2026Q3');
    expect(sellers).toMatchObject({ complete: false, dueOn: '2026-10-31' });
    const rows = (await textOf(sellers, 'json'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.find((row) => row.seller === firm.customsCode)).toMatchObject({
      ...{ sellerName: `示例${firm.customsCode}`, orders: 1, income: '2500', currency: '142' },
    });
    const principals = await makeFile(house.ports, 'operator', 'principals', '2026Q3');
    expect(principals).toMatchObject({ rows: 1, dueOn: '2026-10-15' });
  });

  test('are of quarters that have begun, under rules of their day; those of exports are of months', async () => {
    const make = (kind: 'exports' | 'sellers', period: string) => makeFile(house.ports, 'o', kind, period);
    for (const refused of [make('exports', '2026Q3'), make('sellers', '2026-07'), make('sellers', '2027Q1')])
      await expect(refused).rejects.toMatchObject({ code: 'BUREAU-FILE-PERIOD' });
    // Nobody had to tell of sellers before 2025-10.
    await expect(make('sellers', '2025Q2')).rejects.toMatchObject({ code: 'BUREAU-FILE-PERIOD' });
  });
});

describe('the sheet of assessed income tax', () => {
  test('counts what is exempt without invoice in CNY, less what came back, and names the rest (R-3.4)', async () => {
    const firm = await exporters.trader({ refundFilingNo: null, smallFirm: true });
    await house.leave(firm.customsCode, [teaOf({ totalPrice: '100000' })]);
    await house.leave(firm.customsCode, [teaOf({ totalPrice: '300', currency: '502' })]);
    // Solar panels are denied refund and exemption: taxed as a home sale.
    await house.leave(firm.customsCode, [teaOf({ gcode: '8541430000', totalPrice: '7000' })]);
    await house.takeIn();
    const sheet = await incomeFor(house.ports, firm.customsCode, '2026Q3');
    expect(sheet.quarters.map(({ quarter, dueOn }) => [quarter, dueOn])).toEqual([
      ...[
        ['2026Q1', '2026-04-15'],
        ['2026Q2', '2026-07-15'],
        ['2026Q3', '2026-10-15'],
      ],
    ]);
    expect(sheet.quarters.at(-1)).toMatchObject({ due: 20_000_000n, taxableIncome: 400_000_000n });
    expect(sheet.uncounted).toMatchObject([{ currency: '502', lines: 1, amount: '300.00' }]);
    await expect(incomeFor(house.ports, firm.customsCode, '2028Q1')).rejects.toMatchObject({
      code: 'INCOME-SHEET-PERIOD',
    });
    await expect(incomeFor(house.ports, '5301360000', '2026Q3')).rejects.toMatchObject({ status: 404 });
  });
});
