export { nodePrimitives } from './application/node-primitives.ts';
export { openSigner, type SignerSetting } from './application/signers/open-signer.ts';
export { readPrivateKeys } from './application/signers/private-key.ts';
export { poolSigners, type SignerPoolSettings } from './application/signers/signer-pool.ts';
export { addTrust, removeTrust } from './application/trust/change-trust.ts';
export { readTrustFolder, type TrustEntry } from './application/trust/trust-folder.ts';
export { TrustStore } from './application/trust/trust-store.ts';
export { type SignatureVector, verifyVector } from './application/vectors.ts';
export type { SignJob, VerifyJob } from './application/workers/jobs.ts';
export { SigningPool, type SigningPoolSettings } from './application/workers/signing-pool.ts';
export {
  type Authority,
  type CertificateWishes,
  issueCertificate,
  issueRevocationList,
  makeAuthority,
  type Subject,
  type Validity,
} from './authority/authority.ts';
export { type KeyPair, makeKeyPair } from './authority/key-pair.ts';
export * from './portable/index.ts';
export { VERIFICATION_CODES } from './portable/verification-codes.ts';
