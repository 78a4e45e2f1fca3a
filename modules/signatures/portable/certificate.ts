import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate,
  type Extensions,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
} from '@peculiar/asn1-x509';
import { hexOf, sameBytes } from './bytes.ts';
import { isOneValue, rawSignature } from './der.ts';
import { derValues, inside, SEQUENCE } from './der-reader.ts';
import { type NamePart, nameParts, nameText } from './distinguished-name.ts';
import type { HashName, PublicKey } from './primitives.ts';
import { publicKeyOf } from './public-key.ts';

/** What is known of a certificate from itself; nothing of it is believed before its chain is. */
export interface CertificateFacts {
  readonly der: Uint8Array;
  /** Serial number as whole bytes, hexadecimal, lower case: the certificate number of the E-Port, `01691fe9`. */
  readonly number: string;
  readonly subject: readonly NamePart[];
  /** `CN=…, O=…`, for people. */
  readonly subjectText: string;
  readonly issuerText: string;
  /** Names in DER, hexadecimal, to be compared. */
  readonly subjectName: string;
  readonly issuerName: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly key: PublicKey;
  /** May issue certificates. */
  readonly authority: boolean;
  /** Authorities that may stand between this one and the last certificate; no bound where absent. */
  readonly pathLength?: number;
  /** Purposes named, where any are. */
  readonly usage?: {
    readonly signature: boolean;
    readonly certificates: boolean;
    readonly revocations: boolean;
  };
  /** Extensions marked critical that are not understood here. */
  readonly unknownCritical: readonly string[];
  /** The issuer's signature over the certificate. */
  readonly signature: IssuerSignature;
}

/** A signature in a certificate or revocation list; `hash` is absent for algorithms that are not accepted. */
export interface IssuerSignature {
  readonly signed: Uint8Array;
  /** SM2: r‖s; RSA: as it stands. Empty where it is malformed. */
  readonly value: Uint8Array;
  readonly kind?: PublicKey['kind'];
  readonly hash?: HashName;
}

/** Largest certificate read; a design decision (D). Those of the E-Port have about 1 KB. */
const MOST_BYTES = 16 * 1024;

/** Reads a certificate; undefined where the bytes are none, or its key is of no kind that is known. */
export function readCertificate(der: Uint8Array): CertificateFacts | undefined {
  if (der.length > MOST_BYTES || !isOneValue(der)) return undefined;
  try {
    return factsOf(der);
  } catch {
    return undefined;
  }
}

function factsOf(der: Uint8Array): CertificateFacts | undefined {
  const { tbsCertificate: body, signatureAlgorithm } = AsnConvert.parse(der, Certificate);
  const key = publicKeyOf(body.subjectPublicKeyInfo);
  const outer = outerParts(der);
  if (!key || !outer) return undefined;
  const { notBefore, notAfter } = body.validity;
  return {
    der,
    number: certificateNumber(new Uint8Array(body.serialNumber)),
    subject: nameParts(body.subject),
    subjectText: nameText(body.subject),
    issuerText: nameText(body.issuer),
    subjectName: derHex(body.subject),
    issuerName: derHex(body.issuer),
    notBefore: notBefore.getTime(),
    notAfter: notAfter.getTime(),
    key,
    ...extensionsOf(body.extensions),
    signature: issuerSignature(signatureAlgorithm.algorithm, outer.signed, outer.value),
  };
}

/**
 * What the issuer signed and its signature, from the bytes themselves: the reader of ASN.1 lets other tags pass. The
 * algorithm stands in the signed part too, and only there does anything vouch for it (RFC 5280, 4.1.1.2).
 */
function outerParts(
  der: Uint8Array,
): { readonly signed: Uint8Array; readonly value: Uint8Array } | undefined {
  const [signed, algorithm, value, ...rest] = inside(derValues(der), 0, SEQUENCE);
  if (signed?.tag !== SEQUENCE || value?.tag !== BITS || value.content[0] !== 0 || rest.length > 0) {
    return undefined;
  }
  const first = derValues(signed.content);
  // After the version, which is left out in old certificates, and the serial number.
  const within = first[first[0]?.tag === VERSION ? 2 : 1];
  const same = algorithm !== undefined && within !== undefined && sameBytes(algorithm.whole, within.whole);
  return same ? { signed: signed.whole, value: value.content.subarray(1) } : undefined;
}

const VERSION = 0xa0;
const BITS = 0x03;

function derHex(value: object): string {
  return hexOf(new Uint8Array(AsnConvert.serialize(value)));
}

/** The number of a certificate from its serial number; the byte that only keeps it positive is left out. */
export function certificateNumber(serial: Uint8Array): string {
  return hexOf(serial).replace(/^(00)+(?=..)/, '');
}

const HASHES: ReadonlyMap<string, { readonly kind: PublicKey['kind']; readonly hash: HashName }> = new Map([
  ['1.2.156.10197.1.501', { kind: 'sm2', hash: 'sm3' }],
  ['1.2.840.113549.1.1.5', { kind: 'rsa', hash: 'sha1' }],
  ['1.2.840.113549.1.1.11', { kind: 'rsa', hash: 'sha256' }],
  ['1.2.840.113549.1.1.12', { kind: 'rsa', hash: 'sha384' }],
  ['1.2.840.113549.1.1.13', { kind: 'rsa', hash: 'sha512' }],
]);

/** A signature as a certificate or revocation list carries it, by the number of its algorithm. */
export function issuerSignature(algorithm: string, signed: Uint8Array, value: Uint8Array): IssuerSignature {
  const known = HASHES.get(algorithm);
  if (known?.kind !== 'sm2') return { signed, value, ...known };
  return { signed, value: rawSignature(value) ?? new Uint8Array(0), ...known };
}

/** Extensions that limit what was issued and are not looked at here would let too much pass if they were skipped. */
function extensionsOf(extensions: Extensions | undefined) {
  const unknownCritical: string[] = [];
  let constraints = new BasicConstraints();
  let usage: CertificateFacts['usage'];
  for (const { extnID, extnValue, critical } of extensions ?? []) {
    const value = extnValue.buffer;
    if (extnID === id_ce_basicConstraints) constraints = AsnConvert.parse(value, BasicConstraints);
    else if (extnID === id_ce_keyUsage) usage = usageOf(AsnConvert.parse(value, KeyUsage).toNumber());
    else if (critical && !BEARABLE.has(extnID)) unknownCritical.push(extnID);
  }
  const { cA: authority, pathLenConstraint: pathLength } = constraints;
  return {
    authority,
    unknownCritical,
    ...(pathLength === undefined ? {} : { pathLength }),
    ...(usage === undefined ? {} : { usage }),
  };
}

/** Extended key usage and certificate policies: they narrow uses other than this one. */
const BEARABLE: ReadonlySet<string> = new Set(['2.5.29.37', '2.5.29.32']);

function usageOf(bits: number) {
  const { digitalSignature, nonRepudiation, keyCertSign, cRLSign } = KeyUsageFlags;
  return {
    signature: (bits & (digitalSignature | nonRepudiation)) !== 0,
    certificates: (bits & keyCertSign) !== 0,
    revocations: (bits & cRLSign) !== 0,
  };
}
