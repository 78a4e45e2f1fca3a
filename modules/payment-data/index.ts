/** Raw payment data on customs' demand (notices 2018 No. 165 and No. 179). */
export { CustomsAddress } from './application/customs-post.ts';
export { PAYMENT_RECORD_CODES } from './application/finding-codes.ts';
export { type PaymentDataParameters, paymentDataParameters } from './domain/parameters.ts';
export { countExpired, removeExpired } from './storage/payments.ts';
export { sealedPaymentData } from './storage/sealed.ts';
