import { signatureReturnCode } from '#ceb';
import type { IncomingMessage } from '#exchange';
import type { Finding } from '#kernel';
import type { Client, Queryable } from '#postgres';
import type { Enterprise } from '#registry';
import {
  type Authority,
  issueCertificate,
  makeAuthority,
  makeKeyPair,
  nodePrimitives,
  pemBlocks,
  pemText,
  readCertificate,
  readPrivateKeys,
  rsaSigner,
  type Signer,
  type Subject,
  sign,
  sm2Signer,
  trustOf,
  verify,
} from '#signatures';
import { authorityOf } from './storage/authorities.ts';
import { findTestEnterprise, type KeyAlgorithm } from './storage/enterprises.ts';
import type { DocumentFindings } from './taking/papers.ts';

/** Years a certificate of the sandbox holds (D): longer than any test, and its authority holds ten times as long. */
const YEARS = 3;

const yearsAfter = (at: Date, years: number): Date => new Date(at.getTime() + years * 365 * 86_400_000);

/** The issuer's name says what it is worth. */
const issuer = (algorithm: KeyAlgorithm): Subject => ({
  C: 'CN',
  O: 'Chama sandbox',
  CN: `Chama sandbox ${algorithm.toUpperCase()}, not to be trusted`,
});

/** Makes a key pair for an enterprise and a certificate of the sandbox's own authority for it. */
export async function enrol(
  client: Client,
  { customsCode, uscc, name }: Enterprise,
  algorithm: KeyAlgorithm,
  now: Date,
): Promise<{
  readonly privateKey: string;
  readonly certificate: string;
  readonly certificateNumber: string;
}> {
  const authority = await ownAuthority(client, algorithm, now);
  const { privateKeyPem, publicKey } = makeKeyPair(algorithm);
  const der = issueCertificate(authority, {
    subject: { C: 'CN', O: name, OU: uscc, CN: name, serialNumber: customsCode },
    ...{ publicKey, notBefore: now, notAfter: yearsAfter(now, YEARS) },
  });
  const certificateNumber = readCertificate(der)?.number;
  if (certificateNumber === undefined) throw new Error('the sandbox issued a certificate nobody can read');
  return { privateKey: privateKeyPem, certificate: pemText('CERTIFICATE', der), certificateNumber };
}

async function ownAuthority(client: Client, kind: KeyAlgorithm, now: Date): Promise<Authority> {
  const subject = issuer(kind);
  const { certificate, privateKey } = await authorityOf(client, kind, now, async () => {
    const made = makeAuthority(kind, subject, { notBefore: now, notAfter: yearsAfter(now, 10 * YEARS) });
    return { certificate: pemText('CERTIFICATE', made.certificate), privateKey: made.keyPair.privateKeyPem };
  });
  const der = derOf(certificate);
  // What it issues carries its name and its signature; its public key is asked for by nobody.
  const keyPair = { kind, privateKeyPem: privateKey, publicKey: new Uint8Array() };
  return { certificate: der, subject, keyPair };
}

function derOf(pem: string): Uint8Array {
  const block = pemBlocks(pem).find(({ label }) => label === 'CERTIFICATE');
  if (!block) throw new RangeError('There is no certificate in this text.');
  return block.bytes;
}

/** Signs a message with a key as it was given; what keeps it from being signed comes back as findings. */
export async function signMessage(given: {
  readonly message: string;
  readonly privateKey: string;
  readonly certificate: string;
}): Promise<string | readonly Finding[]> {
  const signer = await signerOf(given.privateKey, given.certificate).catch((fault: unknown) => fault);
  if (!isSigner(signer)) return [unfitKey(signer)];
  const signed = await sign(new TextEncoder().encode(given.message), signer, { primitives: nodePrimitives });
  return 'bytes' in signed ? new TextDecoder().decode(signed.bytes) : signed.findings;
}

async function signerOf(privateKey: string, certificate: string): Promise<Signer> {
  const holder = { certificate: derOf(certificate) };
  const [key] = readPrivateKeys(privateKey);
  if (!key) throw new RangeError('There is no private key in this text.');
  return key.kind === 'sm2' ? sm2Signer(key.scalar, holder) : rsaSigner(key.pkcs8, holder);
}

const isSigner = (signer: unknown): signer is Signer =>
  typeof signer === 'object' && signer !== null && 'certificateNumber' in signer;

const unfitKey = (fault: unknown): Finding => ({
  code: 'SANDBOX-KEY',
  level: 'business',
  path: 'privateKey',
  message: {
    zh: '私钥或证书无法读取，或两者不成对',
    en: `Key or certificate cannot be used: ${fault instanceof Error ? fault.message : 'they cannot be read'}`,
  },
  remedy: {
    zh: '原样粘贴登记时给出的 PEM 私钥和证书',
    en: 'Give private key and certificate as PEM, the way they came at registration',
  },
});

/**
 * What is wrong with the signature of a message: it must be made with the key of the certificate its sender was given
 * here. Of an enterprise that was given none, as those of the demo day, signatures are not judged.
 */
export async function signatureFindings(
  database: Queryable,
  { bytes, message, sender }: IncomingMessage,
  at: Date,
): Promise<DocumentFindings> {
  const enterprise = await findTestEnterprise(database, sender.customsCode);
  if (!enterprise) return [];
  const { customsCode } = sender;
  const trust = trustOf({ pinned: [{ certificate: derOf(enterprise.certificate), owners: [customsCode] }] });
  const { findings } = await verify(bytes, {
    ...{ at, trust, primitives: nodePrimitives, mandatory: 'standard' },
    owner: { customsCode },
  });
  const returnCode = signatureReturnCode(message.root);
  return findings.map((finding) => ({ index: -1, finding, returnCode }));
}
