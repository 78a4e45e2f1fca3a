/**
 * The CEB message standard as a library: read, check, write, sign and verify messages of China Customs' cross-border
 * e-commerce.
 * Needs no server, no database and no Node: it runs in a browser as well.
 */
export type {
  BaseSubscribe,
  BaseTransfer,
  CebMessage,
  CodeEntry,
  CodeFamily,
  CodeListName,
  CodeLists,
  Decoded,
  DecodeLimits,
  DocumentOf,
  ExampleChoice,
  Extension,
  Field,
  Firm,
  Firms,
  GroupDescription,
  MessageDescription,
  MessageOf,
  ReturnInfo,
  Root,
} from '#ceb';
export {
  encode,
  errorCatalogue,
  exampleMessage,
  meaningOfValue,
  meaningsOf,
  messageTables,
  readReturnInfo,
} from '#ceb';
export type { Bilingual, Finding, FindingLevel } from '#kernel';
export {
  type CertificateFacts,
  type Holder,
  type OwnersOf,
  type PemBlock,
  type PublicKey,
  pemBlocks,
  readCertificate,
  readPublicKey,
  rsaSigner,
  type SignatureAlgorithm,
  type Signed,
  type Signer,
  type SignerSeen,
  type SignOptions,
  sm2Signer,
  type TrustMaterial,
  trustOf,
  type Verdict,
  type VerifyOptions,
} from '#signatures/portable';
export { type Checked, check, decode } from './reading.ts';
export { sign, verify } from './signing.ts';
