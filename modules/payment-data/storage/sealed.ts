import { sealedColumn } from '#vault';

/** Raw payment data, for a pass that seals them anew. */
export const sealedPaymentData = [
  sealedColumn({
    ...{ table: 'payment_data.payment', column: 'head' },
    key: { ebp_code: 'text', pay_transaction_id: 'text' },
  }),
  sealedColumn({
    ...{ table: 'payment_data.paid_order', column: 'content' },
    key: { ebp_code: 'text', order_no: 'text', pay_transaction_id: 'text' },
  }),
  sealedColumn({
    ...{ table: 'payment_data.attempt', column: 'sent' },
    key: { session_id: 'text', number: 'integer' },
  }),
] as const;
