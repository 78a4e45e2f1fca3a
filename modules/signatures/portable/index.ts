export type { SignatureAlgorithm, Signer, SignerHealth } from './signer.ts';
