import type { Platform } from './platform.ts';

const owner = '5301363602';

/** A batch in an overseas warehouse, part of it sold and its refund claimed, as an exporter would have it. */
export async function keepAbroad(platform: Platform): Promise<void> {
  const send = async (path: string, body?: object): Promise<void> => {
    const answer = await fetch(`${platform.url}/api/b2b${path}`, {
      ...{ method: 'POST', ...(body ? { body: JSON.stringify(body) } : {}) },
      headers: {
        authorization: `Bearer ${platform.keyOf(owner)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  };
  await send('/warehouses', {
    ...{ warehouseNo: 'VTE-01', name: '万象示例海外仓', operator: 'Vientiane Example', tenure: 'leased' },
    ...{ country: '119', city: 'Vientiane', address: 'Km 12, Road 13 South', areaM2: '1200' },
    ...{ contractNo: 'LEASE-2026-3', contractFrom: '2026-01-01', contractTo: '2027-12-31' },
  });
  const goods = { unit: '035', goodsNo: 'SKU' };
  await send('/batches', {
    ...{ batchNo: 'BK-2026-001', warehouseNo: 'VTE-01', consignee: 'Vientiane Example', packages: 12 },
    ...{ grossWeight: '340', plannedOn: '2026-03-01', sellerKind: 'trader' },
    lines: [
      {
        ...goods,
        line: 1,
        gcode: '0901110000',
        gname: '普洱咖啡豆',
        quantity: '300',
        netPurchase: '24000.00',
      },
      {
        ...goods,
        line: 2,
        gcode: '0802320000',
        gname: '大理核桃仁',
        quantity: '200',
        netPurchase: '9800.00',
      },
    ],
  });
  await send('/batches/BK-2026-001/departure', { exportNo: '860120260000000123', on: '2026-03-01' });
  const told = { line: 1, day: '2026-03-08' };
  await send('/batches/BK-2026-001/movements', {
    movements: [
      { ...told, kind: 'receive', quantity: '280', reference: 'GRN-7' },
      { ...told, line: 2, kind: 'receive', quantity: '200', reference: 'GRN-7' },
      { ...told, kind: 'lose-in-transit', quantity: '20', reference: 'CLAIM-1' },
      {
        ...{ ...told, kind: 'sell', quantity: '120', reference: 'SO-881', currency: '502' },
        ...{ proof: 'https://shop.example/orders/881', amount: '2400.00' },
      },
    ],
  });
  await send('/batches/BK-2026-001/claim');
}
