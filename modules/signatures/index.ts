export { nodePrimitives } from './application/node-primitives.ts';
export { type KeyStore, readPkcs12 } from './application/signers/pkcs12.ts';
export { type PrivateKey, readPrivateKeys } from './application/signers/private-key.ts';
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
