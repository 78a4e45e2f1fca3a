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
import { hexOf } from './bytes.ts';
import { isOneValue, rawSignature } from './der.ts';
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
  const certificate = AsnConvert.parse(der, Certificate);
  const { tbsCertificate: body, tbsCertificateRaw, signatureAlgorithm, signatureValue } = certificate;
  const key = publicKeyOf(body.subjectPublicKeyInfo);
  if (!key || !tbsCertificateRaw) return undefined;
  const { notBefore, notAfter } = body.validity;
  return {
    der,
    number: certificateNumber(new Uint8Array(body.serialNumber)),
    subject: nameParts(body.subject),
    subjectText: nameText(body.subject),
    issuerText: nameText(body.issuer),
    subjectName: hexOf(new Uint8Array(AsnConvert.serialize(body.subject))),
    issuerName: hexOf(new Uint8Array(AsnConvert.serialize(body.issuer))),
    notBefore: notBefore.getTime(),
    notAfter: notAfter.getTime(),
    key,
    ...extensionsOf(body.extensions),
    signature: issuerSignature(
      signatureAlgorithm.algorithm,
      new Uint8Array(tbsCertificateRaw),
      new Uint8Array(signatureValue),
    ),
  };
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
