import { readPrivateKeys } from '../application/signers/private-key.ts';
import {
  type Authority,
  type CertificateWishes,
  issueCertificate,
  makeAuthority,
} from '../authority/authority.ts';
import { type KeyPair, makeKeyPair } from '../authority/key-pair.ts';
import { rsaSigner, sm2Signer } from '../portable/memory-signer.ts';
import type { Signer } from '../portable/signer.ts';

/** The enterprise certificates made here name. */
export const CARD_OWNER = '5301361234';
export const CARD_TIME = new Date('2026-06-01T00:00:00Z');
export const VALIDITY = { notBefore: new Date('2025-01-01'), notAfter: new Date('2035-01-01') };

/** An authority that vouches for itself. */
export function root(kind: KeyPair['kind'] = 'sm2', name = 'root'): Authority {
  return makeAuthority(kind, { CN: name }, VALIDITY);
}

/** An authority below another one. */
export function below(issuer: Authority, name: string, wishes: Partial<CertificateWishes> = {}): Authority {
  const keyPair = makeKeyPair('sm2');
  const subject = { CN: name };
  const certificate = issueCertificate(issuer, {
    ...{ ...VALIDITY, subject, publicKey: keyPair.publicKey, authority: {} },
    ...wishes,
  });
  return { certificate, subject, keyPair };
}

/** A key with a certificate for signing. */
export async function card(
  issuer: Authority,
  wishes: Partial<CertificateWishes> = {},
  keyPair = makeKeyPair('sm2'),
): Promise<Signer> {
  const certificate = issueCertificate(issuer, {
    ...{ ...VALIDITY, subject: { O: `样例公司 ${CARD_OWNER}`, CN: 'card' }, publicKey: keyPair.publicKey },
    ...wishes,
  });
  return signerFor(keyPair, certificate);
}

export async function signerFor(keyPair: KeyPair, certificate: Uint8Array): Promise<Signer> {
  const [key] = readPrivateKeys(keyPair.privateKeyPem);
  if (!key) throw new Error('A key of our own cannot be read.');
  return key.kind === 'sm2'
    ? sm2Signer(key.scalar, { certificate })
    : await rsaSigner(key.pkcs8, { certificate });
}
