export { answerBody, answerType, issuedNumber, numbersToIssue } from './answers/answer-body.ts';
export { check } from './check/check.ts';
export { type CodeLists, checkFields, type DocumentFinding } from './check/check-fields.ts';
export { CONDITION_CODES } from './check/condition-codes.ts';
export { type Decoded, decode } from './decode/decode.ts';
export type { DecodeLimits } from './decode/limits.ts';
export { STRUCTURE_CODES } from './decode/structure-codes.ts';
export { findEdition } from './editions/find-edition.ts';
export { encode } from './encode/encode.ts';
export { carriable } from './encode/escape.ts';
export { DXP_NAMESPACE, ENVELOPE_WORDS } from './envelope/declarations.ts';
export {
  type DecodedEnvelope,
  decodeEnvelope,
  type EnvelopeLimits,
} from './envelope/decode-envelope.ts';
export { encodeEnvelope } from './envelope/encode-envelope.ts';
export type {
  AddInfo,
  BizKey,
  DxpMsg,
  DxpMsgSv,
  DxpRep,
  DxpResponse,
  DxpResult,
  Envelope,
  SvNo,
  TransInfo,
} from './envelope/envelope.ts';
export { ENVELOPE_CODES } from './envelope/envelope-codes.ts';
export { CUSTOMS_NODES, type CustomsNode } from './envelope/receivers.ts';
export { type Unwrapped, unwrap } from './envelope/unwrap.ts';
export { type Wrapped, type Wrapping, wrap } from './envelope/wrap.ts';
export { errorCatalogue, meaningsOf } from './errors/catalogue.ts';
export type { CodeEntry, CodeFamily } from './errors/entry.ts';
export { type ReturnInfo, readReturnInfo, returnInfo } from './errors/return-info.ts';
export { statusesOf } from './errors/statuses-of-receipts.ts';
export { allExamples, exampleMessage } from './examples/example.ts';
export type { Firm, Firms } from './examples/firms.ts';
export { EXAMPLE_MODES, type ExampleMode, occursUnder } from './examples/modes.ts';
export type { ExampleChoice } from './examples/story.ts';
export { meaningOfValue } from './meanings/value-meanings.ts';
export {
  PAYMENT_DATA_ANSWERS,
  type PaymentAnswerMeaning,
  paymentAnswerMeaning,
} from './payment-data/answers.ts';
export {
  GOODS_FIELDS as goodsInfoFields,
  HEAD_FIELDS as payExchangeInfoHeadFields,
  ORDER_FIELDS as payExchangeInfoFields,
  type PaymentDataField,
} from './payment-data/fields.ts';
export type {
  PayExchangeInfo,
  PayExchangeInfoHead,
  PaymentDataAnswer,
  PaymentDataRequest,
  RawPayment,
  RealTimeDataUp,
  UnsignedPaymentData,
} from './payment-data/message.ts';
export { type GivenPayment, readKeptPayment, readPaymentBatch } from './payment-data/payment-batch.ts';
export { PAYMENT_DATA_CODES } from './payment-data/payment-codes.ts';
export {
  draftPaymentData,
  type PaymentDataDraft,
  type ReadPaymentData,
  readPaymentData,
  writeHead,
  writeOrder,
} from './payment-data/real-time-data.ts';
export {
  readOpenRequest,
  readPaymentAnswer,
  readPaymentForm,
  writeOpenRequest,
  writePaymentAnswer,
  writePaymentForm,
} from './payment-data/requests.ts';
export {
  type DigestName,
  SIGNATURE_FORMS,
  type SignatureForm,
  type SignatureSuite,
} from './signature/algorithms.ts';
export { base64Bytes, base64Text } from './signature/base64.ts';
export type { ParsedSignature } from './signature/parse-signature.ts';
export { signatureReturnCode } from './signature/return-codes.ts';
export { SIGNATURE_CODES } from './signature/signature-codes.ts';
export { signatureFinding } from './signature/signature-finding.ts';
export { type SignedParts, signedParts } from './signature/signed-parts.ts';
export { prepareSignature, type Unsigned } from './signature/splice-signature.ts';
export type { SignatureKey } from './signature/write-signature.ts';
export { cutMessage } from './split/cut-message.ts';
export { type Joined, joinParts } from './split/join-parts.ts';
export { SPLIT_CODES } from './split/split-codes.ts';
export type { SplitMessage, SplitRoot } from './split/split-message.ts';
export {
  CUSTOMS_STATES,
  canFollow,
  GOODS_STATES,
  listSteps,
  mayTake,
  SUMMARY_STATES,
  stateOfStatus,
  stepsFrom,
} from './states/list-states.ts';
export type {
  CustomsState,
  DeclaredAs,
  Direction,
  GoodsState,
  ListStanding,
  ListStep,
  SummaryState,
} from './states/list-step.ts';
export type { Field } from './tables/field.ts';
export { type GroupDescription, type MessageDescription, messageTables } from './tables/message-tables.ts';
export type { AnswerCodes, CodeListName } from './tables/row.ts';
export { CEB_NAMESPACE } from './tables/tables.ts';
export { readReceipt } from './tolerant/read-receipt.ts';
export type {
  ExtraText,
  ReadDocument,
  ReadReceipt,
  ReadStatus,
  ReceiptReading,
  ReceiptRoot,
} from './tolerant/receipt.ts';
export type {
  BaseSubscribe,
  BaseTransfer,
  CebMessage,
  DeclarationReceipt,
  DocumentOf,
  Extension,
  FormatReceipt,
  ImportDeclaration,
  ImportOrder,
  ImportPayment,
  ImportWaybill,
  MessageOf,
  OrderReceipt,
  PaymentReceipt,
  Root,
  WaybillReceipt,
} from './types.ts';
