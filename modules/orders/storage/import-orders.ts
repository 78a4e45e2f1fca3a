import { type ImportOrder, messageTables } from '#ceb';
import { DocumentTable } from '#documents';
import { buyerKeyOf } from '#quotas';

const [head, items] = messageTables.CEB311Message.groups;

/** Where the orders of retail imports lie; columns are the fields of CEB311. */
export const importOrders = new DocumentTable({
  table: 'orders.import_order',
  head: head?.fields.map((field) => field.name) ?? [],
  items: items?.fields.map((field) => field.name) ?? [],
  key: ['ebpCode'],
  parties: ['ebpCode', 'ebcCode'],
  personal: [
    ...['buyerRegNo', 'buyerName', 'buyerTelephone', 'buyerIdNumber'],
    ...['consignee', 'consigneeTelephone', 'consigneeAddress', 'note'],
  ],
  person: (head) => {
    const { buyerIdType, buyerIdNumber } = head as ImportOrder['head'];
    return buyerKeyOf(buyerIdType, buyerIdNumber);
  },
});
