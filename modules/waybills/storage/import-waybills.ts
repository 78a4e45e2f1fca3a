import { messageTables } from '#ceb';
import { DocumentTable } from '#documents';

const [head, items] = messageTables.CEB511Message.groups;

/** Where the waybills of retail imports lie; columns are the fields of CEB511. */
export const importWaybills = new DocumentTable({
  table: 'waybills.import_waybill',
  head: head?.fields.map((field) => field.name) ?? [],
  items: items?.fields.map((field) => field.name) ?? [],
  key: ['logisticsCode', 'logisticsNo'],
  parties: ['logisticsCode'],
  personal: ['consignee', 'consigneeAddress', 'consigneeTelephone', 'note'],
});
