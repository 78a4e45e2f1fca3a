import { type WaitingDocument, WaitingTable } from '#documents';
import { type Client, statement } from '#postgres';
import type { ExportKey } from '../domain/export-list.ts';

/** An export list that has been accepted and not yet judged. */
export interface WaitingExport extends ExportKey, WaitingDocument {
  /** Who sent it and gets the receipt. */
  readonly recipient: string;
  readonly tradeMode: string;
  readonly logisticsCode: string;
  readonly logisticsNo: string;
  /** 1 for the first submission; one more for each later one that is judged anew. */
  readonly attempt: number;
}

/** The queue of export lists. Their waybills name no order: changes of those are announced by the waybill's number. */
export const waitingExports = new WaitingTable<WaitingExport>({
  table: 'exports.waiting',
  key: ['orderNo', 'ebpCode', 'ebcCode'],
  text: ['recipient', 'tradeMode', 'logisticsCode', 'logisticsNo'],
  whole: ['attempt'],
  announcedBy: ['orderNo', 'logisticsNo'],
});

const ofWaybills = statement(
  'select distinct order_no as "orderNo" from exports.waiting where logistics_no = any($1)',
);

/** Orders whose lists wait and name these waybills. */
export async function ordersWaitingFor(client: Client, logisticsNos: readonly string[]): Promise<string[]> {
  const rows = await client.query<{ orderNo: string }>(ofWaybills, [logisticsNos]);
  return rows.map(({ orderNo }) => orderNo);
}
