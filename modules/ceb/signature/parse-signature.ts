import type { Finding } from '#kernel';
import {
  CANONICAL_XML,
  type DigestName,
  digestOf,
  ENVELOPED,
  SIGNATURE_NAMESPACE,
  type SignatureSuite,
  suiteOf,
} from './algorithms.ts';
import { base64Bytes } from './base64.ts';
import { type SignatureFormCode, signatureFinding } from './signature-finding.ts';
import type { SignatureElement } from './signature-tree.ts';

/** What a signature says, once its form is the one the specification allows. */
export interface ParsedSignature {
  readonly suite: SignatureSuite;
  readonly digest: DigestName;
  /** Names as written; see `SIGNATURE_FORMS`. */
  readonly signatureMethod: string;
  readonly digestMethod: string;
  readonly digestValue: Uint8Array;
  readonly signatureValue: Uint8Array;
  /** Number of the certificate, as written; nothing vouches for it. */
  readonly keyName?: string | undefined;
  /** The certificates it carries, DER; the signer's first. */
  readonly certificates: readonly Uint8Array[];
}

/** Bounds of what a signature may carry; design decisions (D): the E-Port's hold one certificate of about 1 KB. */
const MOST_CERTIFICATES = 8;
const MOST_CERTIFICATE_BYTES = 16 * 1024;
const MOST_VALUE_BYTES = 1024;
const MOST_NAME = 256;

/**
 * Reads a signature strictly: one Reference to the whole message, the enveloped transform and nothing else. What a
 * general reader of XML signatures would follow (Ids, several references, further transforms) is refused, since it
 * lets a signature cover other things than those that are read.
 */
export function parseSignature(element: SignatureElement): ParsedSignature | readonly Finding[] {
  return new SignatureParser().parse(element);
}

class SignatureParser {
  private readonly findings: Finding[] = [];

  parse(element: SignatureElement): ParsedSignature | readonly Finding[] {
    const [info, value, key, ...rest] = element.children;
    const named =
      is(info, 'SignedInfo') && is(value, 'SignatureValue') && (key === undefined || is(key, 'KeyInfo'));
    if (!named || rest.length > 0 || !this.plain(element, ['Id'])) {
      this.shape('', 'SignedInfo, SignatureValue, KeyInfo');
      return this.findings;
    }
    const method = this.method(info);
    const reference = this.reference(info);
    const signatureValue = this.binary(value, 'SignatureValue', MOST_VALUE_BYTES);
    const held = this.keyInfo(key);
    if (!method || !reference || !signatureValue || this.findings.length > 0) return this.findings;
    return { ...method, ...reference, signatureValue, ...held };
  }

  private method(info: SignatureElement): { suite: SignatureSuite; signatureMethod: string } | undefined {
    const [canonical, method, reference, ...rest] = info.children;
    const named =
      is(canonical, 'CanonicalizationMethod') && is(method, 'SignatureMethod') && is(reference, 'Reference');
    if (!named || !this.plain(info, ['Id'])) {
      this.shape('SignedInfo', 'CanonicalizationMethod, SignatureMethod, Reference');
      return undefined;
    }
    if (rest.length > 0) this.references();
    const canonicalisation = this.algorithm(canonical, 'SignedInfo/CanonicalizationMethod');
    if (canonicalisation !== CANONICAL_XML) {
      this.unknown('SignedInfo/CanonicalizationMethod', canonicalisation, [CANONICAL_XML]);
    }
    const signatureMethod = this.algorithm(method, 'SignedInfo/SignatureMethod');
    const suite = suiteOf(signatureMethod);
    if (suite === undefined) {
      const known = ['http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3', '…#rsa-sha1'];
      this.unknown('SignedInfo/SignatureMethod', signatureMethod, known);
      return undefined;
    }
    return { suite, signatureMethod };
  }

  private reference(info: SignatureElement) {
    const reference = info.children.find((child) => child.name === 'Reference');
    const path = 'SignedInfo/Reference';
    if (!reference) return undefined;
    const [transforms, method, value, ...rest] = reference.children;
    const named = is(transforms, 'Transforms') && is(method, 'DigestMethod') && is(value, 'DigestValue');
    if (!named || rest.length > 0 || !this.plain(reference, ['Id', 'URI', 'Type'])) {
      this.shape(path, 'Transforms, DigestMethod, DigestValue');
      return undefined;
    }
    if (attribute(reference, 'URI') !== '') this.references();
    this.transforms(transforms, `${path}/Transforms`);
    const digestMethod = this.algorithm(method, `${path}/DigestMethod`);
    const digest = digestOf(digestMethod);
    if (digest === undefined) {
      const known = ['http://www.chinaport.gov.cn/2022/04/xmldsig#sm3', '…#sha1'];
      this.unknown(`${path}/DigestMethod`, digestMethod, known);
    }
    const digestValue = this.binary(value, `${path}/DigestValue`, MOST_VALUE_BYTES);
    return digest && digestValue && { digest, digestMethod, digestValue };
  }

