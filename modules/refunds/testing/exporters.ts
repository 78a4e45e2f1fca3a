import { fileInvoices, fileReceipt } from '../application/filing.ts';
import { confirm, tellOfFirm } from '../application/firms.ts';
import { linesAfter } from '../application/reading.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { FirmFacts } from '../storage/firms.ts';
import type { LineRow } from '../storage/reading.ts';
import type { RefundHouse } from './refund-house.ts';

/** The month in which everything left. */
export const july = '2026-07-01';

export const FACTS: FirmFacts = {
  ...{
    kind: 'trader',
    generalTaxpayer: true,
    refundFilingNo: 'KM-1',
    zoneRegistered: true,
    smallFirm: false,
  },
};

type Firm = ReturnType<RefundHouse['firm']>;
let invoices = 0;

/** An invoice of tea at 13 %. */
export function invoiceOf(
  quantity: string,
  net: string,
  more: Partial<Invoice['lines'][number]> = {},
): Invoice {
  invoices += 1;
  const vat = (Number(net) * 0.13).toFixed(2);
  return {
    ...{ invoiceNo: `INV${invoices}`, invoicedOn: '2026-07-01', sellerUscc: '91530100MA6EXAMP10' },
    ...{ sellerName: '勐海示例茶厂' },
    lines: [
      { ...{ line: 1, gname: '普洱茶（熟茶）', unit: '011', quantity, net, vat, vatRate: '0.13' }, ...more },
    ],
  };
}

/** What exporters do about the tax of what left in July. */
export class Exporters {
  readonly house: RefundHouse;

  constructor(house: RefundHouse) {
    this.house = house;
  }

  /** An exporter the tax bureau has confirmed. */
  async trader(more: Partial<FirmFacts> = {}): Promise<Firm> {
    const { ports } = this.house;
    const firm = this.house.firm();
    const told = await tellOfFirm(ports, firm, { ...FACTS, ...more });
    await confirm(ports, firm.customsCode, told.toldAt, 'officer');
    return firm;
  }

  receive(firm: Firm, reference = 'BOC-1') {
    const receipt = { reference, receivedOn: '2026-07-20', currency: '142', amount: '900000.00' };
    return fileReceipt(this.house.ports, firm, receipt, { month: july });
  }

  lines({ customsCode }: Firm): Promise<LineRow[]> {
    return linesAfter(this.house.ports, {
      ...{ month: july, party: customsCode, route: undefined, after: undefined, limit: 200 },
    });
  }

  /** An exporter whose tea has left, declared, paid for and bought with an invoice. */
  async readyToClaim(lists = 1): Promise<{ firm: Firm; invtNos: string[] }> {
    const firm = await this.trader();
    const invtNos: string[] = [];
    for (let at = 0; at < lists; at += 1) invtNos.push(await this.house.leave(firm.customsCode));
    await this.house.sumUp(firm.customsCode, invtNos);
    await this.house.takeIn();
    await this.receive(firm);
    await fileInvoices(this.house.ports, firm, [invoiceOf(String(20 * lists), `${1_000 * lists}.00`)]);
    return { firm, invtNos };
  }
}
