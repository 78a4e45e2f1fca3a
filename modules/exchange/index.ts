/** The one access point: messages in, receipts out. Calls no business module: those register handlers. */
export { awaitLists } from './application/await-lists.ts';
export { standingOnFile } from './application/batch.ts';
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
export { type Right, rightOver, strangersFinding } from './application/rights.ts';
export { sentByItsFirms } from './application/sent-by.ts';
export { keyAfterOrderNo } from './application/superseded.ts';
export { EXCHANGE_CODES } from './domain/finding-codes.ts';
export { keyParameters, keyState } from './domain/key-life.ts';
export { type Reception, type RefusalCodes, receive, type StoredDocument } from './domain/reception.ts';
export type { ClientCertificatesPage, ClientCertificateView } from './http/certificate-schemas.ts';
export type { ListOutcome } from './http/schemas.ts';
export { findKey, keysAmong, listKeys, revokeKey } from './storage/keys.ts';
export { agedMessages, eraseMessages, keepMessages, sealedMessages } from './storage/messages.ts';
export {
  addReceipts,
  type FetchedReceipt,
  newestReceiptTransaction,
  type ReceiptRecord,
  receiptsAfter,
} from './storage/receipts.ts';
export { formerVersions } from './storage/superseded.ts';
