import { messageTables } from '#ceb';
import { DocumentTable } from '#documents';

const [head, items] = messageTables.CEB411Message.groups;

/** Where the payments of retail imports lie; columns are the fields of CEB411. */
export const importPayments = new DocumentTable({
  table: 'payments.import_payment',
  head: head?.fields.map((field) => field.name) ?? [],
  items: items?.fields.map((field) => field.name) ?? [],
  key: ['payCode', 'payTransactionId'],
  parties: ['payCode'],
});
