import { type ImportOrder, messageTables } from '#ceb';
import { DocumentTable } from '#documents';
import { type Queryable, statement } from '#postgres';
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

const ofPerson = statement(
  `select order_no as "orderNo" from orders.import_order where person = $1 and not deleted
   order by received_at desc limit $2`,
);

/** Orders of a person, the latest first. @param person digest of type and number of an identity document */
export async function ordersOfPerson(client: Queryable, person: string, limit: number): Promise<string[]> {
  const rows = await client.query<{ orderNo: string }>(ofPerson, [person, limit]);
  return rows.map(({ orderNo }) => orderNo);
}
