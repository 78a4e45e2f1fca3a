import { messageTables } from '#ceb';
import { DocumentTable } from '#documents';

const [head, items] = messageTables.CEB311Message.groups;

/** Where the orders of retail imports lie; columns are the fields of CEB311. */
export const importOrders = new DocumentTable({
  table: 'orders.import_order',
  head: head?.fields.map((field) => field.name) ?? [],
  items: items?.fields.map((field) => field.name) ?? [],
  key: ['ebpCode'],
  parties: ['ebpCode', 'ebcCode'],
});