  /** One transform, which takes the signature out; whatever else it did would change what is signed. */
  private transforms(element: SignatureElement, path: string): void {
    const [transform, ...rest] = element.children;
    if (!is(transform, 'Transform') || !this.plain(element, [])) {
      this.shape(path, 'Transform');
      return;
    }
    const algorithm = this.algorithm(transform, `${path}/Transform`);
    const other =
      algorithm === ENVELOPED ? rest.map((one) => attribute(one, 'Algorithm') ?? '') : [algorithm];
    if (other[0] !== undefined) this.unknown(`${path}/Transform`, other[0], [ENVELOPED]);
  }

  private keyInfo(key: SignatureElement | undefined) {
    const certificates: Uint8Array[] = [];
    let keyName: string | undefined;
    for (const child of key?.children ?? []) {
      if (is(child, 'KeyName')) keyName ??= child.text.trim().slice(0, MOST_NAME);
      if (!is(child, 'X509Data')) continue;
      for (const part of child.children) {
        if (!is(part, 'X509Certificate')) continue;
        if (certificates.length >= MOST_CERTIFICATES) {
          this.tooManyCertificates();
          return { keyName, certificates };
        }
        const path = 'KeyInfo/X509Data/X509Certificate';
        const der = this.binary(part, path, MOST_CERTIFICATE_BYTES, 'SIG-CERTIFICATE');
        if (der) certificates.push(der);
      }
    }
    return { keyName, certificates };
  }

  private algorithm(element: SignatureElement, path: string): string {
    const simple = element.children.length === 0 && this.plain(element, ['Algorithm']);
    if (!simple) this.shape(path, '@Algorithm');
    return attribute(element, 'Algorithm') ?? '';
  }

  private binary(
    element: SignatureElement,
    path: string,
    mostBytes: number,
    code: SignatureFormCode = 'SIG-SHAPE',
  ): Uint8Array | undefined {
    const long = element.text.length > mostBytes * 2;
    const bytes = long || element.children.length > 0 ? undefined : base64Bytes(element.text);
    if (bytes && bytes.length > 0 && bytes.length <= mostBytes) return bytes;
    this.report(
      code,
      path,
      [
        `内容须为 Base64，解码后 1 至 ${mostBytes} 字节`,
        `The content has to be Base64 of 1 to ${mostBytes} bytes`,
      ],
      [
        '由加签程序重新生成，勿截断或改动',
        'Have it made anew by the signing program; do not cut or change it',
      ],
    );
    return undefined;
  }

  /** Whether an element has only these attributes; `xsi:` hints say nothing and may stand. */
  private plain(element: SignatureElement, allowed: readonly string[]): boolean {
    return element.attributes.every(({ namespace, name }) => namespace !== '' || allowed.includes(name));
  }

  private shape(path: string, wanted: string): void {
    this.report(
      'SIG-SHAPE',
      path,
      [
        `签名的结构不合规，此处应依次为 ${wanted}`,
        `The signature is not of the specified shape; here it has ${wanted}, in this order`,
      ],
      [
        '按规范 6.2 节生成签名：一个 Reference，一个 Transform，不含其他元素',
        'Make the signature as specified (chapter 6.2): one Reference, one Transform, nothing else',
      ],
    );
  }

  private unknown(path: string, found: string, known: readonly string[]): void {
    this.report(
      'SIG-ALGORITHM',
      path,
      [`不接受算法“${found}”`, `The algorithm "${found}" is not accepted`],
      [`使用 ${known.join(' 或 ')}`, `Use ${known.join(' or ')}`],
    );
  }

  private references(): void {
    this.report(
      'SIG-REFERENCE',
      'SignedInfo/Reference',
      [
        '签名须以唯一的 Reference（URI=""）覆盖整份报文',
        'The signature has to cover the whole message by one Reference with URI=""',
      ],
      [
        '只保留一个 Reference，URI 置空；不要按 Id 引用',
        'Keep one Reference with an empty URI; do not refer to an Id',
      ],
    );
  }

  private tooManyCertificates(): void {
    this.report(
      'SIG-CERTIFICATE',
      'KeyInfo/X509Data',
      [
        `签名附带的证书超过 ${MOST_CERTIFICATES} 张`,
        `The signature carries more than ${MOST_CERTIFICATES} certificates`,
      ],
      ['只附签名者的证书', "Carry the signer's certificate only"],
    );
  }

  private report(
    code: SignatureFormCode,
    path: string,
    message: readonly [string, string],
    remedy: readonly [string, string],
  ): void {
    if (this.findings.some((finding) => finding.code === code && finding.path === `Signature/${path}`))
      return;
    const place = path === '' ? 'Signature' : `Signature/${path}`;
    this.findings.push(signatureFinding(code, place, message, remedy));
  }
}

function is(element: SignatureElement | undefined, name: string): element is SignatureElement {
  return element !== undefined && element.namespace === SIGNATURE_NAMESPACE && element.name === name;
}

function attribute(element: SignatureElement, name: string): string | undefined {
  return element.attributes.find((one) => one.namespace === '' && one.name === name)?.value;
}
