import { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { TLSSocket } from 'node:tls';

/** A certificate a program has shown: it holds the key that belongs to it. */
export interface ClientCertificate {
  /** SHA-256 of the certificate, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** `C=CN, O=…, CN=…`, in the order of the certificate. */
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Whether one of the authorities the server asks for has issued it. */
  readonly vouchedFor: boolean;
}

/** Where a proxy in front speaks TLS: from whom the header is taken, and which. */
export interface ProxyTrust {
  /** Addresses and networks, e.g. `10.0.0.5`, `10.1.0.0/16`. */
  readonly proxies: readonly string[];
  /** Lower case. Holds the certificate as RFC 9440 has it (`:base64:`), or as PEM with percent signs (nginx). */
  readonly header: string;
}

export interface CertificateReading {
  /** PEM of the authorities; none where certificates are not asked for. */
  readonly authorities: () => string | undefined;
  readonly proxy?: ProxyTrust | undefined;
}

/**
 * Reads the certificate a request came with: of its connection, or, from a trusted proxy alone, of a header. A header
 * from anywhere else is nothing.
 */
export class CertificateReader {
  readonly #reading: CertificateReading;
  readonly #proxies: BlockList | undefined;
  readonly #ofSocket = new WeakMap<object, ClientCertificate | undefined>();
  readonly #ofHeader = new Map<string, ClientCertificate>();
  #authorities: { readonly pem: string; readonly list: readonly X509Certificate[] } | undefined;

  /** @throws RangeError for an address or network that is none */
  constructor(reading: CertificateReading) {
    this.#reading = reading;
    this.#proxies = reading.proxy && blockList(reading.proxy.proxies);
  }

  /** Undefined where none was shown, or none that can be read. */
  of({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): ClientCertificate | undefined {
    const { proxy } = this.#reading;
    if (proxy && this.#isProxy(socket.remoteAddress)) {
      const value = headers[proxy.header];
      return typeof value === 'string' && value !== '' ? this.#fromHeader(value) : undefined;
    }
    if (!(socket instanceof TLSSocket)) return undefined;
    if (this.#ofSocket.has(socket)) return this.#ofSocket.get(socket);
    const shown = socket.getPeerX509Certificate();
    const certificate = shown && described(shown, socket.authorized);
    this.#ofSocket.set(socket, certificate);
    return certificate;
  }

  #isProxy(address: string | undefined): boolean {
    const plain = address?.replace(/^::ffff:(?=\d+\.)/, '') ?? '';
    const family = isIP(plain);
    return family !== 0 && (this.#proxies?.check(plain, family === 4 ? 'ipv4' : 'ipv6') ?? false);
  }

  /** The same few certificates come again and again: reading one costs more than a request. */
  #fromHeader(value: string): ClientCertificate | undefined {
    const known = this.#ofHeader.get(value);
    if (known) return known;
    try {
      const shown = new X509Certificate(bytesOf(value));
      const certificate = described(shown, this.#isVouchedFor(shown));
      if (this.#ofHeader.size >= 1_000) this.#ofHeader.clear();
      this.#ofHeader.set(value, certificate);
      return certificate;
    } catch {
      return undefined;
    }
  }

  /** Whether an authority has issued it, over at most so many between that are among them. */
  #isVouchedFor(shown: X509Certificate): boolean {
    const pem = this.#reading.authorities();
    if (pem === undefined) return false;
    if (this.#authorities?.pem !== pem) this.#authorities = { pem, list: certificatesOf(pem) };
    return this.#authorities.list.some(
      (authority) => authority.ca && shown.checkIssued(authority) && shown.verify(authority.publicKey),
    );
  }
}

function certificatesOf(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

function bytesOf(value: string): Buffer | string {
  const [, base64] = /^:([A-Za-z0-9+/=]+):$/.exec(value) ?? [];
  return base64 === undefined ? decodeURIComponent(value) : Buffer.from(base64, 'base64');
}

/** What is told of a certificate, wherever it came from. @throws where the PEM cannot be read */
export function certificateOfPem(pem: string): ClientCertificate {
  return described(new X509Certificate(pem), false);
}

function described(shown: X509Certificate, vouchedFor: boolean): ClientCertificate {
  const oneLine = (name: string | undefined): string => (name ?? '').split('\n').join(', ');
  return {
    fingerprint: shown.fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: oneLine(shown.subject),
    issuer: oneLine(shown.issuer),
    notBefore: shown.validFromDate,
    notAfter: shown.validToDate,
    vouchedFor,
  };
}

function blockList(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of addresses) {
    const [address = '', bits] = text.split('/');
    const family = isIP(address);
    const longest = family === 4 ? 32 : 128;
    const length = bits === undefined ? longest : Number(bits);
    if (family === 0 || !Number.isInteger(length) || length < 0 || length > longest)
      throw new RangeError(`${text} is no address and no network`);
    list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
