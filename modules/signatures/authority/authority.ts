import { createPrivateKey, randomBytes, sign as signBytes } from 'node:crypto';
import { nodeSm3 } from '../application/node-primitives.ts';
import { readPrivateKeys } from '../application/signers/private-key.ts';
import { derSignature } from '../portable/der.ts';
import {
  bits,
  type Der,
  explicit,
  identifier,
  moment,
  nothing,
  octets,
  sequence,
  setOf,
  truth,
  utf8Value,
  whole,
} from '../portable/der-writer.ts';
import { sm2Key, sm2PublicPoint, sm2Sign } from '../portable/sm2.ts';
import { type KeyPair, makeKeyPair } from './key-pair.ts';

/** Names of a certificate's holder, in the order they are written. */
export interface Subject {
  readonly C?: string;
  readonly O?: string;
  readonly OU?: string;
  readonly CN: string;
  readonly serialNumber?: string;
}

/** From when and until when; to the second. */
export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** A little authority: for the sandbox and for tests, never for anyone's trust. */
export interface Authority {
  /** DER. */
  readonly certificate: Uint8Array;
  readonly subject: Subject;
  readonly keyPair: KeyPair;
}

export interface CertificateWishes extends Validity {
  readonly subject: Subject;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  /** May issue certificates, with so many authorities below it. */
  readonly authority?: { readonly pathLength?: number };
  /** Bits of keyUsage, first bit digitalSignature; default: signature and non-repudiation. */
  readonly usage?: number;
  /** Positive, up to 19 bytes; default: 8 random bytes. */
  readonly serial?: Uint8Array;
  /** Hash of RSA authorities; SM2 has its own. Default SHA-256. */
  readonly hash?: 'sha1' | 'sha256';
}

const OIDS: Readonly<Record<keyof Subject, string>> = {
  C: '2.5.4.6',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  CN: '2.5.4.3',
  serialNumber: '2.5.4.5',
};

/** keyUsage, as the two bytes of its bit string. */
const SIGNING = 0xc0;
const AUTHORITY = 0x06;

/** Makes an authority with a certificate of its own making. */
export function makeAuthority(kind: KeyPair['kind'], subject: Subject, validity: Validity): Authority {
  const keyPair = makeKeyPair(kind);
  const unborn = { certificate: new Uint8Array(0), subject, keyPair };
  const certificate = issueCertificate(unborn, {
    ...validity,
    subject,
    publicKey: keyPair.publicKey,
    authority: {},
  });
  return { certificate, subject, keyPair };
}

/** Issues a certificate, X.509 version 3 in DER. */
export function issueCertificate(issuer: Authority, wishes: CertificateWishes): Uint8Array {
  const { subject, publicKey, notBefore, notAfter, authority, hash = 'sha256' } = wishes;
  const serial = wishes.serial ?? Uint8Array.from([0x40, ...randomBytes(7)]);
  const usage = wishes.usage ?? (authority ? AUTHORITY : SIGNING);
  const path = authority?.pathLength === undefined ? [] : [whole(authority.pathLength)];
  const extensions = sequence(
    extension('2.5.29.19', sequence(...(authority ? [truth(), ...path] : []))),
    extension('2.5.29.15', bits(Uint8Array.of(usage), usage === 0 ? 0 : Math.min(7, trailingZeros(usage)))),
  );
  const body = sequence(
    explicit(0, whole(2)),
    whole(serial),
    algorithm(issuer, hash),
    nameOf(issuer.subject),
    sequence(moment(notBefore), moment(notAfter)),
    nameOf(subject),
    publicKey,
    explicit(3, extensions),
  );
  return sequence(body, algorithm(issuer, hash), bits(signed(issuer, hash, body)));
}

/** Publishes a revocation list in DER. */
export function issueRevocationList(
  issuer: Authority,
  revoked: readonly { readonly serial: Uint8Array; readonly since: Date }[],
  { notBefore, notAfter }: Validity,
): Uint8Array {
  const entries = revoked.map(({ serial, since }) => sequence(whole(serial), moment(since)));
  const body = sequence(
    whole(1),
    algorithm(issuer, 'sha256'),
    nameOf(issuer.subject),
    moment(notBefore),
    moment(notAfter),
    ...(entries.length === 0 ? [] : [sequence(...entries)]),
  );
  return sequence(body, algorithm(issuer, 'sha256'), bits(signed(issuer, 'sha256', body)));
}

function trailingZeros(byte: number): number {
  return 31 - Math.clz32(byte & -byte);
}

function extension(oid: string, content: Der): Der {
  return sequence(identifier(oid), truth(), octets(content));
}

function nameOf(subject: Subject): Der {
  const parts = (Object.keys(OIDS) as (keyof Subject)[]).flatMap((name) => {
    const value = subject[name];
    return value === undefined ? [] : [setOf(sequence(identifier(OIDS[name]), utf8Value(value)))];
  });
  return sequence(...parts);
}

const RSA_HASHES = { sha1: '1.2.840.113549.1.1.5', sha256: '1.2.840.113549.1.1.11' } as const;

function algorithm({ keyPair }: Authority, hash: 'sha1' | 'sha256'): Der {
  return keyPair.kind === 'sm2'
    ? sequence(identifier('1.2.156.10197.1.501'))
    : sequence(identifier(RSA_HASHES[hash]), nothing());
}

function signed({ keyPair }: Authority, hash: 'sha1' | 'sha256', body: Uint8Array): Uint8Array {
  const { kind, privateKeyPem } = keyPair;
  if (kind === 'rsa') return new Uint8Array(signBytes(hash, body, createPrivateKey(privateKeyPem)));
  const [key] = readPrivateKeys(privateKeyPem);
  const point = key?.kind === 'sm2' ? sm2PublicPoint(key.scalar) : undefined;
  const ready = point && sm2Key(point, nodeSm3, false);
  if (key?.kind !== 'sm2' || !ready) throw new Error('The key of the authority cannot be read.');
  return derSignature(sm2Sign(key.scalar, ready, nodeSm3, body));
}
