import type { Database } from '#postgres';
import { foreigner, owner } from './callers.ts';
import { type Example, json } from './example.ts';

/** A closed warehouse, a declined contract with a principal and a closed bulk contract of either, and a cancelled booking of the owner's. */
export async function keepWarehouse(database: Database, now: Date): Promise<void> {
  for (const enterprise of [owner, foreigner]) await keepContracts(database, now, enterprise);
  await database.query(
    `insert into b2b.batch (enterprise, batch_no, warehouse_no, consignee, packages, gross_weight, planned_on, seller_kind, state,
       booked_at, booked_by) values ($1, 'BK-1', 'VTE-01', 'Example', 1, 1, '2026-01-01', 'trader', 'cancelled', $2, 'test')`,
    [owner, now],
  );
}

/** What both enterprises have, so that whoever enters the same is told that its number is taken. */
async function keepContracts(database: Database, now: Date, enterprise: string): Promise<void> {
  await database.query(
    `insert into b2b.warehouse (enterprise, warehouse_no, name, operator, tenure, country, city, address, area_m2, contract_no,
       contract_from, contract_to, filed_at, filed_by, closed_on)
     values ($1, 'VTE-01', '万象仓', 'Example', 'leased', '119', 'Vientiane', 'Km 12', 100, 'L1', '2026-01-01', '2036-12-31', $2, 'test',
       '2026-01-02')`,
    [enterprise, now],
  );
  await database.query(
    `insert into b2b.agency_contract (agent, contract_no, principal_uscc, principal_name, goods, valid_from, valid_to, state,
       proposed_at, proposed_by) values ($1, 'AG-1', '91530100MA6EXAMPL0', '示例', '茶', '2026-01-01', '2026-12-31', 'declined', $2, 'test')`,
    [enterprise, now],
  );
  await database.query(
    `insert into b2b.bulk_contract (seller, contract_no, buyer, country, gcode, gname, unit, quantity, tolerance_percent, unit_price,
       currency, deliver_from, deliver_to, state, delivered, made_at, made_by)
     values ($1, 'SUGAR-1', 'Example', '106', '1701999090', '白砂糖', '070', 10, 5, 1, '142', '2026-01-01', '2026-12-31', 'ended-short', 1,
       $2, 'test')`,
    [enterprise, now],
  );
}

/** Examples of B2B export: of its owner, and of others who find nothing. */
export function b2bExamples(): Readonly<Record<string, Example>> {
  const batch = `/api/b2b/batches/${owner}/BK-1`;
  const found = { good: 200, foreign: 404 };
  const warehouse = {
    ...{ warehouseNo: 'VTE-01', name: '万象仓', operator: 'Example', tenure: 'leased', country: '119' },
    ...{ city: 'Vientiane', address: 'Km 12', areaM2: '100', contractNo: 'L1' },
    ...{ contractFrom: '2026-01-01', contractTo: '2027-12-31' },
  };
  const booking = {
    ...{ batchNo: 'BK-2', warehouseNo: 'VTE-01', consignee: 'Example', packages: 1, grossWeight: '1' },
    ...{ plannedOn: '2026-01-01', sellerKind: 'trader' },
    lines: [
      {
        ...{ line: 1, goodsNo: 'S', gcode: '0902303100', gname: '茶', unit: '035', quantity: '1' },
        netPurchase: '1',
      },
    ],
  };
  return {
    'POST /api/b2b/recognition': { ...json({ contract: 'platform' }), good: 200 },
    // Let in, and told what stands in the way.
    'POST /api/b2b/warehouses': { ...json(warehouse), good: 409 },
    'POST /api/b2b/warehouses/:warehouseNo/close': {
      ...{ url: '/api/b2b/warehouses/VTE-01/close', good: 409, foreign: 409 },
    },
    'POST /api/b2b/batches': { ...json(booking), good: 409, foreign: 409 },
    'GET /api/b2b/batches/:enterprise/:batchNo': { url: batch, ...found },
    'GET /api/b2b/batches/:enterprise/:batchNo/movements': { url: `${batch}/movements`, ...found },
    'GET /api/b2b/batches/:enterprise/:batchNo/refund': {
      ...{ url: `${batch}/refund`, good: 409, foreign: 404 },
    },
    'POST /api/b2b/batches/:batchNo/departure': {
      ...{ url: '/api/b2b/batches/BK-1/departure', good: 409, foreign: 404 },
      ...json({ exportNo: 'E0001', on: '2026-01-01' }),
    },
    'POST /api/b2b/batches/:batchNo/cancel': {
      ...{ url: '/api/b2b/batches/BK-1/cancel', good: 409, foreign: 404 },
    },
    'POST /api/b2b/batches/:batchNo/movements': {
      ...{ url: '/api/b2b/batches/BK-1/movements', good: 409, foreign: 404 },
      ...json({
        movements: [{ line: 1, kind: 'receive', quantity: '1', reference: 'G1', day: '2026-01-01' }],
      }),
    },
    'POST /api/b2b/batches/:batchNo/claim': {
      ...{ url: '/api/b2b/batches/BK-1/claim', good: 409, foreign: 404 },
    },
    ...contractExamples(),
  };
}

function contractExamples(): Readonly<Record<string, Example>> {
  const found = { good: 200, foreign: 404 };
  const settled = (act: string) => ({
    url: `/api/b2b/principals/contracts/${owner}/AG-1/${act}`,
    ...{ good: 409, foreign: 404 },
  });
  const contract = {
    ...{ contractNo: 'AG-1', principalUscc: '91530100MA6EXAMPL0', principalName: '示例', goods: '茶' },
    ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
  };
  const bulk = {
    ...{ contractNo: 'SUGAR-1', buyer: 'Example', country: '106', gcode: '1701999090', gname: '白砂糖' },
    ...{ unit: '070', quantity: '10', tolerancePercent: '5', unitPrice: '1', currency: '142' },
    ...{ deliverFrom: '2026-01-01', deliverTo: '2026-12-31' },
  };
  return {
    'POST /api/b2b/principals/contracts': { ...json(contract), good: 409 },
    'POST /api/b2b/principals/contracts/:agent/:contractNo/confirm': settled('confirm'),
    'POST /api/b2b/principals/contracts/:agent/:contractNo/decline': settled('decline'),
    'POST /api/b2b/principals/contracts/:agent/:contractNo/end': settled('end'),
    'POST /api/b2b/principals/exports': {
      ...json({ exportNo: 'E0001', contractNo: 'AG-1', amount: '1', exportedOn: '2026-01-01' }),
      ...{ good: 409, foreign: 409 },
    },
    'GET /api/b2b/principals/report': { url: '/api/b2b/principals/report?quarter=2026Q1', good: 200 },
    'POST /api/b2b/contracts': { ...json(bulk), good: 409 },
    'GET /api/b2b/contracts/:seller/:contractNo': { url: `/api/b2b/contracts/${owner}/SUGAR-1`, ...found },
    'POST /api/b2b/contracts/:contractNo/deliveries': {
      ...{ url: '/api/b2b/contracts/SUGAR-1/deliveries', good: 409, foreign: 409 },
      ...json({ exportNo: 'E0001', quantity: '1', deliveredOn: '2026-01-01' }),
    },
    'POST /api/b2b/contracts/:contractNo/close': {
      ...{ url: '/api/b2b/contracts/SUGAR-1/close', good: 409, foreign: 409 },
    },
  };
}
