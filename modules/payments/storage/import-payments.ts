import { type ImportPayment, messageTables } from '#ceb';
import { DocumentTable } from '#documents';
import { buyerKeyOf } from '#quotas';

const [head, items] = messageTables.CEB411Message.groups;

/** Where the payments of retail imports lie; columns are the fields of CEB411. */
export const importPayments = new DocumentTable({
  table: 'payments.import_payment',
  head: head?.fields.map((field) => field.name) ?? [],
  items: items?.fields.map((field) => field.name) ?? [],
  key: ['payCode', 'payTransactionId'],
  parties: ['payCode'],
  personal: ['payerIdNumber', 'payerName', 'telephone', 'note'],
  person: (head) => {
    const { payerIdType, payerIdNumber } = head as ImportPayment['head'];
    return buyerKeyOf(payerIdType, payerIdNumber);
  },
});
