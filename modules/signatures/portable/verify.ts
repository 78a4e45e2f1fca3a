import {
  decode,
  messageTables,
  type ParsedSignature,
  type SignedParts,
  signatureFinding,
  signedParts,
} from '#ceb';
import type { Finding } from '#kernel';
import { BoundedCache } from './bounded-cache.ts';
import { sameBytes } from './bytes.ts';
import { type CertificateFacts, readCertificate } from './certificate.ts';
import { judgeCertificate, noCertificate, notesOn, notTheOwner } from './certificate-findings.ts';
import { type Owner, type OwnersOf, ownersInSubject } from './owner.ts';
import type { Primitives, PublicKey } from './primitives.ts';
import { judgeTrust, type TrustMaterial } from './trust.ts';
import type { SignerSeen, Verdict } from './verdict.ts';
import { webPrimitives } from './web-primitives.ts';

/** What a verification goes by; each has a default. */
export interface VerifyOptions {
  /** The moment certificates have to be valid at. Default: now. */
  readonly at?: Date;
  /** Whom to trust. Without it the certificate is looked at, and its issuer is not judged. */
  readonly trust?: TrustMaterial;
  /** The enterprise the certificate has to belong to. */
  readonly owner?: Owner;
  /** How certificates name their enterprise. Default: `ownersInSubject`. */
  readonly ownersOf?: OwnersOf;
  /** Which messages have to be signed: those of the specification, or every declaration. */
  readonly mandatory?: 'standard' | 'every-declaration';
  /** The key, where the message carries no certificate. */
  readonly publicKey?: PublicKey;
  readonly primitives?: Primitives;
}

/**
 * Verifies the signature of one message: that it is of the specified form, that the message is the one that was
 * signed, that the key of the certificate signed it, and whose certificate it is. Never throws on bad input.
 */
export async function verify(bytes: Uint8Array, options: VerifyOptions = {}): Promise<Verdict> {
  const parts = signedParts(bytes);
  const root = parts.root === undefined ? {} : { root: parts.root.name };
  if (parts.state === 'unfit') {
    const { findings } = parts;
    // What is no message at all carries no signature either.
    return { ...root, verified: false, ok: false, signed: parts.root !== undefined, findings, notes: [] };
  }
  if (parts.state === 'unsigned') {
    const findings = mustBeSigned(parts.root.name, bytes, options.mandatory)
      ? [missing(parts.root.name)]
      : [];
    return { ...root, verified: false, ok: findings.length === 0, signed: false, findings, notes: [] };
  }
  return { ...root, ...(await verifySigned(parts, options)) };
}

/**
 * Says at once, of a signature that neither carries a certificate nor names one by its number, what verification would
 * say of it; so that illustrations and placeholders are not sent to other threads. A certificate in DER of more than
 * 127 bytes begins with `MI` in Base64.
 */
export function unreadableCertificate(signature: string): Finding | undefined {
  const [, carried] = /<(?:[\w.-]+:)?X509Certificate>\s*([^<]{0,2})/.exec(signature) ?? [];
  const [, keyName] = /<(?:[\w.-]+:)?KeyName>([^<]{0,256})</.exec(signature) ?? [];
  const known = carried === undefined ? /^\s*[0-9A-Fa-f]+\s*$/.test(keyName ?? '') : carried === 'MI';
  return known ? undefined : noCertificate(keyName);
}

async function verifySigned(
  parts: SignedParts & { readonly state: 'signed' },
  options: VerifyOptions,
): Promise<Omit<Verdict, 'root'>> {
  const { signature } = parts;
  const { primitives = webPrimitives, trust } = options;
  const [own, ...carried] = signature.certificates.map(knownCertificate);
  const certificate =
    own ?? (signature.certificates.length === 0 ? named(signature.keyName, trust) : undefined);
  const key = options.publicKey ?? certificate?.key;
  const findings: Finding[] = [];
  const digest = await primitives.digest(signature.digest, parts.content);
  if (!sameBytes(digest, signature.digestValue)) findings.push(otherDigest());
  if (!key) findings.push(noCertificate(signature.keyName));
  else if (!(await keySigned(key, parts, primitives))) findings.push(otherValue());
  const { suite, signatureMethod, digestMethod, keyName } = signature;
  const seen = { suite, digest: signature.digest, signatureMethod, digestMethod, keyName };
  const others = carried.filter((one) => one !== undefined);
  const signer = certificate && (await judgeSigner(certificate, others, options, primitives, findings));
  const verified = findings.length === 0;
  return {
    ...{ verified, ok: verified, signed: true },
    findings,
    notes: certificate ? notesOn(certificate) : [],
    signature: seen,
    ...(signer === undefined ? {} : { signer }),
  };
}

