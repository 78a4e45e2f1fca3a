import { addLines, markDeclared } from '../../modules/refunds/storage/lines.ts';
import type { Platform } from './platform.ts';

const owner = '5301363602';

/** Tea and silver that have left: one list declared, paid for, bought with an invoice and claimed, the others lacking something; and the month's file. */
export async function keepRefunds(platform: Platform): Promise<void> {
  const line = (at: number, more: object = {}) => ({
    ...{
      ebcCode: owner,
      invtNo: `86012026E00000071${at}`,
      gnum: 1,
      month: '2026-02-01',
      departedOn: '2026-02-20',
    },
    ...{ claimBy: '2029-02-20', ebpCode: '无', orderNo: `RF${at}`, tradeMode: '9610', gcode: '0902303100' },
    ...{ gname: '普洱熟茶饼', unit: '007', qty: '20', currency: '142', price: '128', totalPrice: '2560' },
    ...{ refundRate: '0.09', ...more },
  });
  const lines = [
    ...[line(0), line(1), line(2)],
    line(3, { gcode: '7113111000', gname: '银手镯', refundRate: null, tradeMode: '9710' }),
  ];
  await platform.database.transaction(async (client) => {
    await addLines(client, lines, new Date('2026-02-21T02:00:00Z'));
    const declared = lines
      .slice(0, 2)
      .map(({ invtNo }) => ({ invtNo, declSeqNo: 'D20260305000000001', entryId: '860020260000000001' }));
    await markDeclared(client, owner, declared);
  });
  const send = async (method: string, path: string, body: object, headers = asOwner(platform)) => {
    const answer = await fetch(`${platform.url}/api/export-tax${path}`, {
      ...{ method, body: JSON.stringify(body) },
      headers: { ...headers, 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const { toldAt } = await send('PUT', '/firm', {
    ...{ kind: 'trader', generalTaxpayer: true, refundFilingNo: 'KM2026-118', zoneRegistered: true },
    smallFirm: true,
  });
  const officer = await platform.signIn({ role: 'officer', agency: 'tax' });
  const signedIn = { cookie: `chama_session=${officer}`, 'sec-fetch-site': 'same-origin' };
  await send('POST', `/firms/${owner}/confirm`, { toldAt }, signedIn);
  const [first, second] = lines.map(({ invtNo }) => invtNo);
  await send('POST', '/receipts', {
    ...{ reference: 'BOC-2026-0301', receivedOn: '2026-03-01', currency: '142', amount: '5120.00' },
    invtNos: [first, second],
  });
  await send('POST', '/invoices', {
    invoices: [
      {
        ...{ invoiceNo: '26532000000012345678', invoicedOn: '2026-02-01', sellerName: '勐海示例茶厂' },
        sellerUscc: '91530100MA6EXAMP10',
        lines: [
          {
            ...{ line: 1, gname: '普洱熟茶饼', unit: '007', quantity: '20', net: '1400.00', vat: '182.00' },
            vatRate: '0.13',
          },
        ],
      },
    ],
  });
  const { claimNo } = await send('POST', '/claims', { month: '2026-02' });
  await send('POST', `/claims/${claimNo}/hand-in`, {});
  const operator = { authorization: `Bearer ${platform.operatorKey}` };
  await send('POST', '/files', { kind: 'exports', period: '2026-02' }, operator);
}

const asOwner = (platform: Platform): Record<string, string> => ({
  authorization: `Bearer ${platform.keyOf(owner)}`,
});
