import { messageTables, type Root } from '#ceb';
import { DocumentTable, type DocumentTableShape } from '#documents';
import type { Client } from '#postgres';

/** A table of export papers: its columns are the fields of the message. No field of them tells who a buyer is. */
function tableOf(root: Root, shape: Omit<DocumentTableShape, 'head' | 'items'>): DocumentTable {
  const [head, items] = messageTables[root].groups;
  return new DocumentTable({
    ...shape,
    head: head?.fields.map((field) => field.name) ?? [],
    items: items?.fields.map((field) => field.name) ?? [],
  });
}

/** Where export orders lie (CEB303): retail, between firms, and bookings of warehouses abroad. */
export const exportOrders = tableOf('CEB303Message', {
  table: 'exports.export_order',
  key: ['ebpCode', 'ebcCode'],
  parties: ['ebcCode', 'ebpCode'],
});

/** Where payments received lie (CEB403); one an order (D), as the number of the transaction may be missing. */
export const exportPayments = tableOf('CEB403Message', {
  table: 'exports.export_payment',
  key: ['ebpCode', 'ebcCode'],
  parties: ['ebcCode', 'payCode'],
});

/** Where export waybills lie (CEB505): they name no order, the list names them. */
export const exportWaybills = tableOf('CEB505Message', {
  table: 'exports.export_waybill',
  spread: 'logisticsNo',
  key: ['logisticsCode'],
  parties: ['logisticsCode'],
});

/** Where export lists lie (CEB603), beside the number we gave each. */
export const exportLists = tableOf('CEB603Message', {
  table: 'exports.export_list',
  key: ['ebpCode', 'ebcCode'],
  parties: ['agentCode', 'ebcCode'],
  extra: ['official_pre_no'],
});

/** Where arrivals at a site lie (CEB507), part by part. */
export const arrivals = tableOf('CEB507Message', {
  table: 'exports.arrival',
  spread: 'copNo',
  key: ['operatorCode', 'msgSeqNo'],
  numbered: ['msgSeqNo'],
  parties: ['operatorCode', 'logisticsCode'],
  extra: ['official_pre_no'],
});

/** Where departures lie (CEB509), part by part. */
export const departures = tableOf('CEB509Message', {
  table: 'exports.departure',
  spread: 'copNo',
  key: ['logisticsCode', 'msgSeqNo'],
  numbered: ['msgSeqNo'],
  parties: ['logisticsCode'],
  extra: ['official_pre_no'],
});

/** Where master lists lie (CEB607), part by part: which waybills go under one master bill. */
export const masterLists = tableOf('CEB607Message', {
  table: 'exports.master_list',
  spread: 'copNo',
  key: ['agentCode', 'msgSeqNo'],
  numbered: ['msgSeqNo'],
  parties: ['agentCode'],
  extra: ['official_pre_no'],
});

/** Running numbers of nine digits, from which a pre-entry number or a number of customs is made. */
export async function issueNumbers(
  client: Client,
  kind: 'pre_no' | 'invt_no',
  count: number,
): Promise<bigint[]> {
  if (count === 0) return [];
  const rows = await client.query<{ number: string }>(
    `select nextval('exports.${kind}')::text as number from generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ number }) => BigInt(number));
}
