/** The one access point: messages in, receipts out. Calls no business module: those register handlers. */
export type { Elsewhere, IncomingMessage, MessageAnswer } from './application/elsewhere.ts';

export { evidenceOf } from './application/evidence.ts';
export {
  type ActsFor,
  type DocumentHandler,
  onlySaved,
  type Sender,
  savedAnswer,
  type TakenDocument,
} from './application/handler.ts';
export { type KeyPorts, rotateKey } from './application/key-making.ts';
export { issueKey, KeyRing } from './application/keys.ts';
export { Notifier } from './application/notifier.ts';
export type { Onward, OnwardDocument, OnwardMessage } from './application/onward.ts';
export { receiptMessages } from './application/receipt-messages.ts';
export { refusalCodes } from './application/refusal-codes.ts';
export { type Right, rightOver } from './application/rights.ts';
export { EXCHANGE_CODES } from './domain/finding-codes.ts';
export { keyParameters, keyState } from './domain/key-life.ts';
export { type Reception, type RefusalCodes, receive, type StoredDocument } from './domain/reception.ts';
export type { ClientCertificatesPage, ClientCertificateView } from './http/certificate-schemas.ts';
export type { ListOutcome } from './http/schemas.ts';
export { findKey, listKeys, revokeKey } from './storage/keys.ts';
export { keepMessages, sealedMessages } from './storage/messages.ts';
export {
  addReceipts,
  type FetchedReceipt,
  newestReceiptTransaction,
  type ReceiptRecord,
  receiptsAfter,
} from './storage/receipts.ts';