/** Certificates by their bytes: the same few sign everything, and reading one costs as much as a hash. */
const certificates = new BoundedCache<string, CertificateFacts>(512);

function knownCertificate(der: Uint8Array): CertificateFacts | undefined {
  return certificates.get(String.fromCharCode(...der), () => readCertificate(der));
}

/** A transport signature names its key only; then the operator's own store has the certificate. */
function named(keyName: string | undefined, trust: TrustMaterial | undefined): CertificateFacts | undefined {
  if (keyName === undefined) return undefined;
  const number = bare(keyName);
  return trust?.pinned.find(({ certificate }) => bare(certificate.number) === number)?.certificate;
}

/** Products differ in the zeros before a number. */
function bare(number: string): string {
  return number.toLowerCase().replace(/^0+(?=.)/, '');
}

function keySigned(
  key: PublicKey,
  { signature, signedInfo }: { readonly signature: ParsedSignature; readonly signedInfo: Uint8Array },
  primitives: Primitives,
): boolean | Promise<boolean> {
  const { suite, signatureValue } = signature;
  if (suite === 'sm2-sm3') {
    return key.kind === 'sm2' && primitives.verifies(key, 'sm3', signedInfo, signatureValue);
  }
  return key.kind === 'rsa' && primitives.verifies(key, 'sha1', signedInfo, signatureValue);
}

async function judgeSigner(
  certificate: CertificateFacts,
  carried: readonly CertificateFacts[],
  { at = new Date(), trust, owner, ownersOf = ownersInSubject }: VerifyOptions,
  primitives: Primitives,
  findings: Finding[],
): Promise<SignerSeen> {
  findings.push(...judgeCertificate(certificate, at));
  const verdict = trust && (await judgeTrust(certificate, carried, trust, at, primitives));
  findings.push(...(verdict?.findings ?? []));
  const pinned = verdict?.owners ?? [];
  const owners = pinned.length > 0 ? pinned : ownersOf(certificate);
  const wanted = [owner?.customsCode, owner?.socialCreditCode].filter((code) => code !== undefined);
  if (wanted.length > 0 && !wanted.some((code) => owners.includes(code))) {
    findings.push(notTheOwner(certificate, owners, wanted.join(' / ')));
  }
  const { number, subjectText, issuerText, notBefore, notAfter } = certificate;
  return {
    ...{ number, subject: subjectText, issuer: issuerText, notBefore, notAfter, owners },
    trust: verdict?.trust ?? 'not-judged',
  };
}

/**
 * Whether a message without signature breaks the standard: the schema asks for one in CEB621, 623, 625 and 711, the
 * text in CEB507 too once it is declared (appStatus 2).
 */
function mustBeSigned(root: string, bytes: Uint8Array, mandatory: VerifyOptions['mandatory']): boolean {
  const table = Object.values(messageTables).find((one) => one.root === root);
  if (!table) return false;
  if (mandatory === 'every-declaration') return table.kind === 'declaration';
  if (table.signature === 'required') return true;
  if (root !== 'CEB507Message') return false;
  const documents: readonly { readonly head: object }[] = decode(bytes).message?.documents ?? [];
  return documents.some(({ head }) => 'appStatus' in head && head.appStatus === '2');
}

function missing(root: string): Finding {
  return signatureFinding(
    'SIG-MISSING',
    'Signature',
    [`${root} 须由发送企业电子签名`, `A ${root} has to be signed by the enterprise that sends it`],
    [
      '加签后再发送，例如 chama sign --key 密钥 --certificate 证书 报文',
      'Sign it before sending, for example with chama sign --key KEY --certificate CERTIFICATE MESSAGE',
    ],
  );
}

function otherDigest(): Finding {
  return signatureFinding(
    'SIG-DIGEST',
    'Signature/SignedInfo/Reference/DigestValue',
    [
      '报文与签名时不同：去掉 Signature 后的摘要与 DigestValue 不符',
      'The message is not the one that was signed: without its Signature it has another digest than DigestValue',
    ],
    [
      '加签之后不要改动报文，空格和换行也算；重新加签',
      'Do not change a message once it is signed, not even its blanks and line ends; sign it again',
    ],
  );
}

function otherValue(): Finding {
  return signatureFinding(
    'SIG-VALUE',
    'Signature/SignatureValue',
    [
      '签名值不是由证书的密钥对 SignedInfo 签出的',
      'The signature value was not made by the key of the certificate over SignedInfo',
    ],
    [
      '核对：SignedInfo 按规范化形式带上根元素的命名空间；SM2 用户标识为 1234567812345678，签名值为 r‖s 64 字节；证书与密钥成对',
      'Check: SignedInfo in canonical form with the namespaces of the root; SM2 with the user id 1234567812345678 and a value r‖s of 64 bytes; certificate and key belong together',
    ],
  );
}
