import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { eligibilityOf } from '../domain/eligibility.ts';
import { Exporters, FACTS, invoiceOf, july } from '../testing/exporters.ts';
import { RefundHouse, teaOf } from '../testing/refund-house.ts';
import { fileInvoices } from './filing.ts';
import { tellOfFirm } from './firms.ts';
import { pictureFor } from './reading.ts';

let house: RefundHouse;
let exporters: Exporters;
beforeAll(async () => {
  house = await RefundHouse.open();
  exporters = new Exporters(house);
});
afterAll(() => house?.close());

describe('a line of an export', () => {
  test('says what it lacks until it is declared, paid for and bought with an invoice, and is then refunded (R-3.9)', async () => {
    const firm = await exporters.trader();
    const invtNo = await house.leave(firm.customsCode);
    await house.takeIn();
    const [before] = await exporters.lines(firm);
    expect(before).toMatchObject({
      ...{ invtNo, route: 'exempt', refundRate: '0.09', departedOn: '2026-07-10', claimBy: '2029-07-10' },
      lacksForRefund: ['DECLARED', 'FOREIGN_EXCHANGE', 'INVOICE'],
    });
    await house.sumUp(firm.customsCode, [invtNo]);
    await house.takeIn();
    expect((await exporters.receive(firm)).lines).toBe(1);
    expect(await fileInvoices(house.ports, firm, [invoiceOf('20', '1000.00')])).toEqual({
      ...{ filed: 1, repeated: 0, backed: 1 },
    });
    const [after] = await exporters.lines(firm);
    expect(after).toMatchObject({ route: 'refund', net: '1000.00', refund: '90.00', lacksForRefund: [] });
    const picture = await pictureFor(house.ports, { month: july, party: firm.customsCode });
    expect(picture.claimable).toEqual({ lines: 1, net: '1000.00', refund: '90.00' });
  });

  test('is taxed as a home sale where its exporter told nothing that the tax bureau has confirmed', async () => {
    const firm = house.firm();
    await tellOfFirm(house.ports, firm, FACTS);
    await house.leave(firm.customsCode);
    await house.takeIn();
    expect(await exporters.lines(firm)).toMatchObject([{ route: 'taxed' }]);
  });

  test('under 9810 is refunded with its warehouse booking, not here (R-3.5)', async () => {
    const firm = await exporters.trader();
    await house.leave(firm.customsCode, [teaOf()], { tradeMode: '9810' });
    await house.takeIn();
    expect(await exporters.lines(firm)).toEqual([]);
  });

  test('goes the way the pure rule says, whatever is known of it', async () => {
    const some = fc.record({
      ...{ generalTaxpayer: fc.boolean(), filed: fc.boolean(), zoneRegistered: fc.boolean() },
      ...{ declared: fc.boolean(), paid: fc.boolean(), invoice: fc.boolean(), late: fc.boolean() },
      gcode: fc.constantFrom('0902303100', '8541430000', '9999999999'),
      tradeMode: fc.constantFrom('9610', '1210', '9710'),
    });
    await fc.assert(
      fc.asyncProperty(some, async (one) => {
        const { generalTaxpayer, filed, zoneRegistered, declared, paid, invoice, gcode, tradeMode } = one;
        const refundFilingNo = filed ? 'KM-1' : null;
        const firm = await exporters.trader({ generalTaxpayer, refundFilingNo, zoneRegistered });
        house.clock.now = new Date(one.late ? '2029-08-01T10:00:00+08:00' : '2026-08-03T10:00:00+08:00');
        const invtNo = await house.leave(firm.customsCode, [teaOf({ gcode })], { tradeMode });
        if (declared) await house.sumUp(firm.customsCode, [invtNo]);
        await house.takeIn();
        if (paid) await exporters.receive(firm);
        if (invoice) await fileInvoices(house.ports, firm, [invoiceOf('20', '1000.00')]);
        const [line] = await exporters.lines(firm);
        const rate = line?.refundRate ? parseDecimal(line.refundRate) : undefined;
        const denied = rate === 0n;
        const expected = eligibilityOf(
          {
            ...{ mode: tradeMode, departed: '2026-07-10', declared, denied },
            firm: { generalTaxpayer, refundFiled: filed, zoneRegistered },
            // Goods that are not refunded are backed by no invoice.
            invoice: invoice && rate !== undefined && rate > 0n,
            ...{ foreignExchangeReceived: paid, claimed: house.ports.today() },
            ...(rate === undefined ? {} : { refundRate: rate }),
          },
          house.ports.parameters,
        );
        house.clock.now = new Date('2026-08-03T10:00:00+08:00');
        const lacking = (conditions: typeof expected.refund) =>
          conditions.filter(({ met }) => !met).map(({ code }) => code);
        expect(line?.route).toBe(expected.route);
        expect(line?.lacksForRefund).toEqual(lacking(expected.refund));
        expect(line?.lacksForExemption).toEqual(lacking(expected.exemption));
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});

describe('purchases', () => {
  test('back the oldest exports first and wholly, and their parts add up to the invoice to the cent', async () => {
    const firm = await exporters.trader();
    const invtNos = [];
    for (const qty of ['3', '3', '2'])
      invtNos.push(await house.leave(firm.customsCode, [teaOf({ qty, totalPrice: '300' })]));
    await house.takeIn();
    // Seven of eight: the last of two stays without.
    const filed = await fileInvoices(house.ports, firm, [invoiceOf('4', '100.00'), invoiceOf('3', '100.00')]);
    expect(filed.backed).toBe(2);
    expect((await exporters.lines(firm)).map(({ net }) => net)).toEqual(['75.00', '91.67', null]);
    await fileInvoices(house.ports, firm, [invoiceOf('1', '10.00')]);
    const nets = (await exporters.lines(firm)).map(({ net }) => Number(net));
    expect(nets[2]).toBeCloseTo(43.33);
    expect(nets.reduce((whole, net) => whole + net, 0)).toBeCloseTo(210);
  });

  test('of another name or unit back nothing, and what does not add up is not filed, with all its findings', async () => {
    const firm = await exporters.trader();
    await house.leave(firm.customsCode);
    await house.takeIn();
    const other = [invoiceOf('20', '1.00', { gname: '生茶' }), invoiceOf('20', '1.00', { unit: '007' })];
    expect((await fileInvoices(house.ports, firm, other)).backed).toBe(0);
    const wrong = {
      ...invoiceOf('20', '1000.00', { vat: '131.00', unit: '999' }),
      invoicedOn: '2026-09-01',
    };
    const [first] = other;
    await expect(
      fileInvoices(house.ports, firm, [wrong, { ...wrong, lines: first?.lines ?? [] }]),
    ).rejects.toMatchObject({
      findings: [
        { code: 'REFUND-INVOICE-LINES', path: 'invoices[1].invoiceNo' },
        { code: 'REFUND-DAY', path: 'invoices[0].invoicedOn' },
        { code: 'REFUND-CODE', path: 'invoices[0].lines[0].unit' },
        { code: 'REFUND-INVOICE-VAT', path: 'invoices[0].lines[0].vat' },
        { code: 'REFUND-DAY', path: 'invoices[1].invoicedOn' },
      ],
    });
    if (!first) throw new Error('there is no invoice');
    expect((await fileInvoices(house.ports, firm, [first])).repeated).toBe(1);
    await expect(fileInvoices(house.ports, firm, [{ ...first, sellerName: '另一家' }])).rejects.toMatchObject(
      { findings: [{ code: 'REFUND-INVOICE-OTHER' }] },
    );
  });
});
