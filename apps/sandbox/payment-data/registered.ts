import { nodePrimitives, pemBlocks, readCertificate } from '#signatures';
import type { RegisteredCertificate } from './customs.ts';

/** A certificate in PEM as the simulated customs has it on file; undefined when it cannot be read. */
export function registeredCertificate(pem: string): RegisteredCertificate | undefined {
  const block = pemBlocks(pem).find(({ label }) => label === 'CERTIFICATE');
  const facts = block && readCertificate(block.bytes);
  if (!facts) return undefined;
  const { key, number } = facts;
  const hash = key.kind === 'sm2' ? 'sm3' : 'sha1';
  return {
    certificateNumber: number,
    verify: async (bytes, signature) => nodePrimitives.verifies(key, hash, bytes, signature),
  };
}
