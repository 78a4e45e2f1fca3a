/** The payments of retail imports (CEB411). */
export { importPaymentHandler } from './application/handler.ts';
export { importPayments } from './storage/import-payments.ts';
