export type { SignatureAlgorithm, Signer, SignerHealth } from './portable/signer.ts';
